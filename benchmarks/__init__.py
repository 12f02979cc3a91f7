"""Measures every stage: how right it is, how fast, and beside which tools. `python -m benchmarks`.

The package imports vnparty_nlp, never the other way round. The rest is one way: rows < rounds,
plan < suites < writers < __main__; a suite is a file with `run(plan) -> list[Row]`.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The linker's measures and the markup of the samples live there and are used as they are.
sys.path.append(str(ROOT / "scripts"))
