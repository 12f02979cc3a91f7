import numpy as np
import pytest

from vnparty_nlp.parsing.paper import Edges
from vnparty_nlp.parsing.segments import around, merge, rows_of

HEIGHT = 14.0


def boxes(*places: tuple[float, float]) -> Edges:
    """Words of 20 points at (left, bottom)."""
    return np.array([(x, y - HEIGHT, x + 20, y) for x, y in places], dtype=np.float32)


def words(edges: Edges) -> list[list[list[int]]]:
    return [[list(segment.words) for segment in row] for row in rows_of(edges)]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        pytest.param([(0, 100), (24, 100), (48, 100)], [[[0, 1, 2]]], id="one line"),
        pytest.param([(0, 100), (24, 100), (0, 119)], [[[0, 1]], [[2]]], id="two lines"),
        pytest.param([(0, 100), (200, 100)], [[[0], [1]]], id="a wide gap"),
        pytest.param([(0, 100), (35, 100)], [[[0, 1]]], id="a justified blank"),
        pytest.param([(0, 119), (0, 100)], [[[1]], [[0]]], id="drawn from below"),
        pytest.param([(48, 100), (0, 100), (24, 100)], [[[1, 2, 0]]], id="drawn in no order"),
        pytest.param([(0, 100), (24, 97)], [[[0, 1]]], id="a raised word"),
        pytest.param([(0, 100), (200, 106)], [[[0], [1]]], id="columns a little apart"),
        pytest.param([(0, 100), (0, 106)], [[[0]], [[1]]], id="one above the other"),
    ],
)
def test_rows(places: list[tuple[float, float]], expected: list[list[list[int]]]) -> None:
    assert words(boxes(*places)) == expected


def test_columns_drawn_one_after_the_other_stay_apart_at_a_narrow_gap() -> None:
    # Left column of two lines, then the right one, only 10 points away.
    edges = boxes((0, 100), (0, 119), (30, 100), (30, 119))
    assert words(edges) == [[[0], [2]], [[1], [3]]]


def test_only_the_words_asked_for() -> None:
    edges = boxes((0, 100), (24, 100), (0, 119))
    assert [[list(s.words) for s in row] for row in rows_of(edges, [0, 2])] == [[[0]], [[2]]]
    assert rows_of(edges, []) == []


def test_boxes_of_segments() -> None:
    edges = boxes((0, 100), (24, 102))
    segment = around([0, 1], edges.tolist())
    assert (segment.left, segment.top, segment.right, segment.bottom) == (0, 86, 44, 102)
    assert (segment.width, segment.height) == (44, 16)
    assert merge([around([0], edges.tolist()), around([1], edges.tolist())]) == segment
