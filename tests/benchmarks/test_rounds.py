import subprocess
from functools import partial

import pytest

from benchmarks.rounds import call, faster, interleave, rate, spread


def test_every_second_round_runs_backwards() -> None:
    order: list[str] = []
    outcomes = interleave({name: partial(order.append, name) for name in "abc"}, 3)
    assert "".join(order) == "abccbaabc"
    assert outcomes == {"a": [None] * 3, "b": [None] * 3, "c": [None] * 3}


def test_spread_is_the_median_with_least_and_most() -> None:
    assert spread([3.0, 1.0, 2.5]) == (2.5, (1.0, 3.0))


def test_rate_counts_things_a_second() -> None:
    assert rate(100, [2.0, 4.0, 5.0]) == (25.0, (20.0, 50.0))


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        pytest.param([1.0, 1.0, 2.0], [4.0, 3.0, 8.0], (4.0, (3.0, 4.0)), id="we are faster"),
        pytest.param([2.0], [1.0], (0.5, (0.5, 0.5)), id="they are faster"),
    ],
)
def test_ratio_of_medians(
    ours: list[float], theirs: list[float], expected: tuple[float, tuple[float, float]]
) -> None:
    assert faster(ours, theirs) == expected


def test_a_child_that_fails_is_an_error(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        call("json.tool", given="{")
    assert "Expecting" in capfd.readouterr().err


def test_a_child_answers_in_json() -> None:
    assert call("json.tool", given='{"giây": 1.5}') == {"giây": 1.5}
