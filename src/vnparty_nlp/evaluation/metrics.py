"""Measures over sets of labels. Every mean says what it is a mean of."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Counts:
    """True positives, false positives and false negatives."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.right + other.right, self.wrong + other.wrong, self.missed + other.missed
        )

    @property
    def precision(self) -> float:
        """Share of the answers that are right; 0 where none was given."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 where there is none."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def compare(gold: Iterable[Hashable], answer: Iterable[Hashable]) -> Counts:
    """Counts of one item's gold set against its answer set."""
    wanted, given = set(gold), set(answer)
    return Counts(len(wanted & given), len(given - wanted), len(wanted - given))


def by_label(
    gold: Sequence[frozenset[str]], answers: Sequence[frozenset[str]], labels: Sequence[str]
) -> dict[str, Counts]:
    """Counts of each label over parallel sequences of label sets."""
    totals = dict.fromkeys(labels, Counts())
    for wanted, given in zip(gold, answers, strict=True):
        for label in wanted | given:
            totals[label] += compare(wanted & {label}, given & {label})
    return totals


def micro(counts: Iterable[Counts]) -> Counts:
    """The sum of all counts."""
    return sum(counts, Counts())


def macro_f1(counts: Iterable[Counts]) -> float:
    """Mean F1 over the labels that occur in the gold or in the answers."""
    scores = [c.f1 for c in counts if c.right + c.wrong + c.missed]
    return sum(scores) / max(1, len(scores))


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers given with about the same probability: its mean, the share that was right, and
    how many there were.
    """

    probability: float
    right: float
    answers: int


def reliability(
    probabilities: Sequence[float], outcomes: Sequence[bool], bins: int = 10
) -> list[Bin]:
    """Equally wide bins that hold any answer, by rising probability."""
    chances = np.asarray(probabilities, dtype=np.float64)
    hits = np.asarray(outcomes, dtype=np.float64)
    places = np.minimum((chances * bins).astype(int), bins - 1)
    return [
        Bin(float(chances[chosen].mean()), float(hits[chosen].mean()), int(chosen.sum()))
        for place in range(bins)
        if (chosen := places == place).any()
    ]


def calibration_error(bins: Sequence[Bin]) -> float:
    """Expected calibration error.

    Method: Guo et al., On calibration of modern neural networks (2017), section 2.
    """
    answers = max(1, sum(each.answers for each in bins))
    return sum(each.answers * abs(each.probability - each.right) for each in bins) / answers


def bootstrap_interval(
    size: int,
    measure: Callable[[npt.NDArray[np.int64]], float],
    *,
    rounds: int = 1000,
    seed: int = 0,
) -> tuple[float, float]:
    """The 95 % percentile interval of `measure` over resampled indices in [0, size)."""
    generator = np.random.default_rng(seed)
    values = [measure(generator.integers(0, size, size)) for _ in range(rounds)]
    low, high = np.quantile(values, [0.025, 0.975])
    return float(low), float(high)
