import pytest

from vnparty_nlp.report.readable import (
    grouped,
    percentage,
    readable_date,
    readable_period,
    readable_slots,
    readable_value,
    short_date,
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("2023-05-12", "ngày 12/5/2023", id="day"),
        pytest.param("2023-05", "tháng 5/2023", id="month"),
        pytest.param("2023", "năm 2023", id="year"),
        pytest.param("XXXX-05-12", "ngày 12/5 (không rõ năm)", id="day of an unknown year"),
        pytest.param("XXXX-11", "tháng 11 (không rõ năm)", id="month of an unknown year"),
    ],
)
def test_dates(value: str, expected: str) -> None:
    assert readable_date(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("2023-Q2", "quý II năm 2023", id="quarter"),
        pytest.param("XXXX-Q4", "quý IV (không rõ năm)", id="quarter of an unknown year"),
        pytest.param("2023-H1", "6 tháng đầu năm 2023", id="first half"),
        pytest.param("XXXX-H2", "6 tháng cuối năm (không rõ năm)", id="half of an unknown year"),
        pytest.param("2023", "năm 2023", id="year"),
        pytest.param("2023-04", "tháng 4/2023", id="month"),
        pytest.param("2023-04..2023-06", "từ tháng 4/2023 đến tháng 6/2023", id="months"),
        pytest.param("2022-Q4..2023-Q1", "từ quý IV năm 2022 đến quý I năm 2023", id="quarters"),
        pytest.param("2023-05-02..2023-05-09", "từ ngày 2/5/2023 đến ngày 9/5/2023", id="days"),
        pytest.param("P3M", "3 tháng", id="length in months"),
        pytest.param("P1Y", "1 năm", id="length in years"),
        pytest.param("P2W", "2 tuần", id="length in weeks"),
        pytest.param("P10D", "10 ngày", id="length in days"),
    ],
)
def test_periods(value: str, expected: str) -> None:
    assert readable_period(value) == expected


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        pytest.param("amount", 180_000, "180.000 đồng", id="money"),
        pytest.param("days_ahead", 3, "3 ngày", id="number with a unit"),
        pytest.param("count", 3, "3", id="count"),
        pytest.param("year", 2023, "2023", id="a year has no point"),
        pytest.param("this_meeting", True, "buổi họp này", id="this meeting"),
        pytest.param("dates", ["2023-04-12", "2023-05"], "ngày 12/4/2023; tháng 5/2023", id="list"),
        pytest.param("deadline", "2023-07-20", "ngày 20/7/2023", id="date"),
        pytest.param("period", "2023-Q1", "quý I năm 2023", id="period"),
        pytest.param("decision_no", "45-QĐ/ĐU", "45-QĐ/ĐU", id="text as written"),
        pytest.param("level", "hoàn thành nhiệm vụ", "hoàn thành nhiệm vụ", id="closed value"),
    ],
)
def test_slot_values(key: str, value: int | str | list[str], expected: str) -> None:
    assert readable_value(key, value) == expected


def test_slots_have_names_and_stand_in_the_catalogues_order() -> None:
    slots = {"amount": 50_000, "period": "2023-04"}
    assert readable_slots(slots) == [("Thời gian", "tháng 4/2023"), ("Số tiền", "50.000 đồng")]


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "0"), (999, "999"), (1000, "1.000"), (1_250_000, "1.250.000")],
)
def test_thousands_are_grouped_with_points(number: int, expected: str) -> None:
    assert grouped(number) == expected


@pytest.mark.parametrize(
    ("probability", "expected"),
    [
        pytest.param(0.94, "94%", id="whole per cent"),
        pytest.param(1.0, "trên 99%", id="never certain"),
        pytest.param(0.99, "99%", id="just below"),
        pytest.param(0.0, "dưới 1%", id="never impossible"),
    ],
)
def test_probabilities_promise_no_certainty(probability: float, expected: str) -> None:
    assert percentage(probability) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("2023-06-05", "5/6/2023"), ("2023-06", "6/2023"), (None, "")],
)
def test_short_dates(value: str | None, expected: str) -> None:
    assert short_date(value) == expected
