"""Rows of the tables on PDF pages: joined over page breaks, their columns named."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vnparty_nlp.parsing.header_rows import CellText, header_of, names_for
from vnparty_nlp.parsing.lines import Line


def name_rows(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, with the column names of table rows.

    A table that goes on after a page break keeps its names, its repeated header is left out and
    a row that the break cut in two is one row again.
    """
    table: list[Line] = []
    for line in lines:
        if table and (line.kind != "row" or not _same_table(table[-1], line)):
            yield from _named(table)
            table = []
        if line.kind == "row":
            table.append(line)
        else:
            yield line
    yield from _named(table)


def _same_table(above: Line, below: Line) -> bool:
    if above.table == below.table:
        return True
    return below.page == above.page + 1 and below.table[1] == above.table[1]


def _named(rows: Sequence[Line]) -> Iterator[Line]:
    joined: list[Line] = []
    for part in _parts(rows):
        rest = part[_repeated(joined, part) :]
        if joined and rest and _was_cut(joined[-1], rest[0]):
            joined[-1] = _mend(joined[-1], rest[0])
            rest = rest[1:]
        joined += rest
    count, names = header_of([row.row for row in joined])
    for number, row in enumerate(joined):
        yield replace(row, columns=names_for(row.row, names if number >= count else {}))


def _repeated(table: Sequence[Line], part: Sequence[Line]) -> int:
    """Number of rows with which the part repeats the beginning of the table."""
    count = 0
    while count < min(len(table), len(part)) and table[count].text == part[count].text:
        count += 1
    return count


def _parts(rows: Sequence[Line]) -> list[list[Line]]:
    """The rows of one table by page."""
    parts: list[list[Line]] = []
    for row in rows:
        if parts and parts[-1][-1].table == row.table:
            parts[-1].append(row)
        else:
            parts.append([row])
    return parts


def _was_cut(above: Line, below: Line) -> bool:
    """Whether a row at the top of a page is the rest of the last one: its first cell is empty."""
    return above.row[0].column == 0 and below.row[0].column > 0


def _mend(above: Line, below: Line) -> Line:
    cells = dict(zip((cell.column for cell in above.row), above.cells, strict=True))
    texts = {cell.column: cell for cell in above.row}
    for cell, words in zip(below.row, below.cells, strict=True):
        cells[cell.column] = cells.get(cell.column, ()) + words
        before = texts[cell.column].text + " " if cell.column in texts else ""
        texts[cell.column] = CellText(before + cell.text, cell.column, cell.width)
    order = sorted(cells)
    return replace(
        above,
        cells=tuple(cells[column] for column in order),
        row=tuple(texts[column] for column in order),
        text=" ".join(texts[column].text for column in order),
    )
