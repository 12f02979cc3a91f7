"""The straight lines drawn on a PDF page: the borders of its tables."""

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pypdfium2.raw as raw

from vnparty_nlp.parsing.paper import Edges, no_edges

# A page with more paths than this is a drawing or a map, not a form.
_MAX_PATHS = 5000


def find_rules(page: Any, turn: Callable[[Edges], Edges]) -> Edges:
    """The lines and rectangles of the page as boxes on the upright page."""
    handle = page.raw
    boxes: list[tuple[float, float, float, float]] = []
    for index in range(raw.FPDFPage_CountObjects(handle)):
        shape = raw.FPDFPage_GetObject(handle, index)
        if raw.FPDFPageObj_GetType(shape) == raw.FPDF_PAGEOBJ_PATH:
            boxes.extend(_boxes(shape))
            if len(boxes) > _MAX_PATHS:
                return no_edges()
    return turn(np.array(boxes, dtype=np.float32)) if boxes else no_edges()


def _boxes(shape: Any) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right, bottom in page space of each straight stroke; of the whole if it is one."""
    if raw.FPDFPath_CountSegments(shape) <= 5:
        numbers = [ctypes.c_float() for _ in range(4)]
        left, bottom, right, top = numbers
        if raw.FPDFPageObj_GetBounds(shape, left, bottom, right, top):
            yield left.value, top.value, right.value, bottom.value
        return
    yield from _strokes(shape)


def _strokes(shape: Any) -> Iterator[tuple[float, float, float, float]]:
    """One path may hold a whole grid: a stroke for each pair of neighbouring points."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(shape, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    here = start = (0.0, 0.0)
    for index in range(raw.FPDFPath_CountSegments(shape)):
        segment = raw.FPDFPath_GetPathSegment(shape, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield _around(here, point)
            if raw.FPDFPathSegment_GetClose(segment):
                yield _around(point, start)
        here = point


def _around(
    one: tuple[float, float], other: tuple[float, float]
) -> tuple[float, float, float, float]:
    (x, y), (u, v) = one, other
    return min(x, u), max(y, v), max(x, u), min(y, v)
