import io
from pathlib import Path

import pypdfium2
import pytest

from vnparty_nlp.parsing.legacy_report import Conversion
from vnparty_nlp.parsing.paper import PageWords
from vnparty_nlp.parsing.pdf_scan import covering_pixels, is_readable, needs_ocr, picture_of

FIXTURES = Path(__file__).parent / "fixtures"
MINUTES = "Chi bộ họp ngày 05 tháng 6 năm 2023 tại nhà văn hóa thôn, có mặt đủ đảng viên "
ENGLISH_ENGINE = "Chi bo hop ngay thang nam tai nha van hoa thon co mat du dang vien cua "
GARBLED = "§¶ng bé x· t©n lËp häp ngµy ®ång chÝ th¸ng n¨m t¹i nhµ v¨n hãa "
FIGURES = "12 15 180.000 "


def page_of(content: str, size: tuple[int, int] = (600, 800)) -> pypdfium2.PdfDocument:
    """A page that is one picture of the given size, or the page of a fixture."""
    if content != "picture":
        return pypdfium2.PdfDocument((FIXTURES / content).read_bytes())
    image = pytest.importorskip("PIL.Image", reason="needs the extra ocr").new("L", size, 255)
    buffer = io.BytesIO()
    image.save(buffer, "PDF", resolution=100)
    return pypdfium2.PdfDocument(buffer.getvalue())


@pytest.mark.parametrize(
    ("content", "text", "expected"),
    [
        pytest.param("picture", "", True, id="a picture and nothing else"),
        pytest.param("picture", "Ký bởi: Văn thư", True, id="a signature over a scan"),
        pytest.param("picture", 3 * MINUTES, False, id="a scan with a usable layer"),
        pytest.param("picture", 3 * ENGLISH_ENGINE, True, id="a layer without any mark"),
        pytest.param("picture", 3 * GARBLED, True, id="a broken layer"),
        pytest.param("minutes.pdf", 3 * MINUTES, False, id="text"),
        pytest.param("minutes.pdf", 3 * GARBLED, True, id="text whose codes are wrong"),
        pytest.param("minutes.pdf", 20 * FIGURES, False, id="a page of figures"),
        pytest.param("minutes.pdf", "", False, id="a page without words or pictures"),
    ],
)
def test_which_pages_are_read_by_ocr(content: str, text: str, expected: bool) -> None:
    document = page_of(content)
    assert needs_ocr(document[0], PageWords(1, texts=text.split())) is expected
    document.close()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(3 * MINUTES, True, id="text"),
        pytest.param("Ký bởi: Văn thư", True, id="too few words to tell"),
        pytest.param(3 * ENGLISH_ENGINE, False, id="no marks"),
        pytest.param(3 * GARBLED, False, id="broken"),
    ],
)
def test_which_layers_are_readable(text: str, expected: bool) -> None:
    assert is_readable(text.split()) is expected


def test_converted_pages_are_not_read_by_ocr() -> None:
    document = page_of("picture")
    words = PageWords(1, texts=(3 * GARBLED).split(), converted=(Conversion("tcvn3", 40, 1),))
    assert not needs_ocr(document[0], words)
    document.close()


def test_the_pixels_of_the_page_are_counted_before_they_are_unpacked() -> None:
    document = page_of("picture")
    assert covering_pixels(document[0]) == 600 * 800
    document.close()


def test_a_page_is_drawn_at_reading_size_and_a_poster_smaller() -> None:
    document = page_of("picture")
    picture, dpi = picture_of(document[0])
    # 6 by 8 inches.
    assert picture.shape == pytest.approx((8 * dpi, 6 * dpi, 3), abs=1)
    assert dpi == pytest.approx(220, abs=1)
    document[0].set_mediabox(0, 0, 7200, 7200)
    picture, dpi = picture_of(document[0])
    assert picture.shape[0] * picture.shape[1] <= 20_100_000
    document[0].set_mediabox(0, 0, 14400, 72)
    picture, dpi = picture_of(document[0])
    assert picture.shape[1] <= 32_000
    assert dpi == pytest.approx(160, abs=1)
    document.close()
