"""Seals and blue ink over the text: made as light as the paper, where the page has colours."""

from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from vnparty_nlp.parsing.paper import Edges, no_edges

Picture: TypeAlias = NDArray[np.uint8]
"""Height × width, grey, or height × width × 3, red, green, blue."""

# Red above the other colours by this much is ink of a seal, blue above red ink of a pen.
_COLOURED = 45
_SHRINK = 4
# A seal or a signature is higher than any line of text; letters break it into parts.
_MIN_INCHES = 0.45
_JOIN_INCHES = 0.15
# A seal is about as high as wide, a coloured heading much wider.
_MOST_STRETCHED = 3.0
_RED, _GREEN, _BLUE = 0, 1, 2
_MIN_COLOURED_SHARE = 0.0004


def lift_ink(picture: Picture, dpi: float) -> tuple[Picture, Edges]:
    """The page in grey without seals and blue ink, and the boxes of the red seals in its pixels.

    Coloured ink is nearly white seen in its own colour, and black letters below it stay black.
    Coloured lines of text are kept: only what is higher than a line is taken away.
    """
    if picture.ndim == 2:
        return picture, no_edges()
    grey: Picture = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    seals = no_edges()
    for channel, other in ((_RED, _BLUE), (_BLUE, _RED)):
        boxes = _large(_coloured(picture, channel, other), dpi)
        for left, top, right, bottom in boxes.astype(int).tolist():
            part = np.s_[top:bottom, left:right]
            grey[part] = np.maximum(grey[part], picture[part][..., channel])
        seals = boxes if channel == _RED else seals
    return grey, seals


def _coloured(picture: Picture, channel: int, other: int) -> Picture:
    """Where a small copy of the page has one colour far above the others."""
    small = picture[::_SHRINK, ::_SHRINK].astype(np.int16)
    others = np.maximum(small[..., other], small[..., _GREEN])
    return (small[..., channel] - others > _COLOURED).astype(np.uint8)


def _large(mask: Picture, dpi: float) -> Edges:
    """The boxes of the ink that reaches higher and wider than a line of text."""
    if mask.mean() < _MIN_COLOURED_SHARE:
        return no_edges()
    size = max(1, round(_JOIN_INCHES * dpi / _SHRINK)) | 1
    joined = cv2.dilate(mask, np.ones((size, size), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined)
    least = _MIN_INCHES * dpi / _SHRINK
    wide, high = stats[1:, 2], stats[1:, 3]
    is_large = (np.minimum(wide, high) > least) & (wide < _MOST_STRETCHED * high)
    large = stats[1:][is_large]
    left, top, width, height = large[:, :4].T
    boxes = np.stack([left, top, left + width, top + height], axis=1) * _SHRINK
    return boxes.astype(np.float32)
