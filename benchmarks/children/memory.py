"""python -m benchmarks.children.memory FILES REGISTER COUNT: memory after each document, in MB.

REGISTER is "-" where documents are read and not tagged. One process reads them all: what a batch
would do without replacing its workers.
"""

import json
import os
import sys
from itertools import cycle, islice
from pathlib import Path
from typing import Any


def main(files: Path, register: str, count: int) -> dict[str, Any]:
    """Resident memory after each of `count` documents, the files in turn, and its peak."""
    from vnparty_nlp.batch.machine import peak_memory_megabytes
    from vnparty_nlp.linking import read_register
    from vnparty_nlp.pipeline import Pipeline, ReadingPipeline
    from vnparty_nlp.settings import load_settings

    settings = load_settings()
    processor = (
        ReadingPipeline(settings)
        if register == "-"
        else Pipeline(settings, read_register(Path(register)))
    )
    resident = []
    for path in islice(cycle(sorted(files.iterdir())), count):
        processor.process(path, path.name)
        resident.append(resident_megabytes())
    return {"resident": resident, "peak": peak_memory_megabytes()["parent"]}


def resident_megabytes() -> float:
    """Resident memory of this process, as Linux counts it."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))))
