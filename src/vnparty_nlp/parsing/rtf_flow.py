"""What an RTF file holds, as it grows: paragraphs, cells, rows, tables within tables."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from vnparty_nlp.parsing.arrange import Piece, Table, lines_of
from vnparty_nlp.parsing.font_runs import Write
from vnparty_nlp.parsing.grid import GridCell
from vnparty_nlp.parsing.legacy_blocks import Run

# Deeper tables and wider rows than a person makes.
_MAX_LEVELS, _MAX_CELLS = 10, 100
# Borders nearer than this are one; half a millimetre.
_SNAP_TWIPS = 30


@dataclass(slots=True)
class RowShape:
    """How the cells of a row are cut: their right borders in twips, and which go on a merge."""

    left: int = 0
    borders: list[int] = field(default_factory=list)
    merged_right: set[int] = field(default_factory=set)
    merged_down: set[int] = field(default_factory=set)
    header: bool = False

    def cut(self, border: int, *, right: bool, down: bool) -> None:
        """One more cell, up to `border`; whether it goes on the cell to its left or above it."""
        if right:
            self.merged_right.add(len(self.borders))
        if down:
            self.merged_down.add(len(self.borders))
        self.borders.append(border)


@dataclass(slots=True)
class _Level:
    """A table that is not finished: its rows, the cells of the last one, the pieces of a cell."""

    rows: list[tuple[list[list[Piece]], RowShape]] = field(default_factory=list)
    cells: list[list[Piece]] = field(default_factory=list)
    cell: list[Piece] = field(default_factory=list)


class Flow:
    """A stretch of text that reads on its own: the body, a footnote, a text box."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._pieces: list[Piece] = []
        self._levels: list[_Level] = []
        self._runs: list[Run] = []
        self._mark: list[Run] = []
        self._hanging: list[Piece] = []
        self._level = 0

    def add(self, run: Run, level: int) -> None:
        """Text of the paragraph that is open, which stands in `level` tables."""
        self._runs.append(run)
        self._level = level

    def add_mark(self, run: Run) -> None:
        """Text of the number or bullet before the paragraph that is open."""
        self._mark.append(run)

    def hang(self, pieces: Sequence[Piece]) -> None:
        """Notes and boxes that follow the paragraph that is open."""
        self._hanging += pieces

    def end_paragraph(self, level: int, right: bool) -> None:
        """Close the paragraph; `level` counts the tables that it stands in."""
        text = self._write(self._runs)
        mark = self._write(self._mark).strip()
        # A cell may hold nothing but its number; elsewhere such a line is an empty one.
        if text.strip() or (mark and level):
            text = f"{mark} {text.lstrip()}" if mark else f"\t\t{text}" if right else text
            self._put(text, level)
        elif not level:
            # An empty paragraph parts two tables.
            self._close_to(0)
        for piece in self._hanging:
            self._put(piece, level)
        self._runs, self._mark, self._hanging = [], [], []

    def end_cell(self, level: int) -> None:
        """Close a cell of the table at `level`."""
        level = max(1, min(level, _MAX_LEVELS))
        self._open_to(level)
        self._close_to(level)
        table = self._levels[-1]
        table.cells.append(table.cell)
        table.cell = []

    def end_row(self, shape: RowShape, nested: bool) -> None:
        """Close a row of the innermost table, or of the outermost one."""
        if not self._levels:
            return
        if not nested:
            self._close_to(1)
        table = self._levels[-1]
        if table.cell:
            table.cells.append(table.cell)
        if table.cells:
            table.rows.append((table.cells, shape))
        table.cells, table.cell = [], []

    def close(self) -> list[Piece]:
        """All pieces in reading order."""
        self.end_paragraph(self._level, right=False)
        self._close_to(0)
        return self._pieces

    def _put(self, piece: Piece, level: int) -> None:
        level = min(level, _MAX_LEVELS)
        self._close_to(level)
        self._open_to(level)
        (self._levels[-1].cell if level else self._pieces).append(piece)

    def _open_to(self, level: int) -> None:
        while len(self._levels) < level:
            self._levels.append(_Level())

    def _close_to(self, level: int) -> None:
        while len(self._levels) > level:
            table = self._levels[-1]
            self.end_row(RowShape(), nested=True)
            self._levels.pop()
            if table.rows:
                target = self._levels[-1].cell if self._levels else self._pieces
                target.append(_table(table))


def _table(level: _Level) -> Table:
    places = _places(level)
    heads = [shape.header for _, shape in level.rows]
    rows = [list(_cells(cells, shape, places)) for cells, shape in level.rows]
    return Table(rows, heads.index(False) if False in heads else 0)


def _places(level: _Level) -> list[int]:
    """The borders of all rows from left to right; those that stand in one place are one."""
    found = {border for cells, shape in level.rows for border in shape.borders[: len(cells)]}
    found |= {shape.left for _, shape in level.rows if shape.borders}
    places: list[int] = []
    for border in sorted(found):
        if not places or border - places[-1] > _SNAP_TWIPS:
            places.append(border)
    return places


def _cells(
    cells: Sequence[list[Piece]], shape: RowShape, places: Sequence[int]
) -> Iterator[GridCell]:
    column = _index(places, shape.left) if shape.borders else 0
    waiting: GridCell | None = None
    for number, pieces in enumerate(cells[:_MAX_CELLS]):
        rest = cells[_MAX_CELLS:] if number == _MAX_CELLS - 1 else ()
        lines = [line for cell in (pieces, *rest) for piece in cell for line in lines_of(piece)]
        width = _width(shape, number, places)
        if waiting is not None and number in shape.merged_right:
            waiting = GridCell((*waiting.lines, *lines), waiting.column, waiting.width + width)
        else:
            if waiting is not None:
                yield waiting
            kept = () if number in shape.merged_down else tuple(lines)
            waiting = GridCell(kept, column, width)
        column += width
    if waiting is not None:
        yield waiting


def _width(shape: RowShape, number: int, places: Sequence[int]) -> int:
    """The number of columns that a cell covers."""
    if number >= len(shape.borders):
        return 1
    left = shape.borders[number - 1] if number else shape.left
    width = _index(places, shape.borders[number]) - _index(places, left)
    return max(1, min(width, _MAX_CELLS))


def _index(places: Sequence[int], border: int) -> int:
    return bisect_left(places, border - _SNAP_TWIPS)
