"""Drawing: the order changes, the words and their places do not."""

from pathlib import Path

import pdfplumber
import pytest

from benchmarks.drawn.pages import drawings
from benchmarks.drawn.redrawn import redraw
from benchmarks.drawn.sheet import ORDERS, Drawing, Page, Piece, draw, width, words

LINE = Piece(85, 700, "chi bộ họp")


def test_a_line_is_parted_into_words_where_they_stand() -> None:
    parts = words(LINE)
    assert [part.text for part in parts] == ["chi", "bộ", "họp"]
    assert [part.x for part in parts] == [85, 85 + width("chi "), 85 + width("chi bộ ")]


@pytest.mark.parametrize(
    ("piece", "place", "expected"),
    [
        pytest.param(LINE, 3, [("chi", 85.0, 700.0), (" bộ họp", 85 + width("chi"), 700.0)], id="level"),
        pytest.param(Piece(9, 5, "họp", angle=90), 1, [("h", 9, 5), ("ọp", 9, 5 + width("h"))], id="turned"),
        pytest.param(LINE, 0, [("chi bộ họp", 85, 700)], id="nothing before"),
    ],
)  # fmt: skip
def test_a_piece_is_cut(piece: Piece, place: int, expected: list[tuple[str, float, float]]) -> None:
    assert [(part.text, part.x, part.y) for part in piece.cut(place)] == expected


@pytest.mark.parametrize("order", ORDERS)
def test_the_same_letters_stand_in_the_same_places_in_every_order(
    order: str, tmp_path: Path
) -> None:
    drawing = Drawing("line", (Page(words(LINE)),), LINE.text)
    with pdfplumber.open(draw(drawing, order, tmp_path / "page.pdf")) as pdf:
        letters = sorted((char["x0"], char["text"]) for char in pdf.pages[0].chars)
    assert "".join(letter for _, letter in letters) == "chibộhọp"
    assert letters[0][0] == pytest.approx(85, abs=0.01)
    assert letters[3][0] == pytest.approx(85 + width("chi "), abs=0.01)


def test_the_same_drawing_gives_the_same_file(tmp_path: Path) -> None:
    drawing = drawings()[0]
    one = draw(drawing, "shuffled", tmp_path / "one.pdf").read_bytes()
    assert draw(drawing, "shuffled", tmp_path / "other.pdf").read_bytes() == one


def test_a_pdf_is_drawn_again_word_by_word(tmp_path: Path) -> None:
    page = Page([Piece(85, 700, "chi", size=14), Piece(130, 700, "bộ")], [(85, 690, 300, 690)])
    path = draw(Drawing("line", (page,), "chi bộ"), "words in order", tmp_path / "page.pdf")
    again = redraw(path, "chi bộ").pages[0]
    assert [(piece.text, piece.size) for piece in again.pieces] == [("chi", 14), ("bộ", 12)]
    assert [piece.x for piece in again.pieces] == pytest.approx([85, 130], abs=0.01)
    assert again.rules[0] == pytest.approx((85, 690, 300, 690), abs=0.6)
