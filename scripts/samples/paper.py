"""PDF files drawn by reportlab, with embedded fonts."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    Flowable,
    HRFlowable,
    KeepTogether,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

from samples.markup import Block, Source, runs

# Both hold every Vietnamese letter; the Liberation Serif 1.07 of Debian 12 lacks the toned ones.
FONTS = Path("/usr/share/fonts/truetype")
FACES = {
    "Tinos": ("croscore/Tinos-{}.ttf", ("Regular", "Bold", "Italic", "BoldItalic")),
    "DejaVu Serif": ("dejavu/DejaVuSerif{}.ttf", ("", "-Bold", "-Italic", "-BoldItalic")),
}
ALIGNS = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT, "both": TA_JUSTIFY}
SIGNS = {"dash": "- ", "plus": "+ "}


def pdf_bytes(source: Source) -> bytes:
    """The file's bytes, the same on every run of one reportlab version."""
    target = io.BytesIO()
    family = source.settings.get("font", "Tinos")
    _register(family)
    size = float(source.settings.get("size", "14"))
    top, right, bottom, left = map(float, source.settings.get("margins", "20 15 20 30").split())
    document = SimpleDocTemplate(
        target,
        pagesize=A4,
        topMargin=top * mm,
        rightMargin=right * mm,
        bottomMargin=bottom * mm,
        leftMargin=left * mm,
        title=source.output,
        invariant=True,
    )
    paper = _Paper(family, size, A4[0] - (left + right) * mm)
    story = [paper.flowable(block) for block in source.blocks]

    def number(canvas: Any, page: Any) -> None:
        canvas.setFont(family, size - 1)
        canvas.drawCentredString(A4[0] / 2, A4[1] - 12 * mm, str(page.page))

    document.build(story, onLaterPages=number)
    return target.getvalue()


def _register(family: str) -> None:
    if family in pdfmetrics.getRegisteredFontNames():
        return
    names = (family, f"{family} Bold", f"{family} Italic", f"{family} BoldItalic")
    pattern, dresses = FACES[family]
    for name, dress in zip(names, dresses, strict=True):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / pattern.format(dress))))
    pdfmetrics.registerFontFamily(family, *names)


class _Paper:
    """Turns blocks into flowables of one family, size and width in points."""

    def __init__(self, family: str, size: float, width: float) -> None:
        self._family, self._size, self._width = family, size, width

    def flowable(self, block: Block) -> Flowable:
        if block.kind == "columns":
            return self._columns(block)
        if block.kind == "table":
            return self._table(block)
        if block.kind == "page":
            return PageBreak()
        if block.kind == "rule":
            return HRFlowable(width="25%", thickness=0.7, color="black", spaceAfter=10)
        return self._paragraph(block)

    def _style(self, align: str, size: float, **more: Any) -> ParagraphStyle:
        return ParagraphStyle(
            "sample",
            fontName=self._family,
            fontSize=size,
            leading=size * 1.28,
            alignment=ALIGNS[align],
            **more,
        )

    def _paragraph(self, block: Block) -> Flowable:
        bold = block.kind in ("title", "subject", "heading", "sub")
        text = _tagged(SIGNS.get(block.kind, "") + block.text, bold, block.kind == "sub")
        if block.kind in ("title", "subject", "center"):
            size = self._size + (1 if block.kind == "title" else 0)
            return Paragraph(text, self._style("center", size, spaceAfter=3))
        if block.kind == "place":
            return Paragraph(f"<i>{text}</i>", self._style("right", self._size, spaceAfter=8))
        indent = 15 * mm if block.kind == "plus" else 10 * mm
        keep = 1 if bold else 0
        style = self._style(
            "both", self._size, firstLineIndent=indent, spaceAfter=6, keepWithNext=keep
        )
        return Paragraph(text, style)

    def _columns(self, block: Block) -> Flowable:
        aligns = block.options or ("center", "center")
        styles = [self._style(align, self._size - 1) for align in aligns]
        rows = [
            [Paragraph(_tagged(cell), style) for cell, style in zip(row, styles, strict=True)]
            for row in block.rows
        ]
        blank = self._size * 1.28
        heights = [None if any(row) else blank for row in block.rows]
        table = Table(rows, [self._width * 0.46, self._width * 0.54], rowHeights=heights)
        table.setStyle(
            [
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ]
        )
        return KeepTogether([Spacer(1, 6), table, Spacer(1, 8)])

    def _table(self, block: Block) -> Flowable:
        shares = [int(option) for option in block.options]
        widths = [self._width * share / sum(shares) for share in shares]
        rows = []
        for index, row in enumerate(block.rows):
            head = index == 0
            cells = [
                Paragraph(_tagged(cell, head), self._style(_cell_align(cell, head), self._size - 2))
                for cell in row
            ]
            rows.append(cells)
        table = Table(rows, widths, repeatRows=1, spaceBefore=4, spaceAfter=10)
        table.setStyle(
            [("GRID", (0, 0), (-1, -1), 0.6, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
        )
        return table


def _cell_align(cell: str, head: bool) -> str:
    return "center" if head or len(cell) < 7 else "left"


def _tagged(text: str, bold: bool = False, italic: bool = False) -> str:
    """The line in reportlab's own tags."""
    pieces = []
    for run in runs(text):
        piece = escape(run.text)
        if italic or run.italic:
            piece = f"<i>{piece}</i>"
        if bold or run.bold:
            piece = f"<b>{piece}</b>"
        pieces.append(piece)
    return "".join(pieces)
