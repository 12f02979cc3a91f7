"""Ruled tables: from lines and words to rows of cells."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from vnparty_nlp.parsing.paper import Edges

_THIN_POINTS = 3.5
_SNAP_POINTS = 3.0
_MIN_EDGE_POINTS = 5.0

CellBox = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells (left, top, right, bottom in points), without its words."""

    cells: tuple[CellBox, ...]

    @property
    def box(self) -> CellBox:
        """The smallest box around all cells."""
        lefts, tops, rights, bottoms = zip(*self.cells, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    @property
    def borders(self) -> list[float]:
        """Where the columns begin, from left to right."""
        found: list[float] = []
        for left in sorted({cell[0] for cell in self.cells}):
            if not found or left - found[-1] > _SNAP_POINTS:
                found.append(left)
        return found

    def columns_of(self, box: CellBox) -> tuple[int, int]:
        """Number of the first column that a cell covers, and of how many."""
        inside = [
            number
            for number, left in enumerate(self.borders)
            if box[0] - _SNAP_POINTS <= left < box[2] - _SNAP_POINTS
        ]
        return inside[0], len(inside)


def find_grids(rules: Edges) -> list[Grid]:
    """The tables that the lines of a page enclose, from top to bottom.

    A frame of a single cell is no table.
    """
    edges = list(_edges(rules))
    if sum(edge["orientation"] == "v" for edge in edges) < 2:
        return []
    # Heavy, and needed for the few pages with rules only.
    from pdfplumber import table

    merged = table.merge_edges(edges, _SNAP_POINTS, _SNAP_POINTS, _SNAP_POINTS, _SNAP_POINTS)
    merged = [edge for edge in merged if _length(edge) >= _MIN_EDGE_POINTS]
    crossings = table.edges_to_intersections(merged, _SNAP_POINTS, _SNAP_POINTS)
    tables = table.cells_to_tables(table.intersections_to_cells(crossings))
    return [Grid(tuple(cells)) for cells in tables]


def _length(edge: dict[str, float | str]) -> float:
    first, last = ("x0", "x1") if edge["orientation"] == "h" else ("top", "bottom")
    return float(edge[last]) - float(edge[first])


def _edges(rules: Edges) -> Iterator[dict[str, float | str]]:
    for left, top, right, bottom in rules.tolist():
        width, height = right - left, bottom - top
        if height <= _THIN_POINTS and width >= height:
            middle = (top + bottom) / 2
            yield _edge("h", left, middle, right, middle)
        elif width <= _THIN_POINTS:
            middle = (left + right) / 2
            yield _edge("v", middle, top, middle, bottom)
        else:
            yield _edge("h", left, top, right, top)
            yield _edge("h", left, bottom, right, bottom)
            yield _edge("v", left, top, left, bottom)
            yield _edge("v", right, top, right, bottom)


def _edge(
    orientation: str, left: float, top: float, right: float, bottom: float
) -> dict[str, float | str]:
    return {
        "object_type": "line",
        "orientation": orientation,
        "x0": left,
        "x1": right,
        "top": top,
        "bottom": bottom,
        "width": right - left,
        "height": bottom - top,
    }


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell of a table row: its words' indices on the page, and its place in the grid."""

    words: tuple[int, ...]
    box: CellBox


def table_rows(grid: Grid, members: dict[int, list[int]]) -> list[list[PlacedCell]]:
    """The rows of a table from top to bottom, each cell with its words (by cell number).

    A cell that spans several rows stands in the first of them.
    """
    rows: dict[float, list[PlacedCell]] = {}
    for number, box in enumerate(grid.cells):
        words = tuple(members.get(number, ()))
        rows.setdefault(round(box[1], 1), []).append(PlacedCell(words, box))
    return [sorted(row, key=lambda cell: cell.box[0]) for _, row in sorted(rows.items())]


def words_in_cells(grid: Grid, edges: Edges) -> dict[int, list[int]]:
    """For each cell the indices of the words whose centre lies in it."""
    centres = (edges[:, :2] + edges[:, 2:]) / 2
    found: dict[int, list[int]] = {}
    for number, (left, top, right, bottom) in enumerate(grid.cells):
        inside = (
            (centres[:, 0] >= left)
            & (centres[:, 0] < right)
            & (centres[:, 1] >= top)
            & (centres[:, 1] < bottom)
        )
        hits = np.flatnonzero(inside)
        if len(hits):
            found[number] = hits.tolist()
    return found
