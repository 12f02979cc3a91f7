"""python -m benchmarks.children.tag one|all|gpu < passages.json: seconds to tag them."""

import json
import os
import sys
import time
from typing import Any


def main(cores: str, texts: list[str]) -> dict[str, Any]:
    """Seconds to load the model, and to tag all passages at once after a warm-up."""
    threads = 0
    if cores == "one":
        threads = 1
        # Set before any library counts the cores, so that its threads share this one.
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    started = time.perf_counter()
    from dataclasses import replace

    from vnparty_nlp import tagging
    from vnparty_nlp.records import Passage, Span
    from vnparty_nlp.settings import Device, load_settings

    device: Device = "cuda" if cores == "gpu" else "cpu"
    tagger = tagging.build(replace(load_settings().tagging, threads=threads, device=device))
    loaded = time.perf_counter()
    passages = [Passage(text, Span(0, len(text))) for text in texts]
    tagger.tag(passages[:50])
    warm = time.perf_counter()
    tagger.tag(passages)
    return {"load_seconds": loaded - started, "seconds": time.perf_counter() - warm}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], json.load(sys.stdin))))
