"""How far a training is: a bar on a terminal, a line every fifty steps elsewhere; on stderr."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from vnparty_nlp.cli.language import Language

_EVERY = 50


@contextmanager
def steps_shown(say: Language) -> Iterator[Callable[[int, int, float], None]]:
    """A function to call after each step with the step, how many there are, and the loss."""
    if not sys.stderr.isatty():
        yield _line
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Left

    loss = TextColumn("{task.fields[loss]:.3f}")
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), loss, Left())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(say("Đang huấn luyện", "Training"), total=None, loss=0.0)

        def show(step: int, steps: int, now: float) -> None:
            bar.update(task, total=steps, completed=step, loss=now)

        yield show


def _line(step: int, steps: int, loss: float) -> None:
    if step % _EVERY == 0 or step == steps:
        print(f"step {step} of {steps}, loss {loss:.3f}", file=sys.stderr)
