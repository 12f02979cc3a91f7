"""The box of each word on a PDF page, as high as its line whatever its letters are."""

import ctypes
from collections.abc import Sequence
from typing import Any

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

from vnparty_nlp.parsing.paper import Edges, no_edges

# A font's own line height is 1.0 to 1.4 type sizes. Outside of this its metrics are missing (then
# pdfium gives the box of the single glyph) or made for mathematics.
_LOWEST, _HIGHEST = 0.9, 1.7
_MAX_ODD_SHARE = 0.05
# Line box for such fonts, in type sizes above and below the baseline.
_ASCENT, _DESCENT = 0.9, 0.25

Spans = Sequence[tuple[int, int]]
_Corners = NDArray[np.float32]


def word_boxes(text_page: Any, spans: Spans, *, identical: bool) -> Edges:
    """Left, top, right, bottom of each word in page space, where y grows upwards.

    `spans` are ranges of the page's text; `identical` says that text and pdfium's list of
    characters have the same positions.
    """
    if not spans:
        return no_edges()
    ends = [(start, end - 1) for start, end in spans]
    if not identical:
        # The text leaves out characters that the list holds (those without a code point).
        index = raw.FPDFText_GetCharIndexFromTextIndex
        ends = [(index(text_page.raw, first), index(text_page.raw, last)) for first, last in ends]
    boxes = _font_boxes(text_page.raw, ends)
    if not _are_line_boxes(text_page.raw, ends, boxes):
        boxes = _rebuilt(text_page.raw, ends, boxes)
    return boxes


def _font_boxes(handle: Any, ends: Spans) -> Edges:
    """One call for the first and one for the last character: the cost of a page lies here."""
    buffer = (raw.FS_RECTF * (2 * len(ends)))()
    get_box = raw.FPDFText_GetLooseCharBox
    position = 0
    for first, last in ends:
        get_box(handle, first, buffer[position])
        get_box(handle, last, buffer[position + 1])
        position += 2
    # FS_RECTF holds left, top, right, bottom.
    corners: _Corners = np.frombuffer(buffer, dtype=np.float32).reshape(-1, 2, 4)
    low, high = corners.min(axis=1), corners.max(axis=1)
    return np.stack([low[:, 0], high[:, 1], high[:, 2], low[:, 3]], axis=1)


def _are_line_boxes(handle: Any, ends: Spans, boxes: Edges) -> bool:
    """Whether the boxes' heights are line heights, tried on one word of each height."""
    heights = np.round(boxes[:, 1] - boxes[:, 3], 1)
    distinct, examples, counts = np.unique(heights, return_index=True, return_counts=True)
    odd = 0
    for height, example, count in zip(
        distinct.tolist(), examples.tolist(), counts.tolist(), strict=True
    ):
        size = _type_size(handle, ends[example][0])
        odd += count if not _LOWEST * size <= height <= _HIGHEST * size else 0
    return odd <= _MAX_ODD_SHARE * len(ends)


def _type_size(handle: Any, index: int) -> float:
    """The size of a character's type in points, as it stands on the page."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(handle, index, matrix):
        return float(raw.FPDFText_GetFontSize(handle, index))
    scale = float(np.hypot(matrix.c, matrix.d))
    return float(raw.FPDFText_GetFontSize(handle, index)) * scale


def _rebuilt(handle: Any, ends: Spans, boxes: Edges) -> Edges:
    """The boxes with heights reckoned from baseline and type size."""
    rebuilt = boxes.copy()
    x, y = ctypes.c_double(), ctypes.c_double()
    for number, (first, _) in enumerate(ends):
        size = _type_size(handle, first)
        upright = boxes[number, 1] - boxes[number, 3] < 4 * size
        if size and upright and raw.FPDFText_GetCharOrigin(handle, first, x, y):
            rebuilt[number, 1] = y.value + _ASCENT * size
            rebuilt[number, 3] = y.value - _DESCENT * size
    return rebuilt
