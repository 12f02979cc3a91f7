"""A PDF page as a reader sees it: turned upright, the origin at its top left."""

from typing import Any

import numpy as np

from vnparty_nlp.parsing.paper import Edges


class Frame:
    """Turns page space, where y grows upwards, into what the reader sees.

    `width` and `height` are those of the page as seen, in points; `rotation` is by how many
    degrees it is turned clockwise.
    """

    def __init__(self, page: Any) -> None:
        self._left, self._bottom, self._right, self._top = page.get_bbox()
        self.rotation = int(page.get_rotation())
        self.width, self.height = page.get_size()

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
