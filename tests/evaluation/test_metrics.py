import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.evaluation.metrics import (
    Counts,
    bootstrap_interval,
    by_label,
    calibration_error,
    compare,
    macro_f1,
    micro,
    reliability,
)

SETS = st.frozensets(st.sampled_from("abcd"))


@pytest.mark.parametrize(
    ("gold", "answer", "expected"),
    [
        pytest.param("ab", "ab", Counts(2, 0, 0), id="all right"),
        pytest.param("ab", "bc", Counts(1, 1, 1), id="one of each"),
        pytest.param("", "a", Counts(0, 1, 0), id="nothing was there"),
        pytest.param("", "", Counts(0, 0, 0), id="nothing at all"),
    ],
)
def test_compare(gold: str, answer: str, expected: Counts) -> None:
    assert compare(gold, answer) == expected


def test_scores_of_counts() -> None:
    counts = Counts(right=6, wrong=2, missed=4)
    assert (counts.precision, counts.recall) == (0.75, 0.6)
    assert counts.f1 == pytest.approx(2 * 0.75 * 0.6 / 1.35)


@given(st.lists(st.tuples(SETS, SETS), max_size=10))
def test_labels_add_up_to_the_whole(pairs: list[tuple[frozenset[str], frozenset[str]]]) -> None:
    gold, answers = [g for g, _ in pairs], [a for _, a in pairs]
    counts = by_label(gold, answers, "abcd")
    assert micro(counts.values()) == micro(compare(g, a) for g, a in pairs)
    assert 0 <= macro_f1(counts.values()) <= 1


def test_labels_that_never_occur_do_not_count_in_the_macro_mean() -> None:
    assert macro_f1([Counts(1, 0, 0), Counts(0, 0, 0), Counts(0, 0, 1)]) == 0.5


@pytest.mark.parametrize(
    ("chances", "outcomes", "error"),
    [
        pytest.param([0.9] * 10, [True] * 9 + [False], 0.0, id="nine of ten at 0.9"),
        pytest.param([1.0, 1.0], [True, False], 0.5, id="too sure"),
    ],
)
def test_calibration_error(chances: list[float], outcomes: list[bool], error: float) -> None:
    assert calibration_error(reliability(chances, outcomes)) == pytest.approx(error)


def test_an_interval_holds_the_mean_and_shrinks_with_more_data() -> None:
    def interval(values: np.ndarray) -> tuple[float, float]:  # type: ignore[type-arg]
        return bootstrap_interval(len(values), lambda i: float(values[i].mean()), rounds=200)

    few, many = np.tile([0.0, 1.0], 10), np.tile([0.0, 1.0], 1000)
    low, high = interval(few)
    assert low < 0.5 < high
    assert interval(many)[1] - interval(many)[0] < (high - low) / 3
