"""The learning curve as a picture."""

from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl

PICTURE = "learning.png"
_WINDOW = 50


def draw_curve(losses: Sequence[float], path: Path) -> None:
    """Write a PNG of the loss by step and of its mean over the last `_WINDOW` steps."""
    mpl.use("Agg")
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 4))
    axes = figure.add_subplot(xlabel="step", ylabel="loss", yscale="log")
    steps = range(1, len(losses) + 1)
    means = [sum(part) / len(part) for n in steps if (part := losses[max(0, n - _WINDOW) : n])]
    axes.plot(steps, losses, linewidth=0.5, alpha=0.4, label="each step")
    axes.plot(steps, means, label=f"mean of {_WINDOW} steps")
    axes.legend()
    figure.savefig(path, dpi=100, bbox_inches="tight", metadata={"Software": None})
