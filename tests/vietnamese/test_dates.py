"""Dates, day first: a sentence with its dates; then what only looks like one."""

import calendar
import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.vietnamese.dates import find_dates
from vnparty_nlp.vietnamese.unicode import strip_marks


def told(text: str, year: int | None = None) -> list[tuple[str, str]]:
    """The dates of a text, each as written and normalised."""
    return [(date.span.of(text), date.value) for date in find_dates(text, year=year)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("05/6/2023", "2023-06-05", id="strokes"),
        pytest.param("5.6.2023", "2023-06-05", id="points"),
        pytest.param("05-6-2023", "2023-06-05", id="hyphens"),
        pytest.param("05 / 06 / 2023", "2023-06-05", id="spaces around the strokes"),
        pytest.param("5/6/23", "2023-06-05", id="year of two digits"),
        pytest.param("5/6/76", "1976-06-05", id="year of two digits, last century"),
        pytest.param("2023-06-05", "2023-06-05", id="of a computer"),
        pytest.param("5 tháng 6 năm 2023", "2023-06-05", id="in words"),
        pytest.param("05 tháng 06 năm 2023", "2023-06-05", id="in words, padded"),
        pytest.param("5 tháng 6, năm 2023", "2023-06-05", id="a comma before the year"),
        pytest.param("5 tháng sáu năm 2023", "2023-06-05", id="the month in words"),
        pytest.param("5 tháng tư năm 2023", "2023-04-05", id="tháng tư"),
        pytest.param("5 tháng mười một năm 2023", "2023-11-05", id="the eleventh month in words"),
        pytest.param("5 THÁNG 6 NĂM 2023", "2023-06-05", id="capitals"),
        pytest.param("5 thang 6 nam 2023", "2023-06-05", id="no diacritics"),
        pytest.param("5 tháng 6\nnăm 2023", "2023-06-05", id="a broken line"),
        pytest.param("5 tháng 6/2023", "2023-06-05", id="words and stroke mixed"),
        pytest.param("29/02/2024", "2024-02-29", id="leap day"),
        pytest.param("31/12/2025", "2025-12-31", id="the last day"),
        pytest.param("O5/O6/2O23", "2023-06-05", id="letter o for 0"),
        pytest.param("l5/6/2023", "2023-06-15", id="letter l for 1"),
        pytest.param("I0/6/2023", "2023-06-10", id="letter I for 1"),
        pytest.param("|5/6/2023", "2023-06-15", id="a stroke for 1"),
        pytest.param("3/2/1930", "1930-02-03", id="long ago"),
    ],
)
def test_whole_dates(written: str, value: str) -> None:
    assert told(f"Họp ngày {written} tại nhà văn hóa") == [(written, value)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("ngày 05/6", ("05/6", "XXXX-06-05"), id="day and month"),
        pytest.param("mồng 5/6", ("5/6", "XXXX-06-05"), id="mồng"),
        pytest.param("mùng 5 tháng 6", ("5 tháng 6", "XXXX-06-05"), id="mùng"),
        pytest.param("ngày mồng 5 tháng sáu", ("5 tháng sáu", "XXXX-06-05"), id="month in words"),
        pytest.param("tháng 6/2023", ("tháng 6/2023", "2023-06"), id="month and year"),
        pytest.param(
            "tháng 6 năm 2023", ("tháng 6 năm 2023", "2023-06"), id="month, year in words"
        ),
        pytest.param("T6/2023", ("T6/2023", "2023-06"), id="T"),
        pytest.param("T.6/2023", ("T.6/2023", "2023-06"), id="T with a point"),
        pytest.param("hết 6/2023", ("6/2023", "2023-06"), id="no word for month"),
        pytest.param("tháng sáu", ("tháng sáu", "XXXX-06"), id="month in words"),
        pytest.param("tháng giêng", ("tháng giêng", "XXXX-01"), id="giêng"),
        pytest.param("tháng chạp", ("tháng chạp", "XXXX-12"), id="chạp"),
        pytest.param("tháng 6", ("tháng 6", "XXXX-06"), id="month alone"),
        pytest.param("trước 20/7", ("20/7", "XXXX-07-20"), id="a day no share can be"),
        pytest.param(
            "họp 20/7", ("20/7", "XXXX-07-20"), id="no word of time, more days than months"
        ),
        pytest.param("từ 5/6", ("5/6", "XXXX-06-05"), id="từ makes 5/6 a date"),
        pytest.param(
            "ngày hai mươi tháng sáu", ("ngày hai mươi tháng sáu", "XXXX-06-20"), id="all in words"
        ),
        pytest.param("ngày 29/2", ("29/2", "XXXX-02-29"), id="a leap day of an unknown year"),
    ],
)
def test_dates_keep_what_is_missing(text: str, date: tuple[str, str]) -> None:
    assert told(text) == [date]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        pytest.param("ngày 05/6", ["2023-06-05"], id="day and month"),
        pytest.param("tháng 6", ["2023-06"], id="month"),
        pytest.param("ngày 05/6/2021", ["2021-06-05"], id="the date's own year wins"),
        pytest.param(
            "ngày 5/6 và ngày 7/6/2022", ["2022-06-05", "2022-06-07"], id="the list's wins"
        ),
        pytest.param("chưa họp", [], id="none"),
    ],
)
def test_the_year_given_stands_in(text: str, dates: list[str]) -> None:
    assert [value for _, value in told(text, year=2023)] == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        pytest.param(
            "ngày 5, 12 và 19/4/2023",
            [("5", "2023-04-05"), ("12", "2023-04-12"), ("19/4/2023", "2023-04-19")],
            id="days of one month",
        ),
        pytest.param(
            "các ngày 12/4, 10/5 và 14/6/2023",
            [("12/4", "2023-04-12"), ("10/5", "2023-05-10"), ("14/6/2023", "2023-06-14")],
            id="days of three months",
        ),
        pytest.param(
            "tháng 4, 5 và 6/2023",
            [("4", "2023-04"), ("5", "2023-05"), ("6", "2023-06")],
            id="months of one year",
        ),
        pytest.param(
            "từ ngày 01/3/2023 đến ngày 30/6/2023",
            [("01/3/2023", "2023-03-01"), ("30/6/2023", "2023-06-30")],
            id="from and to",
        ),
        pytest.param(
            "từ 01/01 đến 30/6/2023",
            [("01/01", "2023-01-01"), ("30/6/2023", "2023-06-30")],
            id="from and to, one year for both",
        ),
        pytest.param(
            "ngày 5-9/6/2023",
            [("5", "2023-06-05"), ("9/6/2023", "2023-06-09")],
            id="days with a dash",
        ),
        pytest.param(
            "từ ngày 20/12 đến ngày 05/01/2024",
            [("20/12", "2023-12-20"), ("05/01/2024", "2024-01-05")],
            id="over the new year",
        ),
        pytest.param(
            "5/6/2023 (tức 18/4 âm lịch)", [("5/6/2023", "2023-06-05")], id="lunar behind"
        ),
        pytest.param(
            "lễ 30/4, 1/5 và 19/5",
            [("30/4", "XXXX-04-30"), ("1/5", "XXXX-05-01"), ("19/5", "XXXX-05-19")],
            id="1/5 in a list of dates is no fifth",
        ),
        pytest.param(
            "ngày 05 tháng 6 năm hai nghìn không trăm hai mươi ba",
            [("05 tháng 6 năm hai nghìn không trăm hai mươi ba", "2023-06-05")],
            id="the year in words",
            marks=pytest.mark.xfail(strict=True, reason="years in words are not read"),
        ),
        pytest.param(
            "từ 01/01 đến hết ngày 30/6/2023",
            [("01/01", "2023-01-01"), ("30/6/2023", "2023-06-30")],
            id="đến hết, one year for both",
        ),
        pytest.param(
            "ngày 5/6/2023. Ngày 7/8 họp lại",
            [("5/6/2023", "2023-06-05"), ("7/8", "XXXX-08-07")],
            id="the next sentence takes no year",
        ),
        pytest.param(
            "QĐ số 12-QĐ/ĐU ngày 03/4/2019, hiệu lực 05/4/2019",
            [("03/4/2019", "2019-04-03"), ("05/4/2019", "2019-04-05")],
            id="beside a document's number",
        ),
    ],
)
def test_lists(text: str, dates: list[tuple[str, str]]) -> None:
    assert told(text) == dates


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ngày 31/02/2023", id="no such day"),
        pytest.param("ngày 29/02/2023", id="no leap year"),
        pytest.param("ngày 31/4/2024", id="a month of thirty days"),
        pytest.param("ngày 05/13/2023", id="month first"),
        pytest.param("ngày 00/6/2023", id="day zero"),
        pytest.param("ngày … tháng … năm …", id="blank to fill in"),
        pytest.param("ngày ... tháng ... năm 2023", id="blank with a year"),
        pytest.param("có mặt 25/28 đồng chí", id="count of people"),
        pytest.param("5/6 phiếu tán thành", id="share of votes"),
        pytest.param("2/3 đảng viên chính thức", id="two thirds"),
        pytest.param("nhà số 12/5 đường Trần Phú", id="house number"),
        pytest.param("thửa 20/7, ngõ 15/2", id="plot and lane"),
        pytest.param("rằm tháng 7", id="full moon"),
        pytest.param("ngày 10/3 âm lịch", id="lunar"),
        pytest.param("ngày 15/7 (ÂL)", id="lunar, short"),
        pytest.param("6 tháng đầu năm", id="six months"),
        pytest.param("12 tháng dự bị", id="twelve months"),
        pytest.param("Số 05-NQ/ĐU", id="a document's number"),
        pytest.param("số 1.2.2023.5", id="an identifier"),
        pytest.param("1.234.567 đồng", id="money"),
        pytest.param("cùng ngày, hôm nay, tháng trước", id="relative"),
        pytest.param("đóng vào tháng sau", id="next month is not June"),
        pytest.param("dong vao thang sau", id="next month without marks"),
        pytest.param("tháng bà Nga nộp", id="bà is not ba"),
        pytest.param("tháng tạm giam", id="tạm is not tám"),
        pytest.param("mỗi tháng từ 2 đến 3 buổi", id="từ is not tư"),
        pytest.param("19h30", id="time"),
        pytest.param("đạt 20/7%", id="percent"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_date(text: str) -> None:
    assert told(text) == []


DAYS = st.dates(datetime.date(1930, 1, 1), datetime.date(2099, 12, 31))
FORMS = st.sampled_from(
    [
        "{d}/{m}/{y}",
        "{d:02}/{m:02}/{y}",
        "{d}.{m}.{y}",
        "{d}-{m}-{y}",
        "{y}-{m:02}-{d:02}",
        "{d} tháng {m} năm {y}",
        "{d:02} tháng {m:02} năm {y}",
    ]
)


@given(DAYS, FORMS, st.sampled_from([str, str.upper, strip_marks]))
def test_every_day_is_read_from_every_form(day: datetime.date, form: str, spell: type[str]) -> None:
    written = spell(form.format(d=day.day, m=day.month, y=day.year))
    text = f"Họp ngày {written}."
    assert told(text) == [(written, day.isoformat())]


@given(DAYS, st.integers(1950, 2049))
def test_two_digits_of_a_year_mean_the_nearest_century(day: datetime.date, year: int) -> None:
    last = calendar.monthrange(year, day.month)[1]
    written = f"{min(day.day, last)}/{day.month}/{year % 100:02}"
    assert [value[:4] for _, value in told(f"ngày {written}")] == [str(year)]


@given(st.text(alphabet="0123456789/.-, ngàytháng năm TOlI|", max_size=50))
def test_dates_lie_in_order_and_exist(text: str) -> None:
    found = find_dates(text, year=2024)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    for date in found:
        assert 0 <= date.span.start < date.span.end <= len(text)
        whole = date.value if date.value.count("-") == 2 else f"{date.value}-01"
        datetime.date.fromisoformat(whole)


@given(DAYS)
def test_a_year_given_changes_no_date_that_says_its_own(day: datetime.date) -> None:
    text = f"ngày {day.day}/{day.month}/{day.year}"
    assert find_dates(text, year=1999) == find_dates(text)
