import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from vnparty_nlp.parsing.paper import Edges

cv2 = pytest.importorskip("cv2", reason="needs the extra ocr")

from vnparty_nlp.parsing.ocr import READING_DPI  # noqa: E402
from vnparty_nlp.parsing.ocr_image import (  # noqa: E402
    clean_page,
    find_skew,
    half_turned,
    moved_boxes,
)
from vnparty_nlp.parsing.ocr_ink import lift_ink  # noqa: E402
from vnparty_nlp.parsing.ocr_rules import take_rules  # noqa: E402

DPI = 110


def page(lines: int = 28) -> NDArray[np.uint8]:
    """A grey page of words: short dark bars in lines."""
    grey = np.full((11 * DPI, 8 * DPI), 235, np.uint8)
    random = np.random.default_rng(5)
    for line in range(lines):
        left = DPI
        while left < 7 * DPI:
            right = left + int(random.integers(15, 60))
            grey[DPI + 30 * line : DPI + 30 * line + 10, left : min(right, 7 * DPI)] = 30
            left = right + 9
    return grey


def turned(grey: NDArray[np.uint8], degrees: float) -> NDArray[np.uint8]:
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    done: NDArray[np.uint8] = cv2.warpAffine(grey, matrix, (width, height), borderValue=235)
    return done


def lines_of(grey: NDArray[np.uint8]) -> int:
    """How many straight lines of words there are: runs of rows with much ink."""
    inked = (grey < 128).mean(axis=1) > 0.3
    return int((np.diff(inked.astype(int)) == 1).sum())


@pytest.mark.parametrize("degrees", [0, 0.5, -2.5, 3, -9, 14])
def test_a_skewed_page_is_made_straight(degrees: float) -> None:
    assert lines_of(clean_page(turned(page(), degrees), DPI).grey) == 28


def test_a_poster_is_not_enlarged_beyond_what_is_read() -> None:
    long = clean_page(np.full((16, 16_000), 235, np.uint8), 16)
    assert max(long.grey.shape) <= 32_001
    assert long.grey.size <= 41_000_000
    assert long.dpi < 33
    square = clean_page(page(), 15)
    assert 39_000_000 <= square.grey.size <= 41_000_000


def test_a_thin_strip_is_not_enlarged_to_find_its_skew() -> None:
    assert find_skew(np.zeros((2, 20_000), np.uint8))[1] == 0


@pytest.mark.parametrize("quarters", [1, 3])
def test_a_page_on_its_side_is_turned(quarters: int) -> None:
    clean = clean_page(np.ascontiguousarray(np.rot90(turned(page(), 1.5), quarters)), DPI)
    assert clean.lying
    assert lines_of(clean.grey) == 28


def test_lines_beside_the_text_do_not_turn_a_page() -> None:
    grey = page(6)
    grey[:, 3:8] = 0
    grey[:, -40:-37] = 0
    assert not clean_page(turned(grey, 2), DPI).lying


def test_dark_corners_become_white_paper() -> None:
    light = np.linspace(0.45, 1, 8 * DPI)[None, :]
    clean = clean_page((page() * light).astype(np.uint8), DPI)
    assert np.percentile(clean.grey[: READING_DPI // 2], 5) > 200
    assert lines_of(clean.grey) == 28


@pytest.mark.parametrize("degrees", [0, 2, -6, 90])
def test_the_matrix_leads_back_to_the_given_picture(degrees: float) -> None:
    grey = np.rot90(page()) if degrees == 90 else turned(page(), degrees)
    clean = clean_page(np.ascontiguousarray(grey), DPI)
    for one in (clean, half_turned(clean)):
        # The darkest word of the cleaned page is dark in the given one at the same place.
        place = np.argwhere(cv2.erode(255 - one.grey, np.ones((9, 9))) > 150)[500][::-1]
        x, y = cv2.invertAffineTransform(one.matrix) @ [*place, 1.0]
        assert grey[round(y), round(x)] < 120


@given(st.floats(-15, 15), st.floats(0.3, 3))
@settings(max_examples=30, deadline=None)
def test_moved_boxes_hold_what_they_held(degrees: float, scale: float) -> None:
    matrix = cv2.getRotationMatrix2D((300, 400), degrees, scale)
    box: Edges = np.array([[100, 120, 180, 140]], dtype=np.float32)
    left, top, right, bottom = moved_boxes(box, matrix)[0]
    x, y = matrix @ [150.0, 130.0, 1.0]
    assert left < x < right
    assert top < y < bottom


def coloured(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.repeat(grey[..., None], 3, axis=2)


def test_a_seal_is_lifted_and_the_letters_below_it_stay() -> None:
    picture = coloured(page())
    ring = np.zeros(picture.shape[:2], np.uint8)
    cv2.circle(ring, (400, 600), 70, 255, 6)
    below = (ring > 0) & (picture[..., 0] < 100)
    picture[ring > 0] = (picture[ring > 0] * [0.9, 0.2, 0.25]).astype(np.uint8)
    grey, seals = lift_ink(picture, DPI)
    # Thick letters may break the ring in two.
    left, top = seals[:, :2].min(axis=0)
    right, bottom = seals[:, 2:].max(axis=0)
    assert left <= 335
    assert right >= 465
    assert top <= 540
    assert bottom >= 660
    assert grey[(ring > 0) & ~below].min() > 180
    assert grey[below].max() < 60


def test_a_red_line_of_text_is_kept() -> None:
    picture = coloured(np.full((1200, 900), 240, np.uint8))
    picture[300:314, 200:700] = (190, 30, 40)
    grey, seals = lift_ink(picture, DPI)
    assert len(seals) == 0
    assert grey[305, 400] < 110


def test_ruled_lines_are_given_as_boxes_and_taken_out() -> None:
    grey = np.full((1200, 900), 250, np.uint8)
    for y in (300, 360, 420):
        grey[y : y + 3, 100:800] = 20
    for x in (100, 450, 797):
        grey[300:423, x : x + 3] = 20
    grey[330:340, 150:190] = 20
    clean, rules = take_rules(grey, 200)
    across = rules[(rules[:, 2] - rules[:, 0]) > 600]
    down = rules[(rules[:, 3] - rules[:, 1]) > 100]
    assert sorted(np.round(across[:, 1]).astype(int)) == pytest.approx([301, 361, 421], abs=3)
    assert len(down) == 3
    assert clean[300:303, 200:400].min() == 255
    assert clean[335, 170] == 20


def test_a_page_without_lines_is_left_as_it_is() -> None:
    clean, rules = take_rules(page(), DPI)
    assert len(rules) == 0
    assert clean is not None
