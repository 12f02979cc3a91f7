"""Slots that hold periods and years."""

import re

from vnparty_nlp.facts.lexicon import word_set
from vnparty_nlp.facts.quantities import Quantity
from vnparty_nlp.facts.scope import Scope
from vnparty_nlp.facts.slots.times import inside

_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = len("2023-05")


def read_period(scope: Scope) -> str | None:
    """The period that the fact is about; a quarter stands before a length of time."""
    if "count" in scope.label.slots:
        return _of_absence(scope)
    if "helper" in scope.label.slots:
        return _of_help(scope)
    found = inside(scope, scope.reading.periods)
    named = [q for q in found if not str(q.value).startswith("P")]
    if named:
        return _by_months(str(named[0].value))
    earlier = _earlier(scope)
    if earlier:
        return earlier
    return str(found[0].value) if found else None


def _earlier(scope: Scope) -> str | None:
    """The nearest period named before ('quý III: A nộp đủ, B chưa nộp'), else the next one."""
    outside = [q for q in scope.nearest(scope.reading.periods) if not str(q.value).startswith("P")]
    if outside:
        return _by_months(str(outside[0].value))
    year = _bare_year(scope)
    return str(year) if year else None


def _by_months(value: str) -> str:
    """'2024-03-01..2024-05-31' by its months: a period is told no finer."""
    first, _, last = value.partition("..")
    months = first[:_MONTH], last[:_MONTH]
    return f"{months[0]}..{months[1]}" if last and months[0] != months[1] else value


def _of_absence(scope: Scope) -> str | None:
    found = inside(scope, scope.reading.periods)
    lengths = [q for q in found if str(q.value).startswith("P")]
    if scope.status in ("conditional", "negated") and lengths:
        return str(lengths[0].value)
    near = [q for q in scope.nearest(scope.reading.periods) if _in_sentence(scope, q)]
    for quantity in near:
        value = str(quantity.value)
        whole = "Q" in value or "H" in value or _YEAR.fullmatch(value)
        if whole or (".." in value and scope.is_spoken_range(quantity)):
            return _by_months(value)
    return None


def _of_help(scope: Scope) -> str | None:
    for quantity in inside(scope, scope.reading.periods):
        value = str(quantity.value)
        if value.startswith("P") or ".." in value:
            return _by_months(value)
        until = word_set("until").any_in(
            scope.reading.syllables, quantity.start - 2, quantity.start
        )
        if not until and not _YEAR.fullmatch(value):
            return value
    return None


def _in_sentence(scope: Scope, quantity: Quantity) -> bool:
    return scope.sentence[0] <= quantity.start < scope.sentence[1]


def read_year(scope: Scope) -> int | None:
    """The year that the fact is about: of its evidence, else the nearest one named before."""
    years = [q for q in scope.reading.periods if _YEAR.fullmatch(str(q.value))]
    own = inside(scope, tuple(years))
    if own:
        return int(str(own[0].value))
    if "decision_no" in scope.label.slots and (dated := _decision_year(scope)):
        return dated
    for quantity in scope.nearest(years):
        if "level" in scope.label.slots or quantity.end <= scope.part[0]:
            return int(str(quantity.value))
    return _bare_year(scope)


def _decision_year(scope: Scope) -> int | None:
    """The year in which the decision was dated."""
    for quantity in scope.reading.dates:
        value = str(quantity.value)
        if _in_sentence(scope, quantity) and _YEAR.match(value):
            return int(value[:4])
    return None


def _bare_year(scope: Scope) -> int | None:
    """A year without the word ('xếp loại đv 2023:'), outside of any date."""
    taken = {
        index
        for q in (*scope.reading.dates, *scope.reading.decisions)
        for index in range(q.start, q.end)
    }
    for index, word in enumerate(scope.reading.syllables.words):
        if index not in taken and _YEAR.fullmatch(word):
            return int(word)
    return None
