"""The year of dates and periods that do not say it themselves."""

import re
from collections.abc import Sequence
from dataclasses import replace

from vnparty_nlp.facts.quantities import Quantity
from vnparty_nlp.vietnamese.dates import UNKNOWN_YEAR

_YEAR = re.compile(r"(?:19|20)\d\d")
_FIRST_MONTH = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}
# A month that lies further ahead than this was that of the year before.
_MONTHS_AHEAD = 6


def with_years(
    found: Sequence[Quantity], stated: Sequence[Quantity], held_on: str | None
) -> tuple[Quantity, ...]:
    """The quantities, with the year that a reader would have in mind instead of an unknown one.

    That is the only year that the passage states anywhere (`stated`), else that of the document's
    meeting; in January 'quý IV' is that of the year before.
    """
    years = {year for q in stated for year in _YEAR.findall(str(q.value))}
    if len(years) == 1:
        (year,) = years
        return tuple(replace(q, value=_filled(q.value, year)) for q in found)
    if years or held_on is None:
        return tuple(found)
    return tuple(replace(q, value=_by_meeting(q.value, held_on)) for q in found)


def _filled(value: str | int, year: str) -> str | int:
    return value.replace(UNKNOWN_YEAR, year) if isinstance(value, str) else value


def _by_meeting(value: str | int, held_on: str) -> str | int:
    if not isinstance(value, str) or not value.startswith(UNKNOWN_YEAR):
        return value
    year, month = int(held_on[:4]), int(held_on[5:7])
    part = value[len(UNKNOWN_YEAR) + 1 :][:2]
    own_month = _FIRST_MONTH.get(part) or (int(part) if part.isdigit() else month)
    return _filled(value, str(year - (own_month - month > _MONTHS_AHEAD)))
