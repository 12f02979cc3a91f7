"""Whole runs: documents a second, memory, and what a start costs."""

import subprocess
import sys
import tempfile
import time
import zipfile
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import ROOT
from benchmarks.plan import Plan
from benchmarks.rounds import call, faster, interleave, rate, spread
from benchmarks.rows import Row

SUITE = "end_to_end"
_CHILD = "benchmarks.children.batch"
_STARTS = 5
_HEAVY = ("torch", "spacy", "onnxruntime")
_COMMANDS = {
    "import vnparty_nlp": ("-c", "import vnparty_nlp"),
    "vnparty --help": ("-m", "vnparty_nlp", "--help"),
    "bare Python": ("-c", "pass"),
}


def run(plan: Plan) -> list[Row]:
    """Runs with one and two workers over copies of the samples, then imports."""
    with tempfile.TemporaryDirectory() as folder:
        inputs = Path(folder) / "in"
        count = copy_samples(plan.samples / "files", inputs, plan.copies)
        answers = interleave(
            {
                workers: partial(_run_child, plan, inputs, workers)
                for workers in ("1", "2")
            },
            plan.repeats,
        )  # fmt: skip
    return [*_batch_rows(answers, count, plan.command(SUITE)), *_start_rows(plan.command(SUITE))]


def copy_samples(files: Path, target: Path, copies: int) -> int:
    """Write copies that differ in bytes and not in text, since equal ones are read once; how many
    files there are.
    """
    target.mkdir()
    written = 0
    for path in sorted(files.iterdir()):
        for number in range(copies):
            copy = target / f"{path.stem}-{number:03d}{path.suffix}"
            copy.write_bytes(path.read_bytes())
            _mark(copy, number)
            written += 1
    return written


def _mark(copy: Path, number: int) -> None:
    if copy.suffix == ".docx":
        with zipfile.ZipFile(copy, "a") as package:
            package.comment = str(number).encode()
        return
    marks = {".pdf": f"\n% {number}\n", ".html": f"<!-- {number} -->", ".txt": "\n" * number}
    with copy.open("ab") as content:
        content.write(marks[copy.suffix].encode())


def _run_child(plan: Plan, inputs: Path, workers: str) -> dict[str, Any]:
    register = plan.samples / "members.csv"
    with tempfile.TemporaryDirectory() as out:
        answer: dict[str, Any] = call(_CHILD, str(inputs), str(register), out, workers)
    return answer


def _batch_rows(answers: dict[str, list[dict[str, Any]]], count: int, command: str) -> list[Row]:
    row = partial(Row, SUITE, command=command, count=count, of="documents, copies of the samples")
    rows = []
    for workers, runs in answers.items():
        name = f"{workers} worker" + "s" * (workers != "1")
        speed, speeds = rate(count, [each["seconds"] for each in runs])
        first, firsts = spread([each["first_seconds"] for each in runs])
        rows += [
            row(f"{name}, start to report", speed, "documents / s", interval=speeds),
            row(f"{name}, first document after", first, "s", interval=firsts),
            *(
                row(f"{name}, peak memory of the {process}", *_memory(runs, process))
                for process in ("parent", "worker")
            ),
        ]
    one, two = ([each["seconds"] for each in answers[workers]] for workers in ("1", "2"))
    ratio, ratios = faster(two, one)
    return [*rows, row("whole run, 2 workers / 1", ratio, "×", interval=ratios)]


def _memory(runs: list[dict[str, Any]], process: str) -> tuple[float, str]:
    return max(each["peak_memory_megabytes"][process] for each in runs), "MB"


def _start_rows(command: str) -> list[Row]:
    times = interleave(
        {name: partial(_start_seconds, given) for name, given in _COMMANDS.items()}, _STARTS
    )
    rows = []
    for name, seconds in times.items():
        value, values = spread(seconds)
        rows.append(Row(SUITE, name, value, "s", "starts", command, _STARTS, values))
    heavy = " or ".join(_HEAVY)
    for name in list(_COMMANDS)[:2]:
        loaded = loaded_modules(*_COMMANDS[name]) & set(_HEAVY)
        of = f"{heavy}: " + (", ".join(sorted(loaded)) or "none loaded")
        rows.append(Row(SUITE, f"{name}, heavy modules", len(loaded), "modules", of, command))
    return rows


def _start_seconds(arguments: tuple[str, ...]) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def loaded_modules(*arguments: str) -> set[str]:
    """The top-level packages that a fresh Python loads."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=True,
    )
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}
