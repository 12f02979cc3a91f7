"""Workers are real child processes here: what is tested is how they end."""

import os
from functools import partial
from pathlib import Path

import pytest

from vnparty_nlp.batch.workers import Workers
from vnparty_nlp.errors import ModelError, Wording
from vnparty_nlp.pipeline import Result


class Echo:
    """Reads nothing; a file named "kill" ends the process that meets it."""

    def process(self, path: Path, source: str) -> Result:
        if path.name == "kill":
            os._exit(9)
        return Result(source, None)


def run(names: list[str], count: int = 2) -> list[Result]:
    with Workers(count, partial(Echo)) as workers:
        return list(workers.results([Path(name) for name in names]))


def test_results_come_in_the_order_of_the_files() -> None:
    names = [f"f{number}" for number in range(20)]
    assert [result.source for result in run(names)] == names


def test_a_file_that_kills_its_worker_fails_alone() -> None:
    results = run(["a", "kill", "b", "c"])
    assert [result.source for result in results] == ["a", "kill", "b", "c"]
    assert [result.error is not None for result in results] == [False, True, False, False]
    assert "killed the process" in str(results[1].error)


class Stubborn:
    """Cannot be built."""

    def __init__(self) -> None:
        raise ModelError(Wording("hỏng", "damaged"))

    def process(self, path: Path, source: str) -> Result:
        raise NotImplementedError


def test_what_keeps_a_worker_from_starting_is_raised_and_blamed_on_no_file() -> None:
    with pytest.raises(ModelError), Workers(1, Stubborn) as workers:
        list(workers.results([Path("a")]))
