"""A sample document as a web page."""

from __future__ import annotations

import html
import unicodedata

from samples.markup import Block, Source, runs, visible

STYLE = (
    "body{font:14pt 'Times New Roman',serif;max-width:190mm;margin:auto}"
    "p{text-align:justify;text-indent:1cm;margin:0 0 6pt}"
    "table{border-collapse:collapse;width:100%;margin-bottom:8pt}"
    ".ruled td,.ruled th{border:1px solid #000;padding:2pt 4pt}"
    ".columns td{width:50%;vertical-align:top}"
    ".c,.c p{text-align:center;text-indent:0}.r{text-align:right}"
)
CENTRE = ' class="c"'
TAGS = {"title": "h1", "subject": "h2", "heading": "h3", "sub": "h4"}


def html_bytes(source: Source) -> bytes:
    """The page in UTF-8; letters and tone marks apart where the source asks for NFD."""
    lists = _grouped(source.blocks)
    body = "\n".join(lists)
    title = html.escape(source.settings.get("page_title", source.output))
    page = (
        f'<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n"
        f"<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
    form = source.settings.get("form", "NFC")
    return unicodedata.normalize("NFD" if form == "NFD" else "NFC", page).encode("utf-8")


def _grouped(blocks: tuple[Block, ...]) -> list[str]:
    lines: list[str] = []
    opened = False
    for block in blocks:
        if opened and block.kind != "number":
            lines.append("</ol>")
        if not opened and block.kind == "number":
            lines.append("<ol>")
        opened = block.kind == "number"
        lines.append(_block(block))
    return [*lines, "</ol>"] if opened else lines


def _block(block: Block) -> str:
    if block.kind in ("columns", "table"):
        return _table(block)
    if block.kind in ("rule", "page"):
        return "<hr>"
    inner = _inline(block.text)
    if block.kind == "number":
        return f"<li>{inner}</li>"
    if block.kind in TAGS:
        centre = CENTRE if block.kind in ("title", "subject") else ""
        return f"<{TAGS[block.kind]}{centre}>{inner}</{TAGS[block.kind]}>"
    dress = {"center": CENTRE, "place": ' class="r"'}.get(block.kind, "")
    sign = {"dash": "- ", "plus": "+ "}.get(block.kind, "")
    return f"<p{dress}>{sign}{inner}</p>"


def _table(block: Block) -> str:
    ruled = block.kind == "table"
    aligns = ("left",) * 9 if ruled else block.options or ("center", "center")
    rows = []
    for index, row in enumerate(block.rows):
        tag = "th" if ruled and index == 0 else "td"
        cells = "".join(
            f"<{tag}{CENTRE if align == 'center' else ''}>{_inline(cell) or '&nbsp;'}</{tag}>"
            for cell, align in zip(row, aligns, strict=False)
        )
        rows.append(f"<tr>{cells}</tr>")
    name = "ruled" if ruled else "columns"
    return f'<table class="{name}">\n' + "\n".join(rows) + "\n</table>"


def _inline(text: str) -> str:
    if text == visible(text):
        return html.escape(text, quote=False)
    pieces = []
    for run in runs(text):
        piece = html.escape(run.text, quote=False)
        if run.italic:
            piece = f"<em>{piece}</em>"
        if run.bold:
            piece = f"<strong>{piece}</strong>"
        pieces.append(piece)
    return "".join(pieces)
