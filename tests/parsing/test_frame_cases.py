import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.parsing.frame import Frame


class Page:
    """A page whose lower left corner is not the origin, as cropped pages have it."""

    def __init__(self, rotation: int) -> None:
        self._rotation = rotation

    def get_bbox(self) -> tuple[float, float, float, float]:
        return 10.0, 20.0, 605.0, 862.0

    def get_rotation(self) -> int:
        return self._rotation


def turned(rotation: int, *box: float) -> list[float]:
    return [
        float(edge) for edge in Frame(Page(rotation)).turn(np.array([box], dtype=np.float32))[0]
    ]


@pytest.mark.parametrize(
    ("rotation", "expected"),
    [
        pytest.param(0, [0, 0, 100, 50], id="upright"),
        pytest.param(90, [792, 0, 842, 100], id="turned right"),
        pytest.param(180, [495, 792, 595, 842], id="upside down"),
        pytest.param(270, [0, 495, 50, 595], id="turned left"),
    ],
)
def test_the_upper_left_corner(rotation: int, expected: list[float]) -> None:
    # Left, top, right, bottom where y grows upwards.
    assert turned(rotation, 10, 862, 110, 812) == expected


@pytest.mark.parametrize(
    ("rotation", "size"), [(0, (595, 842)), (90, (842, 595)), (180, (595, 842)), (270, (842, 595))]
)
def test_size(rotation: int, size: tuple[float, float]) -> None:
    frame = Frame(Page(rotation))
    assert (frame.width, frame.height) == size


def test_the_text_may_ask_for_another_turn() -> None:
    assert Frame(Page(0), 90).rotation == 90


EDGES = st.tuples(
    st.integers(10, 300), st.integers(450, 862), st.integers(301, 605), st.integers(20, 449)
)


@given(EDGES, st.sampled_from([0, 90, 180, 270]))
def test_turning_back_undoes_it(box: tuple[int, ...], rotation: int) -> None:
    frame = Frame(Page(rotation))
    seen = frame.turn(np.array([box], dtype=np.float32))
    assert (seen >= 0).all()
    assert (seen[:, :2] <= seen[:, 2:]).all()
    assert frame.turn_back(seen)[0].tolist() == list(box)
