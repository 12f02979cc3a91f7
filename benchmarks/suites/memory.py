"""Whether memory stays flat: one process that reads document after document."""

from collections.abc import Sequence
from statistics import median
from typing import Any

from benchmarks.plan import Plan
from benchmarks.rounds import call
from benchmarks.rows import Row

SUITE = "memory"
_CHILD = "benchmarks.children.memory"


def run(plan: Plan) -> list[Row]:
    """Growth and peak, reading alone and through all stages."""
    files = str(plan.samples / "files")
    wholes = {
        "reading": ("-", 200 if plan.quick else 2000),
        "all stages": (str(plan.samples / "members.csv"), 120 if plan.quick else 400),
    }
    rows = []
    for name, (register, count) in wholes.items():
        answer: dict[str, Any] = call(_CHILD, files, register, str(count))
        of, command = "documents in one process", plan.command(SUITE)
        grown = growth(answer["resident"])
        rows += [
            Row(SUITE, f"{name}, last tenth / second tenth", grown, "×", of, command, count),
            Row(SUITE, f"{name}, peak", answer["peak"], "MB", of, command, count),
        ]
    return rows


def growth(resident: Sequence[float]) -> float:
    """The median of the last tenth over that of the second tenth, when all is loaded."""
    tenth = max(1, len(resident) // 10)
    return median(resident[-tenth:]) / median(resident[tenth : 2 * tenth] or resident)
