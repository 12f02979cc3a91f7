"""Normalised values as a Vietnamese reader expects them: 'quý II năm 2023', '180.000 đồng'."""

import re
from collections.abc import Mapping

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.records import SlotValue
from vnparty_nlp.report.wording import load_wording

_UNKNOWN_YEAR = "XXXX"
_NO_YEAR = "(không rõ năm)"
_QUARTERS = {"1": "I", "2": "II", "3": "III", "4": "IV"}
_HALVES = {"1": "6 tháng đầu năm", "2": "6 tháng cuối năm"}
_UNITS = {"Y": "năm", "M": "tháng", "W": "tuần", "D": "ngày"}
_DURATION = re.compile(r"P(\d+)([YMWD])")


def readable_slots(slots: Mapping[str, SlotValue]) -> list[tuple[str, str]]:
    """Name and value of each slot, in the order of the catalogue."""
    catalogue, words = load_catalogue(), load_wording().slots
    return [
        (words[key].name, readable_value(key, slots[key]))
        for key in catalogue.slot_types
        if key in slots
    ]


def readable_value(key: str, value: SlotValue) -> str:
    """The value of that slot as people write it."""
    if isinstance(value, bool):
        return "buổi họp này"
    if isinstance(value, int):
        unit = load_wording().slots[key].unit
        return f"{grouped(value)} {unit}" if unit else str(value)
    if isinstance(value, list):
        return "; ".join(readable_date(date) for date in value)
    kind = load_catalogue().slot_types[key]
    if kind == "date":
        return readable_date(value)
    return readable_period(value) if kind == "period" else value


def readable_date(value: str) -> str:
    """'2023-05-12' → 'ngày 12/5/2023', '2023-05' → 'tháng 5/2023', 'XXXX-05-12' → 'ngày 12/5 …'."""
    year, *rest = value.split("-")
    numbers = [str(int(part)) for part in reversed(rest)]
    if not numbers:
        return _of_year("", year)
    word = "ngày" if len(numbers) == 2 else "tháng"
    if year == _UNKNOWN_YEAR:
        return f"{word} {'/'.join(numbers)} {_NO_YEAR}"
    return f"{word} {'/'.join((*numbers, year))}"


def readable_period(value: str) -> str:
    """'2023-Q2' → 'quý II năm 2023', 'P3M' → '3 tháng', '2023-04..2023-06' → 'từ … đến …'."""
    if duration := _DURATION.fullmatch(value):
        return f"{duration[1]} {_UNITS[duration[2]]}"
    first, joined, last = value.partition("..")
    if joined:
        return f"từ {readable_period(first)} đến {readable_period(last)}"
    year, _, part = value.partition("-")
    if part.startswith("Q"):
        return _of_year(f"quý {_QUARTERS[part[1:]]} ", year)
    if part.startswith("H"):
        half = _HALVES[part[1:]]
        return f"{half} {_NO_YEAR if year == _UNKNOWN_YEAR else year}"
    return readable_date(value)


def _of_year(part: str, year: str) -> str:
    if year == _UNKNOWN_YEAR:
        return f"{part}{_NO_YEAR}"
    return f"{part}năm {year}"


def short_date(value: str | None) -> str:
    """An ISO date as '12/5/2023', for a column whose head says what it is; "" for none."""
    return readable_date(value).removeprefix("ngày ").removeprefix("tháng ") if value else ""


def grouped(number: int) -> str:
    """The number with a point between thousands."""
    return f"{number:,}".replace(",", ".")


def percentage(probability: float) -> str:
    """A probability in whole per cent; never 0 or 100, which would promise too much."""
    if probability > 0.99:
        return "trên 99%"
    if probability < 0.01:
        return "dưới 1%"
    return f"{round(probability * 100)}%"
