"""Numbers of decisions and the bodies that took them."""

from collections.abc import Sequence

from vnparty_nlp.facts.clauses import Range
from vnparty_nlp.facts.cues import Hit
from vnparty_nlp.facts.scope import Scope
from vnparty_nlp.vietnamese.unicode import strip_marks

# What may follow the head of a body's name: its level and its place.
_LEVELS = frozenset(
    "xã phường huyện quận tỉnh thị trấn khối cơ sở bộ phận thành phố nhà nước khu vực nội trung ương đảng ủy tỉnh cấp trên quân sự "
    "thường vụ công ty trường thôn xóm bản ấp buôn tổ dân phố cũ kế hoạch".split()
)
_FINDS = frozenset("kết xác phát chỉ nêu ghi trả thông báo khẳng nhận".split())
_OF = frozenset({"của", "bị", "do", "được", "cua", "bi", "duoc", "trình", "qua", "tại", "theo"})
_ISSUES = frozenset("quyết thi ban ra kỷ xử khiển cảnh cách khai công không phạt quyet canh khien ky xu".split())
_OFFICES = frozenset({"thư", "thu", "viên", "vien", "phó", "pho", "trước", "truoc", "đến", "về", "lên"})


def read_number(scope: Scope) -> str | None:
    """The number of the decision or conclusion in the evidence, else the nearest in its sentence."""
    conclusion = "conclusion_no" in scope.label.slots
    start, end = scope.sentence
    for quantity in scope.nearest(scope.reading.decisions):
        value = str(quantity.value)
        if not (start <= quantity.start and quantity.end <= end):
            continue
        if conclusion == ("KL" in value.upper()) and (not conclusion or "/" in value):
            return value
    return None


def _bodies(scope: Scope, part: Range) -> list[Range]:
    """The names of bodies in a stretch; the letters of a decision's number are none."""
    taken = {i for q in scope.reading.decisions for i in range(q.start, q.end)}
    hits = [h for h in scope.reading.within("bodies.any", part) if h.start not in taken]
    found: list[Range] = []
    for hit in hits:
        start = found.pop()[0] if found and found[-1][1] >= hit.start else hit.start
        found.append((start, _body_end(scope, hit.end, part[1])))
    return found


def _body_end(scope: Scope, end: int, limit: int) -> int:
    syllables = scope.reading.syllables
    bare = {strip_marks(word) for word in _LEVELS} if syllables.bare else _LEVELS
    persons = {i for n in scope.reading.names for i in range(n.title, n.end)}
    while end < limit and end not in persons:
        capital = syllables.text[syllables.starts[end]].isupper() and syllables.words[end].isalpha()
        if not capital and syllables.words[end] not in bare:
            break
        end += 1
    return end


def _word(scope: Scope, index: int) -> str:
    words = scope.reading.syllables.words
    return words[index] if 0 <= index < len(words) else ""


def read_authority(scope: Scope) -> str | None:
    """The body that issued the sanction, where the evidence names it in words."""
    found = _bodies(scope, scope.part) or _bodies(scope, scope.sentence)
    for start, end in found:
        before, after = _word(scope, start - 1), _word(scope, end)
        if before in _OFFICES:
            continue
        if before in _OF or after in _ISSUES:
            return scope.text((start, end))
    return None


def read_finding_body(scope: Scope) -> str | None:
    """The body that found it, as written; none where nothing is found yet."""
    if scope.status == "alleged":
        return None
    whole = (0, scope.sentence[1])
    finders: Sequence[Hit] = scope.reading.within("bodies.finder", whole)
    found = [
        part
        for part in _bodies(scope, whole)
        if any(part[0] <= f.start and f.end <= part[1] for f in finders)
        or _word(scope, part[1]) in _FINDS
    ]
    if not found:
        return None
    best = next((part for part in found if _word(scope, part[1]) in _FINDS), found[0])
    of = [part for part in found if part[0] == best[1] + 1 and _word(scope, best[1]) in ("của", "cua")]
    return scope.text(of[0] if of else best)


def read_recipient(scope: Scope) -> str | None:
    """The committee above that got or approved the result, as written."""
    hits = scope.cues("recipient", scope.part)
    if not hits:
        return None
    hit = max(hits, key=lambda h: h.end - h.start)
    return scope.text((hit.start, _body_end(scope, hit.end, scope.part[1])))
