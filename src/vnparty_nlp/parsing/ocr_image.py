"""A picture of a page → the same page grey, upright, straight and clean, ready to be read."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from vnparty_nlp.parsing.ocr import MOST_SIDE, READING_DPI
from vnparty_nlp.parsing.ocr_ink import Picture, lift_ink
from vnparty_nlp.parsing.ocr_rules import take_rules
from vnparty_nlp.parsing.paper import Edges

# Work on a small copy where the shape of the lines is enough.
_SMALL_PIXELS = 600
_MAX_SKEW_DEGREES = 15.0
_COARSE_PIXELS = 250
_COARSE_DEGREES, _FINE_DEGREES = 1.0, 0.2
# A straight page is left alone: turning blurs it a little.
_STRAIGHT_DEGREES = 0.15
# Lines down the page must show more clearly than lines across it by this much to turn it.
_LYING = 1.2
_MOST_ROWS = 95
_BACKGROUND_SHARE = 40
_SPECKLE_NOISE = 9.0
# Twice a page of A2; a poster is read at fewer dots.
_MOST_PIXELS = 40_000_000


@dataclass(frozen=True, slots=True)
class CleanPage:
    """A page ready to be read: `grey` with black letters on white.

    `matrix` (2 × 3) takes a point of the picture as it was given to `grey`. `rules` are the ruled
    lines, `seals` the seals' inks, both as boxes in pixels of `grey`. `lying` tells that the lines
    ran down the given picture, so that it was turned by a quarter. `dpi` are the dots an inch of
    `grey`.
    """

    grey: Picture
    matrix: NDArray[np.float64]
    rules: Edges
    seals: Edges
    lying: bool
    dpi: float


def clean_page(picture: Picture, dpi: float, *, lying: bool | None = None) -> CleanPage:
    """The page upright (up to half a turn, which no shape tells) and straight at READING_DPI,
    or at what keeps it below MOST_SIDE and 40 million pixels.

    `lying` says whether its lines run down the picture; None leaves it to their shape.
    """
    lifted, seals = lift_ink(picture, dpi)
    flat = _flatten(lifted)
    small = _shapes(flat)
    # Skewed lines blur each other across and down alike: only straight ones can be compared.
    standing, run = find_skew(small)
    turned, run_turned = find_skew(np.ascontiguousarray(np.rot90(small)))
    lying = run_turned > _LYING * run if lying is None else lying
    angle = turned if lying else standing
    width, height, angle = flat.shape[1], flat.shape[0], angle + 90 * lying
    # A thin strip turned a little fills a large page.
    _, (across, down) = _straight(width, height, angle, 1.0)
    most = min(MOST_SIDE / max(across, down), (_MOST_PIXELS / (across * down)) ** 0.5)
    scale = min(READING_DPI / dpi, most)
    matrix, size = _straight(width, height, angle, scale)
    grey = _moved(flat, matrix, size)
    grey, rules = take_rules(_without_speckle(grey), round(dpi * scale))
    return CleanPage(grey, matrix, rules, moved_boxes(seals, matrix), bool(lying), dpi * scale)


def half_turned(page: CleanPage) -> CleanPage:
    """The same page upside down."""
    height, width = page.grey.shape
    turn = np.array([[-1.0, 0.0, width], [0.0, -1.0, height]])
    whole = np.vstack([page.matrix, [0.0, 0.0, 1.0]])
    return CleanPage(
        np.ascontiguousarray(page.grey[::-1, ::-1]),
        turn @ whole,
        moved_boxes(page.rules, turn),
        moved_boxes(page.seals, turn),
        page.lying,
        page.dpi,
    )


def moved_boxes(boxes: Edges, matrix: NDArray[np.float64]) -> Edges:
    """The upright boxes around the given boxes after `matrix` (2 × 3) has moved them."""
    corners = boxes[:, [0, 1, 2, 1, 2, 3, 0, 3]].reshape(-1, 4, 2).astype(np.float64)
    moved = corners @ matrix[:, :2].T + matrix[:, 2]
    return np.concatenate([moved.min(axis=1), moved.max(axis=1)], axis=1).astype(np.float32)


def find_skew(small: Picture) -> tuple[float, float]:
    """By how many degrees a page of white shapes on black must be turned anticlockwise to be
    straight, at most 15 either way, and how clearly its lines then run across.
    """
    shrink = min(1.0, _COARSE_PIXELS / min(small.shape))
    coarse = cv2.resize(small, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    best = _best_angle(coarse, 0.0, _MAX_SKEW_DEGREES, _COARSE_DEGREES)
    angle = _best_angle(small, best, _COARSE_DEGREES, _FINE_DEGREES)
    return angle, _lines_run(_turned(small, angle))


def _best_angle(small: Picture, middle: float, reach: float, step: float) -> float:
    angles = middle + np.arange(-reach, reach + step / 2, step)
    return float(max(angles, key=lambda angle: _lines_run(_turned(small, angle))))


def _flatten(grey: Picture) -> Picture:
    """The page on even white paper: divided by the light around each place."""
    height, width = grey.shape
    small = cv2.resize(
        grey, (max(1, width // 8), max(1, height // 8)), interpolation=cv2.INTER_AREA
    )
    size = max(3, min(small.shape) // _BACKGROUND_SHARE) | 1
    # Letters are darker than the paper and thin: a maximum over a little more than a letter.
    light = cv2.dilate(small, np.ones((size, size), np.uint8))
    light = cv2.GaussianBlur(light, (0, 0), size)
    light = cv2.resize(light, (width, height), interpolation=cv2.INTER_LINEAR)
    flat: Picture = cv2.divide(grey, cv2.max(light, 40), scale=250.0)
    return flat


def _shapes(grey: Picture) -> Picture:
    """A small copy with white letters on black."""
    shrink = min(1.0, _SMALL_PIXELS / min(grey.shape))
    small = cv2.resize(grey, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    # Dots of noise vanish in the average, letters stay.
    dark: Picture = np.where(small < 190, 255 - small, 0).astype(np.uint8)
    return dark


def _lines_run(small: Picture) -> float:
    """How much neighbouring rows of pixels differ: large where lines of text run across."""
    rows = small.sum(axis=1, dtype=np.float64)
    # A ruled line or the edge of the sheet is darker than any line of text.
    rows = np.minimum(rows, np.percentile(rows, _MOST_ROWS))
    run: float = np.square(np.diff(rows)).sum() / small.shape[1] ** 2 / max(1, small.shape[0])
    return run


def _turned(small: Picture, angle: float) -> Picture:
    height, width = small.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned: Picture = cv2.warpAffine(small, matrix, (width, height), flags=cv2.INTER_LINEAR)
    return turned


def _straight(
    width: int, height: int, angle: float, scale: float
) -> tuple[NDArray[np.float64], tuple[int, int]]:
    """The matrix that turns anticlockwise and scales, and the size of the whole turned page."""
    if abs(angle) < _STRAIGHT_DEGREES:
        angle = 0.0
    matrix: NDArray[np.float64] = cv2.getRotationMatrix2D((width / 2, height / 2), angle, scale)
    corners = np.array([[0, 0], [width, 0], [0, height], [width, height]], dtype=np.float64)
    moved = corners @ matrix[:, :2].T + matrix[:, 2]
    low, high = moved.min(axis=0), moved.max(axis=0)
    matrix[:, 2] -= low
    across, down = np.ceil(high - low - 0.01).astype(int)
    return matrix, (max(1, int(across)), max(1, int(down)))


def _moved(grey: Picture, matrix: NDArray[np.float64], size: tuple[int, int]) -> Picture:
    if matrix[0, 1] == 0 and matrix[0, 0] == 1:
        return grey
    shrinking = np.hypot(matrix[0, 0], matrix[0, 1]) < 1
    flags = cv2.INTER_AREA if shrinking and matrix[0, 1] == 0 else cv2.INTER_CUBIC
    if flags == cv2.INTER_AREA:
        resized: Picture = cv2.resize(grey, size, interpolation=flags)
        return resized
    moved: Picture = cv2.warpAffine(grey, matrix, size, flags=flags, borderValue=255)
    return moved


def _without_speckle(grey: Picture) -> Picture:
    """The page without single dark and light pixels, where it has many."""
    if _noise(grey) < _SPECKLE_NOISE:
        return grey
    calm: Picture = cv2.GaussianBlur(grey, (0, 0), 0.8)
    return calm


def _noise(grey: Picture) -> float:
    """The spread of neighbouring pixels of the paper."""
    patch = grey[::3, :-1].astype(np.int16) - grey[::3, 1:]
    paper = grey[::3, :-1] > 200
    return float(np.median(np.abs(patch[paper])) * 1.5) if paper.any() else 0.0
