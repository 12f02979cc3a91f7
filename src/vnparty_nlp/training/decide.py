"""From raw scores on unseen writers' passages to calibrated probabilities and thresholds."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from vnparty_nlp.tagging.calibration import LabelCalibration, Scores, probabilities

# Missing a record costs a reviewer a search; flagging ordinary talk costs a person's trust. So
# precision weighs more than recall in the choice of a threshold (F-beta with this beta).
BETA = 0.8
_MIN_THRESHOLD = 0.3


def calibrate(scores: Scores, wanted: npt.NDArray[np.bool_]) -> tuple[LabelCalibration, ...]:
    """Platt scaling and threshold of each label, from scores of passages that the scoring model
    has not seen. Both arrays have shape [passages, labels].
    """
    slopes = [_platt(scores[:, index], wanted[:, index]) for index in range(wanted.shape[1])]
    raw = tuple(LabelCalibration(slope, offset, 0.5) for slope, offset in slopes)
    chances = probabilities(scores, raw)
    return tuple(
        LabelCalibration(c.slope, c.offset, _threshold(chances[:, index], wanted[:, index]))
        for index, c in enumerate(raw)
    )


def _platt(scores: Scores, wanted: npt.NDArray[np.bool_]) -> tuple[float, float]:
    if not wanted.any():
        return 1.0, 0.0
    model = LogisticRegression(C=100.0).fit(scores.reshape(-1, 1), wanted)
    return round(float(model.coef_[0, 0]), 4), round(float(model.intercept_[0]), 4)


def _threshold(chances: Scores, wanted: npt.NDArray[np.bool_]) -> float:
    candidates = np.unique(np.round(chances[chances >= _MIN_THRESHOLD], 3))
    best, best_value = 0.5, -1.0
    for candidate in candidates:
        value = _f_beta(chances >= candidate, wanted)
        if value > best_value:
            best, best_value = float(candidate), value
    return best


def _f_beta(given: npt.NDArray[np.bool_], wanted: npt.NDArray[np.bool_]) -> float:
    right = float((given & wanted).sum())
    weight = BETA**2
    return (1 + weight) * right / max(1.0, float(given.sum()) + weight * float(wanted.sum()))


def label_sets(
    chances: Scores, calibrations: Sequence[LabelCalibration], labels: Sequence[str]
) -> list[frozenset[str]]:
    """The labels whose probability reaches their threshold, for each row."""
    limits = np.array([c.threshold for c in calibrations])
    return [
        frozenset(label for label, given in zip(labels, row, strict=True) if given)
        for row in chances >= limits
    ]
