"""HTML → drafts: blocks, numbered lists, tables; nothing that a browser does not show."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import problems
from vnparty_nlp.parsing.arrange import Piece, Table, arrange, lines_of
from vnparty_nlp.parsing.characters import clean
from vnparty_nlp.parsing.encoding import decode, lost_characters, makes_syllables, read_western
from vnparty_nlp.parsing.flow import Reading
from vnparty_nlp.parsing.grid import GridCell
from vnparty_nlp.parsing.legacy_blocks import LegacyText, Run
from vnparty_nlp.parsing.numbering import write_number
from vnparty_nlp.parsing.package import Element, local
from vnparty_nlp.vietnamese.legacy import encoding_of_font

_DROPPED = set(
    """script style head template noscript title meta link nav button select input textarea svg
    math iframe object del s strike""".split()  # noqa: SIM905
)
_BLOCKS = set(
    """p div h1 h2 h3 h4 h5 h6 li ul ol blockquote section article header footer main aside dl dt
    dd figure figcaption pre center address hr caption form fieldset body details summary""".split()  # noqa: SIM905
)
_LIST_STYLES = {"I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter"}
# Deeper nesting than a person writes; Python's own stack ends at 1,000.
_DEEPEST = 200
_MOST_SPANNED = 200
# Blanks of the source are one blank; a tab inside a line is one that a word processor wrote.
_BLANKS = re.compile(r"[ \t\r\f]*\n[ \t\r\n\f]*|[ \r\f]+")
# LibreOffice writes running heads and feet into the page, under these titles.
_RUNNING = {"header", "footer"}
_FAMILY = re.compile(r"font(?:-family)?\s*:([^;]*)", re.IGNORECASE)
# "font: bold 14px .VnTime" names size and weight before the family.
_BEFORE_FAMILY = re.compile(r"^.*\d\S*\s+(?=\S)")
_FONT_NAME = re.compile(rb"""(?:face\s*=|font-family\s*:)[\s"']*([.\w -]+)""", re.IGNORECASE)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)


class MarkupReader:
    """Reads HTML pages, also those that Word saved."""

    def read(self, data: bytes, source: str) -> Reading:
        """The blocks of the page's body, in the order of the source."""
        parser = lxml_html.HTMLParser(no_network=True, remove_comments=True, encoding="utf-8")
        text = _decode(data, source)
        try:
            root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
            raise DocumentError(source, *problems.HTML_BROKEN) from error
        body = root.find("body")
        page = root if body is None else body
        legacy = LegacyText(_runs(page, None))
        walker = _Walker(legacy)
        walker.visit(page, None)
        return Reading(
            tuple(arrange(walker.close())),
            warnings=(*lost_characters(text), *legacy.warnings),
            legacy_encoding=legacy.encoding,
        )


def _decode(data: bytes, source: str) -> str:
    """The page's text; a declared encoding counts where the bytes agree with it.

    Pages in UTF-8 declare Latin-1, and pages in the code of a legacy font Windows-1252.
    """
    declared = _CHARSET.search(data[:2048])
    name = declared[1].decode("ascii") if declared else "utf-8"
    for encoding in ("utf-8", name) if b"\x00" not in data else (name,):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if encoding.lower().startswith("utf") or makes_syllables(text):
            return text
    if any(encoding_of_font(name.decode("latin-1")) for name in _FONT_NAME.findall(data)):
        return read_western(data)
    return decode(data, source)


def _runs(page: Element, font: str | None, depth: int = 0) -> Iterator[Run]:
    """All text of the page with its fonts, also what is not shown."""
    yield Run(page.text or "", font)
    for item in page:
        if local(item) not in _DROPPED and depth <= _DEEPEST:
            yield from _runs(item, _font(item) or font, depth + 1)
        yield Run(item.tail or "", font)


def _font(element: Element) -> str | None:
    """The first font that an element asks for."""
    asked = element.get("face") if local(element) == "font" else None
    if asked is None and (found := _FAMILY.search(element.get("style", ""))):
        asked = _BEFORE_FAMILY.sub("", found[1])
    return asked.split(",")[0].strip(" \"'") or None if asked else None


class _Walker:
    """Collects the blocks of a page; text between two blocks is a block of its own."""

    def __init__(self, legacy: LegacyText) -> None:
        self._legacy = legacy
        self._pieces: list[Piece] = []
        self._inline: list[Run] = []
        self._mark = ""

    def close(self) -> list[Piece]:
        """All pieces, the last one included."""
        self._flush()
        return self._pieces

    def visit(self, element: Element, font: str | None, depth: int = 0) -> None:
        """Take in what stands in an element; `font` is the one around it."""
        font = _font(element) or font
        self._add(element.text, element, font)
        ordinal = _first_ordinal(element)
        for item in element:
            name = local(item)
            if name == "br":
                self._inline.append(Run("\n", font))
            elif name in _DROPPED or _is_hidden(item) or depth > _DEEPEST:
                pass
            elif name == "table":
                self._flush()
                for caption in item.iterchildren("caption"):
                    self.visit(caption, font, depth + 1)
                    self._flush()
                self._pieces.append(self._table(item, font, depth))
            elif name in _BLOCKS:
                self._flush()
                if name == "li":
                    ordinal = _own_ordinal(item, ordinal)
                    self._mark = _mark(element, ordinal)
                    ordinal += 1
                self.visit(item, font, depth + 1)
                self._flush()
            else:
                self.visit(item, font, depth + 1)
            self._add(item.tail, element, font)

    def _add(self, text: str | None, parent: Element, font: str | None) -> None:
        if text:
            shown = text if local(parent) == "pre" else _BLANKS.sub(" ", text)
            self._inline.append(Run(shown, font))

    def _flush(self) -> None:
        text = clean(self._legacy.convert(self._inline).text).strip(" \n")
        self._inline.clear()
        if text.strip():
            # An item's text may stand in a paragraph of its own: its mark waits for it.
            self._pieces.append(f"{self._mark} {text}" if self._mark else text)
            self._mark = ""

    def _table(self, table: Element, font: str | None, depth: int) -> Table:
        font = _font(table) or font
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
        heads = [all(local(cell) == "th" for cell in row) and len(row) > 0 for row in rows]
        taken: dict[tuple[int, int], bool] = {}
        grid: list[list[GridCell]] = []
        for number, row in enumerate(rows):
            cells: list[GridCell] = []
            column = 0
            for cell in row:
                if local(cell) not in ("td", "th"):
                    continue
                while (number, column) in taken:
                    column += 1
                width, height = _count(cell, "colspan"), _count(cell, "rowspan")
                for below in range(1, height):
                    taken.update({(number + below, column + right): True for right in range(width)})
                walker = _Walker(self._legacy)
                walker.visit(cell, _font(row) or font, depth + 1)
                lines = tuple(line for piece in walker.close() for line in lines_of(piece))
                cells.append(GridCell(lines, column, width))
                column += width
            grid.append(cells)
        return Table(grid, heads.index(False) if False in heads else 0)


def _first_ordinal(element: Element) -> int:
    start = element.get("start", "") if local(element) == "ol" else ""
    return _number(start, 1)


def _own_ordinal(item: Element, ordinal: int) -> int:
    return _number(item.get("value", ""), ordinal)


def _mark(parent: Element, ordinal: int) -> str:
    if local(parent) != "ol":
        return "-"
    return write_number(ordinal, _LIST_STYLES.get(parent.get("type", "1"), "decimal")) + "."


def _is_hidden(item: Element) -> bool:
    style = item.get("style", "").replace(" ", "").lower()
    if item.get("title") in _RUNNING and local(item) == "div":
        return True
    return item.get("hidden") is not None or "display:none" in style or "mso-hide:all" in style


def _count(cell: Element, name: str) -> int:
    return max(1, min(_number(cell.get(name, ""), 1), _MOST_SPANNED))


def _number(text: str, default: int) -> int:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else default
