from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "evidence"),
    [
        pytest.param(
            "dues.unpaid",
            "Thủ quỹ thông báo: đồng chí Lò Văn Toản chưa đóng đảng phí quý I với số tiền 24.000 đồng.",
            "chưa đóng đảng phí quý I với số tiền 24.000 đồng",
            id="no speaker",
        ),
        pytest.param(
            "sanction.decided",
            "Quyết định số 45-QĐ/ĐU ngày 12/5/2023 kỷ luật đồng chí Lò Văn Toản bằng hình thức khiển trách do có phát ngôn sai.",
            "Quyết định số 45-QĐ/ĐU ngày 12/5/2023 kỷ luật đồng chí Lò Văn Toản bằng hình thức khiển trách",
            id="no grounds",
        ),
        pytest.param(
            "attendance.excused", "Đ/c Lò Văn Toản xin nghỉ vì con ốm.", "xin nghỉ", id="no reason"
        ),
        pytest.param(
            "attendance.unexcused",
            "Đ/c Lò Văn Toản vắng 3 buổi (tháng 4, 5, 6/2023) không có lý do.",
            "vắng 3 buổi (tháng 4, 5, 6/2023) không có lý do",
            id="with the dates in brackets",
        ),
        pytest.param(
            "meeting.conclusion",
            "Đồng chí Sầm Thị Nga kết luận: giao tổ 2 sửa đường, giao tổ 3 đắp kè.",
            "kết luận: giao tổ 2 sửa đường, giao tổ 3 đắp kè",
            id="with all that is concluded",
        ),
        pytest.param(
            "commendation.awarded",
            "Đ/c Lò Văn Toản được tặng giấy khen vì thành tích làm thủy lợi.",
            "được tặng giấy khen",
            id="no achievement",
        ),
        pytest.param(
            "duty.unfulfilled",
            "Việc lập danh sách hộ nghèo, đ/c Lò Văn Toản đến nay chưa làm.",
            "Việc lập danh sách hộ nghèo, đ/c Lò Văn Toản đến nay chưa làm",
            id="with the task before the person",
        ),
    ],
)
def test_evidence(extract: Extract, label: str, text: str, evidence: str) -> None:
    assert extract(label, text)[0].evidence.of(text) == evidence


def test_two_facts_in_one_sentence_have_evidence_of_their_own(extract: Extract) -> None:
    text = "Đ/c Lò Văn Toản nộp đủ quý I; đ/c Vũ Thị Ngoan còn nợ quý II."
    assert [f.evidence.of(text) for f in extract("dues.paid", text)] == ["nộp đủ quý I"]
    assert [f.evidence.of(text) for f in extract("dues.unpaid", text)] == ["còn nợ quý II"]
