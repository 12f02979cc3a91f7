"""From raw scores on unseen writers' passages to calibrated probabilities and thresholds."""

import math

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from vnparty_nlp.tagging.calibration import LabelCalibration, Scores, probabilities

# Missing a record costs a reviewer a search; flagging ordinary talk costs a person's trust. So
# precision weighs more than recall in the choice of a threshold (F-beta with this beta).
BETA = 0.8
_BOUNDS = (0.3, 0.75)
_SCREENED_RECALL = 0.997
_FLAT, _NO_SCREEN = 1e-3, -1e6


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


def choose_screen(linear: Scores, wanted: npt.NDArray[np.bool_]) -> tuple[float, ...]:
    """For each label the linear score below which it is no longer possible.

    All stand at one calibrated probability: half of the lowest that leaves a label possible for
    the share `_SCREENED_RECALL` of the dev passages that carry one. Both arrays have shape
    [passages, labels].
    """
    if not wanted.any():
        return tuple(_NO_SCREEN for _ in range(wanted.shape[1]))
    platt = [_platt(linear[:, index], wanted[:, index]) for index in range(wanted.shape[1])]
    chances = probabilities(linear, tuple(LabelCalibration(*each, 0.5) for each in platt))
    best = chances[wanted.any(axis=1)].max(axis=1)
    floor = float(np.quantile(best, 1 - _SCREENED_RECALL, method="lower")) / 2
    logit = math.log(floor / (1 - floor))
    # A slope near zero or below says that the scores tell nothing: then nothing is screened out.
    return tuple(
        round((logit - offset) / slope, 4) if slope > _FLAT else _NO_SCREEN
        for slope, offset in platt
    )


def _platt(scores: Scores, wanted: npt.NDArray[np.bool_]) -> tuple[float, float]:
    if not wanted.any():
        return 1.0, 0.0
    model = LogisticRegression(C=100.0).fit(scores.reshape(-1, 1), wanted)
    return round(float(model.coef_[0, 0]), 4), round(float(model.intercept_[0]), 4)


def _threshold(chances: Scores, wanted: npt.NDArray[np.bool_]) -> float:
    """The middle of the gap below the score that makes the best cut, inside `_BOUNDS`: with few
    passages of a label the best cut on them is partly luck.
    """
    scores = np.unique(np.round(chances, 3))
    values = [_f_beta(chances >= score, wanted) for score in scores]
    best = int(np.argmax(values))
    low = scores[best - 1] if best else 0.0
    return round(float(np.clip((low + scores[best]) / 2, *_BOUNDS)), 3)


def _f_beta(given: npt.NDArray[np.bool_], wanted: npt.NDArray[np.bool_]) -> float:
    right = float((given & wanted).sum())
    weight = BETA**2
    return (1 + weight) * right / max(1.0, float(given.sum()) + weight * float(wanted.sum()))


def choose_weight(encoded: Scores, linear: Scores, wanted: npt.NDArray[np.bool_]) -> float:
    """The encoder's weight in [0, 1] for which both models together, once calibrated, give the
    dev passages the highest likelihood. All arrays have shape [passages, labels].
    """

    def loss(weight: float) -> float:
        mixed = (weight * encoded + (1 - weight) * linear).ravel()
        slope, offset = _platt(mixed, wanted.ravel())
        chances = probabilities(mixed.reshape(-1, 1), (LabelCalibration(slope, offset, 0.5),))
        right = np.where(wanted.ravel(), chances[:, 0], 1 - chances[:, 0])
        return float(-np.log(np.clip(right, 1e-9, 1)).mean())

    return min((round(0.05 * step, 2) for step in range(21)), key=loss)
