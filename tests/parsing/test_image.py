import io

import numpy as np
import pytest
from numpy.typing import NDArray

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing.image import ImageReader
from vnparty_nlp.parsing.ocr import Ocr
from vnparty_nlp.parsing.ocr_report import OcrPage
from vnparty_nlp.parsing.paper import PageWords

Image = pytest.importorskip("PIL.Image", reason="needs the extra ocr")


class Seen(Ocr):
    """Reads one word on every page, and keeps what it was given."""

    available = True  # type: ignore[assignment]

    def __init__(self, max_pixels: int = 10**6) -> None:
        super().__init__(max_pixels=max_pixels)
        self.pages: list[tuple[tuple[int, ...], float, int]] = []
        self.pictures: list[NDArray[np.uint8]] = []

    def read(self, picture: NDArray[np.uint8], dpi: float, number: int) -> OcrPage:
        self.pages.append((picture.shape, dpi, number))
        self.pictures.append(picture)
        box = np.array([[10, 10, 40, 22]], dtype=np.float32)
        return OcrPage(PageWords(number, 595, 842, ["họp"], box, upright=1), [95.0], [False])


def saved(image: "Image.Image", form: str = "PNG", **more: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **more)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("mode", "stated", "shape", "dpi"),
    [
        pytest.param("L", (50, 50), (500, 400), 50, id="grey, as stated"),
        pytest.param("RGB", None, (500, 400, 3), 500 / 11.69, id="no dots an inch: A4"),
        pytest.param("RGB", (2, 2), (500, 400, 3), 500 / 11.69, id="a page of 6 metres: A4"),
        pytest.param("1", (50, 50), (500, 400), 50, id="black and white"),
        pytest.param("RGBA", (50, 50), (500, 400, 3), 50, id="transparent"),
        pytest.param("P", (50, 50), (500, 400, 3), 50, id="palette"),
        pytest.param("I;16", None, (500, 400), 500 / 11.69, id="deep grey"),
    ],
)
def test_what_the_reader_is_given(
    mode: str, stated: tuple[int, int] | None, shape: tuple[int, ...], dpi: float
) -> None:
    ocr = Seen()
    more = {"dpi": stated} if stated else {}
    reading = ImageReader(10, ocr).read(saved(Image.new(mode, (400, 500)), **more), "a.png")
    assert ocr.pages == [(shape, pytest.approx(dpi, rel=0.01), 1)]
    assert (reading.ocr_pages, len(reading.pages)) == (1, 1)


def test_what_is_transparent_is_paper() -> None:
    ocr = Seen()
    ImageReader(10, ocr).read(saved(Image.new("RGBA", (40, 50), (0, 0, 0, 0))), "a.png")
    assert ocr.pictures[0].min() == 255


def test_every_page_of_a_tiff_is_read() -> None:
    ocr = Seen()
    pages = [Image.new("L", (400, 500), shade) for shade in (255, 200, 100)]
    data = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    reading = ImageReader(10, ocr).read(data, "a.tif")
    assert [number for _, _, number in ocr.pages] == [1, 2, 3]
    assert [int(picture[0, 0]) for picture in ocr.pictures] == [255, 200, 100]
    assert reading.ocr_pages == 3


def test_the_preview_in_a_photograph_is_no_page() -> None:
    ocr, preview = Seen(), Image.new("RGB", (80, 100))
    photo = Image.new("RGB", (400, 500))
    data = saved(photo, "MPO", save_all=True, append_images=[preview])
    reading = ImageReader(1, ocr).read(data, "a.jpg")
    assert [page[0] for page in ocr.pages] == [(500, 400, 3)]
    assert reading.ocr_pages == 1


@pytest.mark.parametrize(
    ("values", "seen"),
    [
        pytest.param([[0.0, 0.5, 1.0]], [[0, 127, 255]], id="shares of white"),
        pytest.param([[20.0, 80.0, np.nan]], [[0, 255, 255]], id="not a number is paper"),
        pytest.param([[1.0, np.inf, -np.inf, 3.0]], [[0, 255, 0, 255]], id="infinite"),
        pytest.param([[np.nan, np.nan]], [[255, 255]], id="nothing known"),
        pytest.param([[0.3, 0.3]], [[255, 255]], id="blank"),
    ],
)
def test_floating_values_are_stretched(values: list[list[float]], seen: list[list[int]]) -> None:
    ocr = Seen()
    image = Image.fromarray(np.array(values, dtype=np.float32))
    ImageReader(1, ocr).read(saved(image, "TIFF"), "a.tif")
    assert ocr.pictures[0].tolist() == seen


def test_a_page_that_ocr_refuses_is_unread() -> None:
    class Refuses(Seen):
        def read(self, picture: NDArray[np.uint8], dpi: float, number: int) -> OcrPage:
            if number == 2:
                return OcrPage(PageWords(number, 595, 842), failed=True)
            return super().read(picture, dpi, number)

    pages = [Image.new("L", (40, 50)), Image.new("L", (40, 50))]
    data = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    reading = ImageReader(10, Refuses()).read(data, "a.tif")
    assert (reading.ocr_pages, reading.unread_pages) == (1, (2,))
    assert reading.warnings[0] == "trang 2: OCR không đọc được ảnh, đã bỏ qua"


def test_a_photograph_is_turned_as_its_camera_was_held() -> None:
    ocr, exif = Seen(), Image.Exif()
    exif[0x0112] = 6
    ImageReader(10, ocr).read(saved(Image.new("RGB", (500, 400)), "JPEG", exif=exif), "a.jpg")
    assert ocr.pages[0][0] == (500, 400, 3)


@pytest.mark.parametrize(
    ("data", "pixels", "problem"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(99), 10**6, "damaged", id="not a picture"),
        pytest.param(saved(Image.new("L", (400, 500)))[:60], 10**6, "damaged", id="broken off"),
        pytest.param(saved(Image.new("L", (400, 500))), 10**5, "0 million pixels", id="too large"),
        pytest.param(
            saved(Image.new("L", (4, 5)), "GIF", save_all=True, append_images=[Image.new("L", (4, 5), n) for n in range(1, 12)]),
            10**6,
            "12 pages",
            id="too many pages",
        ),
    ],
)  # fmt: skip
def test_pictures_that_are_refused(data: bytes, pixels: int, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem):
        ImageReader(10, Seen(pixels)).read(data, "a.png")


def test_a_bomb_is_refused_before_it_unpacks() -> None:
    bomb = saved(Image.new("1", (20_000, 20_000)))
    assert len(bomb) < 100_000
    with pytest.raises(DocumentError, match="million pixels, the limit is 100 million"):
        ImageReader(10, Seen(10**8)).read(bomb, "a.png")
