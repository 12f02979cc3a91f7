"""Pages as lists of words with their places, and the orders in which they can be drawn."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import groupby
from pathlib import Path

import matplotlib as mpl
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0
ORDERS = ("words in order", "letter by letter", "words in halves", "shuffled", "halves shuffled")
_SEED = 11


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that is drawn at once: left end and baseline in points from the page's lower left,
    type size, how much the letters are widened, by how many degrees the text is turned.
    """

    x: float
    y: float
    text: str
    font: str = "Serif"
    size: float = 12.0
    stretch: float = 1.0
    angle: int = 0

    @property
    def width(self) -> float:
        """Width in points."""
        return width(self.text, self.font, self.size) * self.stretch

    def cut(self, place: int) -> list["Piece"]:
        """The text before and from `place` on, where each of them stands."""
        if not 0 < place < len(self.text):
            return [self]
        first = replace(self, text=self.text[:place])
        along = (first.width, 0.0) if not self.angle else (0.0, first.width)
        x, y = self.x + along[0], self.y + along[1]
        return [first, replace(self, text=self.text[place:], x=x, y=y)]


@dataclass
class Page:
    """What stands on a page; lines are (x, y, x, y)."""

    pieces: list[Piece] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    size: tuple[float, float] = (WIDTH, HEIGHT)
    turned: int = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A document to be drawn, and its text as a person would read it."""

    name: str
    pages: tuple[Page, ...]
    gold: str


@cache
def _fonts() -> None:
    folder = Path(mpl.get_data_path()) / "fonts" / "ttf"
    pdfmetrics.registerFont(TTFont("Serif", folder / "DejaVuSerif.ttf"))
    pdfmetrics.registerFont(TTFont("Bold", folder / "DejaVuSerif-Bold.ttf"))


def width(text: str, font: str = "Serif", size: float = 12.0) -> float:
    """Width of a text in points."""
    _fonts()
    return float(pdfmetrics.stringWidth(text, font, size))


def draw(drawing: Drawing, order: str, path: Path) -> Path:
    """The PDF at `path`, its text drawn in one of ORDERS; the same drawing gives the same file."""
    _fonts()
    canvas = Canvas(str(path), invariant=1)
    for number, page in enumerate(drawing.pages):
        canvas.setPageSize(page.size)
        canvas.setPageRotation(page.turned)
        for rule in page.rules:
            canvas.line(*rule)
        for piece in _ordered(page.pieces, order, number):
            _put(canvas, piece)
        canvas.showPage()
    canvas.save()
    return path


def _put(canvas: Canvas, piece: Piece) -> None:
    text = canvas.beginText()
    if piece.angle:
        text.setTextTransform(0, 1, -1, 0, piece.x, piece.y)
    else:
        text.setTextOrigin(piece.x, piece.y)
    text.setFont(piece.font, piece.size)
    text.setHorizScale(100 * piece.stretch)
    text.textOut(piece.text)
    canvas.drawText(text)


def _ordered(pieces: Sequence[Piece], order: str, page: int) -> list[Piece]:
    if order == "letter by letter":
        return [letter for piece in pieces for letter in _letters(piece)]
    if "halves" in order:
        halves = [half for p in pieces for half in p.cut((len(p.text) + 1) // 2)]
        return _shuffled(halves, page) if "shuffled" in order else halves
    return _shuffled(pieces, page) if order == "shuffled" else list(pieces)


def _letters(piece: Piece) -> Iterator[Piece]:
    while len(piece.text) > 1:
        letter, piece = piece.cut(1)
        yield letter
    yield piece


def _shuffled(pieces: Sequence[Piece], page: int) -> list[Piece]:
    shuffled = list(pieces)
    random.Random(_SEED + page).shuffle(shuffled)
    return shuffled


def words(piece: Piece) -> list[Piece]:
    """A line as single words, none of its blanks drawn."""
    found: list[Piece] = []
    start = 0
    for is_blank, group in groupby(piece.text, key=str.isspace):
        length = len(list(group))
        if not is_blank:
            before = replace(piece, text=piece.text[:start]).width
            text = piece.text[start : start + length]
            found.append(replace(piece, text=text, x=piece.x + before))
        start += length
    return found
