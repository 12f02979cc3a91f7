from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "status"),
    [
        pytest.param(
            "dues.unpaid", "Đ/c Vũ Thị Ngoan còn nợ đảng phí quý II.", "asserted", id="stated"
        ),
        pytest.param(
            "dues.unpaid", "Đ/c Vũ Thị Ngoan không còn nợ đảng phí.", "negated", id="not any more"
        ),
        pytest.param(
            "dues.unpaid", "Trong chi bộ không đồng chí nào nợ đảng phí.", "negated", id="nobody"
        ),
        pytest.param(
            "dues.unpaid",
            "Bà con nghe nói đ/c Vũ Thị Ngoan chưa nộp đảng phí quý II, chưa ai xác minh.",
            "alleged",
            id="hearsay",
        ),
        pytest.param(
            "dues.unpaid",
            "Đảng viên nào chưa nộp đảng phí quá ba tháng thì chi bộ xem xét.",
            "conditional",
            id="rule",
        ),
        pytest.param(
            "dues.unpaid",
            "Đ/c Vũ Thị Ngoan còn nợ đảng phí quý II, hôm qua đã nộp bổ sung đủ.",
            "resolved",
            id="put right",
        ),
        pytest.param(
            "dues.unpaid",
            "Đ/c Vũ Thị Ngoan còn nợ đảng phí quý II, hứa tháng sau sẽ nộp bổ sung.",
            "asserted",
            id="a promise settles nothing",
        ),
        pytest.param(
            "dues.unpaid",
            "Đ/c Vũ Thị Ngoan còn nợ đảng phí quý II, đ/c Lò Văn Toản đã nộp đủ.",
            "asserted",
            id="somebody else paid",
        ),
        pytest.param(
            "dues.unpaid",
            "Đ/c Vũ Thị Ngoan còn nợ đảng phí quý II, đã nộp đủ quý I.",
            "asserted",
            id="another period was paid",
        ),
        pytest.param(
            "attendance.unexcused",
            "Đ/c Lò Văn Toản vắng không phép, không những thế còn bỏ dở buổi trước.",
            "asserted",
            id="không những is no negation",
        ),
        pytest.param(
            "attendance.unexcused",
            "Đ/c Lò Văn Toản không vắng buổi nào.",
            "negated",
            id="never absent",
        ),
        pytest.param(
            "sanction.decided",
            "Khuyết điểm của đ/c Lò Văn Toản chưa đến mức phải thi hành kỷ luật.",
            "negated",
            id="not so far",
        ),
        pytest.param(
            "sanction.decided",
            "Quyết định khiển trách số 05-QĐ/ĐU đối với đ/c Lò Văn Toản đã hết hiệu lực.",
            "resolved",
            id="effect has ended",
        ),
        pytest.param("sanction.decided", "Kỷ luật: không.", "negated", id="the answer is no"),
        pytest.param(
            "commendation.awarded",
            "Chi bộ đề nghị Đảng ủy tặng giấy khen cho đ/c Lò Văn Toản.",
            "conditional",
            id="nomination",
        ),
        pytest.param(
            "commendation.awarded",
            "Đ/c Lò Văn Toản đã được Đảng ủy tặng giấy khen.",
            "asserted",
            id="told as done",
        ),
        pytest.param(
            "meeting.oversight",
            "Quý IV sẽ kiểm tra chi bộ Trạm Y tế về thực hiện nghị quyết.",
            "asserted",
            id="a planned check is the fact",
        ),
        pytest.param(
            "meeting.reported", "Kết quả sẽ báo cáo lên Đảng ủy.", "conditional", id="plan"
        ),
        pytest.param("meeting.ballot", "Lần này chi bộ không bỏ phiếu.", "negated", id="no vote"),
        pytest.param(
            "dues.unpaid", "Dc Vu Thi Ngoan khong con no dang phi", "negated", id="without marks"
        ),
    ],
)
def test_status(extract: Extract, label: str, text: str, status: str) -> None:
    assert extract(label, text)[0].status == status


def test_guidance_is_conditional_where_it_speaks_of_nobody(extract: Extract) -> None:
    rule = "Đảng viên bỏ sinh hoạt ba tháng trong năm bị đưa ra chi bộ."
    assert extract("attendance.unexcused", rule, kind="guidance")[0].status == "conditional"
    fact = "Đ/c Lò Văn Toản bỏ sinh hoạt ba tháng."
    assert extract("attendance.unexcused", fact, kind="guidance")[0].status == "asserted"
