"""Dates as secretaries write them, day first: '05/6/2023', 'mồng 5/6', 'ngày 5 tháng sáu'."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vnparty_nlp.records import Span
from vnparty_nlp.vietnamese.numbers import parse_number
from vnparty_nlp.vietnamese.unicode import fold, strip_marks

UNKNOWN_YEAR = "XXXX"

# Digits as OCR may leave them, in lower case: o for 0; l, i and | for 1; one true digit at least.
_D = r"[\doli|]"
_TWO_DIGITS = rf"(?:\d{_D}?|{_D}\d)"
_DAY, _MONTH = rf"(?P<day>{_TWO_DIGITS})", rf"(?P<month>{_TWO_DIGITS})"
_YEAR = rf"(?P<year>[12il|]{_D}{{2}}\d|2o{_D}{{2}})"
_END = r"(?![\w/]|[.,]\d)"
_START = r"(?<![\w/.,])"
_GAP = r"[ \t]*\n?[ \t]*"
_DAY_WORD = (
    r"(?:ba|hai)\s+muoi(?:\s+(?:mot|hai|ba|bon|tu|lam|nam|nham|sau|bay|tam|chin))?"
    r"|muoi(?:\s+(?:mot|hai|ba|bon|tu|lam|nam|nham|sau|bay|tam|chin))?"
    r"|ham\s+\w+|mot|hai|ba|bon|nam|sau|bay|tam|chin"
)
_MONTH_WORD = "muoi\\s+mot|muoi\\s+hai|muoi|gieng|mot|hai|ba|tu|bon|nam|sau|bay|tam|chin|chap"
_YEAR_PART = rf"(?:{_GAP}(?:,{_GAP})?(?:nam|[/.-]){_GAP}{_YEAR})"
_FIRST_TEN = r"(?:mong|mung)"

# Matched over lower case without marks, each form on its own; earlier forms win where two overlap.
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_START}(?P<year>[12]\d{{3}})-(?P<month>\d\d)-(?P<day>\d\d){_END}",
        rf"{_START}{_DAY}{_GAP}(?P<mark>[/.-]){_GAP}{_MONTH}{_GAP}(?P=mark){_GAP}{_YEAR}{_END}",
        rf"{_START}{_DAY}(?P<mark>[/.-]){_MONTH}(?P=mark)(?P<short>\d\d){_END}(?!-)",
        rf"{_START}{_DAY}{_GAP}thang{_GAP}(?:{_MONTH}|(?P<month_word>{_MONTH_WORD})\b)"
        rf"{_YEAR_PART}?{_END}",
        rf"\b(?:ngay|{_FIRST_TEN})\s+(?:{_FIRST_TEN}\s+)?(?P<day_word>{_DAY_WORD})\s+thang\s+"
        rf"(?:{_MONTH}|(?P<month_word>{_MONTH_WORD})\b){_YEAR_PART}?{_END}",
        rf"\b(?:thang|t)[ .]{{0,2}}(?:{_MONTH}|(?P<month_word>{_MONTH_WORD})\b){_YEAR_PART}{_END}",
        rf"\b(?:thang|t)[ .]{{0,2}}{_MONTH}(?:/|\s+nam\s+)'?(?P<short>\d\d){_END}",
        rf"{_START}{_MONTH}{_GAP}/{_GAP}{_YEAR}{_END}(?!\s*[-–]\s*[a-z])",
        rf"{_START}{_MONTH}/(?P<short>[5-9]\d){_END}(?!\s*[-–%]\s*[a-z])",
        rf"{_START}{_DAY}{_GAP}/{_GAP}{_MONTH}{_END}",
        rf"\bthang\s+(?:(?P<month>\d{{1,2}})|(?P<month_word>{_MONTH_WORD})\b){_END}",
    )
)
_DAY_OF_MONTH, _DAY_MONTH, _MONTH_ALONE = 3, len(_FORMS) - 2, len(_FORMS) - 1

# What makes 'd/m' a date and no share or count: a word of time before it.
_TIME_WORD = re.compile(
    r"\b(?:ngay|mong|mung|hom|bua|sang|trua|chieu|toi|dem|truoc|sau|tu|den|vao|han|hen|ke|khi|het|"
    r"k[yi]|buoi|phien)\s*$"
)
_NUMBER_WORD = re.compile(
    r"\b(?:so|thua|lo|hem|kiet|ngo|ngach|nha|duong|to|dat|quyet|qd|khoan)\s*$"
)
_LUNAR = re.compile(r"\s*(?:\(\s*)?(?:am lich|al\b)")
_LUNAR_BEFORE = re.compile(r"\b(?:ram|mung mot|mong mot)\s*$")
_COUNTED = re.compile(r"\d\s*$")
_LISTED_DAYS = re.compile(
    r"\b(?:ngay|hom|bua|toi|sang|chieu)\s+(?:(?:mong|mung)\s+)?((?:\d{1,2}(?:\s*(?:[,;+&-]|va|den|hoac|ngay)\s*)+)+)$"
)
_MONTH_JOINT = r"(?:\s*(?:[,;+&]|va|voi)\s*(?:va\s+)?(?:thang\s*|t)?|\s+(?:thang\s*|t))"
_LISTED_MONTHS = (
    re.compile(
        rf"\b(?:thang|t)[ .]{{0,2}}(?P<months>\d{{1,2}}(?:{_MONTH_JOINT}\d{{1,2}})+)"
        rf"(?:{_YEAR_PART}{_END}|{_END}(?!\s*(?:/|d/c|dong chi|buoi|ky|dang vien|nguoi)))"
    ),
    # "3 kỳ 2, 3, 4/2023": without the word, but with a year.
    re.compile(
        rf"(?:\bk[yi]\s+|\(\s*)(?P<months>\d{{1,2}}(?:\s*(?:,|va)\s*(?:va\s+)?\d{{1,2}})+)"
        rf"/{_YEAR}{_END}"
    ),
)
_JOINED = re.compile(r"\s*(?:[,;+&–-]|va|den|toi|het|ngay|\s)*\s*")
_LIST_JOINT = re.compile(r"\s*(?:,|va|,\s*va)\s*(?:k[yi]|buoi|ngay)?\s*")
_THROUGH = re.compile(r"\b(?:den|toi)\b")
_MONTH_NAMES = {"gieng": 1, "tu": 4, "chap": 12}
# Without marks other words look like these: 'tháng sau', 'tháng tạm giam', 'tháng bà Nga nộp'.
_MARKED_MONTH = re.compile(
    r"giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười(?:\s+(?:một|hai))?|chạp"
)
_OCR_DIGITS = str.maketrans({"o": "0", "l": "1", "i": "1", "|": "1"})


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date as written and as '2023-05-12', '2023-05' or, without a year, 'XXXX-05-12'."""

    span: Span
    value: str


def find_dates(text: str, *, year: int | None = None) -> tuple[DateMatch, ...]:
    """Every date of `text`, in order; `year` stands in where a date does not say its own.

    Impossible dates, lunar dates and blanks ('ngày … tháng …') are none. In 'ngày 5, 12 và 19/4'
    each day is a date; dates of one list share the year that its last one says.
    """
    folded = fold(text)
    plain = strip_marks(folded)
    found = list(_listed_months(plain))
    doubtful: list[DateMatch] = []
    for index, form in enumerate(_FORMS):
        for match in form.finditer(plain):
            span = Span(*match.span())
            if any(span.start < old.span.end and old.span.start < span.end for old in found):
                continue
            value = _value(match)
            if value is None or not _names_month(match, folded):
                continue
            if _is_date(index, match, plain):
                found.append(DateMatch(span, value))
            elif index == _DAY_MONTH and not _NUMBER_WORD.search(plain[: match.start()]):
                doubtful.append(DateMatch(span, value))
    found = _with_neighbours(found, doubtful, plain)
    found = _with_listed_days(found, plain)
    return tuple(_fill_year(date, year) for date in _share_years(found, plain))


def _listed_months(plain: str) -> Iterator[DateMatch]:
    """The months of 'tháng 4, 5 và 6/2023', each with the year of the list."""
    matches = (match for form in _LISTED_MONTHS for match in form.finditer(plain))
    for match in matches:
        year = _year(match.groupdict())
        for month in re.finditer(r"\d+", match.group("months")):
            if 1 <= int(month.group()) <= 12:
                start = match.start("months") + month.start()
                prefix = UNKNOWN_YEAR if year is None else f"{year:04d}"
                span = Span(start, start + len(month.group()))
                yield DateMatch(span, f"{prefix}-{int(month.group()):02d}")


def _value(match: re.Match[str]) -> str | None:
    """The normalised date; None where there is no such day."""
    groups = match.groupdict()
    year = _year(groups)
    month = _figure(groups.get("month")) or _month_of(groups.get("month_word"))
    has_day = bool(groups.get("day") or groups.get("day_word"))
    day = _figure(groups.get("day")) or parse_number(groups.get("day_word") or "")
    if month is None or not 1 <= month <= 12:
        return None
    prefix = f"{UNKNOWN_YEAR if year is None else f'{year:04d}'}-{month:02d}"
    if not has_day:
        return prefix
    # 2024 stands in for an unknown year: it has a 29 February.
    if day is None or not 1 <= day <= calendar.monthrange(year or 2024, month)[1]:
        return None
    return f"{prefix}-{day:02d}"


def _year(groups: dict[str, str | None]) -> int | None:
    if short := groups.get("short"):
        return 1900 + int(short) if int(short) >= 50 else 2000 + int(short)
    year = _figure(groups.get("year"))
    return year if year is None or 1900 <= year <= 2100 else None


def _figure(digits: str | None) -> int | None:
    return int(digits.translate(_OCR_DIGITS)) if digits else None


def _names_month(match: re.Match[str], folded: str) -> bool:
    """Whether a month in words is one with its marks; in notes without marks 'sau' is none."""
    if not match.groupdict().get("month_word"):
        return True
    word = folded[slice(*match.span("month_word"))]
    if _MARKED_MONTH.fullmatch(word):
        return True
    return "thang" in folded[slice(*match.span())] and word.isascii() and word != "sau"


def _month_of(word: str | None) -> int | None:
    if word is None:
        return None
    return _MONTH_NAMES.get(word) or parse_number(" ".join(word.split()))


def _is_date(form: int, match: re.Match[str], plain: str) -> bool:
    before, after = plain[: match.start()], plain[match.end() :]
    if _LUNAR.match(after) or (form == _MONTH_ALONE and _LUNAR_BEFORE.search(before)):
        return False
    if form == _MONTH_ALONE:
        return _COUNTED.search(before) is None
    if form == _DAY_OF_MONTH and not match.group("year"):
        return _TIME_WORD.search(before) is not None
    if form != _DAY_MONTH:
        return True
    # A share never exceeds one, so '12/5' can only be a date unless it is a house number;
    # '5/6' needs a word of time before it.
    day, month = _figure(match.group("day")) or 0, _figure(match.group("month")) or 0
    if _NUMBER_WORD.search(before):
        return False
    return _TIME_WORD.search(before) is not None or (day > month and not after.startswith("%"))


def _with_neighbours(
    found: list[DateMatch], doubtful: list[DateMatch], plain: str
) -> list[DateMatch]:
    """The dates with each 'd/m' that stands in one list with a date: '3/2, 3/3 và 4/4/2023'."""
    dates = sorted(found, key=lambda date: date.span.start)
    for one in sorted(doubtful, key=lambda date: -date.span.start):
        near = any(
            _LIST_JOINT.fullmatch(plain[one.span.end : date.span.start])
            or _LIST_JOINT.fullmatch(plain[date.span.end : one.span.start])
            for date in dates
        )
        if near:
            dates = sorted([*dates, one], key=lambda date: date.span.start)
    return dates


def _with_listed_days(found: list[DateMatch], plain: str) -> list[DateMatch]:
    """The dates with the bare days before them: 'ngày 5, 12 và 19/4/2023'."""
    listed = []
    for date in found:
        days = _LISTED_DAYS.search(plain[: date.span.start])
        if days and len(date.value) == len("2023-05-12"):
            for day in re.finditer(r"\d{1,2}", days.group(1)):
                span = Span(days.start(1) + day.start(), days.start(1) + day.end())
                if 1 <= int(day.group()) <= 31:
                    listed.append(DateMatch(span, f"{date.value[:8]}{int(day.group()):02d}"))
    return sorted(found + listed, key=lambda date: date.span.start)


def _share_years(found: list[DateMatch], plain: str) -> Iterator[DateMatch]:
    """The dates; in '12/4, 10/5 và 14/6/2023' the first two take the year of the last."""
    later: DateMatch | None = None
    shared = []
    for date in reversed(found):
        if later and date.value.startswith(UNKNOWN_YEAR):
            between = plain[date.span.end : later.span.start]
            if _JOINED.fullmatch(between) and not later.value.startswith(UNKNOWN_YEAR):
                date = replace(date, value=_year_before(date, later, between) + date.value[4:])
        shared.append(date)
        later = date
    return reversed(shared)


def _year_before(date: DateMatch, later: DateMatch, between: str) -> str:
    """The year of a date that leads to a later one: 'từ tháng 11 đến 2/2024' began in 2023."""
    turns = _THROUGH.search(between) is not None and date.value[4:] > later.value[4:]
    return f"{int(later.value[:4]) - turns:04d}"


def _fill_year(date: DateMatch, year: int | None) -> DateMatch:
    if year is None or not date.value.startswith(UNKNOWN_YEAR):
        return date
    return replace(date, value=f"{year:04d}{date.value[4:]}")
