"""python -m benchmarks.children.batch INPUTS REGISTER OUT WORKERS: seconds and memory of a run."""

import json
import sys
import time
from pathlib import Path
from typing import Any


def main(inputs: Path, register: Path, out: Path, workers: int) -> dict[str, Any]:
    """Seconds of the whole run and until the first document, and the peaks of `run.json`."""
    from dataclasses import replace

    from vnparty_nlp.batch.run import Options, run_batch
    from vnparty_nlp.output import RUN
    from vnparty_nlp.settings import load_settings

    settings = load_settings()
    settings = replace(settings, batch=replace(settings.batch, workers=workers))
    ends: list[float] = []
    started = time.perf_counter()
    run_batch(
        Options((inputs,), register, out, settings), lambda _: ends.append(time.perf_counter())
    )
    seconds = time.perf_counter() - started
    run = json.loads((out / RUN).read_text("utf-8"))
    return {
        "seconds": seconds,
        "first_seconds": ends[0] - started,
        "peak_memory_megabytes": run["peak_memory_megabytes"],
    }


if __name__ == "__main__":
    given = sys.argv[1:]
    print(json.dumps(main(Path(given[0]), Path(given[1]), Path(given[2]), int(given[3]))))
