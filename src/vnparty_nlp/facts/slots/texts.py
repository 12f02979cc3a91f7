"""Slots that hold words of the passage: documents, places, property, outcomes."""

from vnparty_nlp.facts.clauses import Range
from vnparty_nlp.facts.cues import Hit
from vnparty_nlp.facts.scope import Scope
from vnparty_nlp.vietnamese.unicode import strip_marks

# A noun phrase ends before these words.
_STOPS = frozenset(
    "không chưa đã bị được do mà là của cho nhưng và vì để theo đến từ tại trước sau trong khi vẫn còn đang ở nào này đó thì nên "
    "lại vào lên với bằng trễ chậm quá hạn đúng thiếu sai khớp đạt rồi ngày nơi đi nay lần có về đều có".split()
)
_SIGNS = frozenset(", . ; : ( ) - – | \t + \" “ ”".split(" "))
_PLACE_HEADS = frozenset("về cho đến tới tại ở bên".split())
_PLACE_NOUNS = frozenset(
    "chi đảng xã phường khu tổ thị huyện quận trường nơi cấp ban công xí bệnh trạm cơ hợp thôn ấp bản buôn xóm làng đơn phòng".split()
)


def _is(scope: Scope, index: int, words: frozenset[str]) -> bool:
    """Whether a syllable in lower case is one of the words, marks or none."""
    syllables = scope.reading.syllables
    if syllables.text[syllables.starts[index]].isupper():
        return False
    word = syllables.words[index]
    return word in words or (syllables.bare and word in {strip_marks(w) for w in words})


def _noun(scope: Scope, start: int, limit: int) -> Range:
    """From an opening word to the end of its noun phrase."""
    words = scope.reading.syllables.words
    titles = {name.title for name in scope.reading.names}
    end = start + 1
    while end < limit and end not in titles and not _is(scope, end, _STOPS):
        if words[end] in _SIGNS or words[end][0] in "\n\t":
            break
        end += 1
    return start, end


def read_document(scope: Scope) -> str | None:
    """The paper that was not handed in, or not true, as written."""
    whole = (0, len(scope.reading.syllables))
    for part in (scope.part, scope.sentence, whole):
        hits = scope.cues("document", part)
        if hits:
            hit = max(hits, key=lambda h: (_is_noun(h), -h.start))
            end = _noun(scope, hit.end - 1, part[1])[1]
            return scope.text((hit.start, max(hit.end, end)))
    return None


def _is_noun(hit: Hit) -> bool:
    """Whether a cue names a paper and not the act of declaring."""
    return hit.phrase.split()[0] not in ("kê", "khai", "tài", "thu")


def read_place(scope: Scope) -> str | None:
    """Where the membership should have been handed in, as written."""
    syllables = scope.reading.syllables
    persons = {name.title for name in scope.reading.names}
    for index in range(scope.part[0], scope.part[1] - 1):
        if not _is(scope, index, _PLACE_HEADS) or index + 1 in persons:
            continue
        proper = syllables.text[syllables.starts[index + 1]].isupper()
        if proper or _is(scope, index + 1, _PLACE_NOUNS):
            return scope.text(_noun(scope, index + 1, scope.part[1]))
    return None


def read_asset(scope: Scope) -> str | None:
    """Property that was misused, where no sum of money is told."""
    if any(scope.part[0] <= q.start < scope.part[1] for q in scope.reading.amounts):
        return None
    hits = scope.cues("asset", scope.part)
    if not hits:
        return None
    start = hits[0].end
    end = start
    limit = scope.part[1]
    words = scope.reading.syllables.words
    stops = _STOPS - {"của"}
    while end < limit and not _is(scope, end, stops) and words[end] not in _SIGNS:
        end += 1
    return scope.text((start, end)) if end - start > 1 else None


def read_outcome(scope: Scope) -> str | None:
    """How the help ended, as written."""
    if scope.status in ("conditional", "negated"):
        return None
    hits = scope.cues("outcome", scope.part) or scope.cues("outcome", scope.sentence)
    if not hits:
        return None
    hit = max(hits, key=lambda h: (min(h.end - h.start, 2), -h.start))
    return scope.text((hit.start, hit.end))
