"""Which numbered lines are clauses, and of which clause each is a part: a beam search.

No table says which style stands under which: each line continues the count of an open clause, or
opens a new one with 1, a or I. Of all ways to read a document the cheapest is taken.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from vnparty_nlp.parsing.clause_marks import LETTERS, OPTIONAL_LETTERS, Kind, Mark

_BEAM = 10
_RANKS: tuple[Kind, ...] = get_args(Kind)
RANK = {kind: place for place, kind in enumerate(_RANKS)}
NAMED = frozenset(_RANKS[:6])
# Costs, compared with the weight of a mark (what it costs to take the line for no clause).
_GAP, _EACH_MISSING, _MAX_MISSING = 0.9, 0.35, 12
_REPEATED, _BACKWARDS, _OTHER_STYLE = 1.4, 2.4, 0.5
_OPEN, _OPEN_LATE, _OUT_OF_ORDER, _INSIDE_ITSELF = 0.8, 2.2, 0.8, 1.0
_CLOSE_HIGHER, _CLOSE_LOWER, _FURTHER_OUT = 2.0, 0.2, 0.01


@dataclass(frozen=True, slots=True)
class Place:
    """A clause: its reading, and the line of the clause that it is a part of (None: of none).

    `merged` is the number of parts of its number that repeat that clause's own.
    """

    line: int
    mark: Mark
    parent: int | None
    merged: int


_Stack = tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    cost: float
    stack: _Stack
    article: int
    place: Place | None
    before: "_Reading | None"


def arrange(lines: Sequence[tuple[Mark, ...] | None]) -> tuple[Place, ...]:
    """The clauses among the lines, in order; each line is given with the readings of its number.

    None stands for the end of a document, behind which the numbers begin anew.
    """
    beam = [_Reading(0.0, (), 0, None, None)]
    for line, marks in enumerate(lines):
        if marks is None:
            beam = [_Reading(r.cost, (), 0, None, r) for r in beam[:1]]
        elif marks:
            beam = _best(after for before in beam for after in _readings(before, line, marks))
    places: list[Place] = []
    last: _Reading | None = beam[0]
    while last is not None:
        places += [last.place] if last.place else []
        last = last.before
    return tuple(reversed(places))


def _best(readings: Iterator[_Reading]) -> list[_Reading]:
    """The cheapest reading of each state, cheapest first."""
    best: dict[tuple[object, ...], _Reading] = {}
    for reading in readings:
        key = (reading.article, *(place.mark for place in reading.stack))
        if key not in best or reading.cost < best[key].cost:
            best[key] = reading
    return sorted(best.values(), key=lambda reading: reading.cost)[:_BEAM]


def _readings(before: _Reading, line: int, marks: tuple[Mark, ...]) -> Iterator[_Reading]:
    skipped = max(mark.weight for mark in marks)
    yield _Reading(before.cost + skipped, before.stack, before.article, None, before)
    for mark in marks:
        for depth, cost, merged in _moves(before, mark):
            parent = before.stack[depth - 1].line if depth else None
            place = Place(line, mark, parent, merged)
            yield _Reading(
                cost=before.cost + cost + mark.doubt,
                stack=(*before.stack[:depth], place),
                article=mark.value if mark.kind == "article" else before.article,
                place=place,
                before=before,
            )


def _moves(before: _Reading, mark: Mark) -> Iterator[tuple[int, float, int]]:
    """Depth of the new clause, cost, and how many parts of its number repeat its parent's."""
    stack = before.stack
    for depth in range(len(stack), -1, -1):
        outward = _FURTHER_OUT * (len(stack) - depth)
        merged = _merged(stack[:depth], mark)
        if depth < len(stack):
            cost = _continuing(stack[depth].mark, mark)
            if mark.kind == "article" and cost is not None:
                cost = _running(before.article, mark)
            if cost is not None:
                yield depth, cost + outward, merged
        if mark.kind == "article" and before.article:
            opening = min(_running(before.article, mark), _first(mark) + 1.2)
        else:
            opening = _first(mark)
        if merged:
            opening = min(opening, 0.2) if mark.value == 1 else 0.9
        order = _order(stack, depth, mark, bool(merged))
        if order is not None:
            yield depth, opening + order + outward, merged


def _first(mark: Mark) -> float:
    if len(mark.parts) > 1:
        return _OPEN + 0.3 if mark.value == 1 else _OPEN_LATE
    return _OPEN if mark.value == 1 else _OPEN_LATE


def _running(last: int, mark: Mark) -> float:
    """Articles are counted through the whole document, over all chapters."""
    if mark.value == last + 1:
        return 0.0
    if mark.value > last:
        return _GAP + _EACH_MISSING * min(mark.value - last - 1, 4)
    return _REPEATED if mark.value == last else _BACKWARDS


def _continuing(last: Mark, mark: Mark) -> float | None:
    """What it costs to count on from `last` to `mark`; None where they are no one count."""
    if last.kind != mark.kind or len(last.parts) != len(mark.parts):
        return None
    if any(a[0] != b[0] for a, b in zip(last.parts, mark.parts, strict=True)):
        return None
    style = 0.0 if last.style == mark.style or mark.kind in NAMED else _OTHER_STYLE
    if last.parts[:-1] != mark.parts[:-1]:
        # "1.3" → "2.1" where no clause "2" stands between.
        (*_, (_, old)), (*_, (_, new)) = last.parts[:-1], mark.parts[:-1]
        return style + (0.3 if new == old + 1 and mark.value == 1 else _BACKWARDS)
    steps = _steps(mark.parts[-1][0], last.value, mark.value)
    if steps == 1:
        return style
    if steps > 1:
        missing = steps - 1
        return style + _GAP + _EACH_MISSING * missing if missing <= _MAX_MISSING else None
    return style + (_REPEATED if steps == 0 else _BACKWARDS)


def _steps(part: str, last: int, value: int) -> int:
    """How far a number is behind another; letters that may be left out do not count."""
    if part not in ("l", "u") or value <= last:
        return value - last
    return 1 + sum(letter not in OPTIONAL_LETTERS for letter in LETTERS[last : value - 1])


def _order(stack: _Stack, depth: int, mark: Mark, merged: bool) -> float | None:
    """What it costs to open a clause at this depth; None where that cannot be."""
    rank = RANK[mark.kind]
    parent = stack[depth - 1].mark if depth else None
    if mark.kind in NAMED:
        # A level with a name stands under no lower one, and closes none above it.
        kept = all(RANK[p.mark.kind] < rank or _heads(p.mark, mark) for p in stack[:depth])
        closed = stack[depth:]
        free = not closed or not (RANK[closed[0].mark.kind] < rank or _heads(closed[0].mark, mark))
        return 0.0 if kept and free else None
    if merged:
        return 0.0
    cost = 0.0
    if parent is not None and RANK[parent.kind] >= rank and parent.kind not in NAMED:
        # "1)" under "a)" is as common as "1)" under nothing.
        bracket = mark.kind == "number" and mark.style.endswith(")") and parent.kind == "letter"
        cost += 0.2 if bracket else _OUT_OF_ORDER
    if parent is not None and parent.kind == "article" and mark.kind in ("roman", "capital"):
        cost += _OUT_OF_ORDER
    for place in stack[:depth]:
        if place.mark.kind == mark.kind and len(place.mark.parts) == len(mark.parts):
            cost += _INSIDE_ITSELF if place.mark.style == mark.style else 0.2
    for place in stack[depth:]:
        lower = RANK[place.mark.kind] > rank
        cost += _CLOSE_LOWER if lower else _CLOSE_HIGHER
    return cost


def _heads(upper: Mark, mark: Mark) -> bool:
    """Whether a level without a name may stand above one with: "I. …" above "Điều 1."."""
    return upper.kind in ("capital", "roman") and mark.kind in ("article", "section", "subsection")


def _merged(stack: _Stack, mark: Mark) -> int:
    """How many leading parts of the number repeat those of the open clauses."""
    prefix = mark.parts[:-1]
    if not prefix or not stack:
        return 0
    # Under "Mục 1" the clause 1.1 is cited with both numbers; under "Điều 5" 5.1 is not.
    open_places = [p for p in stack if p.mark.kind == "article" or p.mark.kind not in NAMED]
    chain: tuple[tuple[str, int], ...] = ()
    for place in reversed(open_places):
        if (*place.mark.parts, *chain) == prefix:
            return len(prefix)
        chain = (*place.mark.parts[place.merged :], *chain)
    return 0
