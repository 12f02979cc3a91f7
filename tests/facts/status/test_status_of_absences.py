"""What sentences about absences are taken as: stated, denied, reported, planned, put right."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "status"),
    [
        pytest.param(
            "attendance.unexcused",
            "Năm qua đ/c Páo dự họp đầy đủ, không bỏ buổi nào.",
            "negated",
            id="always there",
        ),
        pytest.param(
            "attendance.unexcused", "Không ai vắng không phép.", "negated", id="nobody absent"
        ),
        pytest.param(
            "attendance.unexcused", "Vắng không lý do: 0 đồng chí.", "negated", id="zero of them"
        ),
        pytest.param(
            "attendance.unexcused",
            "Đảng viên vắng sinh hoạt không lý do 3 tháng trong năm sẽ bị xóa tên.",
            "conditional",
            id="rule with its effect",
        ),
        pytest.param(
            "attendance.unexcused",
            "Nếu tháng sau đ/c Páo tiếp tục vắng không phép thì chi bộ kiểm điểm.",
            "conditional",
            id="warning to somebody",
        ),
        pytest.param(
            "attendance.unexcused",
            "Đồng chí Páo bị cho là tự ý bỏ họp, tuy nhiên chưa xác minh.",
            "alleged",
            id="not verified",
        ),
        pytest.param(
            "attendance.unexcused",
            "Đ/c Páo bị ghi vắng không phép ngày 5/8, nay sửa lại là có phép.",
            "resolved",
            id="record put right",
        ),
        pytest.param(
            "attendance.excused",
            "Đ/c Páo xin nghỉ nhưng không được chi ủy đồng ý.",
            "negated",
            id="leave refused",
        ),
        pytest.param(
            "attendance.excused",
            "Đ/c Páo xin phép vắng buổi tới vì đi chữa bệnh.",
            "asserted",
            id="leave for the next meeting",
        ),
        pytest.param(
            "attendance.excused",
            "Đồng chí nào vắng phải báo cáo lý do trước.",
            "conditional",
            id="duty of all",
        ),
    ],
)
def test_attendance(extract: Extract, label: str, text: str, status: str) -> None:
    assert {fact.status for fact in extract(label, text)} == {status}
