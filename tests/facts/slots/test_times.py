"""Days: of an act, a paper, a notice."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "slot", "value"),
    [
        pytest.param(
            "attendance.unexcused",
            "Đ/c Páo vắng không phép ngày 5/6/2023.",
            "dates",
            ["2023-06-05"],
            id="one day",
        ),
        pytest.param(
            "attendance.unexcused",
            "Đ/c Páo vắng không phép các ngày 5, 12 và 19/4/2023.",
            "dates",
            ["2023-04-05", "2023-04-12", "2023-04-19"],
            id="days of a list",
        ),
        pytest.param(
            "sanction.decided",
            "Quyết định số 17 - QĐ/UBKTHU ngày 4/10/2022 cảnh cáo đ/c Páo.",
            "date",
            "2022-10-04",
            id="day of the decision",
        ),
        pytest.param(
            "support.concluded",
            "Ngày 30/6/2023 kết thúc giúp đỡ đ/c Páo, kết quả tốt.",
            "date",
            "2023-06-30",
            id="day of the end",
        ),
        pytest.param(
            "meeting.notice", "Giấy mời gửi trước 05 ngày.", "days_ahead", 5, id="days ahead"
        ),
        pytest.param(
            "meeting.notice",
            "Chi bộ thông báo lịch họp trước một tuần.",
            "days_ahead",
            7,
            id="a week ahead",
        ),
    ],
)
def test_times(extract: Extract, label: str, text: str, slot: str, value: object) -> None:
    assert [fact.slots.get(slot) for fact in extract(label, text)] == [value]
