import numpy as np
import pytest

from vnparty_nlp.tagging.calibration import probabilities
from vnparty_nlp.training.decide import calibrate, choose_screen, choose_weight

GENERATOR = np.random.default_rng(0)
WANTED = GENERATOR.random((400, 2)) < 0.3
GOOD = np.where(WANTED, 2.0, -2.0) + GENERATOR.normal(size=WANTED.shape)
NOISE = GENERATOR.normal(size=WANTED.shape) * 5


def test_probabilities_match_the_outcomes() -> None:
    chances = probabilities(GOOD, calibrate(GOOD, WANTED))
    assert np.allclose(chances.mean(axis=0), WANTED.mean(axis=0), atol=0.02)


def test_a_threshold_parts_right_from_wrong_and_is_never_extreme() -> None:
    calibrations = calibrate(GOOD, WANTED)
    limits = np.array([c.threshold for c in calibrations])
    assert ((limits >= 0.3) & (limits <= 0.75)).all()
    given = probabilities(GOOD, calibrations) >= limits
    assert (given == WANTED).mean() > 0.95


def test_a_label_that_never_occurs_is_never_given() -> None:
    nothing = np.zeros_like(WANTED)
    (first, _) = calibrate(np.full(WANTED.shape, -10.0), nothing)
    assert (first.slope, first.offset) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("encoded", "linear", "low", "high"),
    [
        pytest.param(GOOD, NOISE, 0.8, 1.0, id="the encoder is right"),
        pytest.param(NOISE, GOOD, 0.0, 0.2, id="the linear model is right"),
    ],
)
def test_the_weight_goes_to_the_model_that_is_right(
    encoded: np.ndarray, linear: np.ndarray, low: float, high: float
) -> None:
    assert low <= choose_weight(encoded, linear, WANTED) <= high


def test_the_screen_lets_through_what_carries_a_label_and_stops_much_of_the_rest() -> None:
    clear = np.where(WANTED, 4.0, -4.0) + GENERATOR.normal(size=WANTED.shape)
    passed = (clear >= np.array(choose_screen(clear, WANTED))).any(axis=1)
    labelled = WANTED.any(axis=1)
    assert passed[labelled].mean() >= 0.997
    assert passed[~labelled].mean() < 0.5


def test_scores_that_tell_nothing_screen_nothing_out() -> None:
    assert choose_screen(-GOOD, WANTED) == (-1e6, -1e6)
    assert choose_screen(GOOD, np.zeros_like(WANTED)) == (-1e6, -1e6)
