"""Which clauses of a guidance document ground a label of the catalogue: proposals for a person."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vnparty_nlp.catalogue import Label
from vnparty_nlp.records import Clause
from vnparty_nlp.vietnamese.unicode import strip_marks

_SYLLABLE = re.compile(r"\w+")
# Marks of the catalogue's phrases: a choice in brackets counts with each of its words.
_CUE_MARKS = re.compile(r"=.*|[()\[\]|~!]")
# What a clause is about, its headings say as much as its own words do.
_HEADING_SHARE = 0.5
_PARTS_OF_A_LABEL = ("act", "topic")

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Citation:
    """A clause that may ground a label; `similarity` of their words is from 0 to 1."""

    label: str
    clause: Clause
    similarity: float


def cite(
    clauses: Sequence[Clause],
    text: str,
    labels: Iterable[Label],
    *,
    floor: float,
    max_clauses: int,
) -> tuple[Citation, ...]:
    """For each label the clauses at least as similar as `floor`, best first, `max_clauses` at most.

    `text` is that of the clauses' document. Labels without such a clause are left out, and so are
    clauses that are similar to no label. Words are compared without marks and case.
    """
    wanted = {label.id: _label_words(label) for label in labels}
    found = [_clause_words(clauses, index, text) for index in range(len(clauses))]
    rarity = _rarity([*found, *wanted.values()])
    vectors = [_vector(words, rarity) for words in found]
    citations: list[Citation] = []
    for label, words in wanted.items():
        vector = _vector(words, rarity)
        pairs = zip(clauses, vectors, strict=True)
        near = [Citation(label, clause, round(_cosine(vector, v), 3)) for clause, v in pairs]
        near = [citation for citation in near if citation.similarity >= floor]
        near.sort(key=lambda citation: (-citation.similarity, citation.clause.span.start))
        citations += near[:max_clauses]
    return tuple(citations)


def _words(text: str) -> Counter[str]:
    """Syllables and pairs of neighbouring syllables; most words have two syllables."""
    syllables = _SYLLABLE.findall(strip_marks(text).lower())
    counts: Counter[str] = Counter(s for s in syllables if not s.isdigit())
    for pair in pairwise(syllables):
        counts[" ".join(pair)] += 1
    return counts


def _label_words(label: Label) -> Weights:
    """The words of a label's name and of the phrases that state it."""
    counts: Counter[str] = Counter()
    for phrase in (cue for part in _PARTS_OF_A_LABEL for cue in label.cues.get(part, ())):
        counts.update(_words(_CUE_MARKS.sub(" ", phrase)).keys())
    weights = {word: math.sqrt(count) for word, count in counts.items()}
    for word in _words(label.title):
        weights[word] = weights.get(word, 0.0) + 1.0
    return weights


def _clause_words(clauses: Sequence[Clause], index: int, text: str) -> Weights:
    """The words of a clause without its parts, and those of the headings above it."""
    clause = clauses[index]
    end = clause.span.end
    if index + 1 < len(clauses) and clauses[index + 1].span.start < end:
        end = clauses[index + 1].span.start
    weights: dict[str, float] = dict(_words(text[clause.span.start : end]))
    for above in clauses[:index]:
        if above.span.covers(clause.span):
            for word in _words(above.title):
                weights[word] = max(weights.get(word, 0.0), _HEADING_SHARE)
    return weights


def _rarity(texts: Sequence[Weights]) -> Weights:
    """How much a word tells: words that stand in many clauses and labels tell little."""
    counts: Counter[str] = Counter(word for words in texts for word in words)
    return {word: math.log(1 + len(texts) / count) for word, count in counts.items()}


def _vector(words: Weights, rarity: Weights) -> Weights:
    weights = {word: math.log1p(count) * rarity[word] for word, count in words.items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


def _cosine(one: Weights, other: Weights) -> float:
    return sum(weight * other[word] for word, weight in one.items() if word in other)
