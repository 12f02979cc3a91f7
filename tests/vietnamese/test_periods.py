"""Periods: a sentence with its periods; then what is a date, a count or another word."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.vietnamese.periods import find_periods
from vnparty_nlp.vietnamese.unicode import strip_marks


def told(text: str, year: int | None = None) -> list[tuple[str, str]]:
    """The periods of a text, each as written and normalised."""
    return [(period.span.of(text), period.value) for period in find_periods(text, year=year)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("quý II/2023", "2023-Q2", id="Roman"),
        pytest.param("quý 2/2023", "2023-Q2", id="figure"),
        pytest.param("quý II năm 2023", "2023-Q2", id="year in words"),
        pytest.param("quí 2 năm 2023", "2023-Q2", id="quí"),
        pytest.param("Quý IV-2023", "2023-Q4", id="a hyphen before the year"),
        pytest.param("quý I, năm 2023", "2023-Q1", id="a comma before the year"),
        pytest.param("quý một năm 2023", "2023-Q1", id="in words"),
        pytest.param("quý tư năm 2023", "2023-Q4", id="tư"),
        pytest.param("quý lll/2023", "2023-Q3", id="letters l for I"),
        pytest.param("Q2/2023", "2023-Q2", id="Q"),
        pytest.param("quý II/23", "2023-Q2", id="year of two digits"),
        pytest.param("QUÝ III/2023", "2023-Q3", id="capitals"),
        pytest.param("quy III/2023", "2023-Q3", id="no diacritics"),
        pytest.param("quý I, II/2023", "2023-Q1..2023-Q2", id="two in a row"),
        pytest.param("quý I và quý II/2023", "2023-Q1..2023-Q2", id="two in a row with và"),
        pytest.param("quý I - III/2023", "2023-Q1..2023-Q3", id="from and to"),
        pytest.param("6 tháng đầu năm 2023", "2023-H1", id="first half"),
        pytest.param("06 tháng cuối năm 2023", "2023-H2", id="second half"),
        pytest.param("sáu tháng đầu năm 2023", "2023-H1", id="half in words"),
        pytest.param("nửa đầu năm 2023", "2023-H1", id="nửa đầu năm"),
        pytest.param("9 tháng đầu năm 2023", "2023-01..2023-09", id="nine months"),
        pytest.param("3 tháng đầu năm 2023", "2023-01..2023-03", id="three months"),
        pytest.param("tháng 6/2023", "2023-06", id="month"),
        pytest.param("T6/2023", "2023-06", id="T"),
        pytest.param("tháng 4, 5, 6/2023", "2023-04..2023-06", id="months in a row"),
        pytest.param("tháng 4, tháng 5/2023", "2023-04..2023-05", id="the word said twice"),
        pytest.param("T10-T12/2023", "2023-10..2023-12", id="T said twice"),
        pytest.param("th4, th5/2023", "2023-04..2023-05", id="th said twice"),
        pytest.param("quý III+IV/2023", "2023-Q3..2023-Q4", id="plus"),
        pytest.param("tháng 4 - 6/2023", "2023-04..2023-06", id="months with a dash"),
        pytest.param("tháng 4 đến tháng 6 năm 2023", "2023-04..2023-06", id="đến"),
        pytest.param("từ tháng 1 đến tháng 3/2024", "2024-01..2024-03", id="từ … đến"),
        pytest.param("từ tháng 11 đến tháng 2/2024", "2023-11..2024-02", id="over the new year"),
        pytest.param("từ 01/3/2024 đến 01/3/2025", "2024-03-01..2025-03-01", id="days"),
        pytest.param(
            "từ ngày 01/01 đến hết ngày 30/6/2023", "2023-01-01..2023-06-30", id="đến hết"
        ),
        pytest.param("năm học 2022 - 2023", "2022..2023", id="school year"),
        pytest.param("nhiệm kỳ 2020-2025", "2020..2025", id="term"),
        pytest.param("giai đoạn 2021 đến 2025", "2021..2025", id="giai đoạn"),
        pytest.param("năm 2023", "2023", id="year"),
        pytest.param("cả năm 2023", "2023", id="the whole year"),
    ],
)
def test_periods_with_a_year(written: str, value: str) -> None:
    assert told(f"Đảng phí {written}.") == [(written, value)]


@pytest.mark.parametrize(
    ("text", "open_value", "filled"),
    [
        pytest.param("quý II", "XXXX-Q2", "2023-Q2", id="quarter"),
        pytest.param("quý I, II", "XXXX-Q1..XXXX-Q2", "2023-Q1..2023-Q2", id="quarters"),
        pytest.param("tháng 5", "XXXX-05", "2023-05", id="month"),
        pytest.param("T5", "XXXX-05", "2023-05", id="T"),
        pytest.param("th 5", "XXXX-05", "2023-05", id="th"),
        pytest.param("tháng 4, 5, 6", "XXXX-04..XXXX-06", "2023-04..2023-06", id="months"),
        pytest.param("6 tháng đầu năm", "XXXX-H1", "2023-H1", id="half"),
        pytest.param("9 tháng đầu năm", "XXXX-01..XXXX-09", "2023-01..2023-09", id="nine months"),
        pytest.param("tháng tư", "XXXX-04", "2023-04", id="month in words"),
    ],
)
def test_the_year_may_be_missing(text: str, open_value: str, filled: str) -> None:
    assert told(text) == [(text, open_value)]
    assert told(text, year=2023) == [(text, filled)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("3 tháng", "P3M", id="months"),
        pytest.param("03 (ba) tháng", "P3M", id="repeated in words"),
        pytest.param("ba tháng", "P3M", id="in words"),
        pytest.param("mười hai tháng", "P12M", id="twelve in words"),
        pytest.param("12 tháng", "P12M", id="the year of probation"),
        pytest.param("30 năm", "P30Y", id="years"),
        pytest.param("2 tuần", "P2W", id="weeks"),
        pytest.param("15 ngày", "P15D", id="days"),
        pytest.param("ba mươi ngày", "P30D", id="days in words"),
        pytest.param("3 thang", "P3M", id="no diacritics"),
        pytest.param(
            "1 năm rưỡi",
            "P18M",
            id="a half more",
            marks=pytest.mark.xfail(strict=True, reason="rưỡi behind a unit is not read"),
        ),
    ],
)
def test_lengths(text: str, value: str) -> None:
    assert told(text) == [(text, value)]
    assert told(text, year=2023) == [(text, value)]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        pytest.param(
            "tháng 2, 5/2023", [("2", "2023-02"), ("5", "2023-05")], id="months that do not follow"
        ),
        pytest.param(
            "quý I và quý III/2023", [("I", "2023-Q1"), ("III", "2023-Q3")], id="nor quarters"
        ),
        pytest.param(
            "quý I và tháng 5 năm 2023",
            [("quý I", "2023-Q1"), ("tháng 5 năm 2023", "2023-05")],
            id="the year of the second",
        ),
        pytest.param("quý I của năm 2022", [("quý I của năm 2022", "2022-Q1")], id="của năm"),
        pytest.param(
            "nợ 3 tháng (tháng 4, 5, 6/2023)",
            [("3 tháng", "P3M"), ("tháng 4, 5, 6/2023", "2023-04..2023-06")],
            id="a length and its months",
        ),
        pytest.param(
            "tháng 11, 12/2022 và tháng 1/2023",
            [("tháng 11, 12/2022", "2022-11..2022-12"), ("tháng 1/2023", "2023-01")],
            id="over the new year",
        ),
        pytest.param(
            "6 tháng đầu năm và 6 tháng cuối năm 2023",
            [("6 tháng đầu năm", "2023-H1"), ("6 tháng cuối năm 2023", "2023-H2")],
            id="both halves of one year",
        ),
        pytest.param("30 năm tuổi Đảng, 40 tuổi", [("30 năm", "P30Y")], id="years and an age"),
        pytest.param(
            "năm 2022, 2023",
            [("năm 2022", "2022"), ("2023", "2023")],
            id="years of one list",
            marks=pytest.mark.xfail(strict=True, reason="a bare year needs the word năm"),
        ),
        pytest.param(
            "năm 2022 và năm 2023", [("năm 2022", "2022"), ("năm 2023", "2023")], id="two years"
        ),
    ],
)
def test_several(text: str, periods: list[tuple[str, str]]) -> None:
    assert told(text) == periods


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("quy định, quy trình, quy chế", id="quy is another word"),
        pytest.param("quỳ, quỹ chi bộ, thủ quỹ 2", id="quỹ and quỳ"),
        pytest.param("quý vị đại biểu", id="quý is a courtesy"),
        pytest.param("quý V, quý 5", id="a year has four quarters"),
        pytest.param("tháng 13/2023", id="no such month"),
        pytest.param("tổ 3, tiểu khu 2", id="groups and quarters of a town"),
        pytest.param("25 đồng chí, 3 buổi, 2 lần", id="other counts"),
        pytest.param("5 năng lực, 3 ngành", id="words that begin like a unit"),
        pytest.param("5 nam, 3 nữ", id="nam are men in a text with marks"),
        pytest.param("ngay sau đó", id="ngay is at once"),
        pytest.param("nửa đầu trận", id="half of something else"),
        pytest.param("tháng trước, kỳ trước, năm ngoái", id="relative"),
        pytest.param("đóng vào tháng sau", id="next month is not June"),
        pytest.param("bà tháng trước, bà năm ngoái", id="bà is not ba"),
        pytest.param("ngày mười hai tháng năm", id="a day and no length"),
        pytest.param("19h30, 2/3 phiếu, 89,3%", id="time, share, percent"),
        pytest.param("Số 05-NQ/ĐU", id="a document's number"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_period(text: str) -> None:
    assert told(text) == []


@given(st.integers(1, 12), st.integers(1950, 2099))
def test_every_month_is_read_from_every_form(month: int, year: int) -> None:
    forms = (f"tháng {month}/{year}", f"tháng {month:02} năm {year}", f"T{month}/{year}")
    assert {told(form)[0][1] for form in forms} == {f"{year}-{month:02}"}
    assert all(len(told(form)) == 1 for form in forms)


@given(st.integers(1, 3), st.data())
def test_a_range_of_quarters_ends_where_its_list_ends(first: int, data: st.DataObject) -> None:
    last = data.draw(st.integers(first + 1, 4))
    roman = ["I", "II", "III", "IV"]
    listed = ", ".join(roman[first - 1 : last])
    assert told(f"quý {listed}/2023")[0][1] == f"2023-Q{first}..2023-Q{last}"


@given(st.integers(2, 60), st.sampled_from([("tháng", "M"), ("năm", "Y"), ("ngày", "D")]))
def test_lengths_say_their_count(count: int, unit: tuple[str, str]) -> None:
    assert told(f"{count} {unit[0]}") == [(f"{count} {unit[0]}", f"P{count}{unit[1]}")]


@given(st.text(alphabet="0123456789/.-,() quýtháng năm IVTừđến", max_size=50))
def test_periods_lie_in_order(text: str) -> None:
    found = find_periods(text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(0 <= period.span.start < period.span.end <= len(text) for period in found)


@given(st.sampled_from(["quý II/2023", "6 tháng đầu năm", "tháng 4, 5, 6/2023", "03 (ba) tháng"]))
def test_diacritics_and_capitals_do_not_matter(text: str) -> None:
    assert find_periods(strip_marks(text)) == find_periods(text)
    assert find_periods(text.upper()) == find_periods(text)
