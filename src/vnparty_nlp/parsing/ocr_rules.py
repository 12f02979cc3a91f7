"""Ruled lines on a scan: taken out of the picture, and given as boxes."""

import cv2
import numpy as np
from numpy.typing import NDArray

from vnparty_nlp.parsing.paper import Edges, no_edges

# Shorter strokes may be part of a letter or a dash.
_MIN_INCHES = 0.5
_MAX_THICK_INCHES = 0.04
_DARK = 170
# How far a line may break off or step aside: the skew that is left, and dots.
_GAP_INCHES = 0.02


def take_rules(grey: NDArray[np.uint8], dpi: int) -> tuple[NDArray[np.uint8], Edges]:
    """The picture without its ruled lines, and the lines as thin boxes in pixels."""
    dark = (grey < _DARK).astype(np.uint8)
    across, lines_across = _lines(dark, dpi)
    down, lines_down = _lines(np.ascontiguousarray(dark.T), dpi)
    found = np.concatenate([lines_across, lines_down[:, [1, 0, 3, 2]]])
    if not len(found):
        return grey, no_edges()
    mask = cv2.dilate(across | np.ascontiguousarray(down.T), np.ones((3, 3), np.uint8))
    return np.where(mask > 0, np.uint8(255), grey), found


def _lines(dark: NDArray[np.uint8], dpi: int) -> tuple[NDArray[np.uint8], Edges]:
    """The lines that run across: their pixels, and their boxes."""
    gap = max(1, round(_GAP_INCHES * dpi))
    long = round(_MIN_INCHES * dpi / 2)
    closed = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((1, gap), np.uint8))
    opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, long), np.uint8))
    joined = cv2.dilate(opened, np.ones((3, gap), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    width, height = stats[:, 2], stats[:, 3]
    # A slanted line is as high as it steps; a picture or a bar is higher.
    is_line = (width >= _MIN_INCHES * dpi) & (height <= _MAX_THICK_INCHES * dpi + 2 + width / 100)
    is_line[0] = False
    kept = (is_line[labels] & (opened > 0)).astype(np.uint8)
    left, top, wide, high = stats[is_line][:, :4].T
    middle = top + high / 2
    boxes = np.stack([left, middle - 0.5, left + wide, middle + 0.5], axis=1)
    return kept, boxes.astype(np.float32)
