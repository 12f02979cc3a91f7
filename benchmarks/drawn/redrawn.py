"""The sample PDFs, drawn again word by word: same words, same places, same lines."""

from pathlib import Path
from typing import Any

import pdfplumber

from benchmarks.drawn.sheet import Drawing, Page, Piece, width


def redraw(path: Path, gold: str) -> Drawing:
    """The pages of a PDF in which each word is a piece of its own, as wide as it was."""
    with pdfplumber.open(path) as pdf:
        pages = tuple(_page(page) for page in pdf.pages)
    return Drawing(path.stem, pages, gold)


def _page(page: Any) -> Page:
    # pdfplumber is only asked where letters and lines stand; it measures from the top.
    height = float(page.height)
    words = page.extract_words(return_chars=True, use_text_flow=True, extra_attrs=["size"])
    pieces = [_piece(word) for word in words]
    rules = [
        (float(line["x0"]), height - line["top"], float(line["x1"]), height - line["bottom"])
        for line in [*page.lines, *page.rects]
        if min(line["width"], line["height"]) < 3
    ]
    return Page(pieces, rules, (float(page.width), height))


def _piece(word: Any) -> Piece:
    first = word["chars"][0]
    size, (*_, x, y) = float(first["size"]), first["matrix"]
    usual = width(word["text"], "Serif", size)
    return Piece(float(x), float(y), word["text"], "Serif", size, (word["x1"] - x) / usual)
