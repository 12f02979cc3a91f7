"""One form for Vietnamese letters, and forms for comparing them.

All comparing forms keep the length of an NFC text, so offsets stay valid.
"""

import re
import unicodedata

_MARKS = re.compile(r"[\u0300-\u036f]{2,}")
# A loose mark may belong to a letter that has taken another one: é + circumflex is ế.
_LOOSE = re.compile(r"[\u0300-\u036f]")
_LOOKALIKES = str.maketrans({"\u00d0": "\u0110", "\u00f0": "\u0111", "\u0189": "\u0110"})
# Vowel marks come before tone marks of the same combining class; typed in the wrong order they
# would not compose (e + acute + circumflex; seen in nltk's udhr `Vietnamese-ALRN-UTF8`).
_VOWEL_MARKS = "\u031b\u0302\u0306"

_OPEN_SYLLABLE = re.compile(
    r"(?<![qQ])(?P<o>[oO])(?P<ae>[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ])(?!\w)"
    r"|(?<![qQ])(?P<u>[uU])(?P<y>[ỳýỷỹỵỲÝỶỸỴ])(?!\w)"
)


def compose(text: str) -> str:
    """The text in NFC, with misordered marks put right and Icelandic eth read as đ.

    Source of the look-alikes: party documents of 2024–2025 carry U+00D0 in "QÐ".
    """
    text = text.translate(_LOOKALIKES)
    if unicodedata.is_normalized("NFC", text) and not _LOOSE.search(text):
        return text
    decomposed = unicodedata.normalize("NFD", text)
    ordered = _MARKS.sub(lambda match: _order_marks(match.group()), decomposed)
    return unicodedata.normalize("NFC", ordered)


def _order_marks(marks: str) -> str:
    return "".join(sorted(marks, key=lambda mark: mark not in _VOWEL_MARKS))


def _base_letter(letter: str) -> str:
    return {"đ": "d", "Đ": "D"}.get(letter, unicodedata.normalize("NFD", letter)[0])


_LETTERS = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1EA0, 0x1EFA))]
_UNMARKED = {ord(letter): _base_letter(letter) for letter in _LETTERS}


def strip_marks(text: str) -> str:
    """The text without tone and vowel marks, đ as d; as long as the (NFC) text."""
    return text.translate(_UNMARKED)


def fold_tone_place(text: str) -> str:
    """The text with the tone on the first vowel of open oa, oe, uy: hoà → hòa, thuỷ → thủy.

    Source of the class: docs/guideline; `quý`, `hoàn`, `giá` are not in it. Keeps the length.
    """
    return _OPEN_SYLLABLE.sub(_move_tone, text)


def _move_tone(match: re.Match[str]) -> str:
    first = match.group("o") or match.group("u")
    second = match.group("ae") or match.group("y")
    mark = next(m for m in unicodedata.normalize("NFD", second) if unicodedata.combining(m))
    return unicodedata.normalize("NFC", first + mark) + _base_letter(second)


def fold(text: str) -> str:
    """Lower case with the tone in one place: equal for spellings that mean the same."""
    folded = fold_tone_place(text).lower()
    return folded if len(folded) == len(text) else text
