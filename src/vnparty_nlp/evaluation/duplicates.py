"""Texts that say nearly the same."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from vnparty_nlp.evaluation.corpus import syllables

# Two texts are near-duplicates where their sets of three-syllable runs share this part (Jaccard).
LIKENESS = 0.8
_RUN = 3
# A run that more texts than these share is a formula; it brings no two texts together.
_FORMULA = 50

Runs = frozenset[tuple[str, ...]]


def near_duplicates(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Pairs of indices, the smaller first, with their likeness in [LIKENESS, 1].

    Texts that are equal but for marks of punctuation and capitals have likeness 1, and are paired
    with the first of them only.
    """
    firsts: dict[tuple[str, ...], int] = {}
    distinct: list[tuple[int, Runs]] = []
    for index, text in enumerate(texts):
        words = tuple(syllables(text))
        first = firsts.setdefault(words, index)
        if first == index:
            distinct.append((index, _runs(words)))
        else:
            yield first, index, 1.0
    yield from _alike(distinct)


def _runs(words: tuple[str, ...]) -> Runs:
    if len(words) <= _RUN:
        return frozenset([words])
    return frozenset(words[i : i + _RUN] for i in range(len(words) - _RUN + 1))


def _alike(texts: Sequence[tuple[int, Runs]]) -> Iterator[tuple[int, int, float]]:
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, (index, runs) in enumerate(texts):
        met = Counter(
            other for run in runs if len(holders[run]) <= _FORMULA for other in holders[run]
        )
        for other in sorted(met):
            rival = texts[other][1]
            likeness = len(runs & rival) / len(runs | rival)
            if likeness >= LIKENESS:
                yield texts[other][0], index, likeness
        for run in runs:
            holders[run].append(place)
