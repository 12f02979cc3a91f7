import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parsing.drawn_pages import Sheet
from vnparty_nlp.parsing.paper import Edges
from vnparty_nlp.parsing.tables import Cell, find_grids, in_reading_order


def rules(*lines: tuple[float, float, float, float]) -> Edges:
    return np.array(lines, dtype=np.float32).reshape(-1, 4)


def across(y: float, left: float = 100, right: float = 300) -> tuple[float, float, float, float]:
    return left, y, right, y + 0.5


def down(x: float, top: float = 100, bottom: float = 160) -> tuple[float, float, float, float]:
    return x, top, x + 0.5, bottom


FRAME = (across(100), across(160), down(100), down(300))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param((*FRAME, across(130), down(200)), [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)], id="two by two"),
        pytest.param((*FRAME, across(130), down(200, 130, 160)), [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)], id="a cell over two columns"),
        pytest.param((*FRAME, across(130, 200, 300), down(200)), [(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)], id="a cell over two rows"),
        pytest.param((across(100), across(130), across(160), down(200)), [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)], id="sides left open"),
        pytest.param((across(100), across(101.5), across(160), down(100), down(200), down(300)), [(0, 0, 1, 1), (0, 1, 1, 1)], id="a double line is one"),
        pytest.param((across(100, 100, 200), across(100, 200, 300), across(160), down(100), down(200), down(300)), [(0, 0, 1, 1), (0, 1, 1, 1)], id="a line drawn in pieces"),
        pytest.param(((100, 100, 200, 160), (200, 100, 300, 160)), [(0, 0, 1, 1), (0, 1, 1, 1)], id="rectangles"),
    ],
)  # fmt: skip
def test_cells(
    lines: tuple[tuple[float, float, float, float], ...], expected: list[tuple[int, ...]]
) -> None:
    (grid,) = find_grids(rules(*lines))
    assert list(grid.cells) == [Cell(*cell) for cell in expected]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((), id="nothing drawn"),
        pytest.param((across(100),), id="a rule under a motto"),
        pytest.param((across(100), across(160)), id="two rules"),
        pytest.param(FRAME, id="a frame around text"),
        pytest.param(((100, 100, 300, 160),), id="a box"),
        pytest.param((across(100), across(400), down(500, 100, 400)), id="lines that do not meet"),
        pytest.param(((100, 100, 102, 102),), id="a dot"),
    ],
)
def test_no_table(lines: tuple[tuple[float, float, float, float], ...]) -> None:
    assert find_grids(rules(*lines)) == []


def test_two_tables_from_top_to_bottom() -> None:
    lower = Sheet().grid((100, 200, 300), (400, 430)).words.rules
    upper = Sheet().grid((100, 200, 300), (100, 130)).words.rules
    assert [grid.top for grid in find_grids(np.concatenate([lower, upper]))] == pytest.approx(
        [100.25, 400.25]
    )


def test_words_belong_to_the_cell_of_their_middle() -> None:
    sheet = Sheet().grid((100, 200, 300), (100, 130, 160))
    sheet.put("Nụ", 110, 120).put("Lụa", 210, 120).put("Mạc", 110, 150).put("ngoài", 110, 90).put(
        "bên", 310, 120
    )
    (grid,) = find_grids(sheet.words.rules)
    assert grid.words_in_cells(sheet.words.edges) == {0: [0], 1: [1], 2: [2]}


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        pytest.param(Sheet().put("Một", 10, 20).put("hai", 40, 20), [0, 1], id="one line"),
        pytest.param(Sheet().put("ba", 10, 38).put("Một", 10, 20).put("hai", 40, 20), [1, 2, 0], id="drawn from below"),
        pytest.param(Sheet().put("hai", 40, 21).put("Một", 10, 20), [1, 0], id="not quite level"),
        pytest.param(Sheet().put("Một", 10, 20), [0], id="one word"),
        pytest.param(Sheet(), [], id="none"),
    ],
)  # fmt: skip
def test_reading_order_in_a_cell(sheet: Sheet, expected: list[int]) -> None:
    page = sheet.words
    assert in_reading_order(range(len(page.texts)), page.edges) == expected


@given(st.integers(2, 6), st.integers(1, 6))
def test_a_full_grid_has_all_its_cells(columns: int, rows: int) -> None:
    sheet = Sheet().grid(
        (50 + 60 * n for n in range(columns + 1)), (50 + 30 * n for n in range(rows + 1))
    )
    grids = find_grids(sheet.words.rules)
    assert len(grids[0].cells) == columns * rows
    assert all((cell.height, cell.width) == (1, 1) for cell in grids[0].cells)


EDGE = st.floats(0, 600)


@given(st.lists(st.tuples(EDGE, EDGE, EDGE, EDGE), max_size=15))
def test_cells_of_any_lines_fill_the_grid_without_overlap(lines: list[tuple[float, ...]]) -> None:
    boxes = [(min(a, c), min(b, d), max(a, c), max(b, d)) for a, b, c, d in lines]
    for grid in find_grids(rules(*boxes)):
        fields = [
            (row, column)
            for cell in grid.cells
            for row in range(cell.row, cell.row + cell.height)
            for column in range(cell.column, cell.column + cell.width)
        ]
        assert set(fields) == {
            (r, c) for r in range(len(grid.ys) - 1) for c in range(len(grid.xs) - 1)
        }
        assert grid.xs == tuple(sorted(grid.xs))
        assert grid.ys == tuple(sorted(grid.ys))
