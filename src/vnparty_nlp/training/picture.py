"""Pictures of how a model learnt, and of how far its probabilities can be believed."""

from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure

PICTURE, RELIABILITY = "learning.png", "reliability.png"
_WINDOW = 50


def draw_curve(losses: Sequence[float], dev: Sequence[float], path: Path) -> None:
    """Write a PNG of the loss by step with its mean over the last `_WINDOW` steps, and of the
    average precision on dev, one figure an epoch.
    """
    figure = _figure(7, 4)
    axes = figure.add_subplot(xlabel="step", ylabel="loss", yscale="log")
    steps = range(1, len(losses) + 1)
    means = [sum(part) / len(part) for n in steps if (part := losses[max(0, n - _WINDOW) : n])]
    axes.plot(steps, losses, linewidth=0.5, alpha=0.4, label="each step")
    axes.plot(steps, means, label=f"mean of {_WINDOW} steps")
    right = axes.twinx()
    right.set_ylabel("average precision on dev")
    ends = [len(losses) * (epoch + 1) / len(dev) for epoch in range(len(dev))]
    right.plot(ends, dev, "o-", color="tab:green", label="dev")
    axes.legend(loc="lower left")
    right.legend(loc="lower right")
    _save(figure, path)


def draw_reliability(bins: Sequence[Sequence[float]], path: Path) -> None:
    """Write a PNG: of the labels given with a probability, the share that was right. A bin is the
    mean probability, that share, and the number of labels, which the size of the dot shows.
    """
    figure = _figure(4, 4)
    axes = figure.add_subplot(xlabel="probability", ylabel="share right", xlim=(0, 1), ylim=(0, 1))
    axes.plot([0, 1], [0, 1], linewidth=0.5, color="gray")
    chances, right, answers = zip(*bins, strict=True) if bins else ((), (), ())
    axes.scatter(chances, right, s=[10 + 10 * n**0.5 for n in answers], alpha=0.7)
    _save(figure, path)


def _figure(width: float, height: float) -> Figure:
    mpl.use("Agg")
    return Figure(figsize=(width, height))


def _save(figure: Figure, path: Path) -> None:
    figure.savefig(path, dpi=100, bbox_inches="tight", metadata={"Software": None})
