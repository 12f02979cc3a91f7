"""What sentences about meetings are taken as: stated, denied, reported, planned, put right."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "status"),
    [
        pytest.param(
            "meeting.heard",
            "Đảng viên vi phạm phải được trình bày ý kiến trước khi chi bộ biểu quyết.",
            "conditional",
            id="right in a rule",
        ),
        pytest.param(
            "meeting.heard", "Đ/c Páo vắng mặt nên không được trình bày.", "negated", id="not heard"
        ),
        pytest.param(
            "meeting.ballot", "Kỳ họp sau sẽ bỏ phiếu kín.", "conditional", id="vote to come"
        ),
        pytest.param(
            "meeting.ballot",
            "Việc kỷ luật phải được bỏ phiếu kín.",
            "conditional",
            id="vote required",
        ),
        pytest.param(
            "meeting.conclusion", "Cuộc họp chưa đi đến kết luận.", "negated", id="no conclusion"
        ),
        pytest.param(
            "meeting.reported",
            "Giao đ/c Nga gửi nghị quyết lên Đảng ủy trước ngày 20.",
            "conditional",
            id="to be sent",
        ),
        pytest.param(
            "meeting.reported", "Biên bản chưa gửi lên Đảng ủy.", "negated", id="not sent"
        ),
        pytest.param(
            "meeting.reported", "Đảng ủy xã đã chuẩn y kết quả.", "asserted", id="approved"
        ),
        pytest.param(
            "meeting.notice", "Chi bộ không gửi giấy mời trước.", "negated", id="no invitation"
        ),
        pytest.param(
            "meeting.appeal",
            "Không ai nói cho đ/c Páo biết quyền khiếu nại.",
            "negated",
            id="right not told",
        ),
        pytest.param(
            "meeting.appeal",
            "Đảng ủy giải quyết khiếu nại: giữ nguyên hình thức kỷ luật.",
            "asserted",
            id="appeal decided",
        ),
        pytest.param(
            "meeting.admission", "Chi bộ chưa xét kết nạp đợt này.", "negated", id="not considered"
        ),
        pytest.param(
            "meeting.admission",
            "Dự kiến tổ chức lễ kết nạp vào dịp 3/2/2024.",
            "conditional",
            id="ceremony planned",
        ),
        pytest.param(
            "meeting.admission",
            "Điều kiện kết nạp: đủ 18 tuổi, được đoàn thể giới thiệu.",
            "conditional",
            id="conditions",
        ),
        pytest.param(
            "meeting.quorum",
            "Hội nghị chỉ hợp lệ khi có từ hai phần ba đảng viên dự.",
            "conditional",
            id="quorum in a rule",
        ),
        pytest.param(
            "meeting.quorum",
            "Cuộc họp chỉ có 9/25 đảng viên dự nên không đủ số lượng.",
            "asserted",
            id="a headcount however low",
        ),
    ],
)
def test_meeting(extract: Extract, label: str, text: str, status: str) -> None:
    assert {fact.status for fact in extract(label, text)} == {status}
