"""Words of a page → segments: stretches of words on one line without a gap a column could be in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from vnparty_nlp.parsing.paper import Box, Edges

# All in heights of a word's box, which is about 1.2 times the type size.
_SAME_BASELINE = 0.35
_SAME_BAND = 0.6
_MAX_BLANK = 1.2
_MAX_OVERLAP = 0.4
# Runs that were not drawn one after the other are one line only where an ordinary blank parts them.
_MAX_BLANK_OUT_OF_ORDER = 0.6
# More runs than this for each line: the producer drew the words in no order at all.
_SHUFFLED_RUNS_PER_ROW = 4.0


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that follow each other on a line: their indices, and the box around them."""

    words: tuple[int, ...]
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Height of the line in points."""
        return self.bottom - self.top

    @property
    def width(self) -> float:
        """Width in points."""
        return self.right - self.left


Row = list[Segment]
"""Segments of one line from left to right."""


def around(words: Sequence[int], boxes: Sequence[Box]) -> Segment:
    """The segment of these words of a page, whose boxes are given."""
    left, top, right, bottom = zip(*[boxes[word] for word in words], strict=True)
    return Segment(tuple(words), min(left), min(top), max(right), max(bottom))


def merge(segments: Sequence[Segment]) -> Segment:
    """One segment of all, in the order given."""
    return Segment(
        tuple(word for segment in segments for word in segment.words),
        min(segment.left for segment in segments),
        min(segment.top for segment in segments),
        max(segment.right for segment in segments),
        max(segment.bottom for segment in segments),
    )


def rows_of(edges: Edges, indices: Iterable[int] | None = None) -> list[Row]:
    """The lines of a page (or of some of its words) from top to bottom.

    A line holds several segments where wide gaps part them.
    """
    runs = _runs(edges, indices)
    rows = _rows(runs)
    shuffled = len(runs) > _SHUFFLED_RUNS_PER_ROW * max(1, len(rows))
    limit = _MAX_BLANK if shuffled else _MAX_BLANK_OUT_OF_ORDER
    return _bands([_join(row, limit, edges) for row in rows])


def _runs(edges: Edges, indices: Iterable[int] | None) -> list[Segment]:
    """Words drawn one after the other on one line."""
    if indices is None:
        chosen, names = edges, None
    else:
        names = list(indices)
        chosen = edges[names]
    if not len(chosen):
        return []
    left, top, right, bottom = chosen.T
    height = bottom - top
    small = np.minimum(height[1:], height[:-1])
    gap = left[1:] - right[:-1]
    follows = (
        (np.abs(bottom[1:] - bottom[:-1]) < _SAME_BASELINE * small)
        & (gap < _MAX_BLANK * small)
        & (gap > -_MAX_OVERLAP * small)
    )
    starts = np.concatenate(([0], np.flatnonzero(~follows) + 1))
    ends = [*starts[1:].tolist(), len(chosen)]
    boxes = zip(
        np.minimum.reduceat(left, starts).tolist(),
        np.minimum.reduceat(top, starts).tolist(),
        np.maximum.reduceat(right, starts).tolist(),
        np.maximum.reduceat(bottom, starts).tolist(),
        strict=True,
    )
    return [
        Segment(tuple(range(start, end) if names is None else names[start:end]), *box)
        for start, end, box in zip(starts.tolist(), ends, boxes, strict=True)
    ]


def _rows(runs: Iterable[Segment]) -> list[Row]:
    rows: list[Row] = []
    for run in sorted(runs, key=lambda run: run.bottom):
        if rows and run.bottom - rows[-1][0].bottom < _SAME_BASELINE * min(
            run.height, rows[-1][0].height
        ):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.left) for row in rows]


def _join(row: Row, limit: float, edges: Edges) -> Row:
    joined = [row[0]]
    for run in row[1:]:
        last = joined[-1]
        height = min(last.height, run.height)
        drawn_on = run.words[0] == last.words[-1] + 1
        gap = run.left - last.right
        if -_MAX_OVERLAP * height < gap < (_MAX_BLANK if drawn_on else limit) * height:
            joined[-1] = merge([last, run])
        elif gap < 0 and (nested := _nest(last, run, edges)) is not None:
            joined[-1] = nested
        else:
            joined.append(run)
    return joined


def _nest(outer: Segment, run: Segment, edges: Edges) -> Segment | None:
    """The outer segment with the run between two of its words; None where it fits nowhere.

    A letter that the font lacks ("ở") is drawn after its line, which has left room for it.
    """
    for place, (one, other) in enumerate(pairwise(outer.words), start=1):
        if edges[one, 2] <= run.left and run.right <= edges[other, 0]:
            return replace(outer, words=(*outer.words[:place], *run.words, *outer.words[place:]))
    return None


def _bands(rows: list[Row]) -> list[Row]:
    """Rows whose columns stand a little higher or lower than each other, put in one row."""
    bands: list[Row] = []
    for row in rows:
        if bands and _beside(bands[-1], row):
            bands[-1] = sorted([*bands[-1], *row], key=lambda segment: segment.left)
        else:
            bands.append(row)
    return bands


def _beside(above: Row, below: Row) -> bool:
    for one in above:
        for other in below:
            if other.bottom - one.bottom > _SAME_BAND * min(one.height, other.height):
                return False
            if one.left < other.right and other.left < one.right:
                return False
    return True
