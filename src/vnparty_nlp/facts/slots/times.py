"""Slots that hold days: when it happened, by when it was due, which meetings were missed."""

import re
from datetime import date

from vnparty_nlp.facts.lexicon import word_set
from vnparty_nlp.facts.quantities import Quantity
from vnparty_nlp.facts.scope import Scope
from vnparty_nlp.vietnamese.numbers import parse_number
from vnparty_nlp.vietnamese.unicode import strip_marks

_FULL = len("2023-05-12")
_WEEK = 7
_HEAD_SYLLABLES = 6
_COUNT = (
    r"(?P<count>\d{1,2}|mot|hai|ba|bon|nam|sau|bay|muoi)\s*(?:\([^()]*\)\s*)?"
    r"(?P<unit>ngay|tuan|hom)"
)
_AHEAD = (
    re.compile(rf"\btruoc(?:\s+[a-z]+){{0,5}}?\s+{_COUNT}\b"),
    re.compile(rf"\b{_COUNT}\s+(?:lam viec\s+)?(?:truoc|ve)\b"),
    re.compile(rf"\b(?:it nhat|toi thieu|chan|dung)\s+{_COUNT}\b"),
)


def inside(scope: Scope, found: tuple[Quantity, ...]) -> list[Quantity]:
    """The quantities that lie in the evidence."""
    start, end = scope.part
    return [q for q in found if start <= q.start and q.end <= end]


def _is_full(quantity: Quantity) -> bool:
    return len(str(quantity.value)) == _FULL


def _follows(scope: Scope, quantity: Quantity, words: str, count: int) -> bool:
    """Whether one of the words stands among the `count` syllables before a date."""
    start = quantity.start
    return word_set(words).any_in(scope.reading.syllables, start - count, start)


def _is_due(scope: Scope, quantity: Quantity) -> bool:
    syllables, start = scope.reading.syllables, quantity.start
    if scope.reading.starting("connectors.due", (start, start + 1)):
        # The column of a table says so.
        return True
    latest = any(
        word_set("latest").holds(syllables, index) and word_set("most").holds(syllables, index + 1)
        for index in range(max(start - 4, 0), start - 1)
    )
    return latest or _follows(scope, quantity, "due", 4)


def read_dates(scope: Scope) -> list[str] | None:
    """The days or months of the meetings that were missed; of a leave, the meeting's own date."""
    ranges = [q for q in scope.reading.periods if ".." in str(q.value) and scope.is_spoken_range(q)]
    found = [
        q
        for q in scope.reading.dates
        if scope.part[0] <= q.start <= scope.part[1] + 1
        and q.end <= scope.sentence[1]
        and not any(r.start <= q.start < r.end for r in ranges)
    ]
    if found:
        return list(dict.fromkeys(str(q.value) for q in found))
    if "this_meeting" in scope.label.slots and read_this_meeting(scope):
        held = scope.reading.passage.held_on or _own_date(scope)
        return [held] if held else None
    return None


def _own_date(scope: Scope) -> str | None:
    """The date with which the passage itself opens ('8h ngày 06/6/2024 bắt đầu')."""
    for quantity in scope.reading.dates:
        if quantity.end <= scope.part[0] and _is_full(quantity):
            return str(quantity.value) if quantity.start <= _HEAD_SYLLABLES else None
    return None


def read_this_meeting(scope: Scope) -> bool | None:
    """True for a leave from this meeting: no other date and no number of meetings is told."""
    if scope.status in ("conditional", "negated"):
        return None
    near = (scope.part[0], min(scope.part[1] + 3, scope.sentence[1]))
    quantities = (*scope.reading.dates, *scope.reading.periods)
    if any(near[0] <= q.start < near[1] for q in quantities):
        return None
    syllables, meetings = scope.reading.syllables, word_set("meetings")
    counted = any(
        meetings.holds(syllables, index) and parse_number(syllables.words[index - 1]) is not None
        for index in range(near[0] + 1, near[1])
    )
    return None if counted else True


def read_date(scope: Scope) -> str | None:
    """The day on which it happened: a date of the evidence, or the first one behind it."""
    near = (scope.part[0], min(scope.part[1] + 4, scope.sentence[1]))
    found = [q for q in scope.reading.dates if near[0] <= q.start and q.end <= near[1]]
    if "task" in scope.label.slots:
        found = [q for q in found if not _is_due(scope, q)]
    if "document" in scope.label.slots:
        # Of a transfer the day of the paper counts, not the day of the move ('từ 1/2').
        found = [q for q in found if not _follows(scope, q, "since", 2)]
    if "days_ahead" in scope.label.slots:
        return _notice_date(scope, found)
    if not found:
        return None
    full = [q for q in found if _is_full(q)]
    return str((full or found)[-1].value)


def _notice_date(scope: Scope, found: list[Quantity]) -> str | None:
    """The date of the notice: the earlier of two, else one that is not the meeting's own."""
    full = [q for q in found if _is_full(q)]
    if len(full) > 1:
        return min((str(q.value) for q in full), key=lambda value: value[-5:])
    for quantity in found:
        own = _follows(scope, quantity, "since", 2)
        if own or not _follows(scope, quantity, "meeting_day", 3):
            return str(quantity.value)
    return None


def read_deadline(scope: Scope) -> str | None:
    """The date behind 'hạn' or 'trước', in the evidence, else in its sentence."""
    start, end = scope.sentence
    found = [q for q in scope.nearest(scope.reading.dates) if start <= q.start and q.end <= end]
    return next((str(q.value) for q in found if _is_due(scope, q)), None)


def read_days_ahead(scope: Scope) -> int | None:
    """Days between notice and meeting: as told, or between the two dates that are told."""
    text = strip_marks(scope.text((scope.part[0], scope.sentence_end)).lower())
    for pattern in _AHEAD:
        if stated := pattern.search(text):
            count = parse_number(stated.group("count"))
            return count * (_WEEK if stated.group("unit") == "tuan" else 1) if count else None
    days = [
        date.fromisoformat(str(q.value).replace("XXXX", "2024"))
        for q in scope.reading.dates
        if _is_full(q) and scope.sentence[0] <= q.start < scope.sentence[1]
    ]
    if len(days) == 2 and days[0] != days[1]:
        return abs((days[1] - days[0]).days)
    return None
