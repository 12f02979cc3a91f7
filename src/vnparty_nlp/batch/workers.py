"""Documents read in child processes, each within limits: a bad one costs itself, not the batch."""

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import wait
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from vnparty_nlp.batch import troubles
from vnparty_nlp.batch.child import FileProcessor, serve
from vnparty_nlp.batch.discover import source_name
from vnparty_nlp.batch.machine import end_group
from vnparty_nlp.batch.outcome import Outcome
from vnparty_nlp.errors import DocumentError, SettingsError, VnpartyError
from vnparty_nlp.settings import BatchSettings

# So many documents a worker may be finished ahead of the slowest one; more would only hold memory.
_AHEAD = 64
# While there is plenty to do a worker has its next file at hand and never waits for the parent.
_AT_HAND = 2
# A process that has closed its pipe is dying; let it, since its exit code tells why.
_DYING_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class _Task:
    place: int
    path: Path


class _Worker:
    """A child process as the parent sees it: what it was given, and since when it reads."""

    def __init__(self, build: Callable[[], FileProcessor], megabytes: int, scratch: str) -> None:
        # Spawned, not forked: readers keep native state that does not survive a fork.
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, build, megabytes, scratch), daemon=True
        )  # fmt: skip
        self._process.start()
        theirs.close()
        self.tasks: deque[_Task] = deque()
        self.ready = self.leaving = False
        self.given, self.since = 0, 0.0

    def give(self, task: _Task) -> None:
        if not self.tasks:
            self.since = time.monotonic()
        self.tasks.append(task)
        self.given += 1
        # That a worker has just died is noticed where its answer is awaited.
        with suppress(OSError):
            self.connection.send(task.path)

    def take(self) -> _Task:
        """The task it has finished; the next one has begun."""
        self.since = time.monotonic()
        return self.tasks.popleft()

    def end(self, patience_seconds: float = 0) -> int | None:
        """End it and give its exit code. What is stuck in native code heeds no milder signal."""
        if patience_seconds:
            self._process.join(patience_seconds)
        if self._process.pid is not None:
            end_group(self._process.pid)
        self._process.kill()
        self._process.join()
        self.connection.close()
        return self._process.exitcode


class Workers:
    """A pool of `count` child processes, each with a processor that `build` (picklable) makes
    there, under the limits of the settings.
    """

    def __init__(
        self, count: int, build: Callable[[], FileProcessor], limits: BatchSettings
    ) -> None:
        self._count, self._build, self._limits = count, build, limits
        self._crew: list[_Worker] = []
        self._scratch = TemporaryDirectory(prefix="vnparty-", ignore_cleanup_errors=True)
        self._waiting: deque[_Task] = deque()
        self._seen_to_crash: set[_Task] = set()

    def results(self, paths: Sequence[Path]) -> Iterator[Outcome]:
        """The outcome of each file, in the order of the files.

        What keeps a processor from being built is raised: its VnpartyError, or SettingsError.
        """
        self._waiting = deque(_Task(index, path) for index, path in enumerate(paths))
        done: dict[int, Outcome] = {}
        for index in range(len(paths)):
            self._turn(done, index, patient=False)
            while index not in done:
                self._turn(done, index, patient=True)
            yield done.pop(index)

    def _turn(self, done: dict[int, Outcome], index: int, *, patient: bool) -> None:
        self._employ()
        self._hand_out(until=index + _AHEAD * self._count)
        connections = [worker.connection for worker in self._crew]
        heard = wait(connections, self._patience() if patient else 0)
        for worker in [each for each in self._crew if each.connection in heard]:
            # Another's message may have ended this one.
            if worker in self._crew:
                done.update(self._hear(worker))
        done.update(self._stop_slow())

    def _employ(self) -> None:
        """Start what is lacking; where a worker has read its fill, its successor beside it."""
        crew = [worker for worker in self._crew if not worker.leaving]
        life = self._limits.recycle_after
        tired = any(life and worker.given >= life for worker in crew)
        if self._waiting:
            for _ in range(self._count + tired - len(crew)):
                megabytes = self._limits.max_megabytes_of_memory
                self._crew.append(_Worker(self._build, megabytes, self._scratch.name))

    def _hand_out(self, until: int) -> None:
        ready = [worker for worker in self._crew if worker.ready and not worker.leaving]
        while ready and self._waiting and self._waiting[0].place < until:
            worker = min(ready, key=lambda each: len(each.tasks))
            if len(worker.tasks) >= (_AT_HAND if len(self._waiting) > self._count else 1):
                return
            worker.give(self._waiting.popleft())

    def _patience(self) -> float | None:
        """Seconds until the first worker is too slow; None where nobody can be."""
        ends = [worker.since + self._limits.max_seconds for worker in self._crew if worker.tasks]
        if not ends or not self._limits.max_seconds:
            return None
        return max(0.0, min(ends) - time.monotonic())

    def _hear(self, worker: _Worker) -> Iterator[tuple[int, Outcome]]:
        try:
            message = worker.connection.recv()
        except (EOFError, OSError):
            yield from self._bury(worker)
            return
        if isinstance(message, VnpartyError):
            raise message
        if message is None:
            worker.ready = True
            self._relieve()
            return
        yield worker.take().place, message
        if message.exhausted or (worker.leaving and not worker.tasks):
            self._dismiss(worker)

    def _relieve(self) -> None:
        """Let the worker go that has read most, where its successor stands ready."""
        ready = [worker for worker in self._crew if worker.ready and not worker.leaving]
        if len(ready) > self._count:
            oldest = max(ready, key=lambda each: each.given)
            oldest.leaving = True
            if not oldest.tasks:
                self._dismiss(oldest)

    def _dismiss(self, worker: _Worker, patience_seconds: float = 0) -> int | None:
        """End a worker and give its exit code; what it has not begun waits again."""
        self._crew.remove(worker)
        self._waiting.extendleft(reversed(worker.tasks))
        return worker.end(patience_seconds)

    def _bury(self, worker: _Worker) -> Iterator[tuple[int, Outcome]]:
        begun = worker.tasks.popleft() if worker.tasks else None
        exit_code = self._dismiss(worker, _DYING_SECONDS)
        if not worker.ready:
            raise SettingsError(troubles.not_started(exit_code))
        if begun in self._seen_to_crash:
            yield _failed(begun, troubles.crashed(source_name(begun.path), exit_code))
        elif begun:
            # Another program may have taken the memory: the file is read once more.
            self._seen_to_crash.add(begun)
            self._waiting.appendleft(begun)

    def _stop_slow(self) -> Iterator[tuple[int, Outcome]]:
        limit = self._limits.max_seconds
        for worker in list(self._crew):
            slow = worker.tasks and limit and time.monotonic() - worker.since > limit
            if slow and not worker.connection.poll():
                begun = worker.take()
                self._dismiss(worker)
                yield _failed(begun, troubles.too_slow(source_name(begun.path), limit))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        # Idle ones have nothing to lose; where the run ends early, nothing is waited for.
        for worker in self._crew:
            worker.end()
        self._scratch.cleanup()


def _failed(task: _Task, error: DocumentError) -> tuple[int, Outcome]:
    return task.place, Outcome(error.path, error=error)
