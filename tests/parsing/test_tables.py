import numpy as np
import pytest

from vnparty_nlp.parsing.paper import Edges, no_edges
from vnparty_nlp.parsing.tables import Cell, find_grids, in_reading_order


def rules(*boxes: tuple[float, float, float, float]) -> Edges:
    return np.array(boxes, dtype=np.float32).reshape(-1, 4)


def lines(xs: list[float], ys: list[float]) -> list[tuple[float, float, float, float]]:
    """Thin lines that enclose every field between `xs` and `ys`."""
    across = [(xs[0], y, xs[-1], y + 0.5) for y in ys]
    return across + [(x, ys[0], x + 0.5, ys[-1]) for x in xs]


def cells(*boxes: tuple[float, float, float, float]) -> list[Cell]:
    (grid,) = find_grids(rules(*boxes))
    return list(grid.cells)


def test_lines_enclose_cells() -> None:
    assert cells(*lines([50, 100, 300], [100, 120, 140])) == [
        Cell(0, 0, 1, 1),
        Cell(0, 1, 1, 1),
        Cell(1, 0, 1, 1),
        Cell(1, 1, 1, 1),
    ]


def test_cells_drawn_as_rectangles() -> None:
    boxes = [(x, y, x + 100, y + 20) for y in (100, 120) for x in (50, 150)]
    assert len(cells(*boxes)) == 4


def test_a_missing_line_makes_one_cell_of_two() -> None:
    boxes = lines([50, 100, 300], [100, 120, 140])
    upright = (100, 120, 100.5, 140)
    assert cells(*boxes[:4], upright, *boxes[5:])[0] == Cell(0, 0, 1, 2)
    across = (100, 120, 300, 120.5)
    merged = cells(boxes[0], across, *boxes[2:])
    assert merged[0] == Cell(0, 0, 2, 1)


def test_open_sides_are_closed() -> None:
    boxes = [(50, y, 300, y + 0.5) for y in (100, 120, 140)] + [(100, 100, 100.5, 140)]
    assert len(cells(*boxes)) == 4


def test_strokes_in_pieces_are_one_line() -> None:
    pieces = [(x, y, x + 50, y + 0.5) for y in (100, 120, 140) for x in (50, 100, 150)]
    upright = [(x, y, x + 0.5, y + 20) for x in (50, 100, 200) for y in (100, 120)]
    assert len(cells(*pieces, *upright)) == 4


@pytest.mark.parametrize(
    "boxes",
    [
        pytest.param([], id="nothing drawn"),
        pytest.param([(50, 100, 200, 100.5)], id="an underline"),
        pytest.param([(50, 100, 200, 150)], id="a frame"),
        pytest.param([(50, 100, 200, 100.5), (50, 300, 200, 300.5)], id="two lines apart"),
    ],
)
def test_what_is_no_table(boxes: list[tuple[float, float, float, float]]) -> None:
    assert find_grids(rules(*boxes) if boxes else no_edges()) == []


def test_two_tables_from_top_to_bottom() -> None:
    low, high = lines([50, 100, 300], [400, 420, 440]), lines([50, 100, 300], [100, 120])
    assert [round(grid.top) for grid in find_grids(rules(*low, *high))] == [100, 400]


def test_words_go_to_the_cell_of_their_middle() -> None:
    (grid,) = find_grids(rules(*lines([50, 100, 300], [100, 120, 140])))
    words = rules((55, 102, 70, 115), (110, 102, 150, 115), (60, 125, 105, 138), (10, 10, 20, 20))
    assert grid.words_in_cells(words) == {0: [0], 1: [1], 2: [2]}


def test_a_cell_is_read_line_by_line() -> None:
    words = rules(
        (100, 120, 130, 134), (60, 101, 80, 115), (60, 120.5, 90, 134.5), (85, 100, 99, 114)
    )
    assert in_reading_order([0, 1, 2, 3], words) == [1, 3, 2, 0]
