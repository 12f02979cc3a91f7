"""Rows as JSON and as a Markdown page."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.rows import Row, of_suite

_SHARES = ("share", "F1", "error")
_EXPLAINED = """
Brackets hold the 95 % interval of a share or an F1, and the least and most of the repeats of a
time. Speeds are medians of interleaved repeats; `×` is the ratio of two medians taken in the same
rounds, above 1 where the first named is faster. `CPU s` counts the time of the process, `s` the
time on the clock.
"""


@dataclass(frozen=True, slots=True)
class Results:
    """Everything of one run. `machine` names what it ran on, `seconds` how long each suite took."""

    quick: bool
    machine: Mapping[str, str]
    seconds: Mapping[str, float]
    rows: Sequence[Row]


def as_json(results: Results) -> str:
    """All of it, rows in order, a field each."""
    content: dict[str, Any] = {
        "quick": results.quick,
        "machine": dict(results.machine),
        "seconds": {name: round(value, 1) for name, value in results.seconds.items()},
        "rows": [asdict(row) for row in results.rows],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def as_markdown(results: Results) -> str:
    """A page with the machine, the plot and a table a suite."""
    command = "python -m benchmarks" + (" --quick" if results.quick else "")
    total = sum(results.seconds.values())
    parts = [
        f"# Benchmarks\n\nMade by `{command}` in {total:.0f} s.",
        _EXPLAINED.strip(),
        "![F1 of each label, and speed ratios](results.svg)",
        "| machine and versions | |\n| --- | --- |\n"
        + "\n".join(f"| {name} | {value} |" for name, value in results.machine.items()),
    ]
    suites = dict.fromkeys(row.suite for row in results.rows)
    return "\n\n".join([*parts, *(_section(suite, results.rows) for suite in suites)]) + "\n"


def _section(suite: str, rows: Sequence[Row]) -> str:
    return f"## {suite.replace('_', ' ').capitalize()}\n\n{table(of_suite(rows, suite))}"


def table(rows: Sequence[Row]) -> str:
    """The rows as one Markdown table."""
    head = "| name | value | unit | of what | command |\n| --- | ---: | --- | --- | --- |"
    return "\n".join([head, *(_line(row) for row in rows)])


def _line(row: Row) -> str:
    count = "" if row.count is None else f"{row.count:,} "
    cells = [row.name, _value(row), row.unit, count + row.of, f"`{row.command}`"]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _value(row: Row) -> str:
    if row.value is None:
        return "–"
    if row.interval is None:
        return number(row.value, row.unit)
    low, high = (number(end, row.unit) for end in row.interval)
    return f"{number(row.value, row.unit)} [{low}, {high}]"


def number(value: float, unit: str) -> str:
    """Three places for a share, three figures for a speed or a time, whole things whole."""
    if unit in _SHARES or unit.endswith("F1"):
        return f"{value:.3f}"
    if value == int(value):
        return f"{int(value):,}"
    rounded = float(f"{value:.3g}")
    return f"{rounded:,.0f}" if abs(rounded) >= 100 else f"{rounded:.3g}"
