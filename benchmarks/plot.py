"""The picture of a run: F1 of each label with its gold counts, and the speed ratios."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from benchmarks.report import number
from benchmarks.rows import Row
from benchmarks.suites.accuracy import LABEL_UNIT

_INK, _BAR, _RULE = "#333333", "#7a9bb5", "#dddddd"
_STYLE: Any = {
    # The same rows give the same bytes.
    "svg.hashsalt": "vnparty",
    "font.family": "DejaVu Sans",
    "font.size": 8,
    "text.color": _INK,
    "xtick.color": _INK,
    "ytick.color": _INK,
}


def as_svg(rows: Sequence[Row]) -> bytes:
    """An SVG picture; labels in the order of the rows."""
    labels = [row for row in rows if row.unit == LABEL_UNIT]
    ratios = [row for row in rows if row.unit == "×"]
    with mpl.rc_context(_STYLE):
        height = 1.2 + 0.2 * (len(labels) + len(ratios))
        figure = Figure(figsize=(7.5, height), layout="constrained")
        FigureCanvasAgg(figure)
        heights = [max(1, len(labels)), max(1, len(ratios))]
        above, below = figure.subplots(2, height_ratios=heights)
        _bars(above, labels, [f"{_text(row)}   (n = {row.count})" for row in labels])
        above.set_xlim(0, 1.25)
        above.set_xticks([0, 0.25, 0.5, 0.75, 1])
        above.set_title("F1 of each label on the test split (n: gold passages)", loc="left")
        _bars(below, ratios, [f"× {_text(row)}" for row in ratios], start=1)
        # Twice as fast and half as fast are equally far from the line.
        below.set_xscale("log")
        below.set_xlim(*_limits([row.value or 1 for row in ratios]))
        below.set_xticks([0.1, 1, 10], ["0.1", "1", "10"])
        below.minorticks_off()
        below.axvline(1, color=_INK, linewidth=0.6)
        below.set_title("Speed: first named / second named (line: equal, log scale)", loc="left")
        picture = BytesIO()
        figure.savefig(picture, format="svg", metadata={"Date": None, "Creator": None})
    return picture.getvalue()


def _text(row: Row) -> str:
    return "–" if row.value is None else number(row.value, row.unit)


def _limits(values: Sequence[float]) -> tuple[float, float]:
    """Room for every bar and for the note behind it."""
    return 0.3 * min([0.3, *values]), 4 * max([3.0, *values])


def _bars(axes: Any, rows: Sequence[Row], notes: Sequence[str], *, start: float = 0) -> None:
    places = range(len(rows))
    widths = [(start if row.value is None else row.value) - start for row in rows]
    bars = axes.barh(places, widths, left=start, color=_BAR, height=0.65)
    axes.bar_label(bars, notes, padding=3)
    axes.set_yticks(places, [row.name for row in rows])
    axes.set_ylim(max(1, len(rows)) - 0.4, -0.6)
    axes.tick_params(length=0)
    axes.grid(axis="x", color=_RULE, linewidth=0.6)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)
