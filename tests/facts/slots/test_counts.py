"""Counts of meetings and sums of money."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "slot", "value"),
    [
        pytest.param(
            "attendance.unexcused",
            "Đ/c Páo vắng họp 5 buổi, trong đó 3 buổi không xin phép.",
            "count",
            3,
            id="the share without leave",
        ),
        pytest.param(
            "attendance.unexcused", "Đ/c Páo vắng không phép lần thứ ba.", "count", 3, id="nth time"
        ),
        pytest.param(
            "attendance.unexcused", "Đ/c Páo không vắng buổi nào.", "count", 0, id="none missed"
        ),
        pytest.param(
            "attendance.unexcused",
            "Đ/c Páo vắng không phép ngày 5/6/2023.",
            "count",
            None,
            id="no count beside a day",
        ),
        pytest.param(
            "dues.unpaid",
            "Đ/c Páo còn thiếu 1,2 triệu đồng đảng phí năm 2022.",
            "amount",
            1200000,
            id="million with decimals",
        ),
        pytest.param(
            "dues.unpaid",
            "Đ/c Páo còn thiếu 150k đảng phí quý III.",
            "amount",
            150000,
            id="thousand",
        ),
        pytest.param(
            "dues.paid",
            "Đ/c Páo nộp đảng phí quý II, biên lai 120.000 đ.",
            "amount",
            120000,
            id="with a receipt",
        ),
    ],
)
def test_counts(extract: Extract, label: str, text: str, slot: str, value: object) -> None:
    assert [fact.slots.get(slot) for fact in extract(label, text)] == [value]
