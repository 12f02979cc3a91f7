"""Periods as written: 'quý II/2023', '6 tháng đầu năm', 'tháng 4, 5, 6/2023', '12 tháng'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from vnparty_nlp.records import Span
from vnparty_nlp.vietnamese.dates import UNKNOWN_YEAR, find_dates
from vnparty_nlp.vietnamese.numbers import parse_number
from vnparty_nlp.vietnamese.unicode import fold, strip_marks

_YEAR = (
    r"(?:\s*[,/.-]?\s*(?:nam\s*)?(?P<year>(?:19|20)\d\d)"
    r"|\s*(?:/|,?\s*nam\s+)\s*'?(?P<short>\d\d))"
)
_END = r"(?![\w/]|[.,]\d)"
_ORDINAL = r"(?:iv|i{1,3}|[1-4]|0[1-4]|l{1,3}|mot|hai|ba|bon|tu)"
_JOINT = r"\s*(?:,\s*(?:va\s)?|;|&|\+|-|–|va\s+ca|va|voi|den|toi|(?=thang|qu[yi]\b))\s*"
_NO_UNIT = r"(?!\s*(?:thang|nam\s+(?!\d)|buoi|ky|ngay|d/c|dong\s+chi))"
_QUARTERS = re.compile(
    rf"\b(?:qu[yi]\s*|q\.?\s?(?=[1-4ivl]))(?P<numbers>{_ORDINAL}(?:{_JOINT}(?:qu[yi]\s*)?{_ORDINAL}\b{_NO_UNIT})*)"
    rf"{_YEAR}?(?![\w]|/\w|[.,]\d)"
)
_HALF = re.compile(
    rf"\b(?:(?:0?6|sau)\s*thang|nua(?:\s*nam)?)\s*(?P<half>dau|cuoi)"
    rf"(?P<year_word>\s*nam(?!\s*(?:19|20)\d\d))?{_YEAR}?{_END}"
)
_SOME_MONTHS = re.compile(
    rf"\b(?P<count>\d{{1,2}}|ba|bon|chin)\s*thang\s*(?P<end>dau|cuoi)\s*"
    rf"(?:nam(?!\s*(?:19|20)\d\d))?{_YEAR}?{_END}"
)
_COUNTED = r"(?!\s*(?:/\s*\d{1,2}\b|dong\s+chi|d/c|buoi|ky\b|nguoi))"
_MONTHS = re.compile(
    r"\b(?:thang|th|t)[ .]{0,2}(?P<numbers>\d{1,2}"
    rf"(?:{_JOINT}(?:(?:thang|th|t)[ .]{{0,2}})?\d{{1,2}}{_COUNTED})*){_YEAR}?{_END}"
)
_SPAN_OF_YEARS = re.compile(
    r"\b(?:nam\s*hoc|nhiem\s*ky|giai\s*doan|nien\s*khoa)\s*"
    r"(?P<first>(?:19|20)\d\d)\s*(?:-|–|den)\s*(?P<last>(?:19|20)\d\d)\b"
)
_YEAR_ALONE = re.compile(
    r"\b(?:ca\s+)?nam\s*(?:(?P<year>(?:19|20)\d\d)|'?(?P<short>[89]\d))(?![\w/%]|[.,]\d)"
)
_COUNT = (
    r"(?:\d{1,3}(?:\s*\([^()\d]{1,20}\))?|(?:hai|ba|bon|nam|sau|bay|tam|chin)\s+muoi(?:\s+\w+)?"
    r"|muoi\s+(?:hai|lam|tam)|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)"
)
_DURATION = re.compile(
    rf"(?<![\w./,-])(?P<count>{_COUNT}|nua)\s*(?P<unit>nam|qu[yi]|thang|tuan|ngay)\b"
    r"(?!\s*(?:\d|dau\s+nam|cuoi\s+nam|dau\s+20|cuoi\s+20|sau\b|chap|gieng))"
)
_NO_QUARTERS = ("quỳ", "quỹ", "quỷ")
_UNITS = {"nam": "Y", "thang": "M", "tuan": "W", "ngay": "D"}
_MARKED_UNITS = ("năm", "quý", "quí", "tháng", "tuần", "ngày")
_MARKED_NUMBERS = frozenset(
    {"một", "hai", "ba", "bốn", "tư", "năm", "lăm", "nhăm", "sáu", "bảy", "bẩy", "tám", "chín"}
    | {"mười", "mươi", "mốt", "nửa"}
)
_QUARTER, _QUARTER_WORDS = 3, ("quy", "qui")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "l": 1, "ll": 2, "lll": 3, "tu": 4}
_TO = re.compile(r"\s*(?:den|toi|-|–|->|=>)\s*(?:het|nay)?\s*(?:ngay|het)?\s*")
_FROM = re.compile(r"\b(?:tu|ke tu)(?:\s+ngay|\s+dau)?\s*$")


@dataclass(frozen=True, slots=True)
class PeriodMatch:
    """A period and where it stands.

    `value` is '2023-Q2', '2023-H1', '2023', '2023-04', '2023-04..2023-06', 'XXXX-Q2' or, for a
    bare length, 'P3M'.
    """

    span: Span
    value: str


def find_periods(text: str, *, year: int | None = None) -> tuple[PeriodMatch, ...]:
    """Every period of `text`, in order, without overlaps; `year` stands in for an unknown one.

    Neighbouring months or quarters of one list are one range; others are a period each.
    """
    plain = strip_marks(fold(text))
    found: list[PeriodMatch] = []
    for reader in (_ranges, _halves, _quarters, _spans_of_years, _months, _years, _durations):
        for period in reader(plain, fold(text)):
            if not any(_overlap(period.span, old.span) for old in found):
                found.append(period)
    found.sort(key=lambda period: period.span.start)
    return tuple(_fill_year(period, year) for period in _share_years(found, plain))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _year_of(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if year := groups.get("year"):
        return year
    if short := groups.get("short"):
        return f"{19 if int(short) >= 50 else 20}{short}"
    return UNKNOWN_YEAR


def _ranges(plain: str, folded: str) -> Iterator[PeriodMatch]:
    """'từ tháng 1 đến tháng 3/2024', 'từ 01/3/2024 đến 01/3/2025': dates joined by 'đến'."""
    dates = find_dates(folded)
    for first, last in pairwise(dates):
        before = _FROM.search(plain[: first.span.start])
        between = plain[first.span.end : last.span.start]
        dashed = re.fullmatch(r"\s+[-–]\s+", between) is not None
        if (before or dashed) and _TO.fullmatch(between):
            start = first.value
            begin = before.start() if before else first.span.start
            yield PeriodMatch(Span(begin, last.span.end), f"{start}..{last.value}")


def _halves(plain: str, _folded: str) -> Iterator[PeriodMatch]:
    for match in _HALF.finditer(plain):
        # "nửa đầu" alone may be that of a meeting or a book.
        if (
            _year_of(match) == UNKNOWN_YEAR
            and "nam" not in match.group()
            and "nua" in match.group()
        ):
            continue
        half = 1 if match.group("half") == "dau" else 2
        yield PeriodMatch(Span(*match.span()), f"{_year_of(match)}-H{half}")
    for match in _SOME_MONTHS.finditer(plain):
        count, year = parse_number(match.group("count")), _year_of(match)
        if count and 1 < count < 12:
            first = 1 if match.group("end") == "dau" else 13 - count
            value = f"{year}-{first:02d}..{year}-{first + count - 1:02d}"
            yield PeriodMatch(Span(*match.span()), value)


def _quarters(plain: str, folded: str) -> Iterator[PeriodMatch]:
    for match in _QUARTERS.finditer(plain):
        if folded[match.start() : match.start() + 3] in _NO_QUARTERS:
            continue
        yield from _listed(match, _ORDINAL, form="Q{}")


def _months(plain: str, folded: str) -> Iterator[PeriodMatch]:
    for match in _MONTHS.finditer(plain):
        # "3 tháng 5 đ/c" is a length and five comrades; "2 tháng 7 - 8" are two months.
        listed = re.search(r"\D\s*\d", match.group("numbers")) is not None
        if listed or re.search(r"\d\s*$", plain[: match.start()]) is None:
            yield from _listed(match, r"\d{1,2}", form="{:02d}")
    for date in find_dates(folded):
        if len(date.value) == len("2023-05"):
            yield PeriodMatch(date.span, date.value)


def _listed(match: re.Match[str], number: str, *, form: str) -> Iterator[PeriodMatch]:
    """The months or quarters of one list: a range where they follow each other."""
    # "T10-T12": a figure may follow its t or th without a space.
    items = list(re.finditer(rf"(?:\b|(?<=[th])){number}\b", match.group("numbers")))
    values = [_ROMAN.get(item.group()) or parse_number(item.group()) or 0 for item in items]
    limit = 12 if form == "{:02d}" else 4
    if not all(1 <= value <= limit for value in values):
        return
    year = _year_of(match)
    names = [f"{year}-{form.format(value)}" for value in values]
    through = re.search(r"-|–|\bden\b|\btoi\b", match.group("numbers"))
    steps = {later - earlier for earlier, later in pairwise(values)}
    if len(values) == 1:
        yield PeriodMatch(Span(*match.span()), names[0])
    elif steps == {1} or (through and len(values) == 2 and values[0] < values[1]):
        yield PeriodMatch(Span(*match.span()), f"{names[0]}..{names[-1]}")
    else:
        offset = match.start("numbers")
        for item, name in zip(items, names, strict=True):
            yield PeriodMatch(Span(offset + item.start(), offset + item.end()), name)


def _spans_of_years(plain: str, _folded: str) -> Iterator[PeriodMatch]:
    for match in _SPAN_OF_YEARS.finditer(plain):
        yield PeriodMatch(Span(*match.span()), f"{match.group('first')}..{match.group('last')}")


def _years(plain: str, _folded: str) -> Iterator[PeriodMatch]:
    for match in _YEAR_ALONE.finditer(plain):
        yield PeriodMatch(Span(*match.span()), _year_of(match))


def _durations(plain: str, folded: str) -> Iterator[PeriodMatch]:
    for match in _DURATION.finditer(plain):
        unit, written = match.group("unit"), folded[match.start("unit") : match.end("unit")]
        # In a text with marks, bare "nam" and "ngay" are other words (south; at once).
        if folded != plain and not (written in _MARKED_UNITS and _is_counted(match, folded)):
            continue
        if any(_overlap(Span(*match.span()), date.span) for date in find_dates(folded)):
            continue
        if match.group("count") == "nua":
            length = "P6M" if unit == "nam" else None
        else:
            count = parse_number(re.sub(r"\s*\(.*", "", match.group("count"))) or 0
            length = (
                f"P{count * _QUARTER}M" if unit in _QUARTER_WORDS else f"P{count}{_UNITS[unit]}"
            )
            length = length if count else None
        if length:
            yield PeriodMatch(Span(*match.span()), length)


def _is_counted(match: re.Match[str], folded: str) -> bool:
    """Whether the count of a length is a number with its marks: 'ba tháng', not 'bà tháng'."""
    words = re.findall(r"[^\W\d]+", folded[slice(*match.span("count"))].partition("(")[0])
    return all(word in _MARKED_NUMBERS for word in words)


def _share_years(found: list[PeriodMatch], plain: str) -> list[PeriodMatch]:
    """The periods; in 'quý I và tháng 5 năm 2023' the first takes the year of the second."""
    shared: list[PeriodMatch] = []
    later: PeriodMatch | None = None
    for period in reversed(found):
        if later and period.value.startswith(UNKNOWN_YEAR) and later.value[:2] in ("19", "20"):
            between = plain[period.span.end : later.span.start]
            if re.fullmatch(r"\s*(?:,|;|&|va|cua|trong|thuoc|\()?\s*", between):
                period = replace(period, value=period.value.replace(UNKNOWN_YEAR, later.value[:4]))
                if later.value.isdigit():
                    # 'quý I của năm 2022': the year belongs to the quarter.
                    period = replace(period, span=Span(period.span.start, later.span.end))
                    shared.pop()
        shared.append(period)
        later = period
    return shared[::-1]


def _fill_year(period: PeriodMatch, year: int | None) -> PeriodMatch:
    if year is None:
        return period
    return replace(period, value=period.value.replace(UNKNOWN_YEAR, f"{year:04d}"))
