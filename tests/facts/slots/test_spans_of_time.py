"""The periods that a fact is about."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "slot", "value"),
    [
        pytest.param(
            "attendance.unexcused",
            "6 tháng đầu năm 2023 đ/c Páo bỏ họp 02 (hai) kỳ.",
            "period",
            "2023-H1",
            id="half year",
        ),
        pytest.param(
            "dues.unpaid",
            "Đ/c Páo nợ đảng phí từ tháng 4 đến tháng 6/2023.",
            "period",
            "2023-04..2023-06",
            id="range of months",
        ),
        pytest.param(
            "dues.unpaid",
            "Đ/c Páo 3 tháng chưa nộp đảng phí, hứa tháng sau nộp.",
            "period",
            "P3M",
            id="a length and not next month",
        ),
        pytest.param(
            "dues.unpaid",
            "Đ/c Páo nợ đảng phí tháng 8 và tháng 9.",
            "period",
            "XXXX-08..XXXX-09",
            id="two months",
        ),
        pytest.param(
            "dues.unpaid", "Đ/c Páo còn thiếu đảng phí cả năm 2022.", "period", "2022", id="a year"
        ),
        pytest.param(
            "support.assigned",
            "Chi bộ giao chi đoàn giúp đỡ đ/c Mai từ tháng 3 đến tháng 8/2023.",
            "period",
            "2023-03..2023-08",
            id="months of help",
        ),
    ],
)
def test_spans_of_time(extract: Extract, label: str, text: str, slot: str, value: object) -> None:
    assert [fact.slots.get(slot) for fact in extract(label, text)] == [value]
