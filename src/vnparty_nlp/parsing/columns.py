"""Rows of a page → regions: plain lines, columns read one after the other, loose tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vnparty_nlp.parsing.segments import Row, Segment

Gutter = tuple[float, float]

# A gutter narrower than this (in line heights) is a blank.
_MIN_GUTTER = 0.5
# Columns of running text: many rows, well filled, several words in each.
_MIN_TEXT_ROWS, _MIN_FILL, _MIN_WORDS = 5, 0.7, 3.0
_MIN_TABLE_ROWS = 3
_FAR = 10_000.0


@dataclass(frozen=True, slots=True)
class Region:
    """Consecutive rows of a page, and the gutters that no segment of theirs crosses."""

    rows: tuple[tuple[Segment, ...], ...]
    gutters: tuple[Gutter, ...] = ()

    @property
    def columns(self) -> list[list[Segment]]:
        """The segments of each column from left to right, each from top to bottom."""
        columns: list[list[Segment]] = [[] for _ in range(len(self.gutters) + 1)]
        for row in self.rows:
            for segment in row:
                columns[self.column_of(segment)].append(segment)
        return columns

    def column_of(self, segment: Segment) -> int:
        """Number of the column that a segment stands in."""
        middle = (segment.left + segment.right) / 2
        return sum(middle > (left + right) / 2 for left, right in self.gutters)


def first_region(rows: Sequence[Row], max_gap_points: float) -> Region:
    """The region that begins with the first row; without gutters it is that row alone.

    It ends where the next row is further away than `max_gap_points`, or crosses every gutter.
    """
    end, gutters = 1, _gaps(rows[0])
    while gutters and end < len(rows):
        if _top(rows[end]) - _bottom(rows[end - 1]) > max_gap_points:
            break
        left = _narrow(gutters, rows[end])
        # A line of text under a table may leave one of its gutters free, but never all.
        if not left or (len(rows[end]) == 1 and len(left) < len(gutters)):
            break
        gutters, end = left, end + 1
    return Region(tuple(tuple(row) for row in rows[:end]), tuple(gutters))


def _top(row: Row) -> float:
    return min(segment.top for segment in row)


def _bottom(row: Row) -> float:
    return max(segment.bottom for segment in row)


def _gaps(row: Row) -> list[Gutter]:
    return [
        (one.right, other.left)
        for one, other in pairwise(row)
        if other.left - one.right >= _MIN_GUTTER * min(one.height, other.height)
    ]


def _narrow(gutters: list[Gutter], row: Row) -> list[Gutter]:
    """What remains of the gutters when the row's segments are taken out."""
    remaining: list[Gutter] = []
    width = _MIN_GUTTER * min(segment.height for segment in row)
    edges = [-_FAR, *(edge for segment in row for edge in (segment.left, segment.right)), _FAR]
    free = list(zip(edges[::2], edges[1::2], strict=True))
    for left, right in gutters:
        for start, end in free:
            low, high = max(left, start), min(right, end)
            if high - low >= width:
                remaining.append((low, high))
    # A segment in the midst of a gutter (a centred title) ends the columns.
    return remaining if len(remaining) <= len(gutters) else []


def is_running_text(region: Region) -> bool:
    """Whether the columns hold running text, to be read down one column, then the next."""
    columns = region.columns
    if any(len(column) < _MIN_TEXT_ROWS for column in columns):
        return False
    for column in columns:
        left = min(segment.left for segment in column)
        right = max(segment.right for segment in column)
        filled = sum(segment.width for segment in column) / (len(column) * (right - left))
        words = sum(len(segment.words) for segment in column) / len(column)
        if filled < _MIN_FILL or words < _MIN_WORDS:
            return False
    return True


def is_table(region: Region) -> bool:
    """Whether rows and columns are those of a table without rules."""
    full = [row for row in region.rows if len(row) > 1]
    return len(full) >= _MIN_TABLE_ROWS and len(region.gutters) >= 2
