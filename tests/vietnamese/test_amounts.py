"""Money in đồng: a sentence with its sums; what only looks like money stands below."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.vietnamese.amounts import find_amounts
from vnparty_nlp.vietnamese.unicode import strip_marks


def told(text: str) -> list[tuple[str, int]]:
    """The sums of a text, each as written and in đồng."""
    return [(amount.span.of(text), amount.value) for amount in find_amounts(text)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("150.000đ", 150_000, id="đ"),
        pytest.param("150.000 đ", 150_000, id="a space before đ"),
        pytest.param("150.000 đồng", 150_000, id="đồng"),
        pytest.param("150.000 VNĐ", 150_000, id="VNĐ"),
        pytest.param("150.000 VND", 150_000, id="VND"),
        pytest.param("150.000vnđ", 150_000, id="vnđ joined"),
        pytest.param("150 000 đồng", 150_000, id="grouped by spaces"),
        pytest.param("150000đ", 150_000, id="not grouped"),
        pytest.param("150.000,00 đồng", 150_000, id="decimals of a spreadsheet"),
        pytest.param("1.250.000đ", 1_250_000, id="two groups"),
        pytest.param("150,000đ", 150_000, id="grouped by commas"),
        pytest.param("1,250,000 VND", 1_250_000, id="two groups by commas"),
        pytest.param("12 tỷ 500 triệu đồng", 12_500_000_000, id="tỷ and triệu"),
        pytest.param("ba triệu rưỡi đồng", 3_500_000, id="a half more in words"),
        pytest.param("500 đồng", 500, id="a small sum"),
        pytest.param("150 nghìn", 150_000, id="nghìn"),
        pytest.param("150 ngàn", 150_000, id="ngàn of the south"),
        pytest.param("150 nghìn đồng", 150_000, id="nghìn đồng"),
        pytest.param("150k", 150_000, id="k"),
        pytest.param("150K", 150_000, id="K"),
        pytest.param("1,2 triệu", 1_200_000, id="decimal comma"),
        pytest.param("1.2 triệu", 1_200_000, id="decimal point"),
        pytest.param("1,25 triệu đồng", 1_250_000, id="two decimals"),
        pytest.param("1tr2", 1_200_000, id="digits behind tr"),
        pytest.param("1tr200", 1_200_000, id="three digits behind tr"),
        pytest.param("4tr812", 4_812_000, id="odd digits behind tr"),
        pytest.param("1tr200k", 1_200_000, id="tr and k"),
        pytest.param("1 triệu 2", 1_200_000, id="digits behind triệu"),
        pytest.param("1 triệu 200 nghìn", 1_200_000, id="triệu and nghìn"),
        pytest.param("3 triệu rưỡi", 3_500_000, id="a half more"),
        pytest.param("2,5tr", 2_500_000, id="decimal tr"),
        pytest.param("2 tỷ đồng", 2_000_000_000, id="tỷ"),
        pytest.param("1,5 tỉ", 1_500_000_000, id="tỉ"),
        pytest.param("ba trăm nghìn đồng", 300_000, id="in words"),
        pytest.param("một triệu hai trăm nghìn đồng", 1_200_000, id="more words"),
        pytest.param("150.000 dong", 150_000, id="no diacritics"),
        pytest.param("1 trieu ruoi", 1_500_000, id="no diacritics, a half more"),
    ],
)
def test_sums(written: str, value: int) -> None:
    assert told(f"nộp {written}, đủ") == [(written, value)]
    assert told(written) == [(written, value)]


@pytest.mark.parametrize(
    ("text", "per_month"),
    [
        pytest.param("5.000đ/th", True, id="/th"),
        pytest.param("5.000đ/tháng", True, id="/tháng"),
        pytest.param("5.000 đồng / tháng", True, id="spaces around the stroke"),
        pytest.param("15.000 đồng mỗi tháng", True, id="mỗi tháng"),
        pytest.param("15.000 đồng một tháng", True, id="một tháng"),
        pytest.param("15k/t", True, id="/t"),
        pytest.param("5.000đ tháng 6", False, id="for one month"),
        pytest.param("5.000đ/người", False, id="for each person"),
        pytest.param("5.000đ/thẻ", False, id="for each card"),
        pytest.param("5.000đ", False, id="nothing behind"),
    ],
)
def test_monthly_rates(text: str, per_month: bool) -> None:
    (amount,) = find_amounts(text)
    assert (amount.value % 5000, amount.per_month) == (0, per_month)


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        pytest.param(
            "Thu 1.250.000đ, chi 300k, còn 950 nghìn",
            [("1.250.000đ", 1_250_000), ("300k", 300_000), ("950 nghìn", 950_000)],
            id="three of three kinds",
        ),
        pytest.param(
            "180.000 đồng (một trăm tám mươi nghìn đồng)",
            [("180.000 đồng", 180_000), ("một trăm tám mươi nghìn đồng", 180_000)],
            id="figures and words",
        ),
        pytest.param("thu 20.000đ/đ/c", [("20.000đ", 20_000)], id="from each comrade"),
        pytest.param("thưởng 50.000đ/cháu", [("50.000đ", 50_000)], id="for each child"),
        pytest.param(
            "thu 500.000đ chi 300.000đ",
            [("500.000đ", 500_000), ("300.000đ", 300_000)],
            id="chi behind đ is what was spent",
        ),
        pytest.param(
            "thu 500.000 đồng chi 300.000 đồng",
            [("500.000 đồng", 500_000), ("300.000 đồng", 300_000)],
            id="chi behind đồng",
        ),
        pytest.param(
            "3 triệu 5 người góp",
            [("3 triệu", 3_000_000)],
            id="people counted behind a sum",
            marks=pytest.mark.xfail(strict=True, reason="a figure behind triệu is its decimals"),
        ),
        pytest.param(
            "25 đ/c nộp 375.000đ", [("375.000đ", 375_000)], id="comrades beside their money"
        ),
        pytest.param("đ/c Lan: 30.000đ.", [("30.000đ", 30_000)], id="a sentence's point"),
        pytest.param("(30.000đ)", [("30.000đ", 30_000)], id="in brackets"),
        pytest.param(
            "quý I: 45.000đ; quý II: 45.000đ",
            [("45.000đ", 45_000), ("45.000đ", 45_000)],
            id="twice the same",
        ),
    ],
)
def test_several(text: str, sums: list[tuple[str, int]]) -> None:
    assert told(text) == sums


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("25 đồng chí", id="comrades"),
        pytest.param("25 đ/c", id="comrades, short"),
        pytest.param("25/28 đ/c có mặt", id="a count of comrades"),
        pytest.param("230 đồng chí dự", id="many comrades"),
        pytest.param("230 dong chi du", id="many comrades, no diacritics"),
        pytest.param("150 đc", id="comrades in a note"),
        pytest.param("02 đồng", id="too little to be money"),
        pytest.param("150.000", id="a bare number"),
        pytest.param("3 tổ, 2 ngõ, 4 ngành", id="words that begin like a scale"),
        pytest.param("3 trường, 2 trạm, 4 trang", id="words that begin like tr"),
        pytest.param("2 kg, 3 km, 5 kỳ", id="words that begin like k"),
        pytest.param("12 động viên", id="đ of another word"),
        pytest.param("3 cụ già, 2 củ sắn", id="cụ and củ"),
        pytest.param("số 12/đường 5", id="an address"),
        pytest.param("ba đồng chí", id="comrades counted in words"),
        pytest.param("hai nghìn không trăm hai mươi ba", id="a year in words"),
        pytest.param("1.250 phiếu", id="votes"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_money(text: str) -> None:
    assert told(text) == []


@given(st.integers(1, 99_999), st.sampled_from(["đ", " đồng", " VNĐ"]), st.booleans())
def test_figures_are_worth_what_they_say(thousands: int, unit: str, grouped: bool) -> None:
    figure = f"{thousands * 1000:,}".replace(",", ".") if grouped else str(thousands * 1000)
    (amount,) = find_amounts(f"Đã nộp {figure}{unit}.")
    assert amount.value == thousands * 1000
    assert amount.span.of(f"Đã nộp {figure}{unit}.") == f"{figure}{unit}"


@given(st.integers(1, 999), st.integers(0, 9))
def test_decimals_of_a_million_are_read_alike_in_all_three_forms(whole: int, tenth: int) -> None:
    forms = (f"{whole},{tenth} triệu", f"{whole}tr{tenth}", f"{whole} triệu {tenth}")
    assert {find_amounts(form)[0].value for form in forms} == {whole * 10**6 + tenth * 10**5}


@given(st.text(alphabet="0123456789.,đ/ktriệunghìnồcíh ()", max_size=50))
def test_sums_lie_in_order_and_hold_a_number(text: str) -> None:
    found = find_amounts(text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(amount.value >= 100 for amount in found)
    assert all(text[amount.span.start].isalnum() for amount in found)


@given(
    st.sampled_from(["150.000 đồng", "1,2 triệu", "3 triệu rưỡi", "5.000đ/tháng", "25 đồng chí"])
)
def test_diacritics_do_not_matter(text: str) -> None:
    assert find_amounts(strip_marks(text)) == find_amounts(text)
    assert find_amounts(text.upper()) == find_amounts(text)
