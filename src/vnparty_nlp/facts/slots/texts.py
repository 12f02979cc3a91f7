"""Slots that hold words of the passage: documents, places, property, outcomes."""

from vnparty_nlp.facts.clauses import Range
from vnparty_nlp.facts.cues import Hit
from vnparty_nlp.facts.lexicon import word_set
from vnparty_nlp.facts.scope import Scope
from vnparty_nlp.facts.tasks import find_task


def _noun(scope: Scope, start: int, limit: int, *, stops: str = "noun_ends") -> Range:
    """From an opening word to the end of its noun phrase."""
    syllables = scope.reading.syllables
    persons = {name.title for name in scope.reading.names}
    end = start + 1
    while end < limit and end not in persons and not _is(scope, end, stops):
        if _is(scope, end, "signs") or syllables.words[end][0] in "\n\t":
            break
        if _is(scope, end, "issued_on") and any(
            end < q.start <= end + 2 for q in scope.reading.dates
        ):
            break
        end += 1
    return start, end


def _is(scope: Scope, index: int, words: str) -> bool:
    return word_set(words).holds_common(scope.reading.syllables, index)


def read_task(scope: Scope) -> str | None:
    """The task that was done or not done, as written."""
    part = find_task(scope.reading, scope.label, scope.core, scope.subjects)
    return scope.text(part) if part else None


def read_document(scope: Scope) -> str | None:
    """The paper that was not handed in, or not true, as written."""
    whole = (0, len(scope.reading.syllables))
    parts = (scope.part, scope.sentence, whole)
    papers = [[hit for hit in scope.cues("document", part) if _names_paper(hit)] for part in parts]
    acts = [scope.cues("document", part) for part in parts]
    for part, hits in zip((*parts[:2], *parts), (*papers[:2], *acts), strict=True):
        if hits:
            end = _noun(scope, hits[0].end - 1, part[1])[1]
            return scope.text((hits[0].start, _joined_end(scope, max(hits[0].end, end), part[1])))
    return None


def _joined_end(scope: Scope, end: int, limit: int) -> int:
    """The end of the second paper of two: 'lý lịch [và bằng kỹ sư]'."""
    if end + 1 < limit and _is(scope, end, "paper_joints"):
        second = [h for h in scope.cues("document", (end + 1, limit)) if h.start == end + 1]
        if second:
            return _noun(scope, max(h.end for h in second) - 1, limit)[1]
    return end


def _names_paper(hit: Hit) -> bool:
    """Whether a cue names a paper and not the act of declaring."""
    return hit.phrase.split()[0] not in ("kê", "khai", "tài", "thu")


def read_place(scope: Scope) -> str | None:
    """Where the membership should have been handed in, as written."""
    for part in (scope.part, scope.sentence):
        if (place := _place_in(scope, part)) is not None:
            return scope.text(place)
    return None


def _place_in(scope: Scope, part: Range) -> Range | None:
    """The first place or body behind 'về', 'cho' or 'tới' in a stretch."""
    syllables = scope.reading.syllables
    persons = {name.title for name in scope.reading.names}
    for index in range(part[0], part[1] - 1):
        if not _is(scope, index, "place_heads") or index + 1 in persons:
            continue
        proper = syllables.text[syllables.starts[index + 1]].isupper()
        if proper or _is(scope, index + 1, "place_nouns"):
            place = _noun(scope, index + 1, part[1])
            if not all(_is(scope, i, "no_place_alone") for i in range(*place)):
                return place
    return None


def read_asset(scope: Scope) -> str | None:
    """Property that was misused, where no sum of money is told: '6 tấn xi măng của xã'."""
    start, end = scope.part
    if any(start <= q.start < end for q in scope.reading.amounts):
        return None
    for part in (scope.part, scope.sentence):
        for hit in scope.cues("asset", part):
            end = _noun(scope, hit.end - 1, part[1], stops="asset_ends")[1]
            if end - hit.start > 1:
                return scope.text((hit.start, end))
    return None


def read_outcome(scope: Scope) -> str | None:
    """How the help ended, as written."""
    if scope.status in ("conditional", "negated"):
        return None
    hits = scope.cues("outcome", scope.part) or scope.cues("outcome", scope.sentence)
    if not hits:
        return None
    hit = max(hits, key=lambda h: (min(h.end - h.start, 2), -h.start))
    end = _noun(scope, hit.end - 1, scope.sentence[1], stops="outcome_ends")[1]
    start, end = hit.start, max(end, hit.end)
    while start > scope.sentence[0] and _is(scope, start - 1, "outcome_leads"):
        start -= 1
    # "tiến bộ rõ, tự giác đi họp"
    more = [h for h in scope.cues("outcome", scope.sentence) if h.start == end + 1]
    if more and scope.reading.syllables.words[end] == ",":
        end = max(
            more[0].end, _noun(scope, more[0].end - 1, scope.sentence[1], stops="outcome_ends")[1]
        )
    return scope.text((start, end))
