"""What stands on a page before it is put in order."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from vnparty_nlp.parsing.legacy_report import Conversion

Edges: TypeAlias = NDArray[np.float32]
"""Boxes as rows: left, top, right, bottom in points, origin top left."""
Box: TypeAlias = Sequence[float]
"""One such row as Python numbers: many times faster to look at than an array's."""


def no_edges() -> Edges:
    """No boxes at all."""
    return np.zeros((0, 4), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page in the order they were drawn, their boxes and the ruled lines.

    `rules` are boxes too: thin ones are lines, others rectangles. The words behind the first
    `upright` ones do not stand upright (stamps in the margin, watermarks); they follow the page's
    text. `shown` are the words' boxes, and `size_shown` width and height of the page, as it is
    shown, where its text lies on its side. `converted` are the lines that were in an older code.
    """

    number: int
    width: float = 0.0
    height: float = 0.0
    texts: list[str] = field(default_factory=list)
    edges: Edges = field(default_factory=no_edges)
    rules: Edges = field(default_factory=no_edges)
    upright: int = 0
    shown: Edges | None = None
    size_shown: tuple[float, float] | None = None
    converted: tuple[Conversion, ...] = ()
