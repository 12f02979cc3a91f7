"""The box of each word on a PDF page, as high as its line whatever its letters are."""

import ctypes
import math
from collections import Counter
from typing import Any, TypeAlias

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

# The same functions without declared arguments: twice as fast, as nothing is converted.
_CALL = ctypes.CFUNCTYPE(ctypes.c_int)
_ORIGIN = _CALL(ctypes.cast(raw.FPDFText_GetCharOrigin, ctypes.c_void_p).value or 0)
_LOOSE_BOX = _CALL(ctypes.cast(raw.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0)
_MATRIX = _CALL(ctypes.cast(raw.FPDFText_GetMatrix, ctypes.c_void_p).value or 0)
_FONT_SIZE = ctypes.CFUNCTYPE(ctypes.c_double)(
    ctypes.cast(raw.FPDFText_GetFontSize, ctypes.c_void_p).value or 0
)
_NUMBER = ctypes.sizeof(ctypes.c_double)

Ends: TypeAlias = NDArray[np.int64]
"""Places of each word's first and last character in pdfium's list, (words, 2)."""


def word_boxes(text_page: Any, ends: Ends, frame: Frame) -> tuple[Edges, NDArray[np.bool_]]:
    """Left, top, right, bottom of each word as seen on the page; and whether it stands upright.

    The box reaches from the baseline by fixed shares of the type size. Words that do not stand
    upright have the box that pdfium gives them.
    """
    if not len(ends):
        return no_edges(), np.zeros(0, dtype=np.bool_)
    handle = ctypes.cast(text_page.raw, ctypes.c_void_p)
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
        boxes[turned] = frame.turn(_own_boxes(handle, ends[turned]))
    return _with_size(boxes), upright


def text_rotation(text_page: Any, ends: Ends) -> int:
    """By how many degrees (0, 90, 180, 270) most words ask the page to be turned clockwise."""
    handle = ctypes.cast(text_page.raw, ctypes.c_void_p)
    angles: Counter[int] = Counter()
    for first in ends[::_EVERY, 0].tolist():
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
    places = np.arange(ends[0], ends[1] + 1)
    handle = ctypes.cast(text_page.raw, ctypes.c_void_p)
    return frame.turn(_own_boxes(handle, np.stack([places, places], axis=1)))[:, [0, 2]]


def _measure(handle: ctypes.c_void_p, ends: Ends) -> tuple[NDArray[np.float64], Edges]:
    """Origin of each word's first and box of its last character: the cost of a page lies here."""
    point, corners = (ctypes.c_double * 2)(), (ctypes.c_float * 4)()
    x, y, box = ctypes.byref(point), ctypes.byref(point, _NUMBER), ctypes.byref(corners)
    origins, boxes = bytearray(), bytearray()
    get_origin, get_box = _ORIGIN, _LOOSE_BOX
    for first, last in ends.tolist():
        get_origin(handle, first, x, y)
        origins += point
        get_box(handle, last, box)
        boxes += corners
    return (
        np.frombuffer(origins, dtype=np.float64).reshape(-1, 2),
        np.frombuffer(boxes, dtype=np.float32).reshape(-1, 4),
    )


def _own_boxes(handle: ctypes.c_void_p, ends: Ends) -> Edges:
    """The box around the first and last character of each word as pdfium gives it."""
    corners = (ctypes.c_float * 4)()
    box, boxes = ctypes.byref(corners), bytearray()
    for place in ends.ravel().tolist():
        _LOOSE_BOX(handle, place, box)
        boxes += corners
    # pdfium gives left, top, right, bottom.
    pairs = np.frombuffer(boxes, dtype=np.float32).reshape(-1, 2, 4)
    low, high = pairs.min(axis=1), pairs.max(axis=1)
    return np.stack([low[:, 0], high[:, 1], high[:, 2], low[:, 3]], axis=1)


def _type_sizes(
    handle: ctypes.c_void_p, ends: Ends, baseline: NDArray[np.float32], rotation: int
) -> NDArray[np.float64]:
    """The type size of each word; of a run on one baseline the ends are asked, then the rest."""
    breaks = np.flatnonzero(np.abs(np.diff(baseline)) > _SAME_BASELINE_POINTS) + 1
    firsts, lasts = ends[:, 0].tolist(), ends[:, 1].tolist()
    sizes: list[float] = []
    start = 0
    for stop in [*breaks.tolist(), len(firsts)]:
        first, last = firsts[start], lasts[stop - 1]
        if first == last or _FONT_SIZE(handle, first) == _FONT_SIZE(handle, last):
            sizes += [_type_size(handle, first, rotation)] * (stop - start)
        else:
            sizes += [_type_size(handle, place, rotation) for place in firsts[start:stop]]
        start = stop
    return np.array(sizes)


def _type_size(handle: ctypes.c_void_p, index: int, rotation: int) -> float:
    """The size of a character's type in points; 0 where it does not stand upright as seen."""
    a, b, c, d = _matrix(handle, index)[:4]
    size = abs(float(_FONT_SIZE(handle, index)))
    if rotation == 0 and b == 0.0 == c and a > 0.0:
        return size * abs(d)
    angle = math.degrees(math.atan2(b, a)) - rotation
    if not abs((angle + 180) % 360 - 180) < _UPRIGHT_DEGREES:
        return 0.0
    return size * math.hypot(c, d)


def _matrix(handle: ctypes.c_void_p, index: int) -> "ctypes.Array[ctypes.c_float]":
    """The text matrix a, b, c, d, e, f of a character; upright and unscaled where there is none."""
    matrix = (ctypes.c_float * 6)(1, 0, 0, 1, 0, 0)
    _MATRIX(handle, index, ctypes.byref(matrix))
    return matrix
