"""How far a run is: a bar on a terminal, plain lines elsewhere; both on stderr."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from vnparty_nlp.batch import Progress, Summary
from vnparty_nlp.cli.language import Language
from vnparty_nlp.cli.reading import without_quotes

# Elsewhere than on a terminal a line every so many seconds is enough.
_QUIET_SECONDS = 10.0


@contextmanager
def progress(say: Language) -> Iterator[Callable[[Progress], None]]:
    """A function to call after each document."""
    if sys.stderr.isatty():
        with _bar(say) as show:
            yield show
    else:
        yield _lines(say)


def _problem(step: Progress, say: Language) -> str | None:
    if step.line["status"] == "ok":
        return None
    if step.error is not None:
        return f"{say('lỗi', 'failed')}: {step.error.told(say.code)}"
    words = " ".join(without_quotes(step.line["warnings"]))
    return f"{say('thiếu', 'partial')}: {step.line['source']}: {words}"


def _lines(say: Language) -> Callable[[Progress], None]:
    started = last = time.monotonic()

    def show(step: Progress) -> None:
        nonlocal last
        problem = _problem(step, say)
        if problem:
            print(problem, file=sys.stderr)
        now = time.monotonic()
        if now - last >= _QUIET_SECONDS or step.done == step.total:
            last = now
            rate = step.done / max(now - started, 1e-9)
            left = (step.total - step.done) / rate
            speed = say(
                f"tài liệu, {rate:.1f} tài liệu/giây, còn {left:.0f} s",
                f"documents, {rate:.1f} documents/s, {left:.0f} s left",
            )
            print(f"{step.done}/{step.total} {speed}", file=sys.stderr)

    return show


@contextmanager
def _bar(say: Language) -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    rate = say("tài liệu/giây", "documents/s")
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(f"{{task.fields[speed]:.1f}} {rate}"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(say("Đang xử lý", "Processing"), total=None, speed=0.0)
        started = time.monotonic()

        def show(step: Progress) -> None:
            problem = _problem(step, say)
            if problem:
                bar.console.print(problem, markup=False, highlight=False)
            speed = step.done / max(time.monotonic() - started, 1e-9)
            bar.update(task, total=step.total, completed=step.done, speed=speed)

        yield show


def print_counts(summary: Summary, say: Language) -> None:
    """Say on stderr how many documents came out how."""
    counts = ", ".join(f"{n} {status}" for status, n in sorted(summary.documents.items()))
    print(say(f"Tài liệu: {counts}.", f"Documents: {counts}."), file=sys.stderr)
    if summary.continued:
        kept = say(
            f"{summary.continued} tài liệu đã xong từ lần chạy trước, không đọc lại.",
            f"{summary.continued} documents were finished by an earlier run and kept.",
        )
        print(kept, file=sys.stderr)
