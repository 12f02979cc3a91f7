"""Two taggers on the same passages: is one better, or was it luck?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vnparty_nlp.catalogue import load_catalogue

LabelSets = Sequence[frozenset[str]]
# Right, wrong and missed, shape [passages, labels, 3].
CountTable = npt.NDArray[np.int64]
_ROUNDS = 1000


@dataclass(frozen=True, slots=True)
class Difference:
    """The first tagger's score less the second's, with a 95 % paired bootstrap interval over
    passages; `p_value` is how probable as large a difference is where there is none, two-sided.
    """

    value: float
    interval: tuple[float, float]
    p_value: float


def count_table(gold: LabelSets, answers: LabelSets) -> CountTable:
    """What of each passage and label was right, wrong and missed."""
    labels = tuple(load_catalogue().labels)
    wanted = np.array([[label in row for label in labels] for row in gold], dtype=bool)
    given = np.array([[label in row for label in labels] for row in answers], dtype=bool)
    counts = (wanted & given, given & ~wanted, wanted & ~given)
    return np.stack(counts, axis=-1).astype(np.int64)


def micro_f1(table: CountTable) -> float:
    """F1 over all passages and labels of the table."""
    right, wrong, missed = table.sum(axis=(0, 1))
    return float(2 * right / max(1, 2 * right + wrong + missed))


def macro_f1(table: CountTable) -> float:
    """Mean F1 over the labels that occur in the gold or in the answers."""
    right, wrong, missed = table.sum(axis=0).T
    occurs = right + wrong + missed > 0
    scores = 2 * right[occurs] / (2 * right + wrong + missed)[occurs]
    return float(scores.mean()) if len(scores) else 0.0


def compare_taggers(gold: LabelSets, first: LabelSets, second: LabelSets) -> dict[str, Difference]:
    """The differences in micro and macro F1.

    Method: paired bootstrap, as in P. Koehn, Statistical significance tests for machine
    translation evaluation (2004); the p-value is that of the distribution moved to a mean of 0.
    """
    tables = count_table(gold, first), count_table(gold, second)
    generator = np.random.default_rng(0)
    draws = [generator.integers(0, len(gold), len(gold)) for _ in range(_ROUNDS)]
    result = {}
    for name, measure in (("micro_f1", micro_f1), ("macro_f1", macro_f1)):
        value = measure(tables[0]) - measure(tables[1])
        drawn = np.array([measure(tables[0][d]) - measure(tables[1][d]) for d in draws])
        low, high = np.quantile(drawn, [0.025, 0.975])
        as_large = int((np.abs(drawn - drawn.mean()) >= abs(value)).sum())
        interval = (float(low), float(high))
        result[name] = Difference(value, interval, (as_large + 1) / (_ROUNDS + 1))
    return result
