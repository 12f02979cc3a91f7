"""python -m benchmarks [--quick] [--out FOLDER] [--only SUITE]"""

import argparse
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from benchmarks import ROOT
from benchmarks.machine import facts, load
from benchmarks.plan import Plan, make_plan
from benchmarks.plot import as_svg
from benchmarks.report import Results, as_json, as_markdown, table
from benchmarks.suites import SUITES


def main() -> int:
    """Run the suites; exit code 0."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Measure every stage."
    )
    parser.add_argument("--quick", action="store_true", help="a few minutes on two cores")
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results")
    parser.add_argument("--only", choices=SUITES, help="print one suite's table, write nothing")
    given = parser.parse_args()
    plan = make_plan(quick=given.quick)
    if given.only:
        print(table(SUITES[given.only](plan)))
        return 0
    write(measure(plan, SUITES), given.out)
    print(f"{given.out / 'results.md'}")
    return 0


def measure(plan: Plan, suites: Iterable[str]) -> Results:
    """The rows of the suites, one after the other; progress goes to stderr."""
    machine, rows, seconds = dict(facts(plan.settings)), [], {}
    loads = [load()]
    for name in suites:
        started = time.perf_counter()
        rows += SUITES[name](plan)
        seconds[name] = time.perf_counter() - started
        loads.append(load())
        print(f"{name}: {seconds[name]:.0f} s", file=sys.stderr, flush=True)
    machine["load before each suite, and at the end"] = ", ".join(loads)
    return Results(plan.quick, machine, seconds, rows)


def write(results: Results, folder: Path) -> None:
    """`results.json`, `results.md` and `results.svg` in the folder, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "results.json").write_text(as_json(results), encoding="utf-8")
    (folder / "results.md").write_text(as_markdown(results), encoding="utf-8")
    (folder / "results.svg").write_bytes(as_svg(results.rows))


if __name__ == "__main__":
    sys.exit(main())
