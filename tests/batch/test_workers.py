"""Workers are real child processes here: what is tested is how they end."""

import ctypes
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from vnparty_nlp.batch.outcome import Outcome
from vnparty_nlp.batch.workers import Workers
from vnparty_nlp.errors import ModelError, SettingsError, Wording
from vnparty_nlp.pipeline import Result
from vnparty_nlp.settings import BatchSettings

LIMITS = BatchSettings(
    workers=0, max_seconds=60, max_megabytes_of_memory=1000, recycle_after=1000
)  # fmt: skip


class Actor:
    """Reads nothing; does what the file is named after. Each result names the process."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def process(self, path: Path, source: str) -> Result:
        act, _, number = path.name.partition("-")
        if act == "kill":
            os._exit(9)
        if act == "segfault":
            ctypes.string_at(0)
        if act == "hang":
            # Native code that gives Python no turn: only the system can end it.
            ctypes.PyDLL(None).sleep(1000)
        if act == "hoard":
            bytearray(3_000_000_000)
        if act == "deep":
            return self.process(path, source)
        if act == "bug":
            raise ZeroDivisionError(number)
        if act == "exit":
            raise SystemExit(3)
        if act == "once" and self._folder is not None:
            mark = self._folder / number
            if not mark.exists():
                mark.touch()
                os._exit(9)
        if act == "program":
            # A reader that waits for another program, with a temporary file of its own.
            with tempfile.NamedTemporaryFile(prefix="scratch-"):
                subprocess.run([sys.executable, "-c", f"import time\ntime.sleep(1000)\n{number}"])
        if act == "slow":
            time.sleep(0.3)
        return Result(source, None, seconds={"process": os.getpid()})


def run(names: list[str], limits: BatchSettings = LIMITS, **more: object) -> list[Outcome]:
    count = int(str(more.get("count", 2)))
    with Workers(count, partial(Actor, more.get("folder")), limits) as workers:
        return list(workers.results([Path(name) for name in names]))


def test_results_come_in_the_order_of_the_files() -> None:
    names = [f"{'slow' if number % 7 == 0 else 'f'}-{number}" for number in range(40)]
    assert [outcome.source for outcome in run(names)] == names


# What a file does, and what is said of it.
DEEDS = [
    pytest.param("kill", "killed the process (exit code 9)", id="ends its process"),
    pytest.param("segfault", "killed the process (SIGSEGV)", id="crashes in native code"),
    pytest.param("hang", "took over 2 seconds", id="hangs in native code"),
    pytest.param("deep", "program error (RecursionError)", id="recurses for ever"),
    pytest.param("bug", "program error (ZeroDivisionError)", id="meets a bug"),
    pytest.param("exit", "program error (SystemExit)", id="asks to end the program"),
    pytest.param("hoard", "takes over 1000 MB of memory", id="takes all memory",
                 marks=pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory")),
]  # fmt: skip


@pytest.mark.parametrize(("deed", "said"), DEEDS)
def test_a_file_that_does_harm_fails_alone(deed: str, said: str) -> None:
    names = ["a", "b", deed, "c", "d", "e", "f"]
    outcomes = run(names, replace(LIMITS, max_seconds=2))
    assert [outcome.source for outcome in outcomes] == names
    assert [name for name, each in zip(names, outcomes, strict=True) if each.error] == [deed]
    assert said in str(outcomes[2].error)


def test_nothing_but_harm_ends_too() -> None:
    outcomes = run(["kill", "bug", "kill-2", "hang", "hang-2"], replace(LIMITS, max_seconds=1))
    assert all(outcome.error for outcome in outcomes)


def test_a_crash_that_does_not_come_again_costs_nothing(tmp_path: Path) -> None:
    outcomes = run(["a", "once-1", "b", "once-2"], folder=tmp_path)
    assert [outcome.error for outcome in outcomes] == [None] * 4


def test_a_program_error_is_told_with_its_place_and_its_process_goes_on() -> None:
    (first, bug, last) = run(["a", "bug-7", "b"], count=1)
    assert bug.trace is not None
    assert "ZeroDivisionError: 7" in bug.trace
    assert "in process" in bug.trace
    assert "errors.log" in str(bug.error)
    assert first.seconds == last.seconds


def test_time_is_counted_for_each_file_and_not_for_all() -> None:
    outcomes = run([f"slow-{n}" for n in range(6)], replace(LIMITS, max_seconds=1), count=1)
    assert not any(outcome.error for outcome in outcomes)


def test_no_limit_is_a_limit_that_can_be_chosen() -> None:
    lifted = replace(LIMITS, max_seconds=0, max_megabytes_of_memory=0, recycle_after=0)
    assert not any(outcome.error for outcome in run(["a", "slow", "b"], lifted))


def test_a_process_is_replaced_when_it_has_read_its_fill() -> None:
    names = [f"slow-{number}" for number in range(12)]
    outcomes = run(names, replace(LIMITS, recycle_after=3), count=1)
    assert [outcome.source for outcome in outcomes] == names
    processes = [outcome.seconds["process"] for outcome in outcomes]
    assert len(set(processes)) > 1
    # One after the other, never two at once.
    assert processes == sorted(processes, key=processes.index)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pdf")
    (outcome,) = run([str(tmp_path / "a.pdf")])
    assert "not a regular file" in str(outcome.error)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="Linux alone tells")
def test_the_programs_and_files_of_a_stopped_process_go_with_it() -> None:
    mark = str(os.getpid() * 1_000_003)
    (outcome,) = run([f"program-{mark}"], replace(LIMITS, max_seconds=2))
    assert "over 2 seconds" in str(outcome.error)
    running = [path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if path.exists()]
    assert not any(mark.encode() in command for command in running)
    assert not list(Path(tempfile.gettempdir()).glob("vnparty-*/scratch-*"))


class Stubborn(Actor):
    """Cannot be built."""

    def __init__(self) -> None:
        raise ModelError(Wording("hỏng", "damaged"))


class Broken(Actor):
    """Ends its process while it is built."""

    def __init__(self) -> None:
        os._exit(4)


def test_what_keeps_a_worker_from_starting_is_raised_and_blamed_on_no_file() -> None:
    with pytest.raises(ModelError), Workers(1, Stubborn, LIMITS) as workers:
        list(workers.results([Path("a")]))


def test_a_worker_that_ends_before_it_reads_stops_the_run() -> None:
    with (
        pytest.raises(SettingsError, match=r"could not start \(exit code 4\)"),
        Workers(1, Broken, LIMITS) as workers,
    ):
        list(workers.results([Path("a")]))
