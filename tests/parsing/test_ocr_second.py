import numpy as np
import pytest
from numpy.typing import NDArray

from vnparty_nlp.parsing.ocr import Ocr
from vnparty_nlp.parsing.ocr_words import ReadWords

if not Ocr(max_pixels=1).available:
    pytest.skip("needs the extra ocr, tesseract-ocr and tesseract-ocr-vie", allow_module_level=True)

from vnparty_nlp.parsing.ocr_second import SecondReader

READER = SecondReader()


def drawn(text: str) -> NDArray[np.uint8]:
    """A word in black on white, 40 pixels high."""
    from matplotlib import get_data_path
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.truetype(f"{get_data_path()}/fonts/ttf/DejaVuSerif.ttf", 34)
    image = Image.new("L", (round(font.getlength(text)) + 20, 56), 255)
    ImageDraw.Draw(image).text((10, 4), text, font=font, fill=10)
    return np.array(image, dtype=np.uint8)


def check(seen: str, first: str, confidence: float) -> tuple[str, list[tuple[str, str]]]:
    """The text that is taken where `seen` is drawn and Tesseract reads `first`; the doubts."""
    grey = drawn(seen)
    box = np.array([[8, 4, grey.shape[1] - 8, 52]], dtype=np.float32)
    words = ReadWords([first], box, np.array([confidence]), np.array([0]))
    done, doubts = READER.check(grey, words, box)
    return done.texts[0], [tuple(doubt) for doubt in doubts]


@pytest.mark.parametrize(
    ("seen", "first", "confidence", "taken"),
    [
        pytest.param("Vắng", "Văng", 60.0, "Vắng", id="a lost mark comes back"),
        pytest.param("nghị", "nghị", 60.0, "nghị", id="both agree"),
        pytest.param("đảng", "dang", 97.0, "dang", id="a sure word is not read again"),
        pytest.param("chi", "chỉ", 97.0, "chi", id="branch, not only"),
    ],
)
def test_doubtful_words_are_read_again(
    seen: str, first: str, confidence: float, taken: str
) -> None:
    assert check(seen, first, confidence)[0] == taken


def test_other_figures_are_told_as_a_doubt() -> None:
    taken, doubts = check("2016", "2015", 70.0)
    assert taken == "2016"
    assert doubts == [("2016", "2015")]


def test_a_word_longer_than_the_network_takes_is_read() -> None:
    text, _ = check("m" * 60, "n", 20.0)
    assert text


def test_words_set_too_close_are_read_as_several() -> None:
    assert check("Quang Vinh", "QuangVinh", 80.0) == ("Quang Vinh", [])
