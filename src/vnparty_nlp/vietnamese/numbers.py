"""Whole numbers in figures and in words: '02', '1.250', 'hai mươi lăm', 'hăm ba', '03 (ba)'."""

import re
from dataclasses import dataclass

from vnparty_nlp.records import Span
from vnparty_nlp.vietnamese.unicode import fold, strip_marks

# Sources: the counting words of school grammar; mốt, tư, lăm/nhăm after mươi; hăm, băm and
# "bốn lăm" (mươi left out) of speech; linh/lẻ for an empty tens place; ngàn, muôn of the south.
_UNITS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9,
}  # fmt: skip
_AFTER_TENS = {**_UNITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "rưỡi": 5}
_SHORT_TENS = {"hăm": 20, "băm": 30}
_SCALES = {"trăm": 100, "nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 10**9, "tỉ": 10**9}
_FILLERS = ("linh", "lẻ")
_TEN, _TENS, _DOZEN = "mười", "mươi", "chục"
_ZERO = "không"

_WORDS = (*_AFTER_TENS, *_SHORT_TENS, *_SCALES, *_FILLERS, _TEN, _TENS, _DOZEN)
_BARE = {strip_marks(word): word for word in reversed(_WORDS)}
# "Không" stands inside a number only, so no run begins with it.
_BARE_INSIDE = {**_BARE, strip_marks(_ZERO): _ZERO}
_WORD_RUN = re.compile(
    rf"(?<![\w])(?:{'|'.join(sorted({*_WORDS, *_BARE}, key=len, reverse=True))})"
    rf"(?:[ \t]+(?:{'|'.join(sorted({*_WORDS, *_BARE, _ZERO}, key=len, reverse=True))}))*(?!\w)"
)
_FIGURE = re.compile(r"(?<![\w.,/])(?:\d{1,3}(?:\.\d{3})+|\d+)(?![\w/%]|[.,]\d)")
# "năm" is the year before a figure or these words, and "tư" counts only in compounds.
_NO_NUMBER = re.compile(r"năm\s+(?:\d|nay|trước|ngoái|học|qua|sau|tới|đó|này)|tư(?!\s+mươi)")
_REPEATED = re.compile(r"\s*\(\s*([^()]{1,60}?)\s*\)")


@dataclass(frozen=True, slots=True)
class NumberMatch:
    """A whole number and where it stands; a figure repeated in words is one match."""

    span: Span
    value: int


def parse_number(text: str) -> int | None:
    """The whole number that `text` writes, in figures or words; None where it writes none.

    Words without any mark are read too: 'hai muoi lam' is 25.
    """
    text = fold(text.strip())
    if _FIGURE.fullmatch(text):
        return int(text.replace(".", ""))
    words = [_BARE_INSIDE.get(word, word) for word in text.split()]
    return _read_words(words) if words else None


def find_numbers(text: str) -> tuple[NumberMatch, ...]:
    """Every whole number in figures or words, in order; parts of dates and shares are none.

    Words count with their marks only, since 'nam', 'ba', 'sau' are mostly other words.
    """
    folded = fold(text)
    found = [
        NumberMatch(Span(*match.span()), int(match.group().replace(".", "")))
        for match in _FIGURE.finditer(folded)
    ]
    found += _in_words(folded)
    return _merge_repeated(sorted(found, key=lambda number: number.span.start), folded)


def _in_words(folded: str) -> list[NumberMatch]:
    found = []
    for run in _WORD_RUN.finditer(folded):
        words = run.group().split()
        value = _read_words(words)
        if value is not None and not (len(words) == 1 and _NO_NUMBER.match(folded, run.start())):
            found.append(NumberMatch(Span(*run.span()), value))
    return found


def _merge_repeated(found: list[NumberMatch], folded: str) -> tuple[NumberMatch, ...]:
    """'03 (ba)' as one number; where the bracket says another number, both stay."""
    merged: list[NumberMatch] = []
    for number in found:
        before = merged[-1] if merged else None
        bracket = _REPEATED.match(folded, before.span.end) if before else None
        inside = bracket is not None and bracket.start(1) == number.span.start
        if before and bracket and inside and before.value == number.value:
            merged[-1] = NumberMatch(Span(before.span.start, bracket.end()), number.value)
        else:
            merged.append(number)
    return tuple(merged)


def _read_words(words: list[str]) -> int | None:
    """The value of a run of counting words; None where they make no number."""
    for scale in ("tỷ", "tỉ", "triệu", "nghìn", "ngàn"):
        if scale in words:
            at = words.index(scale)
            head = _read_words(words[:at])
            rest = words[at + 1 :]
            if rest == ["rưỡi"]:
                tail: int | None = _SCALES[scale] // 2
            else:
                tail = _read_words(rest) if rest else 0
            if head is None or tail is None:
                return None
            return head * _SCALES[scale] + tail
    return _below_thousand(words)


def _below_thousand(words: list[str]) -> int | None:
    if "trăm" not in words:
        return _below_hundred(words)
    at = words.index("trăm")
    head = 0 if words[:at] == [_ZERO] else _UNITS.get(words[0]) if at == 1 else None
    rest = words[at + 1 :]
    if head is None:
        return None
    if not rest:
        return head * 100
    if rest == ["rưỡi"]:
        return head * 100 + 50
    tail = _below_hundred(rest[1:] if rest[0] in _FILLERS else rest)
    return None if tail is None else head * 100 + tail


def _below_hundred(words: list[str]) -> int | None:
    if words and words[0] in _FILLERS:
        words = words[1:]
    if len(words) == 1:
        return {**_UNITS, _TEN: 10, "tư": 4}.get(words[0])
    if len(words) > 3 or not words:
        return None
    tens, ending = _tens(words)
    if tens is None or len(ending) > 1:
        return None
    if not ending:
        return tens
    unit = _AFTER_TENS.get(ending[0])
    return None if unit is None else tens + unit


def _tens(words: list[str]) -> tuple[int | None, list[str]]:
    """The tens that a run begins with, and the words after them."""
    first, second = words[0], words[1]
    if first == _TEN:
        return 10, words[1:]
    if first in _SHORT_TENS:
        return _SHORT_TENS[first], words[1:]
    if first not in _UNITS:
        return None, words
    if second in (_TENS, _DOZEN, _TEN):
        return _UNITS[first] * 10, words[2:]
    # "bốn lăm": the tens word is left out in speech; "hai ba" would be an estimate, not 23.
    return (
        (_UNITS[first] * 10, words[1:]) if second in ("lăm", "nhăm", "tư", "mốt") else (None, words)
    )
