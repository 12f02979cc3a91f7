"""From a model's raw scores to probabilities, and from probabilities to decisions."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LabelCalibration:
    """Platt scaling of one label, and the probability from which on it is given.

    Method: J. Platt, Probabilistic outputs for support vector machines (1999).
    """

    slope: float
    offset: float
    threshold: float


def probabilities(scores: Scores, calibrations: tuple[LabelCalibration, ...]) -> Scores:
    """Calibrated probabilities, shape [passages, labels], of raw scores of the same shape."""
    slopes = np.array([c.slope for c in calibrations])
    offsets = np.array([c.offset for c in calibrations])
    result: Scores = 1 / (1 + np.exp(-np.clip(scores * slopes + offsets, -40, 40)))
    return result


def chosen_labels(
    chances: Scores, labels: Sequence[str], calibrations: Sequence[LabelCalibration]
) -> list[tuple[int, str, float]]:
    """Index, label and rounded probability of each label that reaches its threshold, best first.

    `chances` are one passage's probabilities, shape [labels].
    """
    chosen = [
        (index, label, round(float(chance), 4))
        for index, (label, chance, calibration) in enumerate(
            zip(labels, chances, calibrations, strict=True)
        )
        if chance >= calibration.threshold
    ]
    return sorted(chosen, key=lambda item: -item[2])
