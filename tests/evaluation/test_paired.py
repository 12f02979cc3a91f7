import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.evaluation.metrics import by_label
from vnparty_nlp.evaluation.metrics import macro_f1 as macro_of
from vnparty_nlp.evaluation.metrics import micro as micro_of
from vnparty_nlp.evaluation.paired import compare_taggers, count_table, macro_f1, micro_f1

LABELS = tuple(load_catalogue().labels)
SETS = st.lists(st.frozensets(st.sampled_from(LABELS[:4])), min_size=1, max_size=8)
GOLD = [frozenset(LABELS[:1])] * 40 + [frozenset[str]()] * 40
HALF = [frozenset[str]() if n % 2 else g for n, g in enumerate(GOLD)]
NEARLY = [frozenset[str](), *GOLD[1:]]


@given(SETS, SETS)
def test_the_table_scores_as_the_counts_do(
    gold: list[frozenset[str]], answers: list[frozenset[str]]
) -> None:
    gold, answers = gold[: len(answers)], answers[: len(gold)]
    table, counts = count_table(gold, answers), by_label(gold, answers, LABELS)
    assert micro_f1(table) == pytest.approx(micro_of(counts.values()).f1)
    assert macro_f1(table) == pytest.approx(macro_of(counts.values()))


def test_a_clear_difference_is_no_luck_and_a_small_one_may_be() -> None:
    clear = compare_taggers(GOLD, GOLD, HALF)["micro_f1"]
    assert clear.value == pytest.approx(1 - 2 / 3)
    assert clear.interval[0] > 0
    assert clear.p_value < 0.01
    small = compare_taggers(GOLD, GOLD, NEARLY)["micro_f1"]
    assert small.interval[0] <= 0 < small.value
    assert small.p_value > 0.05


def test_the_same_answers_do_not_differ_and_the_order_turns_the_sign() -> None:
    same = compare_taggers(GOLD, HALF, HALF)["macro_f1"]
    assert (same.value, same.interval, same.p_value) == (0.0, (0.0, 0.0), 1.0)
    one, other = (compare_taggers(GOLD, *pair)["micro_f1"] for pair in ((GOLD, HALF), (HALF, GOLD)))
    assert one.value == -other.value
