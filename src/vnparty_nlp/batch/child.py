"""What runs in a worker process: paths in, outcomes out, until the parent closes the pipe."""

import pickle
import signal
import tempfile
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

from vnparty_nlp.batch import troubles
from vnparty_nlp.batch.discover import source_name
from vnparty_nlp.batch.machine import lead_group, limit_memory
from vnparty_nlp.batch.outcome import Outcome, outcome_of
from vnparty_nlp.errors import VnpartyError
from vnparty_nlp.pipeline import Result

# Native readers recurse as deeply as a file is nested; the usual 8 MB end at a few thousand levels.
_STACK_BYTES = 64 << 20
# Of a traceback so many of the last calls are told.
_CALLS = -30


class FileProcessor(Protocol):
    """What a worker does with one file."""

    def process(self, path: Path, source: str) -> Result:
        """The result of one file."""
        ...


def serve(
    connection: Connection, build: Callable[[], FileProcessor], megabytes: int, scratch: str
) -> None:
    """Build a processor; say None when it stands, or the VnpartyError that forbids it; then answer
    each path with its Outcome. `megabytes` limits the memory, `scratch` is for temporary files.
    """
    lead_group()
    # Where this process is killed, the parent clears away what it has written of a document.
    tempfile.tempdir = scratch
    # The parent decides what an interrupt means; a worker that died of it would lose its document.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory(megabytes)
    try:
        processor = build()
    except VnpartyError as error:
        connection.send(error)
        return
    threading.stack_size(_STACK_BYTES)
    try:
        connection.send(None)
        with ThreadPoolExecutor(1) as thread:
            while True:
                path = connection.recv()
                # A future hands over whatever was raised, so a bug costs its document only.
                future = thread.submit(_answer, processor, path)
                bug = future.exception()
                answer = future.result() if bug is None else _pack(_blame(path, bug, megabytes))
                connection.send_bytes(answer)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        # The parent has no more work, or is gone.
        return


def _answer(processor: FileProcessor, path: Path) -> bytes:
    source = source_name(path)
    # Opening a pipe or a device may wait for ever.
    if path.exists() and not path.is_file() and not path.is_dir():
        return _pack(Outcome(source, error=troubles.not_a_file(source)))
    return _pack(outcome_of(processor.process(path, source)))


def _pack(outcome: Outcome) -> bytes:
    return pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL)


def _blame(path: Path, bug: BaseException, megabytes: int) -> Outcome:
    source = source_name(path)
    if isinstance(bug, MemoryError):
        error = troubles.too_much_memory(source, megabytes)
        return Outcome(source, error=error, exhausted=True)
    trace = "".join(traceback.format_exception(bug, limit=_CALLS))
    return Outcome(source, error=troubles.program_error(source, type(bug).__name__), trace=trace)
