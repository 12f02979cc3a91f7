import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.tagging.calibration import LabelCalibration, probabilities

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
