"""What sentences about dues are taken as: stated, denied, reported, planned, put right."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "status"),
    [
        pytest.param(
            "dues.unpaid",
            "Rà soát cho thấy chi bộ không có trường hợp nợ đảng phí.",
            "negated",
            id="no case",
        ),
        pytest.param(
            "dues.unpaid", "Đ/c Páo không thuộc diện nợ đảng phí.", "negated", id="not among those"
        ),
        pytest.param(
            "dues.unpaid",
            "Nói đ/c Páo nợ đảng phí là không đúng.",
            "negated",
            id="said to be untrue",
        ),
        pytest.param(
            "dues.unpaid",
            "Thông tin đ/c Páo nợ đảng phí quý I là nhầm lẫn, thủ quỹ đã đính chính.",
            "negated",
            id="a mistake",
        ),
        pytest.param(
            "dues.unpaid", "Đ/c Páo chưa bao giờ chậm nộp đảng phí.", "negated", id="never"
        ),
        pytest.param(
            "dues.unpaid",
            "Chưa thấy ai phản ánh đ/c Páo nợ đảng phí.",
            "negated",
            id="nobody says so",
        ),
        pytest.param(
            "dues.unpaid",
            "Đ/c Páo nợ đảng phí quý I, đến 15/4 mới nộp.",
            "resolved",
            id="paid late",
        ),
        pytest.param(
            "dues.unpaid",
            "Đ/c Páo nộp chậm đảng phí tháng 3, nay đã nộp.",
            "resolved",
            id="paid by now",
        ),
        pytest.param(
            "dues.unpaid",
            "Khoản đảng phí 3 tháng còn thiếu của đ/c Páo đã được thanh toán xong.",
            "resolved",
            id="settled in one clause",
        ),
        pytest.param(
            "dues.unpaid",
            "Sau khi nhắc, đ/c Páo đã nộp hết số đảng phí còn nợ.",
            "resolved",
            id="paid after a reminder",
        ),
        pytest.param(
            "dues.unpaid",
            "Đ/c Páo có khả năng không nộp đủ đảng phí quý này.",
            "conditional",
            id="may happen",
        ),
        pytest.param(
            "dues.unpaid",
            "Ai nợ đảng phí từ 3 tháng trở lên không được xếp loại hoàn thành tốt.",
            "conditional",
            id="whoever owes",
        ),
        pytest.param(
            "dues.unpaid",
            "Việc không đóng đảng phí ba tháng trong năm là căn cứ để xóa tên.",
            "conditional",
            id="grounds in a rule",
        ),
        pytest.param(
            "dues.unpaid",
            "Nhắc lại quy định: nợ đảng phí quá 3 tháng phải kiểm điểm.",
            "conditional",
            id="rule recalled",
        ),
        pytest.param(
            "dues.unpaid",
            "Bà Xoan nghi đ/c Páo chưa nộp đảng phí tháng 8.",
            "alleged",
            id="suspicion",
        ),
        pytest.param(
            "dues.unpaid", "Hình như đ/c Páo chưa đóng đảng phí tháng 8.", "alleged", id="it seems"
        ),
        pytest.param("dues.paid", "Đ/c Páo chưa nộp đủ đảng phí.", "negated", id="not in full"),
        pytest.param(
            "dues.paid",
            "Đề nghị đ/c Páo nộp đủ đảng phí quý III trước 30/9.",
            "conditional",
            id="asked to pay",
        ),
        pytest.param("dues.paid", "Đ/c Páo hứa sẽ nộp đủ vào kỳ sau.", "conditional", id="promise"),
    ],
)
def test_dues(extract: Extract, label: str, text: str, status: str) -> None:
    assert {fact.status for fact in extract(label, text)} == {status}
