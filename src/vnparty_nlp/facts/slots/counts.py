"""Slots that count meetings or money."""

from vnparty_nlp.facts.lexicon import word_set
from vnparty_nlp.facts.scope import Scope
from vnparty_nlp.facts.slots.times import inside
from vnparty_nlp.vietnamese.numbers import find_numbers, parse_number

_LOOK_BACK = 40
# "vắng 5 buổi, trong đó 3 buổi không phép": the share is the count.
_OF_WHICH = (("trong", "đó"), ("trong", "do"))


def read_count(scope: Scope) -> int | None:
    """How many meetings were missed: 'ba buổi', '02 kỳ'; 0 where none was missed."""
    syllables, meetings = scope.reading.syllables, word_set("meetings")
    start, end = scope.part
    end = min(end + 4, scope.sentence[1])
    if scope.status == "negated":
        missed_none = meetings.any_in(syllables, start, end)
        return 0 if missed_none and not inside(scope, scope.reading.dates) else None
    share = [i for i in range(start, end - 1) if syllables.words[i : i + 2] in _OF_WHICH]
    for index in range(max([start, 1, *share[:1]]), end):
        if not meetings.holds(syllables, index):
            continue
        value = _number_before(scope, index)
        if value is None and index + 2 < len(syllables):
            nth = word_set("ordinal").holds(syllables, index + 1)
            value = parse_number(syllables.words[index + 2]) if nth else None
        if value is not None:
            return value
    return _in_cell(scope) or (1 if _is_at_this_meeting(scope) else None)


def _in_cell(scope: Scope) -> int | None:
    """The figure that is all of a cell under a column of absences."""
    for act in scope.core.acts:
        word = scope.reading.syllables.words[act.start]
        if act.end == act.start + 1 and word.isdigit() and scope.reading.passage.columns:
            return int(word)
    return None


def _number_before(scope: Scope, index: int) -> int | None:
    """The number that ends right before a syllable; a repeated figure '03 (ba)' is one."""
    syllables = scope.reading.syllables
    head = syllables.text[: syllables.ends[index - 1]][-_LOOK_BACK:]
    for number in find_numbers(head):
        if number.span.end == len(head):
            return number.value
    return parse_number(syllables.words[index - 1]) if syllables.bare else None


def _is_at_this_meeting(scope: Scope) -> bool:
    """Whether a named person was absent without leave, and no other meeting is told."""
    if "this_meeting" in scope.label.slots or not scope.subjects:
        return False
    told = inside(scope, scope.reading.dates) or inside(scope, scope.reading.periods)
    return scope.status in ("asserted", "alleged") and not told


def read_amount(scope: Scope) -> int | None:
    """The sum of money in the evidence, else the only one of its sentence."""
    start, end = scope.sentence
    own = inside(scope, scope.reading.amounts)
    if own:
        return int(own[0].value)
    amounts = [q for q in scope.reading.amounts if start <= q.start and q.end <= end]
    near = [q for q in amounts if scope.part[1] <= q.start <= scope.part[1] + 4]
    if near:
        return int(near[0].value)
    before = [q for q in amounts if q.end <= scope.part[0]]
    return int(before[0].value) if len(amounts) == 1 and before else None
