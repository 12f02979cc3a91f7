"""Boxes of words and ruled lines on small PDF pages, written here operator by operator."""

import pytest

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing.flow import Reading
from vnparty_nlp.parsing.ocr import Ocr
from vnparty_nlp.parsing.pdf import PdfReader

ASCENT, DESCENT = 0.92, 0.24


def pdf(*contents: str, page: str = "") -> bytes:
    """A PDF with a page for each stream of operators; `page` is added to every page's keys."""
    count = len(contents)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
    ]
    for number, drawn in enumerate(contents):
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{page}/Contents {5 + 2 * number} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>",
            f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream",
        ]
    data, places = "%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj{item} endobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\n"
    return f"{data}{end}startxref\n{len(data)}\n%%EOF".encode()


def text(words: str, x: float, y: float, matrix: str = "1 0 0 1") -> str:
    return f"BT /F 12 Tf {matrix} {x} {y} Tm ({words}) Tj ET"


def read(*contents: str, page: str = "") -> Reading:
    return PdfReader(10, Ocr(max_pixels=1)).read(pdf(*contents, page=page), "a.pdf")


def boxes(reading: Reading) -> list[list[float]]:
    assert reading.places is not None
    edges = reading.places.edges.tolist()
    return [edges[start : start + 4] for start in range(0, len(edges), 4)]


@pytest.mark.parametrize(
    ("matrix", "size"),
    [
        pytest.param("1 0 0 1", 12, id="as the font is set"),
        pytest.param("2 0 0 2", 24, id="scaled by the matrix"),
        pytest.param("1 0 0 1.5", 18, id="stretched upwards"),
    ],
)
def test_a_box_is_as_high_as_its_line(matrix: str, size: float) -> None:
    (found,) = boxes(read(text("Chi", 80, 760, matrix)))
    left, top, right, bottom = found
    assert left == pytest.approx(80, abs=0.1)
    assert top == pytest.approx(82 - ASCENT * size, abs=0.1)
    assert bottom == pytest.approx(82 + DESCENT * size, abs=0.1)
    # "Chi" is 1.5 times as wide as the letters of this font are high.
    across = 12 * float(matrix.split()[0])
    assert 80 + across < right < 80 + 2 * across


def test_words_of_a_line_stand_one_behind_the_other() -> None:
    first, second, third = boxes(read(text("Chi bo hop", 80, 760)))
    assert first[2] < second[0] < second[2] < third[0]
    assert first[1] == second[1] == third[1]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_turned_page_keeps_its_words_on_the_sheet(rotation: int) -> None:
    reading = read(text("Chi bo hop", 80, 760), page=f"/Rotate {rotation}")
    assert [draft.text for draft in reading.drafts] == ["Chi bo hop"]
    sheet = reading.pages[0]
    for left, top, right, bottom in boxes(reading):
        assert 0 <= left < right <= sheet.width_points
        assert 0 <= top < bottom <= sheet.height_points


def test_words_outside_the_page_are_not_read() -> None:
    reading = read(text("hien", 80, 760) + text("ngoai", 900, 760) + text("duoi", 80, -90))
    assert [draft.text for draft in reading.drafts] == ["hien"]


def test_rows_of_a_table_drawn_with_rectangles() -> None:
    drawn = "".join(f"{x} {y} 100 20 re S " for x in (80, 180) for y in (700, 680))
    drawn += text("TT", 84, 706) + text("Ten", 184, 706) + text("1", 84, 686) + text("Nu", 184, 686)
    assert [(d.kind, d.text) for d in read(drawn).drafts] == [
        ("row", "TT | Ten"),
        ("row", "1 | Nu"),
    ]


def test_rows_of_a_table_drawn_as_one_path() -> None:
    lines = [(80, y, 280, y) for y in (720, 700, 680)] + [(x, 680, x, 720) for x in (80, 180, 280)]
    drawn = " ".join(f"{a} {b} m {c} {d} l" for a, b, c, d in lines) + " S "
    drawn += text("TT", 84, 706) + text("Ten", 184, 706) + text("1", 84, 686) + text("Nu", 184, 686)
    assert [draft.text for draft in read(drawn).drafts] == ["TT | Ten", "1 | Nu"]


def test_pages_are_numbered_and_an_empty_one_is_kept() -> None:
    reading = read(text("Mot", 80, 700), "", text("Ba", 80, 700))
    assert reading.places is not None
    assert [page.number for page in reading.pages] == [1, 2, 3]
    assert list(reading.places.pages) == [1, 3]


def test_a_document_of_empty_pages_is_refused() -> None:
    with pytest.raises(DocumentError, match="no text"):
        read("", "")
