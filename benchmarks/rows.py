"""The one record that every suite returns."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `value` is None where it was not measured; `of` then says why.

    `count` and `of` tell what was measured ("534", "ordinary passages"), `command` makes the figure
    again. `interval` is a 95 % interval for shares and F1, least and most of the repeats for times.
    """

    suite: str
    name: str
    value: float | None
    unit: str
    of: str
    command: str
    count: int | None = None
    interval: tuple[float, float] | None = None


def share_interval(hits: int, count: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927); (0, 1) where nothing was counted."""
    if count == 0:
        return 0.0, 1.0
    square = 1.96**2
    middle = (hits + square / 2) / (count + square)
    half = 1.96 / (count + square) * sqrt(hits * (count - hits) / count + square / 4)
    return max(0.0, middle - half), min(1.0, middle + half)


def of_suite(rows: Sequence[Row], suite: str) -> list[Row]:
    """The rows of one suite, in their order."""
    return [row for row in rows if row.suite == suite]
