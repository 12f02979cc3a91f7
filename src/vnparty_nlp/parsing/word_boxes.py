"""The box of each word on a PDF page, as high as its line whatever its letters are."""

import ctypes
import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

from vnparty_nlp.parsing.frame import Frame
from vnparty_nlp.parsing.paper import Edges, no_edges

# Height of a line above and below the baseline, in type sizes. The fonts' own figures are often
# missing (LibreOffice, WeasyPrint), so that pdfium's boxes are those of the single letters.
_ASCENT, _DESCENT = 0.92, 0.24
_MIN_POINTS = 0.5
_SAME_BASELINE_POINTS = 0.1
_UPRIGHT_DEGREES = 5.0
# To know how a page is turned it is enough to ask some of its words.
_EVERY = 7

# The same functions with bare addresses: a third faster than with an object for each result.
_ORIGIN = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p
)(ctypes.cast(raw.FPDFText_GetCharOrigin, ctypes.c_void_p).value or 0)
_FONT_SIZE = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(raw.FPDFText_GetFontSize, ctypes.c_void_p).value or 0
)
_MATRIX = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(raw.FPDFText_GetMatrix, ctypes.c_void_p).value or 0
)
_LOOSE_BOX = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(raw.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)
_NUMBER, _RECTANGLE = ctypes.sizeof(ctypes.c_double), ctypes.sizeof(raw.FS_RECTF)

Ends = Sequence[tuple[int, int]]
"""Places of each word's first and last character in pdfium's list."""


def word_boxes(text_page: Any, ends: Ends, frame: Frame) -> tuple[Edges, NDArray[np.bool_]]:
    """Left, top, right, bottom of each word as seen on the page; and whether it stands upright.

    The box reaches from the baseline by fixed shares of the type size. Words that do not stand
    upright have the box that pdfium gives them.
    """
    if not ends:
        return no_edges(), np.zeros(0, dtype=np.bool_)
    handle = ctypes.cast(text_page.raw, ctypes.c_void_p).value
    origins, last_boxes = _measure(handle, ends)
    starts = frame.turn(origins[:, [0, 1, 0, 1]].astype(np.float32))
    left, baseline = starts[:, 0], starts[:, 1]
    size = _type_sizes(handle, ends, baseline, frame.rotation)
    right = frame.turn(last_boxes)[:, 2]
    boxes: Edges = np.stack(
        [left, baseline - _ASCENT * size, np.maximum(right, left), baseline + _DESCENT * size],
        axis=1,
    ).astype(np.float32)
    upright = size > 0
    turned = np.flatnonzero(~upright)
    if len(turned):
        boxes[turned] = frame.turn(_own_boxes(handle, [ends[word] for word in turned.tolist()]))
    return _with_size(boxes), upright


def text_rotation(text_page: Any, ends: Ends) -> int:
    """By how many degrees (0, 90, 180, 270) most words ask the page to be turned clockwise."""
    handle = ctypes.cast(text_page.raw, ctypes.c_void_p).value
    angles: Counter[int] = Counter()
    for first, _ in ends[::_EVERY]:
        matrix = _matrix(handle, first)
        angles[round(math.degrees(math.atan2(matrix[1], matrix[0])) / 90) * 90 % 360] += 1
    return angles.most_common(1)[0][0]


def _with_size(boxes: Edges) -> Edges:
    """The boxes, none of them without a size: damaged files hold fonts of size zero."""
    boxes = np.nan_to_num(boxes, nan=0.0, posinf=0.0, neginf=0.0)
    boxes[:, 2:] = np.maximum(boxes[:, 2:], boxes[:, :2] + _MIN_POINTS)
    return boxes


def letter_edges(text_page: Any, ends: tuple[int, int], frame: Frame) -> Edges:
    """Left and right edge of each character of a word as seen on the page, (characters, 2)."""
    places = [(place, place) for place in range(ends[0], ends[1] + 1)]
    handle = ctypes.cast(text_page.raw, ctypes.c_void_p).value
    return frame.turn(_own_boxes(handle, places))[:, [0, 2]]


def _measure(handle: int | None, ends: Ends) -> tuple[NDArray[np.float64], Edges]:
    """Origin of each word's first and box of its last character: the cost of a page lies here."""
    origins, corners = (ctypes.c_double * (2 * len(ends)))(), (raw.FS_RECTF * len(ends))()
    point, rectangle = ctypes.addressof(origins), ctypes.addressof(corners)
    get_origin, get_box = _ORIGIN, _LOOSE_BOX
    for first, last in ends:
        get_origin(handle, first, point, point + _NUMBER)
        get_box(handle, last, rectangle)
        point += 2 * _NUMBER
        rectangle += _RECTANGLE
    return (
        np.frombuffer(memoryview(origins), dtype=np.float64).reshape(-1, 2),
        np.frombuffer(corners, dtype=np.float32).reshape(-1, 4),
    )


def _own_boxes(handle: int | None, ends: Ends) -> Edges:
    """The box around the first and last character of each word as pdfium gives it."""
    buffer = (raw.FS_RECTF * (2 * len(ends)))()
    rectangle = ctypes.addressof(buffer)
    for first, last in ends:
        _LOOSE_BOX(handle, first, rectangle)
        _LOOSE_BOX(handle, last, rectangle + _RECTANGLE)
        rectangle += 2 * _RECTANGLE
    # FS_RECTF holds left, top, right, bottom.
    corners: NDArray[np.float32] = np.frombuffer(buffer, dtype=np.float32).reshape(-1, 2, 4)
    low, high = corners.min(axis=1), corners.max(axis=1)
    return np.stack([low[:, 0], high[:, 1], high[:, 2], low[:, 3]], axis=1)


def _type_sizes(
    handle: int | None, ends: Ends, baseline: NDArray[np.float32], rotation: int
) -> NDArray[np.float64]:
    """The type size of each word; of a run on one baseline the ends are asked, then the rest."""
    starts = np.flatnonzero(np.abs(np.diff(baseline)) > _SAME_BASELINE_POINTS) + 1
    sizes: list[float] = []
    start = 0
    for stop in [*starts.tolist(), len(ends)]:
        first, last = ends[start][0], ends[stop - 1][0]
        if first == last or _FONT_SIZE(handle, first) == _FONT_SIZE(handle, last):
            sizes += [_type_size(handle, first, rotation)] * (stop - start)
        else:
            sizes += [_type_size(handle, ends[word][0], rotation) for word in range(start, stop)]
        start = stop
    return np.array(sizes)


def _type_size(handle: int | None, index: int, rotation: int) -> float:
    """The size of a character's type in points; 0 where it does not stand upright as seen."""
    matrix = _matrix(handle, index)
    angle = math.degrees(math.atan2(matrix[1], matrix[0])) - rotation
    if not abs((angle + 180) % 360 - 180) < _UPRIGHT_DEGREES:
        return 0.0
    return abs(float(_FONT_SIZE(handle, index))) * math.hypot(matrix[2], matrix[3])


def _matrix(handle: int | None, index: int) -> "ctypes.Array[ctypes.c_float]":
    """The text matrix a, b, c, d, e, f of a character; upright and unscaled where there is none."""
    matrix = (ctypes.c_float * 6)(1, 0, 0, 1, 0, 0)
    _MATRIX(handle, index, ctypes.addressof(matrix))
    return matrix
