"""Ruled tables: from the lines on a page to cells, and from words to the cells they stand in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from vnparty_nlp.parsing.paper import Box, Edges

# Lines nearer than this are one line; a stroke is thinner, a cell larger.
_SNAP_POINTS = 3.0
_THIN_POINTS = 3.5
_MIN_LENGTH_POINTS = 5.0
_SAME_LINE = 0.35
# Boxes one above the other are frames around text.
_MIN_BORDERS = 3

Line = tuple[float, float, float]
"""Position across, start and end along: a horizontal line is (y, left, right)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid by its first row and column, and how many of each it covers."""

    row: int
    column: int
    height: int
    width: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: where its columns and rows begin and end (points), and its cells."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Cell, ...]

    @property
    def top(self) -> float:
        """Where the table begins."""
        return self.ys[0]

    def words_in_cells(self, edges: Edges) -> dict[int, list[int]]:
        """For each cell (by number) the words whose centre lies in it, in the order given."""
        shape = len(self.ys) - 1, len(self.xs) - 1
        owners = np.zeros(shape, dtype=np.int64)
        for number, cell in enumerate(self.cells):
            bottom, right = cell.row + cell.height, cell.column + cell.width
            owners[cell.row : bottom, cell.column : right] = number
        middles = (edges[:, :2] + edges[:, 2:]) / 2
        columns = np.searchsorted(self.xs, middles[:, 0]) - 1
        rows = np.searchsorted(self.ys, middles[:, 1]) - 1
        inside = (columns >= 0) & (columns < shape[1]) & (rows >= 0) & (rows < shape[0])
        found: dict[int, list[int]] = {}
        for word in np.flatnonzero(inside).tolist():
            found.setdefault(int(owners[rows[word], columns[word]]), []).append(word)
        return found


def find_grids(rules: Edges) -> list[Grid]:
    """The tables that the lines of a page make, from top to bottom.

    A frame around a single cell is none. Tables open at their sides are closed there.
    """
    across, down = _strokes(rules)
    grids = []
    for rows, columns in _connected(_joined(across), _joined(down)):
        grid = _grid(rows, columns)
        if grid is not None and len(grid.cells) > 1:
            grids.append(grid)
    return sorted(grids, key=lambda grid: grid.top)


def _strokes(rules: Edges) -> tuple[list[Line], list[Line]]:
    """Horizontal and vertical lines; a rectangle is four of them."""
    across: list[Line] = []
    down: list[Line] = []
    for left, top, right, bottom in rules.tolist():
        width, height = right - left, bottom - top
        if height <= _THIN_POINTS and width >= height:
            across.append(((top + bottom) / 2, left, right))
        elif width <= _THIN_POINTS:
            down.append(((left + right) / 2, top, bottom))
        else:
            across += [(top, left, right), (bottom, left, right)]
            down += [(left, top, bottom), (right, top, bottom)]
    return across, down


def _joined(lines: Iterable[Line]) -> list[Line]:
    """Lines in one place that touch, as one; the short rest is left out."""
    joined: list[list[float]] = []
    for place, start, end in _snapped(lines):
        last = joined[-1] if joined else None
        if last and last[0] == place and start <= last[2] + _SNAP_POINTS:
            last[2] = max(last[2], end)
        else:
            joined.append([place, start, end])
    return [(p, s, e) for p, s, e in joined if e - s >= _MIN_LENGTH_POINTS]


def _snapped(lines: Iterable[Line]) -> list[Line]:
    ordered = sorted(lines)
    snapped: list[Line] = []
    place = previous = float("-inf")
    for here, start, end in ordered:
        if here - previous > _SNAP_POINTS:
            place = here
        previous = here
        snapped.append((place, start, end))
    return sorted(snapped)


def _connected(
    across: Sequence[Line], down: Sequence[Line]
) -> Iterator[tuple[list[Line], list[Line]]]:
    """Groups of lines that cross each other: one group a table."""
    free = set(range(len(down)))
    for seed in range(len(down)):
        if seed not in free:
            continue
        free.discard(seed)
        columns, rows, waiting = [seed], set[int](), [seed]
        while waiting:
            line = down[waiting.pop()]
            met = [n for n, row in enumerate(across) if n not in rows and _cross(row, line)]
            rows.update(met)
            for number in met:
                reached = [n for n in free if _cross(across[number], down[n])]
                free.difference_update(reached)
                columns += reached
                waiting += reached
        yield [across[number] for number in sorted(rows)], [down[number] for number in columns]


def _cross(row: Line, column: Line) -> bool:
    return (
        row[1] - _SNAP_POINTS <= column[0] <= row[2] + _SNAP_POINTS
        and column[1] - _SNAP_POINTS <= row[0] <= column[2] + _SNAP_POINTS
    )


def _grid(across: Sequence[Line], down: Sequence[Line]) -> Grid | None:
    ys = sorted({line[0] for line in across})
    if len(ys) < 2:
        return None
    xs = sorted({line[0] for line in down})
    # The sides may be left open: the rows' own ends close them.
    left, right = min(line[1] for line in across), max(line[2] for line in across)
    if left < xs[0] - 2 * _SNAP_POINTS:
        xs, down = [left, *xs], [*down, (left, ys[0], ys[-1])]
    if right > xs[-1] + 2 * _SNAP_POINTS:
        xs, down = [*xs, right], [*down, (right, ys[0], ys[-1])]
    if len(xs) < _MIN_BORDERS:
        return None
    return Grid(tuple(xs), tuple(ys), tuple(_cells(xs, ys, across, down)))


def _cells(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[Line], down: Sequence[Line]
) -> Iterator[Cell]:
    """Fields without a line between them are one cell."""
    right = _borders(xs, ys, down)
    below = _borders(ys, xs, across)
    rows, columns = len(ys) - 1, len(xs) - 1
    taken: set[tuple[int, int]] = set()
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            width = height = 1
            while column + width < columns and (column + width, row) not in right:
                width += 1
            while row + height < rows and (row + height, column) not in below:
                height += 1
            taken |= {(row + i, column + j) for i in range(height) for j in range(width)}
            yield Cell(row, column, height, width)


def _borders(
    places: Sequence[float], stops: Sequence[float], lines: Sequence[Line]
) -> set[tuple[int, int]]:
    """(number of the place, number of the stretch between two stops) where a line stands."""
    numbers = {place: number for number, place in enumerate(places)}
    middles = [(start + end) / 2 for start, end in pairwise(stops)]
    return {
        (numbers[place], number)
        for place, start, end in lines
        for number, middle in enumerate(middles)
        if start - _SNAP_POINTS <= middle <= end + _SNAP_POINTS
    }


def cell_lines(words: Sequence[int], boxes: Sequence[Box]) -> list[list[int]]:
    """The words of a cell by line, from top to bottom, each line from left to right."""
    lines: list[list[int]] = []
    bottom = float("-inf")
    for word in sorted(words, key=lambda word: (boxes[word][3], word)):
        _, top, _, here = boxes[word]
        if here - bottom > _SAME_LINE * (here - top):
            lines.append([])
            bottom = here
        lines[-1].append(word)
    return [sorted(line, key=lambda word: boxes[word][0]) for line in lines]


def in_reading_order(words: Sequence[int], boxes: Sequence[Box]) -> list[int]:
    """The words of a cell, line by line."""
    return [word for line in cell_lines(words, boxes) for word in line]
