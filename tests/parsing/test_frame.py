import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.parsing.frame import Frame
from vnparty_nlp.parsing.paper import Edges


class Sheet:
    """A page of 600 × 800 points whose lower left corner is at (10, 20)."""

    def get_bbox(self) -> tuple[float, float, float, float]:
        return 10.0, 20.0, 610.0, 820.0

    def get_rotation(self) -> int:
        return 0


def boxes(*box: float) -> Edges:
    return np.array([box], dtype=np.float32)


@pytest.mark.parametrize(
    ("rotation", "seen", "size"),
    [
        pytest.param(0, [100, 50, 150, 70], (600, 800), id="upright"),
        pytest.param(90, [730, 100, 750, 150], (800, 600), id="turned right"),
        pytest.param(180, [450, 730, 500, 750], (600, 800), id="upside down"),
        pytest.param(270, [50, 450, 70, 500], (800, 600), id="turned left"),
    ],
)
def test_turning(rotation: int, seen: list[float], size: tuple[float, float]) -> None:
    # Left, top, right, bottom in page space, where y grows upwards.
    frame = Frame(Sheet(), rotation)
    assert frame.turn(boxes(110, 770, 160, 750)).tolist() == [seen]
    assert (frame.width, frame.height) == size


@given(
    st.sampled_from([0, 90, 180, 270]),
    st.lists(st.integers(0, 500), min_size=4, max_size=4),
)
def test_turning_back_undoes_turning(rotation: int, numbers: list[int]) -> None:
    left, bottom, width, height = numbers
    box = boxes(left, bottom + height, left + width, bottom)
    frame = Frame(Sheet(), rotation)
    assert frame.turn_back(frame.turn(box)).tolist() == box.tolist()


def test_the_files_own_rotation_counts_where_none_is_given() -> None:
    assert Frame(Sheet()).rotation == 0
