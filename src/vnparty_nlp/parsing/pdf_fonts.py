"""Words of a PDF page whose fonts are made for an older code → Unicode."""

import ctypes
import re
from collections.abc import Iterator, Sequence, Set
from typing import Any

import pypdfium2.raw as raw

from vnparty_nlp.parsing.characters import clean
from vnparty_nlp.parsing.legacy_blocks import LegacyText, Run
from vnparty_nlp.parsing.legacy_report import Conversion
from vnparty_nlp.parsing.word_boxes import Ends

# Vietnamese in Unicode has none of these; a page in an older code has them in every line. The
# minus sign and the dot operator stand for ư and ã.
_HINTS = re.compile(
    "[¡-¦©ª¬®¯µ¶¸-º¼-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñöøûüþÿ\x80-\x9f\u2020-\u2022\u2039\u203a\u2212\u2219]"
)
_FEWEST_HINTS = 2
# Windows' own encoding has a hyphen in the place of ư: "n-íc" is "nước", and at the end of a line
# "t-" is "tư". No syllable ends in the consonants before it.
_HYPHEN = re.compile(
    "(?<![^\\W\\d_])([§BCDGHKLMNPQRSTVX]?[bcdghklmnpqrstvx®]{1,3}|§)"
    "(?:-(?=[^\\W\\d_A-Z]|[¡-¿])|[\x02\ufffe]$)"
)
# "Th- ký", "Bí th-," are "Thư ký", "Bí thư,": the onsets of syllables that end in ư without a tone.
_LAST_HYPHEN = re.compile(
    '(?<![^\\W\\d_])([CDHLSTX]|[CKNT]h|Ng|Tr|[cdhlstx]|[cknt]h|ng|tr)-(?=[.,;:!?)\\]”’"]*$)'
)
# "d- Về tài chính" at the start of a line is an item, not "dư".
_ITEM = re.compile("[CDHcdh]-$")
# What stands for a hyphen at the end of a line, see pdf_page.py.
LINE_HYPHEN = str.maketrans({"\x02": "-", "\ufffe": "-"})
_LINE_ENDS = frozenset(b"\r\n")
_MOST_FONT_NAME = 256


def modern_words(
    text_page: Any, number: int, text: str, words: tuple[list[str], Ends]
) -> tuple[list[str], tuple[Conversion, ...]]:
    """The words of page `number` in Unicode, as many as there were, and what was converted.

    `text` is pdfium's text of the page; the words come with the places of their first and last
    characters. A page whose text holds no hint of an older code costs one search in it.
    """
    texts, places = words
    if text.isascii() or len(_HINTS.findall(text)) < _FEWEST_HINTS:
        return texts, ()
    lines = list(_lines(text_page, places.tolist()))
    runs = _runs(text_page, texts, places.tolist(), {start for start, _ in lines})
    legacy = LegacyText(runs)
    modern: list[str] = []
    for start, stop in lines:
        line, encoding = legacy.convert(runs[start:stop], number)
        if encoding is None:
            modern += texts[start:stop]
        else:
            # A soft hyphen that became no letter was a hyphen.
            modern += [clean(word.replace("\xad", "-")) for word in line.split(" ")[:-1]]
    kept = [new or old for new, old in zip(modern, texts, strict=True)]
    return kept, legacy.conversions


def _runs(
    text_page: Any, texts: Sequence[str], places: Sequence[Sequence[int]], starts: Set[int]
) -> list[Run]:
    """Each word with a blank behind it and its font, the soft hyphens still in it."""
    handle = text_page.raw
    runs: list[Run] = []
    for number, (text, (first, last)) in enumerate(zip(texts, places, strict=True)):
        codes = [raw.FPDFText_GetUnicode(handle, place) for place in range(first, last + 1)]
        whole = "".join(map(chr, codes))
        # Words put together from scattered letters are not where their places say.
        usable = " " not in whole and clean(whole.translate(LINE_HYPHEN)) == text
        written = _HYPHEN.sub("\\1\xad", whole) if usable else text
        if usable and not (number in starts and _ITEM.match(whole)):
            written = _LAST_HYPHEN.sub("\\1\xad", written)
        runs.append(Run(f"{written.translate(LINE_HYPHEN)} ", _font(handle, first)))
    return runs


def _font(handle: Any, place: int) -> str | None:
    name, flags = ctypes.create_string_buffer(_MOST_FONT_NAME), ctypes.c_int()
    raw.FPDFText_GetFontInfo(handle, place, name, _MOST_FONT_NAME, flags)
    return name.value.decode("utf-8", "replace") or None


def _lines(text_page: Any, places: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """First word and end of each line, as pdfium breaks them."""
    handle, start = text_page.raw, 0
    for number in range(1, len(places)):
        between = range(places[number - 1][1] + 1, places[number][0])
        if any(raw.FPDFText_GetUnicode(handle, place) in _LINE_ENDS for place in between):
            yield start, number
            start = number
    if places:
        yield start, len(places)
