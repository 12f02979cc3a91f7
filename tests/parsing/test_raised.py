"""Marks of footnotes that stand right behind a word."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from benchmarks.drawn.sheet import Drawing, Page, Piece, draw
from vnparty_nlp.parsing.raised import part_marks
from vnparty_nlp.parsing.word_boxes import Ends


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        pytest.param([("chi bộ", 12.0), ("1", 7.0)], ["chi", "bộ", "1"], id="behind a word"),
        pytest.param([("năm 2024", 12.0), ("12", 7.0)], ["năm", "2024", "12"], id="behind a year"),
        pytest.param([("mười cháu.", 12.0), ("3", 8.0)], ["mười", "cháu.", "3"], id="behind a stop"),
        pytest.param([("400 m", 12.0), ("2", 7.0)], ["400", "m2"], id="a unit keeps its number"),
        pytest.param([("ngày 20/7", 12.0)], ["ngày", "20/7"], id="a number of one size"),
    ],
)  # fmt: skip
def test_a_small_number_is_a_word_of_its_own(
    pieces: list[tuple[str, float]], expected: list[str], tmp_path: Path
) -> None:
    drawn: list[Piece] = []
    x = 85.0
    for text, size in pieces:
        drawn.append(Piece(x, 700 + (12 - size), text, size=size))
        x += drawn[-1].width
    path = draw(Drawing("marks", (Page(drawn),), ""), "words in order", tmp_path / "page.pdf")
    texts, ends = _words(path)
    found, places = part_marks(_text_page(path), texts, ends)
    assert found == expected
    assert [last - first + 1 for first, last in places.tolist()] == [len(text) for text in found]


def _text_page(path: Path) -> pdfium.PdfTextPage:
    return pdfium.PdfDocument(path)[0].get_textpage()


def _words(path: Path) -> tuple[list[str], Ends]:
    from vnparty_nlp.parsing.pdf_page import _words as words

    spans, texts = words(_text_page(path).get_text_range())
    return texts, spans - (0, 1)
