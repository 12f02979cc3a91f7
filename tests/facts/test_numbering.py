import pytest

from vnparty_nlp.facts.numbering import find_decision_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("Quyết định số 45-QĐ/ĐU ngày 12/5", ["45-QĐ/ĐU"], id="party"),
        pytest.param("Kết luận 05/KL-TTr", ["05/KL-TTr"], id="state"),
        pytest.param("QĐ 09 - QĐ / ĐU", ["09-QĐ/ĐU"], id="blanks inside"),
        pytest.param("QÐ số 3l-QÐ/ĐUK", ["31-QĐ/ĐUK"], id="OCR: l for 1, eth for đ"),
        pytest.param("12/2015-QĐ/ĐU", ["12/2015-QĐ/ĐU"], id="year behind the figure"),
        pytest.param("QĐ số 70, khiển trách", ["70"], id="figure alone"),
        pytest.param("ngày 12/5/2023, 25/28 đ/c", [], id="dates and shares"),
        pytest.param("số phiếu 17/19", [], id="votes"),
    ],
)
def test_find_decision_numbers(text: str, numbers: list[str]) -> None:
    assert [number.value for number in find_decision_numbers(text)] == numbers


def test_the_kind_is_told() -> None:
    kinds = [n.kind for n in find_decision_numbers("KL 11-KL/UBKT, 22-QĐ/ĐU, thông báo số 5")]
    assert kinds == ["KL", "QĐ", ""]
