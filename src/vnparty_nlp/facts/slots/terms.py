"""Slots with closed values, and the forms of sanctions and commendations."""

from vnparty_nlp.facts.cues import Hit
from vnparty_nlp.facts.scope import Scope
from vnparty_nlp.facts.syllables import NUMBER

_QUOTES = {"“": "”", '"': '"', "«": "»", "‘": "’"}


def _longest(hits: list[Hit]) -> Hit:
    return max(hits, key=lambda hit: (hit.end - hit.start, -hit.start))


def read_level(scope: Scope) -> str | None:
    """The rating as one of the catalogue's levels, whatever its abbreviation."""
    hits = scope.cues("level", scope.part)
    if hits:
        return _longest(hits).value
    # "cùng mức đó" takes the level told before it.
    earlier = scope.cues("level", (0, scope.part[0]))
    return earlier[-1].value if earlier and scope.core.acts else None


def read_form(scope: Scope) -> str | None:
    """The form of a sanction or commendation: the cue's own value, else its words.

    Sanctions and words that lost their marks are told as the catalogue writes them, the rest as
    the passage does.
    """
    hits = scope.cues("form", scope.part) or scope.cues("form", scope.sentence)
    if not hits:
        return None
    hit = _longest(hits)
    if hit.value:
        return hit.value
    if not scope.label.link or (scope.reading.syllables.bare and NUMBER not in hit.phrase):
        return hit.phrase
    return scope.text((hit.start, _with_title(scope, hit)))


def _with_title(scope: Scope, hit: Hit) -> int:
    """Behind the name in quotation marks that follows ('huy hiệu "Vì sự nghiệp …"')."""
    words = scope.reading.syllables.words
    if hit.end < len(words) and words[hit.end] in _QUOTES:
        closing = _QUOTES[words[hit.end]]
        ends = [i for i in range(hit.end + 1, len(words)) if words[i] == closing]
        return ends[0] + 1 if ends else hit.end
    return hit.end


def read_method(scope: Scope) -> str | None:
    """How the vote was taken."""
    hits = scope.cues("method", scope.sentence)
    return hits[0].value if hits else None


def read_step(scope: Scope) -> str | None:
    """The step of admission that the clause names; the longest cue decides."""
    hits = scope.cues("step", scope.part) or scope.cues("step", scope.sentence)
    return _longest(hits).value if hits else None
