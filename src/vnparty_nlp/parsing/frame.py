"""A PDF page as a reader holds it: text upright, the origin at its top left."""

from typing import Any

import numpy as np

from vnparty_nlp.parsing.paper import Edges


class Frame:
    """Turns page space, where y grows upwards, into what the reader sees.

    `rotation` is by how many degrees (0, 90, 180, 270) the page is turned clockwise: as its file
    says, or as its text asks. `width` and `height` are those of the turned page, in points.
    """

    def __init__(self, page: Any, rotation: int | None = None) -> None:
        self._page = page
        self._left, self._bottom, self._right, self._top = page.get_bbox()
        self.rotation = int(page.get_rotation()) if rotation is None else rotation
        across, up = self._right - self._left, self._top - self._bottom
        self.width, self.height = (up, across) if self.rotation % 180 else (across, up)

    def held(self, rotation: int) -> "Frame":
        """The same page, turned by so many degrees instead."""
        return Frame(self._page, rotation)

    def turn(self, boxes: Edges) -> Edges:
        """Boxes (left, top, right, bottom in page space) as seen; a point is a box of no size."""
        left, top, right, bottom = boxes.T
        from_left, to_right = left - self._left, self._right - right
        from_top, to_bottom = self._top - top, bottom - self._bottom
        width, height = right - left, top - bottom
        if self.rotation == 90:
            x, y, width, height = to_bottom, from_left, height, width
        elif self.rotation == 180:
            x, y = to_right, to_bottom
        elif self.rotation == 270:
            x, y, width, height = from_top, to_right, height, width
        else:
            x, y = from_left, from_top
        return np.stack([x, y, x + width, y + height], axis=1).astype(np.float32)

    def turn_back(self, boxes: Edges) -> Edges:
        """Boxes as seen, in page space."""
        x, y, x_end, y_end = boxes.T
        if self.rotation == 90:
            sides = self._left + y, self._bottom + x_end, self._left + y_end, self._bottom + x
        elif self.rotation == 180:
            sides = self._right - x_end, self._bottom + y_end, self._right - x, self._bottom + y
        elif self.rotation == 270:
            sides = self._right - y_end, self._top - x, self._right - y, self._top - x_end
        else:
            sides = self._left + x, self._top - y, self._left + x_end, self._top - y_end
        return np.stack(sides, axis=1).astype(np.float32)
