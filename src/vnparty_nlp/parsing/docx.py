"""DOCX → drafts: own walk over Word's XML, so that nothing a reader sees is lost."""

from collections.abc import Iterable, Iterator, Mapping

from vnparty_nlp.parsing.arrange import Piece, Table, arrange, lines_of
from vnparty_nlp.parsing.characters import clean
from vnparty_nlp.parsing.docx_styles import Style, font_of, read_styles
from vnparty_nlp.parsing.docx_text import blocks_in, is_mark_deleted, paragraph_text
from vnparty_nlp.parsing.flow import Draft, Reading
from vnparty_nlp.parsing.grid import GridCell, lines_as
from vnparty_nlp.parsing.legacy_blocks import LegacyText, Run
from vnparty_nlp.parsing.legacy_evidence import is_suspect
from vnparty_nlp.parsing.numbering import Counter, read_lists
from vnparty_nlp.parsing.package import Element, Package, child, integer, is_on, local, value
from vnparty_nlp.vietnamese.legacy import encoding_of_font

# Word itself stops at 63 columns.
_MAX_SPANNED = 100


class DocxReader:
    """Reads the body of a Word file; running heads, comments and deleted text are left out."""

    def __init__(self, max_unpacked_bytes: int) -> None:
        self._max_bytes = max_unpacked_bytes

    def read(self, data: bytes, source: str) -> Reading:
        """The blocks of the document. Word files have no pages until they are printed."""
        package = Package(data, source, self._max_bytes)
        root = package.part("word/document.xml")
        body = child(root, "body")
        if body is None:
            return Reading(())
        styles = read_styles(package.part("word/styles.xml"))
        notes = {kind: package.part(f"word/{kind}s.xml") for kind in ("footnote", "endnote")}
        legacy = LegacyText(_runs([root, *notes.values()], styles))
        walker = _Walker(
            styles,
            Counter(read_lists(package.part("word/numbering.xml"))),
            {kind: _notes(part) for kind, part in notes.items()},
            legacy,
        )
        drafts = tuple(arrange(list(walker.pieces(body))))
        return Reading(drafts, warnings=legacy.warnings, legacy_encoding=legacy.encoding)


def _runs(parts: Iterable[Element | None], styles: Mapping[str, Style]) -> Iterator[Run]:
    """All runs, where a font or a character hints at an older code; otherwise none."""
    roots = [part for part in parts if part is not None]
    named = any(encoding_of_font(style.font) for style in styles.values()) or any(
        encoding_of_font(font_of(fonts.getparent())) for part in roots for fonts in _fonts(part)
    )
    if not named and not any(is_suspect("".join(map(str, part.itertext()))) for part in roots):
        return
    for part in roots:
        for block in part.iter("{*}p"):
            yield from paragraph_text(block, styles).runs


def _fonts(part: Element) -> Iterator[Element]:
    return part.iter("{*}rFonts")


def _notes(root: Element | None) -> Mapping[str, Element]:
    return {} if root is None else {value(note, "id") or "": note for note in root}


class _Walker:
    """Turns the blocks of one document into drafts, counting list items as it goes."""

    def __init__(
        self,
        styles: Mapping[str, Style],
        counter: Counter,
        notes: Mapping[str, Mapping[str, Element]],
        legacy: LegacyText,
    ) -> None:
        self._styles, self._counter, self._notes = styles, counter, notes
        self._legacy = legacy

    def pieces(self, body: Element) -> Iterator[Piece]:
        """Paragraphs, tables and footnotes in reading order."""
        carried = ""
        for block in blocks_in(body):
            if local(block) == "tbl":
                yield self._table(block)
                continue
            found = paragraph_text(block, self._styles)
            text = carried + self._text(found.runs)
            if is_mark_deleted(block):
                carried = text
                continue
            carried = ""
            numbered = self._numbered(block, text)
            # A cell may hold nothing but its number; elsewhere such a line is an empty one.
            if text.strip() or (numbered.strip() and local(body) == "tc"):
                yield numbered
            for box in found.boxes:
                yield from self.pieces(box)
            for note in found.notes:
                yield from self._note(*note)
        if carried.strip():
            yield carried

    def _numbered(self, paragraph: Element, text: str) -> str:
        style = self._styles.get(value(child(paragraph, "pPr", "pStyle")) or "", Style())
        own = child(paragraph, "pPr", "numPr")
        list_id = value(child(own, "numId")) or style.list_id
        level = integer(child(own, "ilvl"), style.level)
        if list_id and (number := self._counter.next(list_id, level)):
            return f"{clean(number)} {text}"
        if value(child(paragraph, "pPr", "jc")) in ("right", "end"):
            return f"\t\t{text}"
        return text

    def _note(self, kind: str, note_id: str) -> Iterator[Draft]:
        note = self._notes[kind].get(note_id)
        if note is None:
            return
        found = [paragraph_text(block, self._styles) for block in blocks_in(note)]
        texts = [self._text(paragraph.runs) for paragraph in found]
        yield from lines_as("footnote", [" ".join(texts)])

    def _text(self, runs: list[Run]) -> str:
        return clean(self._legacy.convert(runs).text)

    def _table(self, table: Element) -> Table:
        rows = [row for row in _rows(table) if child(row, "trPr", "del") is None]
        heads = [is_on(child(row, "trPr", "tblHeader")) for row in rows]
        header_rows = heads.index(False) if False in heads else 0
        return Table([list(self._cells(row)) for row in rows], header_rows)

    def _cells(self, row: Element) -> Iterator[GridCell]:
        column = integer(child(row, "trPr", "gridBefore"), 0)
        for cell in _children(row, "tc"):
            width = max(1, min(integer(child(cell, "tcPr", "gridSpan"), 1), _MAX_SPANNED))
            merge = child(cell, "tcPr", "vMerge")
            goes_on = merge is not None and value(merge) in (None, "continue")
            lines = [line for piece in self.pieces(cell) for line in lines_of(piece)]
            yield GridCell(() if goes_on else tuple(lines), column, width)
            column += width


def _rows(table: Element) -> Iterator[Element]:
    return _children(table, "tr")


def _children(parent: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, through content controls and insertions."""
    for item in parent:
        name = local(item)
        if name == wanted:
            yield item
        elif name in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _children(item, wanted)
