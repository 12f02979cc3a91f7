"""A sample document as DOCX: real numbering, footnotes, tracked changes and text boxes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape

from samples import word_parts
from samples.markup import Block, Run, Source, footnotes, runs

CHANGE = 'w:id="{id}" w:author="Thư ký" w:date="2025-01-06T08:00:00Z"'
BOLD_KINDS = ("title", "subject", "heading", "sub")
SIGNS = {"dash": "- ", "plus": "+ "}
FIRST_LINE = '<w:ind w:firstLine="567"/>'
INDENTS = dict.fromkeys(("body", "dash", "heading", "sub"), FIRST_LINE) | {
    "plus": '<w:ind w:left="284" w:firstLine="567"/>'
}
CENTRED = ("title", "subject", "center", "rule")


def docx_bytes(source: Source) -> bytes:
    """The file's bytes, the same on every run."""
    body = _Body(source)
    parts = {
        **word_parts.fixed_parts(source.settings),
        "word/document.xml": word_parts.document(body.xml(), source.settings),
        "word/footnotes.xml": word_parts.footnotes(footnotes(source)),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode("utf-8"))
    return target.getvalue()


class _Body:
    """Writes the blocks of one source; counts footnotes and changes as it goes."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._size = int(source.settings.get("size", "14"))
        self._width = word_parts.text_width(source.settings)
        self._sides = (self._width * 46 // 100, self._width * 54 // 100)
        self._split = source.settings.get("runs") == "split"
        self._footnote = 0
        self._list = 0
        self._in_list = False
        self._change = 0

    def xml(self) -> str:
        return "".join(self._block(block) for block in self._source.blocks)

    def _block(self, block: Block) -> str:
        if block.kind == "number" and not self._in_list:
            self._list += 1
        self._in_list = block.kind == "number"
        if block.kind == "columns":
            return self._columns(block)
        if block.kind == "table":
            return self._table(block)
        if block.kind == "box":
            lines = [" ".join(row) for row in block.rows]
            return word_parts.text_box("".join(self._box_line(line) for line in lines))
        if block.kind == "page":
            return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        return self._paragraph(block.kind, block.text)

    def _paragraph(self, kind: str, text: str) -> str:
        text = text or ("–––––––––" if kind == "rule" else "")
        align = "center" if kind in CENTRED else "right" if kind == "place" else "both"
        before = 160 if kind == "title" else 0
        after = 40 if kind in ("title", "rule") else 120
        numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self._list}"/></w:numPr>'
        properties = (
            f"<w:pPr>{'<w:keepNext/>' if kind in ('heading', 'sub') else ''}"
            f"{numbering if kind == 'number' else ''}"
            f'<w:spacing w:before="{before}" w:after="{after}"/>'
            f'{INDENTS.get(kind, "")}<w:jc w:val="{align}"/></w:pPr>'
        )
        size = self._size + (1 if kind == "title" else 0)
        text = SIGNS.get(kind, "") + text
        inner = self._runs(text, bold=kind in BOLD_KINDS, italic=kind == "sub", size=size)
        return f"<w:p>{properties}{inner}</w:p>"

    def _cell_line(
        self, text: str, align: str, size: int, *, bold: bool = False, keep: bool = False
    ) -> str:
        kept = "<w:keepNext/>" if keep else ""
        properties = f'<w:pPr>{kept}<w:spacing w:after="0"/><w:jc w:val="{align}"/></w:pPr>'
        return f"<w:p>{properties}{self._runs(text, bold=bold, italic=False, size=size)}</w:p>"

    def _box_line(self, text: str) -> str:
        return self._cell_line(text, "center", self._size - 2)

    def _columns(self, block: Block) -> str:
        aligns = block.options[:2] or ("center", "center")
        if "tabs" in block.options:
            return "".join(self._tab_row(row) for row in block.rows)
        rows = []
        for number, row in enumerate(block.rows, start=1):
            # A signature never leaves its office on the page before.
            keep = number < len(block.rows)
            cells = "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
                f"{self._cell_line(cell, align, self._size - 1, keep=keep)}</w:tc>"
                for cell, align, width in zip(row, aligns, self._sides, strict=True)
            )
            rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")
        return word_parts.GAP + word_parts.table("".join(rows), list(self._sides), ruled=False)

    def _tab_row(self, row: tuple[str, ...]) -> str:
        stops = (
            f'<w:tab w:val="center" w:pos="{self._sides[0] // 2}"/>'
            f'<w:tab w:val="center" w:pos="{self._sides[0] + self._sides[1] // 2}"/>'
        )
        properties = f'<w:pPr><w:tabs>{stops}</w:tabs><w:spacing w:after="0"/></w:pPr>'
        tab = "<w:r><w:tab/></w:r>"
        cells = (self._runs(cell, bold=False, italic=False, size=self._size - 1) for cell in row)
        return f"<w:p>{properties}{''.join(tab + cell for cell in cells)}</w:p>"

    def _table(self, block: Block) -> str:
        shares = [int(option) for option in block.options]
        widths = [self._width * share // sum(shares) for share in shares]
        rows = []
        for index, row in enumerate(block.rows):
            head = index == 0
            extra = "<w:cantSplit/>" + ("<w:tblHeader/>" if head else "")
            cells = "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
                + self._cell_line(cell, _cell_align(cell, head), self._size - 2, bold=head)
                + "</w:tc>"
                for cell, width in zip(row, widths, strict=True)
            )
            rows.append(f"<w:tr><w:trPr>{extra}</w:trPr>{cells}</w:tr>")
        return word_parts.table("".join(rows), widths, ruled=True)

    def _runs(self, text: str, *, bold: bool, italic: bool, size: int) -> str:
        return "".join(
            self._run(piece, bold or piece.bold, italic or piece.italic, size)
            for run in runs(text)
            for piece in self._pieces(run)
        )

    def _pieces(self, run: Run) -> Iterator[Run]:
        """The run itself, or halves cut inside a word as an office program leaves them."""
        if not self._split or run.footnote or run.change or len(run.text) < 30:
            yield run
            return
        for start in range(0, len(run.text), 37):
            yield Run(run.text[start : start + 37], run.bold, run.italic)

    def _run(self, run: Run, bold: bool, italic: bool, size: int) -> str:
        if run.footnote:
            self._footnote += 1
            return word_parts.footnote_mark(self._footnote)
        dress = f"{'<w:b/>' if bold else ''}{'<w:i/>' if italic else ''}"
        properties = f'<w:rPr>{dress}<w:sz w:val="{size * 2}"/></w:rPr>'
        tag = "w:delText" if run.change == "del" else "w:t"
        inner = f'<w:r>{properties}<{tag} xml:space="preserve">{escape(run.text)}</{tag}></w:r>'
        if not run.change:
            return inner
        self._change += 1
        return f"<w:{run.change} {CHANGE.format(id=900 + self._change)}>{inner}</w:{run.change}>"


def _cell_align(cell: str, head: bool) -> str:
    return "center" if head or len(cell) < 7 else "left"
