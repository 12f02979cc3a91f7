"""Words of all pages → drafts of blocks in reading order."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise, takewhile
from statistics import median

import numpy as np

from vnparty_nlp.parsing.columns import Region, first_region, is_running_text, is_table
from vnparty_nlp.parsing.cues import is_ornament
from vnparty_nlp.parsing.flow import Draft, Places, Reading
from vnparty_nlp.parsing.footnotes import take_footnotes
from vnparty_nlp.parsing.header_rows import CellText
from vnparty_nlp.parsing.letterhead import letterhead_columns, split_at_mottos
from vnparty_nlp.parsing.lines import Line
from vnparty_nlp.parsing.norms import opens_motto
from vnparty_nlp.parsing.paper import PageWords
from vnparty_nlp.parsing.paragraphs import Paragraph, join_lines
from vnparty_nlp.parsing.running import drop_running_lines
from vnparty_nlp.parsing.segments import Row, Segment, around, merge, rows_of
from vnparty_nlp.parsing.signatures import (
    are_signed,
    goes_on_signing,
    join_signatures,
    opens_signatures,
)
from vnparty_nlp.parsing.table_rows import name_rows
from vnparty_nlp.parsing.tables import Grid, cell_lines, find_grids, in_reading_order
from vnparty_nlp.records import BlockKind, Page

# Room left for a signature and a stamp between the office and the name.
_SIGNATURE_GAP_POINTS = 150.0
_COLUMN_GAP_HEIGHTS = 2.5
_MAX_CELL_WORDS = 200
_MOTTO_WORDS = 4
# Share of the usual height; a page of another document may be set in smaller type throughout.
_SMALL_PAGE = 0.93
# Line heights; a justified blank is narrower.
_WIDE_GAP = 1.5


def read_pages(pages: Sequence[PageWords]) -> Reading:
    """The document's blocks in reading order, and where each of their words stands."""
    tables = [_tables(page) for page in pages]
    rows = [_free_rows(page, found) for page, found in zip(pages, tables, strict=True)]
    rows = drop_running_lines(pages, rows)
    heights = [segment.height for page_rows in rows for row in page_rows for segment in row]
    usual = median(heights) if heights else 0.0
    lines: list[Line] = []
    offset = 0
    for page, free, found in zip(pages, rows, tables, strict=True):
        free, signed = _split_signatures(page, free, lines)
        sheet = _Sheet(page, offset)
        lines += [sheet.line("signature", [segment]) for row in signed for segment in row]
        text, notes = take_footnotes(page, free, _usual_on_page(free, usual))
        lines += [line for line in sheet.lines(text, found) if not is_ornament(line.text)]
        lines += [sheet.line("footnote", row) for row in notes]
        lines += sheet.asides()
        offset += len(page.texts)
    return _reading(pages, list(join_lines(list(name_rows(join_signatures(lines))))))


def _reading(pages: Sequence[PageWords], paragraphs: Sequence[Paragraph]) -> Reading:
    texts = [text for page in pages for text in page.texts]
    cells = chain.from_iterable(paragraph.cells for paragraph in paragraphs)
    order = list(chain.from_iterable(cells))
    shown = [page.edges if page.shown is None else page.shown for page in pages]
    edges = np.concatenate(shown)[order]
    counts = [len(page.texts) for page in pages]
    numbers = np.repeat(np.array([page.number for page in pages], dtype="L"), counts)[order]
    places = Places(
        array("L", numbers.tobytes()), array("f", edges.astype(np.float32, copy=False).tobytes())
    )
    drafts = tuple(
        Draft(
            paragraph.kind,
            tuple(tuple(map(texts.__getitem__, cell)) for cell in paragraph.cells),
            paragraph.columns,
        )
        for paragraph in paragraphs
    )
    return Reading(
        drafts, tuple(Page(p.number, *(p.size_shown or (p.width, p.height))) for p in pages), places
    )


def _split_signatures(
    page: PageWords, rows: list[Row], lines: Sequence[Line]
) -> tuple[list[Row], list[Row]]:
    """The rows without those at the top that belong to the last page's signatures, and these."""
    if not lines or lines[-1].kind != "signature" or are_signed(_last_signatures(lines)):
        return rows, []
    signed = [line.text for line in lines if line.kind == "signature"]
    count = 0
    while count < len(rows) and all(
        goes_on_signing(" ".join(page.texts[word] for word in segment.words), signed)
        for segment in rows[count]
    ):
        count += 1
    return rows[count:], rows[:count]


def _usual_on_page(rows: Sequence[Row], usual: float) -> float:
    """The usual height of the page's text: its own where all of it is smaller than elsewhere."""
    heights = [segment.height for row in rows for segment in row]
    return median(heights) if heights and max(heights) < _SMALL_PAGE * usual else usual


def _last_signatures(lines: Sequence[Line]) -> list[Line]:
    run = takewhile(lambda line: line.kind == "signature", reversed(lines))
    return list(run)[::-1]


_Table = tuple[Grid, dict[int, list[int]]]


def _tables(page: PageWords) -> list[_Table]:
    if not len(page.rules):
        return []
    found = [
        (grid, grid.words_in_cells(page.edges[: page.upright])) for grid in find_grids(page.rules)
    ]
    return [(grid, members) for grid, members in found if _is_data(page, grid, members)]


def _is_data(page: PageWords, grid: Grid, members: dict[int, list[int]]) -> bool:
    """Whether lines enclose a table, and not a whole page, a letterhead or signatures."""
    if not members or max(map(len, members.values())) > _MAX_CELL_WORDS:
        return False
    top = min(grid.cells[number].row for number in members)
    boxes = page.edges.tolist()
    heads = [
        " ".join(page.texts[word] for word in cell_lines(words, boxes)[0])
        for number, words in sorted(members.items())
        if grid.cells[number].row == top
    ]
    starts = [head.split()[:_MOTTO_WORDS] for head in heads]
    mottos = any(len(s) == _MOTTO_WORDS and opens_motto(" ".join(s)) for s in starts)
    return not mottos and not opens_signatures(heads)


def _free_rows(page: PageWords, tables: list[_Table]) -> list[Row]:
    if tables:
        taken = {word for _, members in tables for words in members.values() for word in words}
        rows = rows_of(page.edges, [w for w in range(page.upright) if w not in taken])
    else:
        rows = rows_of(page.edges[: page.upright])
    return split_at_mottos(page, rows)


class _Sheet:
    """A page whose rows become lines; words are numbered from `offset` on."""

    def __init__(self, page: PageWords, offset: int) -> None:
        self._page, self._offset = page, offset
        self._word = page.texts.__getitem__
        self._boxes = page.edges.tolist()

    def lines(self, rows: list[Row], tables: list[_Table]) -> Iterator[Line]:
        """The lines of the page in reading order."""
        for grid, members in sorted(tables, key=lambda table: table[0].top):
            top = grid.top
            yield from self._flow([row for row in rows if row[0].bottom <= top + 2])
            rows = [row for row in rows if row[0].bottom > top + 2]
            yield from self._table(grid, members)
        yield from self._flow(rows)

    def asides(self) -> list[Line]:
        """The words that do not stand upright, in one line of their own."""
        words = range(self._page.upright, len(self._page.texts))
        if not words:
            return []
        line = self.line("paragraph", [around(words, self._boxes)])
        return [replace(line, aside=True)]

    def _flow(self, rows: list[Row]) -> Iterator[Line]:
        start = 0
        while start < len(rows):
            if len(rows[start]) == 1:
                yield self.line("paragraph", rows[start])
                start += 1
                continue
            region = self._region(rows[start:])
            yield from region[1]
            start += region[0]

    def _region(self, rows: list[Row]) -> tuple[int, list[Line]]:
        """The number of rows that the first region takes, and its lines."""
        height = max(segment.height for segment in rows[0])
        near = first_region(rows, _COLUMN_GAP_HEIGHTS * height)
        if near.gutters and is_running_text(near):
            return len(near.rows), self._columns(near.columns, "paragraph")
        count, columns = letterhead_columns(self._page, rows, self._text)
        if count:
            return count, self._columns(columns, "letterhead")
        if near.gutters and opens_signatures([self._text(s) for s in rows[0]]):
            far = first_region(rows, _SIGNATURE_GAP_POINTS)
            return len(far.rows), self._columns(far.columns, "signature")
        if near.gutters and is_table(near):
            return len(near.rows), self._loose_table(near)
        return 1, [self.line("paragraph", rows[0])]

    def _columns(self, columns: Sequence[list[Segment]], kind: BlockKind) -> list[Line]:
        lines: list[Line] = []
        for number, column in enumerate(columns):
            if not column:
                continue
            frame = min(s.left for s in column), max(s.right for s in column)
            for row in _by_line(column):
                lines.append(self.line(kind, row, frame, number))
        return lines

    def _loose_table(self, region: Region) -> list[Line]:
        """A table without rules: a row that begins under the second column goes on."""
        rows: list[list[list[Segment]]] = []
        for row in region.rows:
            cells: list[list[Segment]] = [[] for _ in range(len(region.gutters) + 1)]
            for segment in row:
                cells[region.column_of(segment)].append(segment)
            if rows and not cells[0]:
                rows[-1] = [above + below for above, below in zip(rows[-1], cells, strict=True)]
            else:
                rows.append(cells)
        number = self._offset + region.rows[0][0].words[0]
        table = number, len(region.gutters) + 1
        return [
            self._row([(merge(cell), column, 1) for column, cell in enumerate(row) if cell], table)
            for row in rows
        ]

    def _table(self, grid: Grid, members: dict[int, list[int]]) -> Iterator[Line]:
        boxes = self._boxes
        table = (self._offset + min(min(words) for words in members.values()), len(grid.xs) - 1)
        rows: dict[int, list[tuple[Segment, int, int]]] = {}
        for number, words in sorted(members.items()):
            cell = grid.cells[number]
            segment = around(in_reading_order(words, boxes), boxes)
            rows.setdefault(cell.row, []).append((segment, cell.column, cell.width))
        for _, cells in sorted(rows.items()):
            yield self._row(sorted(cells, key=lambda cell: cell[1]), table)

    def _row(self, cells: list[tuple[Segment, int, int]], table: tuple[int, int]) -> Line:
        row = tuple(CellText(self._text(segment), *place) for segment, *place in cells)
        whole = merge([segment for segment, _, _ in cells])
        return Line(
            "row",
            self._page.number,
            tuple(self._numbers(segment) for segment, _, _ in cells),
            " ".join(cell.text for cell in row),
            whole.left,
            whole.top,
            whole.right,
            whole.bottom,
            row=row,
            table=table,
        )

    def line(
        self,
        kind: BlockKind,
        row: Sequence[Segment],
        frame: tuple[float, float] | None = None,
        column: int = 0,
    ) -> Line:
        """One line of all segments of a row; `frame` and `column` tell its column."""
        whole = merge(row) if len(row) > 1 else row[0]
        first = self._boxes[whole.words[0]]
        second = self._boxes[whole.words[1]][0] if len(whole.words) > 1 else first[2]
        return Line(
            kind,
            self._page.number,
            (self._numbers(whole),),
            self._text(whole),
            whole.left,
            whole.top,
            whole.right,
            whole.bottom,
            second,
            first[2] - first[0],
            frame,
            column,
            gapped=len(row) > 1 and _is_gapped(row, whole.height),
        )

    def _text(self, segment: Segment) -> str:
        return " ".join(map(self._word, segment.words))

    def _numbers(self, segment: Segment) -> tuple[int, ...]:
        return tuple(map(self._offset.__add__, segment.words))


def _is_gapped(row: Sequence[Segment], height: float) -> bool:
    return any(other.left - one.right > _WIDE_GAP * height for one, other in pairwise(row))


def _by_line(column: Sequence[Segment]) -> Iterator[Row]:
    """The segments of a column, those of one row together."""
    row: Row = []
    for segment in column:
        if row and abs(segment.bottom - row[-1].bottom) > 0.35 * segment.height:
            yield row
            row = []
        row.append(segment)
    if row:
        yield row
