"""Characters that carry no text, and those that stand for another one."""

import re
import unicodedata

from vnparty_nlp.parsing.syllables import is_syllable
from vnparty_nlp.vietnamese.unicode import compose

# Control characters (blanks kept), soft hyphen, zero-width marks, byte order marks, bidi marks,
# non-characters: none is text; they would break spans in tools that drop them.
_SILENT_RANGE = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
    "\ufff0-\ufffb\ufffe\uffff\ud800-\udfff"
)
_SILENT = re.compile(f"[{_SILENT_RANGE}]")
# Bullets that Word takes from the fonts Symbol and Wingdings come out in the private use area.
_BULLETS = str.maketrans(
    {0xF0B7: "•", 0xF0A7: "•", 0xF0A8: "•", 0xF0D8: "•", 0xF076: "•", 0xF02D: "-", 0xF02B: "+"}
    | {0xF0FC: "✓", 0xF0FE: "☒", 0xF06F: "☐", 0x2010: "-", 0x2011: "-"}
)
# Whatever cleaning may change; ð and Ð are what `compose` reads as đ and Đ.
_UNCLEAN = re.compile(f"[{_SILENT_RANGE}\u2010\u2011\ue000-\uf8ff\u0300-\u036f\u0189\xd0\xf0]")


# "B Á O  C Á O": letters set apart, words by more than one blank.
_SPACED = re.compile(r"[^\W\d_](?: [^\W\d_])+(?:\s{2,}[^\W\d_](?: [^\W\d_])+)*")
_MIN_SPACED = 4


def join_spaced_letters(line: str) -> str:
    """A line whose letters are set apart by blanks, as words; any other line as it is."""
    line = line.strip()
    if not _SPACED.fullmatch(line) or len(line.split()) < _MIN_SPACED:
        return line
    words = [part.replace(" ", "") for part in re.split(r"\s{2,}", line)]
    return " ".join(words) if all(map(is_syllable, words)) else line


def clean(text: str) -> str:
    """The text in NFC, without characters that carry no text. Blanks and line breaks stay."""
    # Nearly every page is clean, and looking is ten times cheaper than translating.
    if not _UNCLEAN.search(text) and unicodedata.is_normalized("NFC", text):
        return text
    return compose(_SILENT.sub("", text.translate(_BULLETS)))
