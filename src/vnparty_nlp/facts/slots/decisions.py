"""Numbers of decisions and the bodies that took them."""

from vnparty_nlp.facts.clauses import Range
from vnparty_nlp.facts.lexicon import word_set
from vnparty_nlp.facts.scope import Scope

_CONCLUSION = "KL"


def read_number(scope: Scope) -> str | None:
    """The number of the decision or conclusion in the evidence, else the nearest to it."""
    start, end = scope.sentence
    for quantity in scope.nearest(scope.reading.decisions):
        if (
            start <= quantity.start
            and quantity.end <= end
            and _is_wanted(scope, str(quantity.value))
        ):
            return str(quantity.value)
    return None


def _is_wanted(scope: Scope, number: str) -> bool:
    """Whether a number is a conclusion's or a decision's, as the label asks."""
    concludes = _CONCLUSION in number.upper()
    if "conclusion_no" in scope.label.slots:
        return concludes and "/" in number
    return not concludes


def read_authority(scope: Scope) -> str | None:
    """The body that issued the sanction, where the evidence names it in words."""
    for start, end in _bodies(scope, (scope.sentence[0], scope.part[1])):
        if _is(scope, start - 1, "no_authority_before"):
            continue
        inside = start >= scope.part[0]
        taken = start == scope.part[0] or _is(scope, start - 1, "of_body")
        if _is(scope, end, "issues") or (inside and taken):
            return scope.text((start, end))
    return None


def read_finding_body(scope: Scope) -> str | None:
    """The body that found it, as written; none where nothing is found yet."""
    if scope.status == "alleged":
        return None
    whole = (0, scope.sentence[1])
    finders = [hit.start for hit in scope.reading.within("bodies.finder", whole)]
    bodies = _bodies(scope, whole)
    heads = [part for part in bodies if any(part[0] <= f < part[1] for f in finders)]
    found = heads or [part for part in bodies if _is(scope, part[1], "finds")]
    if not found:
        return None
    best = next((part for part in found if _is(scope, part[1], "finds")), found[0])
    return scope.text((best[0], _above_end(scope, best[1], bodies)))


def _above_end(scope: Scope, end: int, bodies: list[Range]) -> int:
    """The end of the body behind 'của': 'Tổ xác minh [của Thanh tra huyện]', '[của xã]'."""
    if not _is(scope, end, "of"):
        return end
    above = [part[1] for part in bodies if part[0] == end + 1]
    return above[0] if above else max(end, _level_end(scope, end + 1, end))


def _level_end(scope: Scope, start: int, otherwise: int) -> int:
    """The end of a level or place that begins at a syllable; `otherwise` where none does."""
    end = _body_end(scope, start, scope.sentence[1])
    return end if end > start else otherwise


def read_recipient(scope: Scope) -> str | None:
    """The committee above that got or approved the result, as written."""
    hits = scope.cues("recipient", scope.part)
    if not hits:
        return None
    towards = [hit for hit in hits if _is(scope, hit.start - 1, "towards")]
    hit = (towards or hits)[0]
    return scope.text((hit.start, _body_end(scope, hit.end, scope.part[1])))


def _bodies(scope: Scope, part: Range) -> list[Range]:
    """The names of bodies in a stretch; the letters of a decision's number are none."""
    taken = {i for q in scope.reading.decisions for i in range(q.start, q.end)}
    found: list[Range] = []
    for hit in scope.reading.within("bodies.any", part):
        if hit.start in taken:
            continue
        start = hit.start - (hit.start > part[0] and _is(scope, hit.start - 1, "body_heads"))
        if found and found[-1][1] >= start:
            start = found.pop()[0]
        found.append((start, _body_end(scope, hit.end, part[1])))
    return found


def _body_end(scope: Scope, end: int, limit: int) -> int:
    """The end of a body's name: its level and proper names belong to it."""
    syllables = scope.reading.syllables
    persons = {i for n in scope.reading.names for i in range(n.title, n.end)}
    while end < limit and end not in persons:
        if syllables.words[end] in ("-", "–") and end + 1 < limit:
            before = _is_proper(scope, end - 1) or _is(scope, end - 1, "body_levels")
            joined = before and _is_proper(scope, end + 1)
        else:
            joined = _is_proper(scope, end) or _is(scope, end, "body_levels")
        if not joined:
            break
        end += 1
    return end


def _is_proper(scope: Scope, index: int) -> bool:
    syllables = scope.reading.syllables
    return syllables.text[syllables.starts[index]].isupper() and syllables.words[index].isalpha()


def _is(scope: Scope, index: int, words: str) -> bool:
    syllables = scope.reading.syllables
    return 0 <= index < len(syllables) and word_set(words).holds(syllables, index)
