"""The task that was done or not done, as written."""

from vnparty_nlp.facts.clauses import Range
from vnparty_nlp.facts.lexicon import word_set
from vnparty_nlp.facts.scope import Scope

_SHORTEST = 2


def read_task(scope: Scope) -> str | None:
    """The task: what was assigned, else what stands before the act, else the act's object."""
    if not scope.core.acts:
        return None
    for part in (_assigned(scope), _before(scope), _object(scope)):
        if part is not None and part[1] - part[0] >= _SHORTEST:
            return scope.text(part)
    return None


def _assigned(scope: Scope) -> Range | None:
    """What follows 'được giao', 'giao cho X', 'nhận' before the act, in its sentence."""
    last = scope.core.acts[-1].end
    start = min(scope.part[0], scope.clause_start)
    for hit in scope.reading.within(f"{scope.label.id}.assigned", (start, last)):
        part = _forward(scope, hit.end, scope.sentence[1])
        if part[1] - part[0] >= _SHORTEST:
            return part
    return None


def _before(scope: Scope) -> Range | None:
    """What stands before the act in the evidence: '[Báo cáo quý I] do đ/c X làm chưa xong'."""
    act = scope.core.acts[0].start
    start, end = _forward(scope, scope.part[0], act)
    while start < end and _is(scope, start, "generic_act"):
        start += 1
    return (start, end) if end > start else None


def _object(scope: Scope) -> Range | None:
    """What follows the act: 'chưa [nộp danh sách hộ nghèo]', 'hoàn thành việc [lập sổ]'."""
    undone = "deadline" in scope.label.slots
    start = scope.core.acts[0].start
    while start < scope.part[1] and (
        _is(scope, start, "generic_act") or (not undone and _is(scope, start, "handed_in"))
    ):
        start += 1
    return _forward(scope, start, scope.part[1])


def _forward(scope: Scope, start: int, limit: int) -> Range:
    """From the first word of content to the end of the task."""
    persons = {i for n in scope.reading.names for i in range(n.title, n.end)}
    while start < limit and (start in persons or _is(scope, start, "task_leads")):
        start += 1
    if start < limit and _opens_circumstance(scope, start):
        return start, start
    end = start
    while end < limit and not _stops(scope, end):
        end += 1
    while end > start and _is(scope, end - 1, "trailing"):
        end -= 1
    return start, end


def _stops(scope: Scope, index: int) -> bool:
    if any(name.title == index for name in scope.reading.names):
        return True
    if scope.reading.syllables.words[index][0] in "\n\t" or _is(scope, index, "task_ends"):
        return True
    return _is_full_date(scope, index) or _opens_circumstance(scope, index)


def _opens_circumstance(scope: Scope, index: int) -> bool:
    """Whether 'ngày', 'từ', 'của' open a date or a person and so end the task."""
    if not _is(scope, index, "before_date_or_person"):
        return False
    persons = {name.title for name in scope.reading.names}
    following = (index + 1, index + 2)
    return any(i in persons or _is_full_date(scope, i) for i in following)


def _is_full_date(scope: Scope, index: int) -> bool:
    return any(q.start == index and len(str(q.value)) > len("2023-05") for q in scope.reading.dates)


def _is(scope: Scope, index: int, words: str) -> bool:
    return word_set(words).holds_common(scope.reading.syllables, index)
