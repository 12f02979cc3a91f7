from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "slots"),
    [
        pytest.param(
            "attendance.unexcused",
            "Đ/c Lò Văn Toản vắng 3 buổi liên tiếp (tháng 4, 5, 6/2023) không có lý do.",
            {"count": 3, "dates": ["2023-04", "2023-05", "2023-06"]},
            id="count and months",
        ),
        pytest.param(
            "attendance.unexcused",
            "Đ/c Lò Văn Toản bỏ sinh hoạt 04 (bốn) kỳ từ tháng 5 đến tháng 8/2023.",
            {"count": 4, "period": "2023-05..2023-08"},
            id="count and period",
        ),
        pytest.param(
            "attendance.unexcused",
            "Vắng không lý do: đ/c Lò Văn Toản.",
            {"count": 1},
            id="this meeting",
        ),
        pytest.param(
            "attendance.unexcused",
            "Quý I/2023 đ/c Lò Văn Toản không vắng buổi nào.",
            {"count": 0, "period": "2023-Q1"},
            id="none missed",
        ),
        pytest.param(
            "dues.unpaid",
            "Đến hết quý II, đ/c Lò Văn Toản còn nợ đảng phí 3 tháng, số tiền 180.000 đồng.",
            {"period": "XXXX-Q2", "amount": 180_000},
            id="a quarter stands before a length",
        ),
        pytest.param(
            "dues.unpaid",
            "Dp quy 1: Nhai con thieu 96k",
            {"period": "XXXX-Q1", "amount": 96_000},
            id="notes without marks",
        ),
        pytest.param(
            "duty.unfulfilled",
            "Đ/c Lò Văn Toản được giao lập danh sách hộ nghèo, hạn 20/7/2023, đến nay chưa làm.",
            {"task": "lập danh sách hộ nghèo", "deadline": "2023-07-20"},
            id="task and deadline",
        ),
        pytest.param(
            "duty.fulfilled",
            "Đ/c Lò Văn Toản đã hoàn thành việc kẻ 4 khẩu hiệu ngày 12/5/2023.",
            {"task": "kẻ 4 khẩu hiệu", "date": "2023-05-12"},
            id="task and day",
        ),
        pytest.param(
            "rating.given",
            "Năm 2022 đ/c Lò Văn Toản được xếp loại HTXSNV.",
            {"level": "hoàn thành xuất sắc nhiệm vụ", "year": 2022},
            id="level by abbreviation",
        ),
        pytest.param(
            "transfer.overdue",
            "Đ/c Lò Văn Toản chưa nộp giấy giới thiệu sinh hoạt đảng cấp ngày 12/01/2023 về Đảng ủy xã.",
            {
                "document": "giấy giới thiệu sinh hoạt đảng",
                "place": "Đảng ủy xã",
                "date": "2023-01-12",
            },
            id="paper, place, day of the paper",
        ),
        pytest.param(
            "declaration.false",
            "Thanh tra huyện kết luận bản kê khai tài sản năm 2021 của đ/c Lò Văn Toản không trung thực.",
            {"document": "bản kê khai tài sản năm 2021", "finding_body": "Thanh tra huyện"},
            id="document and body",
        ),
        pytest.param(
            "finance.misuse",
            "Kết luận số 08-KL/UBKT xác định đ/c Lò Văn Toản chi sai nguồn 64.500.000 đồng.",
            {"amount": 64_500_000, "conclusion_no": "08-KL/UBKT"},
            id="sum and number",
        ),
        pytest.param(
            "sanction.decided",
            "QÐ 12 - QÐ/UBKT ngày 03/4/2023: CẢNH CÁO đ/c Lò Văn Toản",
            {"form": "cảnh cáo", "decision_no": "12-QĐ/UBKT", "date": "2023-04-03"},
            id="number cleaned, form in lower case",
        ),
        pytest.param(
            "commendation.awarded",
            'Đ/c Lò Văn Toản nhận huy hiệu "Vì sự nghiệp thủy lợi" năm 2023.',
            {"form": 'huy hiệu "Vì sự nghiệp thủy lợi"', "year": 2023},
            id="form with its name",
        ),
        pytest.param(
            "support.assigned",
            "Chi bộ cử đ/c Sầm Thị Nga giúp đỡ đ/c Lò Văn Toản trong 12 tháng.",
            {"helper": "Sầm Thị Nga", "period": "P12M"},
            id="helper and length",
        ),
        pytest.param(
            "support.assigned",
            "Chi bộ cử 1 đảng viên chính thức giúp đỡ đ/c Lò Văn Toản.",
            {"helper": "1 đảng viên chính thức"},
            id="helper without a name",
        ),
        pytest.param(
            "support.concluded",
            "Hết thời gian giúp đỡ, đ/c Lò Văn Toản tiến bộ rõ rệt.",
            {"outcome": "tiến bộ rõ rệt"},
            id="outcome",
        ),
        pytest.param(
            "meeting.quorum",
            "Tổng số 28 đ/c; có mặt 25/28; vắng 03 (CP 2, KP 1).",
            {"present": 25, "total": 28, "excused": 2, "unexcused": 1},
            id="headcount",
        ),
        pytest.param(
            "meeting.notice",
            "Giấy mời gửi ngày 04/9/2023, họp ngày 08/9/2023.",
            {"date": "2023-09-04", "days_ahead": 4},
            id="days between two dates",
        ),
        pytest.param(
            "meeting.notice",
            "Lịch họp được báo trước 03 ngày.",
            {"days_ahead": 3},
            id="days as told",
        ),
        pytest.param(
            "meeting.ballot",
            "Kết quả bỏ phiếu kín: 17/19 phiếu đồng ý, 2 phiếu không đồng ý.",
            {"for": 17, "against": 2, "total": 19, "method": "kín"},
            id="secret ballot",
        ),
        pytest.param(
            "meeting.ballot",
            "Biểu quyết giơ tay: mười ba đồng chí tán thành, không ai phản đối.",
            {"for": 13, "against": 0, "method": "giơ tay"},
            id="in words, nobody against",
        ),
        pytest.param(
            "meeting.reported",
            "Biên bản đã gửi lên Ban Tổ chức Huyện ủy ngày 13/3/2023.",
            {"recipient": "Ban Tổ chức Huyện ủy", "date": "2023-03-13"},
            id="recipient and day",
        ),
        pytest.param(
            "meeting.admission",
            "Chi bộ đã họp xét kết nạp quần chúng Lò Thị Mai.",
            {"step": "xét kết nạp"},
            id="step",
        ),
        pytest.param("meeting.heard", "Đ/c Lò Văn Toản được trình bày.", {}, id="no slots"),
    ],
)
def test_slots(extract: Extract, label: str, text: str, slots: dict[str, object]) -> None:
    assert dict(extract(label, text)[0].slots) == slots


def test_a_leave_from_this_meeting_takes_its_date(extract: Extract) -> None:
    text = "Vắng có phép: đ/c Lò Văn Toản."
    (fact,) = extract("attendance.excused", text, held_on="2023-06-05")
    assert dict(fact.slots) == {"this_meeting": True, "dates": ["2023-06-05"]}
    (undated,) = extract("attendance.excused", text)
    assert dict(undated.slots) == {"this_meeting": True}
