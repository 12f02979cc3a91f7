"""The task that was done or not done, as written."""

from vnparty_nlp.facts.clauses import Range
from vnparty_nlp.facts.mentions import load_mention_words
from vnparty_nlp.facts.scope import Scope
from vnparty_nlp.vietnamese.unicode import strip_marks

# Verbs that say no more than that it was done: the task is their object.
_GENERIC = frozenset(
    "làm hoàn thành thực hiện xong tất triển khai đã được chưa không có việc nhiệm vụ công tác phần đầu bỏ dở để chậm trễ quá hạn còn nợ "
    "tồn vẫn đến nay đang bị mới lo phụ trách nhận đảm đạt vượt mức tốt kịp thời đầy đủ rồi chỉnh".split()
)
_HANDED_IN = frozenset("nộp gửi bàn giao trao".split())
# A task ends before these.
_ENDS = frozenset(
    "hạn trước quá đúng chậm trễ kịp xong nhưng mà vì do so theo đã vẫn chưa tình nên song tới đến , ; . : ( ) – | \t được giao".split()
)
# Behind these stands what was assigned.
_ASSIGNED = (("được", "giao"), ("được", "phân", "công"), ("giao", "cho"), ("phân", "công"), ("phụ", "trách"), ("nhận",), ("giao",))
_LEADS = frozenset("việc nhiệm vụ công tác phần đầu được cho đồng chí đ/c - :".split())
_SHORTEST = 2


def read_task(scope: Scope) -> str | None:
    """The task: what was assigned, else the object of the act, else what stands before it."""
    if not scope.core.acts or scope.status == "conditional":
        return None if not scope.core.acts else _first_text(scope)
    return _first_text(scope)


def _first_text(scope: Scope) -> str | None:
    for part in (_assigned(scope), _before(scope), _object(scope)):
        if part is not None and part[1] - part[0] >= _SHORTEST:
            return scope.text(part)
    return None


def _word(scope: Scope, index: int) -> str:
    return scope.reading.syllables.words[index]


def _is(scope: Scope, index: int, words: frozenset[str]) -> bool:
    word = _word(scope, index)
    return word in words or (scope.reading.syllables.bare and word in _bare(words))


def _bare(words: frozenset[str]) -> frozenset[str]:
    return frozenset(strip_marks(word) for word in words)


def _assigned(scope: Scope) -> Range | None:
    """What follows 'được giao', 'giao cho X' before the act, inside the evidence's sentence."""
    words = scope.reading.syllables.words
    act = scope.core.acts[-1].end
    for phrase in _ASSIGNED:
        for index in range(scope.sentence[0], act - len(phrase)):
            if words[index : index + len(phrase)] == phrase:
                part = _forward(scope, index + len(phrase), scope.sentence[1])
                if part[1] - part[0] >= _SHORTEST:
                    return part
    return None


def _forward(scope: Scope, start: int, limit: int) -> Range:
    """From the first word of content to the end of the task."""
    names = {i for n in scope.reading.names for i in range(n.title, n.end)}
    titles = load_mention_words().titles
    while start < limit and (
        start in names or _is(scope, start, _LEADS) or (_word(scope, start) in titles and start + 1 in names)
    ):
        start += 1
    end = start
    while end < limit and not _stops(scope, end):
        end += 1
    return start, end


def _stops(scope: Scope, index: int) -> bool:
    if any(name.title == index for name in scope.reading.names):
        return True
    if _word(scope, index)[0] in "\n\t" or _is(scope, index, _ENDS):
        return True
    dated = any(q.start == index and len(str(q.value)) > len("2023-05") for q in scope.reading.dates)
    return dated or (_is(scope, index, frozenset({"ngày", "hôm", "từ", "của"})) and _leads_on(scope, index))


def _leads_on(scope: Scope, index: int) -> bool:
    """Whether 'ngày', 'từ', 'của' open a date or a person and so end the task."""
    following = range(index + 1, min(index + 3, len(scope.reading.syllables)))
    dates = {q.start for q in scope.reading.dates}
    titles = {n.title for n in scope.reading.names}
    return any(i in dates or i in titles for i in following)


def _object(scope: Scope) -> Range | None:
    """What follows the act: 'chưa [nộp danh sách hộ nghèo]', 'hoàn thành việc [lập sổ]'."""
    act = scope.core.acts[0]
    start = act.start
    skipped = _GENERIC | (_HANDED_IN if scope.status == "asserted" and not _is_undone(scope) else frozenset())
    while start < scope.part[1] and _is(scope, start, skipped):
        start += 1
    start, end = _forward(scope, start, scope.part[1])
    return start, end


def _is_undone(scope: Scope) -> bool:
    return "deadline" in scope.label.slots


def _before(scope: Scope) -> Range | None:
    """What stands before the act in the evidence: '[Báo cáo quý I] do đ/c X làm chưa xong'."""
    act = scope.core.acts[0]
    start, end = _forward(scope, scope.part[0], act.start)
    while start < end and _is(scope, start, _GENERIC):
        start += 1
    return (start, end) if end > start else None
