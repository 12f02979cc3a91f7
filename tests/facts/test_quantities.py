import pytest

from vnparty_nlp.facts.quantities import bare_sums, quantities_of
from vnparty_nlp.facts.syllables import SyllableReader
from vnparty_nlp.vietnamese.amounts import find_amounts
from vnparty_nlp.vietnamese.dates import find_dates

READER = SyllableReader([])


def test_quantities_stand_at_syllables() -> None:
    text = "Ngày 12/5/2023 nộp 36.000 đồng"
    syllables = READER.read(text)
    (date,) = quantities_of(syllables, find_dates(text))
    (amount,) = quantities_of(syllables, find_amounts(text))
    assert (date.start, date.end, date.value) == (1, 2, "2023-05-12")
    assert (amount.start, amount.end, amount.value) == (3, 5, 36_000)


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        pytest.param("Tạ Văn Lượm | 81.000 | đã nộp", [81_000], id="cell of a table"),
        pytest.param("so tien 145000", [145_000], id="without points"),
        pytest.param("đã nộp 36.000 đồng", [], id="already a sum"),
        pytest.param("năm 2000, 25/28, 1.250", [], id="years, shares, other figures"),
    ],
)
def test_bare_sums(text: str, sums: list[int]) -> None:
    syllables = READER.read(text)
    taken = quantities_of(syllables, find_amounts(text))
    found = list(bare_sums(syllables, taken))
    assert [quantity.value for quantity in found] == sums
