"""Interleaved repeats: what disturbs the machine disturbs every rival alike."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import Any, TypeVar

from benchmarks import ROOT

Outcome = TypeVar("Outcome")


def interleave(
    rivals: Mapping[str, Callable[[], Outcome]], repeats: int
) -> dict[str, list[Outcome]]:
    """What each rival returned in `repeats` rounds; every second round runs them backwards."""
    outcomes: dict[str, list[Outcome]] = {name: [] for name in rivals}
    for number in range(repeats):
        for name in list(rivals)[:: -1 if number % 2 else 1]:
            outcomes[name].append(rivals[name]())
    return outcomes


def spread(values: Sequence[float]) -> tuple[float, tuple[float, float]]:
    """The median, and the least and the most."""
    return median(values), (min(values), max(values))


def rate(count: int, seconds: Sequence[float]) -> tuple[float, tuple[float, float]]:
    """Things a second: the median over the rounds, and the least and the most."""
    return spread([count / each for each in seconds])


def faster(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, tuple[float, float]]:
    """How many times faster we are: the ratio of the median seconds, and the least and the most
    ratio within one round.
    """
    within = [other / own for own, other in zip(ours, theirs, strict=True)]
    return median(theirs) / median(ours), (min(within), max(within))


def call(module: str, *arguments: str, given: str = "") -> Any:
    """The JSON that a fresh process prints which runs `module`; CalledProcessError if it fails."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        input=given,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        check=True,
    )
    return json.loads(done.stdout)
