import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.tagging.calibration import LabelCalibration, chosen_labels, probabilities

SCORE = st.floats(-1e6, 1e6)


@given(st.lists(SCORE, min_size=2, max_size=20), st.floats(0.01, 10), st.floats(-5, 5))
def test_probabilities_keep_the_order_of_scores(
    scores: list[float], slope: float, offset: float
) -> None:
    column = np.array(sorted(scores)).reshape(-1, 1)
    chances = probabilities(column, (LabelCalibration(slope, offset, 0.5),))[:, 0]
    assert ((chances >= 0) & (chances <= 1)).all()
    assert (np.diff(chances) >= 0).all()


def test_each_label_has_its_own_scaling() -> None:
    calibrations = (LabelCalibration(1, 0, 0.5), LabelCalibration(2, 1, 0.5))
    chances = probabilities(np.array([[0.0, 0.0]]), calibrations)
    assert np.allclose(chances, [[0.5, 1 / (1 + np.exp(-1))]])


@pytest.mark.parametrize(
    ("chances", "expected"),
    [
        pytest.param([0.9, 0.2, 0.6], [(0, "a", 0.9), (2, "c", 0.6)], id="best first"),
        pytest.param([0.5, 0.69, 0.1], [(0, "a", 0.5)], id="each by its own threshold"),
        pytest.param([0.123456, 0.71239, 0.0], [(1, "b", 0.7124)], id="rounded"),
        pytest.param([0.49, 0.69, 0.29], [], id="none reaches its threshold"),
    ],
)
def test_labels_are_given_from_their_threshold_on(
    chances: list[float], expected: list[tuple[int, str, float]]
) -> None:
    calibrations = [LabelCalibration(1, 0, limit) for limit in (0.5, 0.7, 0.3)]
    assert chosen_labels(np.array(chances), "abc", calibrations) == expected
