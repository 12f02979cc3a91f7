"""What sentences about tasks are taken as: stated, denied, reported, planned, put right."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "status"),
    [
        pytest.param(
            "duty.unfulfilled",
            "Không có nhiệm vụ nào đ/c Páo để chậm.",
            "negated",
            id="no task late",
        ),
        pytest.param(
            "duty.unfulfilled",
            "Đến nay đ/c Páo không còn việc nào tồn đọng.",
            "negated",
            id="nothing left over",
        ),
        pytest.param(
            "duty.unfulfilled",
            "Không có chuyện đ/c Páo bỏ việc như tin đồn.",
            "negated",
            id="rumour denied",
        ),
        pytest.param(
            "duty.unfulfilled",
            "Đ/c Páo chậm nộp báo cáo 5 ngày, hôm 20/7 đã nộp.",
            "resolved",
            id="handed in at last",
        ),
        pytest.param(
            "duty.unfulfilled",
            "Có thông tin đ/c Páo chưa làm hồ sơ hộ nghèo, đề nghị xác minh.",
            "alleged",
            id="to be verified",
        ),
        pytest.param(
            "duty.fulfilled", "Đ/c Páo chưa hoàn thành báo cáo.", "negated", id="not finished"
        ),
        pytest.param(
            "duty.fulfilled",
            "Đ/c Páo dự kiến hoàn thành hồ sơ trong tháng 9.",
            "conditional",
            id="expected",
        ),
        pytest.param(
            "duty.fulfilled",
            "Giao đ/c Trương Thị Lụa làm báo cáo, xong trước ngày 20/8.",
            "conditional",
            id="only given out",
        ),
        pytest.param(
            "duty.fulfilled",
            "Chi bộ phân công đ/c Đức lập danh sách trong tháng 8.",
            "conditional",
            id="given out by the branch",
        ),
        pytest.param(
            "duty.fulfilled",
            "Đ/c Đức được phân công lập danh sách, đã làm xong.",
            "asserted",
            id="given out and done",
        ),
    ],
)
def test_duty(extract: Extract, label: str, text: str, status: str) -> None:
    assert {fact.status for fact in extract(label, text)} == {status}
