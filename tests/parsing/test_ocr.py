"""Scanned pages through the whole reader: `vnparty parse` on a PDF that is a picture."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from vnparty_nlp import parsing
from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing.image import ImageReader
from vnparty_nlp.parsing.ocr import Ocr
from vnparty_nlp.parsing.pdf import PdfReader
from vnparty_nlp.records import Document
from vnparty_nlp.settings import load_settings

SAMPLE = Path(__file__).parents[2] / "corpora" / "samples" / "files" / "01-bien-ban-thon.pdf"
READER = parsing.build(load_settings().parsing)

needs_ocr = pytest.mark.skipif(
    not Ocr(max_pixels=1).available,
    reason="needs the extra ocr, tesseract-ocr and tesseract-ocr-vie",
)


class NoOcr(Ocr):
    """As on a machine without Tesseract."""

    available = False  # type: ignore[assignment]


def picture(page: int = 0, turn: int = 0) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    """A page of the sample at 150 dpi, turned by quarters."""
    document = pypdfium2.PdfDocument(SAMPLE)
    drawn = document[page].render(scale=150 / 72, rev_byteorder=True).to_numpy()[..., :3]
    document.close()
    return np.ascontiguousarray(np.rot90(drawn, turn))


def scanned(path: Path, *, turn: int = 0, with_text: bool = False) -> Path:
    """A PDF of one scanned page, and a page with a text layer behind it."""
    from PIL import Image

    Image.fromarray(picture(turn=turn)).save(path, "PDF", resolution=150)
    if with_text:
        scan, sample = pypdfium2.PdfDocument(path.read_bytes()), pypdfium2.PdfDocument(SAMPLE)
        scan.import_pages(sample, [1])
        scan.save(path)
        scan.close()
        sample.close()
    return path


def words(document: Document) -> Iterator[tuple[str, list[float]]]:
    """Each word with its box."""
    boxes = document.words
    for number, (start, end) in enumerate(zip(boxes.starts, boxes.ends, strict=True)):
        yield document.text[start:end], boxes.edges[4 * number : 4 * number + 4].tolist()


@needs_ocr
@pytest.mark.parametrize("turn", [0, 1, 2])
def test_a_scanned_page_is_read_in_order_with_boxes(tmp_path: Path, turn: int) -> None:
    scan = READER.read(scanned(tmp_path / "a.pdf", turn=turn), "a.pdf")
    born = READER.read(SAMPLE, "b.pdf")
    assert (scan.ocr_pages, scan.unread_pages) == (1, ())
    assert scan.warnings[0].startswith("trang 1: đọc bằng OCR, độ tin cậy trung bình 9")
    assert scan.text.splitlines()[:2] == born.text.splitlines()[:2]
    assert (scan.heading.number, scan.heading.issued_on) == (
        born.heading.number,
        born.heading.issued_on,
    )
    width, height = scan.pages[0].width_points, scan.pages[0].height_points
    true = {word: box for word, box in words(born) if born.text.count(word) == 1}
    near = 0
    for word, (left, top, right, bottom) in words(scan):
        assert 0 <= left < right <= width
        assert 0 <= top < bottom <= height
        if word in true and turn == 0:
            assert [left, top, right, bottom] == pytest.approx(true[word], abs=5)
            near += 1
    assert turn or near > 20


@needs_ocr
def test_only_the_scanned_page_is_read_by_ocr(tmp_path: Path) -> None:
    document = READER.read(scanned(tmp_path / "a.pdf", with_text=True), "a.pdf")
    assert (document.ocr_pages, len(document.pages)) == (1, 2)
    assert "trang 1: đọc bằng OCR" in document.warnings[0]


@needs_ocr
def test_a_picture_is_read(tmp_path: Path) -> None:
    from PIL import Image

    path = tmp_path / "a.png"
    Image.fromarray(picture()).save(path)
    document = READER.read(path, "a.png")
    assert document.ocr_pages == 1
    assert document.heading.kind == "minutes"
    # No dots an inch are stated: the page is taken for A4.
    assert document.pages[0].height_points == pytest.approx(842, abs=1)


@needs_ocr
def test_a_blank_picture_says_so(tmp_path: Path) -> None:
    from PIL import Image

    path = tmp_path / "a.png"
    Image.new("L", (600, 800), 255).save(path)
    with pytest.raises(DocumentError, match="OCR finds no text"):
        READER.read(path, "a.png")


@needs_ocr
def test_a_page_of_too_many_pixels_is_left_unread(tmp_path: Path) -> None:
    data = scanned(tmp_path / "a.pdf", with_text=True).read_bytes()
    reading = PdfReader(10, Ocr(max_pixels=1000)).read(data, "a.pdf")
    assert reading.unread_pages == (1,)
    assert "quá giới hạn" in reading.warnings[0]


def test_without_ocr_a_scanned_page_leaves_the_document_partial(tmp_path: Path) -> None:
    pytest.importorskip("PIL")
    data = scanned(tmp_path / "a.pdf", with_text=True).read_bytes()
    reading = PdfReader(10, NoOcr(max_pixels=10**8)).read(data, "a.pdf")
    assert (reading.ocr_pages, reading.unread_pages) == (0, (1,))
    assert "trang 1: " in reading.warnings[0]
    assert "pip install 'vnparty-nlp[ocr]'" in reading.warnings[0]


def test_without_ocr_a_scan_alone_fails_with_the_remedy(tmp_path: Path) -> None:
    pytest.importorskip("PIL")
    data = scanned(tmp_path / "a.pdf").read_bytes()
    with pytest.raises(DocumentError, match="apt-get install tesseract-ocr tesseract-ocr-vie"):
        PdfReader(10, NoOcr(max_pixels=10**8)).read(data, "a.pdf")
    with pytest.raises(DocumentError, match="apt-get install tesseract-ocr tesseract-ocr-vie"):
        ImageReader(10, NoOcr(max_pixels=10**8)).read(b"\x89PNG", "a.png")


def test_pages_with_a_usable_layer_are_not_read_by_ocr() -> None:
    reading = PdfReader(10, NoOcr(max_pixels=10**8)).read(SAMPLE.read_bytes(), "a.pdf")
    assert (reading.warnings, reading.unread_pages) == ((), ())
