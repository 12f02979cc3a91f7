import pytest

from tests.evaluation.annotated import passage
from vnparty_nlp.errors import UsageError
from vnparty_nlp.evaluation.agreement import (
    Disagreement,
    Unit,
    agree,
    agreement_table,
    krippendorff_alpha,
)

PAID = ("dues.paid", "asserted", "đã nộp")
TEXTS = ["Lụa đã nộp.", "Mạc đã nộp.", "Thìn đã nộp.", "Trời mưa."]


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        pytest.param({(1, 1): 3, (0, 0): 5}, 1.0, id="perfect"),
        # 10 units: 6 agree on 0, 1 on 1, 3 differ. n0 = 15, n1 = 5, n = 20: Do = 6/20,
        # De = 2·15·5/(20·19), alpha = 1 - 0.3/0.39474.
        pytest.param({(0, 0): 6, (1, 1): 1, (0, 1): 2, (1, 0): 1}, 0.24, id="by hand"),
        # One annotator always says the opposite: n0 = n1 = 4, Do = 1, De = 32/56.
        pytest.param({(0, 1): 2, (1, 0): 2}, -0.75, id="worse than chance"),
        # A third annotator, and one value alone that tells nothing: unit 1 gives 2 pairs of equal
        # and 4 of unequal values, each halved; n0 = 1, n1 = 4, n = 5: Do = 2/5, De = 8/20.
        pytest.param({(1, 1, 0): 1, (1, 1): 1, (0,): 9}, 0.0, id="three annotators"),
        pytest.param({(0, 0): 4}, None, id="no variation"),
    ],
)  # fmt: skip
def test_alpha(units: dict[Unit, int], expected: float | None) -> None:
    found = krippendorff_alpha(units)
    assert found == (expected if expected is None else pytest.approx(expected, abs=1e-3))


def test_agreement_of_two_annotators() -> None:
    first = [passage(text, *([PAID] if "nộp" in text else []), name=text) for text in TEXTS]
    second = [passage(TEXTS[0], PAID, name=TEXTS[0]),
              passage(TEXTS[1], ("dues.paid", "alleged", "đã nộp"), name=TEXTS[1]),
              passage(TEXTS[2], name=TEXTS[2]), passage(TEXTS[3], name=TEXTS[3])]  # fmt: skip
    found = agree(first, second)
    assert found.passages == 4
    assert found.labels.f1 == pytest.approx(2 * 2 / (2 * 2 + 1))
    assert found.labels_with_status.f1 == pytest.approx(2 * 1 / (2 * 1 + 3))
    assert found.by_label["dues.paid"].given == 3
    assert found.by_label["dues.unpaid"].alpha is None
    low, high = found.by_label["dues.paid"].interval or (0.0, 0.0)
    assert low <= (found.by_label["dues.paid"].alpha or 0.0) <= high
    assert found.disagreements == (
        Disagreement(TEXTS[1], (("dues.paid", "asserted"),), (("dues.paid", "alleged"),)),
        Disagreement(TEXTS[2], (("dues.paid", "asserted"),), ()),
    )
    table = agreement_table(found)
    assert "| `dues.paid` | 3 |" in table
    assert "`dues.unpaid`" not in table
    assert f"| {TEXTS[2]} | dues.paid asserted |  |" in table


def test_only_the_same_passages_can_be_compared() -> None:
    with pytest.raises(UsageError, match="share no id"):
        agree([passage("Trời mưa.", name="a")], [passage("Trời mưa.", name="b")])
    with pytest.raises(UsageError, match="the texts differ"):
        agree([passage("Trời mưa.")], [passage("Trời nắng.")])
