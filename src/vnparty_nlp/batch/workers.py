"""Documents read in child processes: a crash there costs one document, not the batch."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from vnparty_nlp.errors import DocumentError, Wording
from vnparty_nlp.pipeline import Result

# So many documents a worker are under way or waiting to be collected; more would only hold memory.
_AHEAD = 4


class FileProcessor(Protocol):
    """What a worker does with one file."""

    def process(self, path: Path, source: str) -> Result:
        """The result of one file."""
        ...


_builders: list[Callable[[], FileProcessor]] = []


def _start(build: Callable[[], FileProcessor]) -> None:
    # The parent decides what an interrupt means; a worker that died of it would lose its document.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _builders.append(build)


@cache
def _processor() -> FileProcessor:
    """The worker's own processor. Built with the first file, not when the process starts: what
    goes wrong here is then raised in the parent, and not taken for a crash of the file.
    """
    return _builders[0]()


def _process(path: Path) -> Result:
    return _processor().process(path, str(path))


class Workers:
    """A pool of child processes, each with a processor that `build` (picklable) makes there."""

    def __init__(self, count: int, build: Callable[[], FileProcessor]) -> None:
        self._count = count
        self._build = build
        self._pool = self._new_pool(count)

    def _new_pool(self, count: int) -> ProcessPoolExecutor:
        # Spawned, not forked: readers keep native state that does not survive a fork.
        return ProcessPoolExecutor(
            count,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_start,
            initargs=(self._build,),
        )

    def results(self, paths: Sequence[Path]) -> Iterator[Result]:
        """The result of each file, in the order of the files."""
        waiting = deque(paths)
        under_way: deque[tuple[Path, Future[Result]]] = deque()
        while waiting or under_way:
            while waiting and len(under_way) < self._count * _AHEAD:
                path = waiting.popleft()
                under_way.append((path, self._pool.submit(_process, path)))
            path, future = under_way.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                # Any file under way may have killed the worker, so each is read again, this one
                # alone; a file that kills its worker twice is the culprit.
                waiting.extendleft(reversed([other for other, _ in under_way]))
                under_way.clear()
                yield self._alone(path)
                self._pool = self._new_pool(self._count)

    def _alone(self, path: Path) -> Result:
        with self._new_pool(1) as pool:
            try:
                return pool.submit(_process, path).result()
            except BrokenProcessPool:
                error = DocumentError(
                    str(path),
                    Wording("tiến trình đọc tệp bị dừng đột ngột", "reading it killed the process"),
                    Wording("Hãy lưu lại tệp bằng chương trình khác", "Save it anew elsewhere"),
                )
                return Result(str(path), None, error=error)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        # Where the run ends early, documents under way are not waited for.
        self._pool.shutdown(wait=kind is None, cancel_futures=True)
        if kind is not None:
            for process in multiprocessing.active_children():
                process.terminate()
