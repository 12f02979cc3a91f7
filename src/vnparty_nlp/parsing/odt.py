"""ODT → drafts: own walk over the XML of OpenDocument, in a package or in one flat file."""

from collections.abc import Iterator, Sequence

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import problems
from vnparty_nlp.parsing.arrange import Piece, Table, lines_of
from vnparty_nlp.parsing.flow import Draft, Reading
from vnparty_nlp.parsing.font_runs import Write, read_runs
from vnparty_nlp.parsing.grid import GridCell, lines_as
from vnparty_nlp.parsing.odt_lists import OdtLists
from vnparty_nlp.parsing.odt_styles import Styles
from vnparty_nlp.parsing.odt_text import CHANGE_MARKS, DROPPED, Deletions, paragraph_text
from vnparty_nlp.parsing.package import Element, Package, child, integer, local, parse_xml, value

_NAME = "ODT"
# What a spreadsheet in the text brings with it: messages of its cells, copies of other tables.
_NO_BLOCKS = DROPPED | {"content-validations", "dde-links"}
_ROW_HOLDERS = {"table-header-rows", "table-rows", "table-row-group"}
# How often the same cell or row is read, and how many of them there may be in a file.
_MAX_REPEATED, _MAX_ALL_REPEATED = 60, 10_000
_MAX_SPANNED = 100


class OdtReader:
    """Reads OpenDocument texts; running heads, comments and deleted text are left out."""

    def __init__(self, max_unpacked_bytes: int) -> None:
        self._max_bytes = max_unpacked_bytes

    def read(self, data: bytes, source: str) -> Reading:
        """The blocks of the document. It has no pages until a program lays it out."""
        roots = self._roots(data, source)
        body = child(roots[-1], "body", "text") if roots else None
        if body is None:
            raise DocumentError(source, *problems.broken(_NAME))
        styles = Styles(roots)
        return read_runs(
            lambda write: list(
                _Walker(styles, OdtLists(roots), Deletions(body), write).pieces(body)
            )
        )

    def _roots(self, data: bytes, source: str) -> tuple[Element, ...]:
        """The files that hold styles, and last the one that holds the text."""
        if not data.startswith(b"PK"):
            return (parse_xml(data, source, _NAME),)
        package = Package(data, source, self._max_bytes, format_name=_NAME)
        manifest = package.part("META-INF/manifest.xml")
        if manifest is not None and any(local(e) == "encryption-data" for e in manifest.iter()):
            raise DocumentError(source, *problems.password(_NAME))
        parts = package.part("styles.xml"), package.part("content.xml")
        return tuple(part for part in parts if part is not None)


class _Walker:
    """Turns the blocks of one document into pieces, counting list items as it goes."""

    def __init__(self, styles: Styles, lists: OdtLists, deletions: Deletions, write: Write) -> None:
        self._styles, self._lists = styles, lists
        self._deletions, self._write = deletions, write
        self._repeats_left = _MAX_ALL_REPEATED

    def pieces(self, parent: Element) -> Iterator[Piece]:
        """Paragraphs, tables and notes in reading order."""
        for block in parent:
            yield from self._block(block, parent)

    def _block(self, block: Element, parent: Element) -> Iterator[Piece]:
        name = local(block)
        if name == "p":
            yield from self._paragraph(block, "", parent)
        elif name == "h":
            yield from self._heading(block, parent)
        elif name == "list":
            yield from self._list(block, 0, "", "")
        elif name == "numbered-paragraph":
            yield from self._numbered(block)
        elif name == "table":
            yield self._table(block)
        elif name in CHANGE_MARKS:
            self._deletions.mark(block)
        elif name and name not in _NO_BLOCKS and not self._is_hidden(block):
            # Sections, indexes, frames, links and whatever else holds blocks.
            yield from self.pieces(block)

    def _is_hidden(self, holder: Element) -> bool:
        if value(holder, "display") in ("none", "condition"):
            return value(holder, "display") == "none" or value(holder, "is-hidden") == "true"
        return bool(self._styles.look("section", value(holder, "style-name")).hidden)

    def _heading(self, block: Element, parent: Element) -> Iterator[Piece]:
        level = max(0, integer(block, 1, "outline-level") - 1)
        unnumbered = value(block, "is-list-header") == "true"
        yield from self._paragraph(
            block, "" if unnumbered else self._lists.next_heading(level), parent
        )

    def _paragraph(self, block: Element, number: str, parent: Element) -> Iterator[Piece]:
        found, look = paragraph_text(block, self._styles, self._deletions)
        text = "" if found.hidden else self._write(found.runs)
        # A cell may hold nothing but its number; elsewhere such a line is an empty one.
        if text.strip() or (number.strip() and local(parent) == "table-cell"):
            marked = f"{number} {text}" if number else f"\t\t{text}" if look.right else text
            yield marked
        for box in found.boxes:
            yield from self.pieces(box)
        for note in found.notes:
            yield from self._note(note)

    def _note(self, note: Element) -> Iterator[Draft]:
        body = child(note, "note-body")
        pieces = [] if body is None else list(self.pieces(body))
        text = " ".join(line for piece in pieces for line in lines_of(piece))
        yield from lines_as("footnote", [text])

    def _list(self, element: Element, level: int, outer: str, outer_style: str) -> Iterator[Piece]:
        style = value(element, "style-name") or outer_style
        key = outer if outer and style == outer_style else self._lists.open(element, style)
        for item in element:
            numbered = local(item) == "list-item"
            start = value(item, "start-value")
            if numbered and start is not None:
                key = self._lists.restart(key, level, integer(item, 1, "start-value"))
            for block in item:
                name = local(block)
                if name == "list":
                    yield from self._list(block, level + 1, key, style)
                elif name in ("p", "h"):
                    number = self._lists.next(key, level) if numbered else ""
                    numbered = False
                    yield from self._paragraph(block, number, element)
                else:
                    yield from self._block(block, item)

    def _numbered(self, element: Element) -> Iterator[Piece]:
        """An item of a list that stands by itself, outside the list."""
        level = max(0, integer(element, 1, "level") - 1)
        number = self._lists.next(self._lists.key_of_numbered(element, level), level)
        for block in element:
            if local(block) in ("p", "h"):
                yield from self._paragraph(block, number, element)
                number = ""
            else:
                yield from self._block(block, element)

    def _table(self, table: Element) -> Table:
        rows: list[Sequence[GridCell]] = []
        heads: list[bool] = []
        for row, is_head in _rows(table, False):
            cells = list(self._cells(row))
            for _ in self._repeated(row, "number-rows-repeated", cells):
                rows.append(cells)
                heads.append(is_head)
        return Table(rows, heads.index(False) if False in heads else 0)

    def _cells(self, row: Element) -> Iterator[GridCell]:
        column = 0
        for cell in row:
            count = max(1, integer(cell, 1, "number-columns-repeated"))
            if local(cell) == "table-cell":
                width = max(1, min(integer(cell, 1, "number-columns-spanned"), _MAX_SPANNED))
                lines = tuple(line for piece in self.pieces(cell) for line in lines_of(piece))
                made = GridCell(lines, column, width)
                for number in self._repeated(cell, "number-columns-repeated", [made]):
                    yield GridCell(lines, column + number, width)
            if local(cell) in ("table-cell", "covered-table-cell"):
                column += count

    def _repeated(self, element: Element, name: str, cells: Sequence[GridCell]) -> range:
        """How often a row or cell is read: once where it is empty."""
        count = integer(element, 1, name)
        if count <= 1 or not any(cell.lines for cell in cells):
            return range(1)
        count = max(1, min(count, _MAX_REPEATED, self._repeats_left // len(cells)))
        self._repeats_left -= count * len(cells)
        return range(count)


def _rows(table: Element, is_head: bool) -> Iterator[tuple[Element, bool]]:
    """The rows of a table through their groups, and whether each is repeated on every page."""
    for item in table:
        name = local(item)
        if name == "table-row":
            yield item, is_head
        elif name in _ROW_HOLDERS:
            yield from _rows(item, is_head or name == "table-header-rows")
