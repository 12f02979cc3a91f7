"""Numbers of decisions, and the bodies that took, found or got something."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "slot", "value"),
    [
        pytest.param(
            "finance.misuse",
            "Kiểm toán nội bộ của huyện xác định đ/c Páo chi sai 5 triệu đồng.",
            "finding_body",
            "Kiểm toán nội bộ của huyện",
            id="body with its level",
        ),
        pytest.param(
            "declaration.false",
            "Ban Tổ chức Huyện ủy kết luận đ/c Páo khai sai lý lịch.",
            "finding_body",
            "Ban Tổ chức Huyện ủy",
            id="committee department",
        ),
        pytest.param(
            "declaration.false",
            "Thanh tra Tổng công ty Giao thông kết luận đ/c Páo dùng bằng giả.",
            "finding_body",
            "Thanh tra Tổng công ty Giao thông",
            id="company in its name",
        ),
        pytest.param(
            "sanction.decided",
            "Đ/c Páo bị UBND xã xử phạt hành chính 2 triệu đồng.",
            "authority",
            "UBND xã",
            id="who fined",
        ),
        pytest.param(
            "sanction.decided",
            "Quyết định số 17 - QĐ/UBKTHU ngày 4/10/2022 cảnh cáo đ/c Páo.",
            "decision_no",
            "17-QĐ/UBKTHU",
            id="number with spaces",
        ),
        pytest.param(
            "meeting.reported",
            "Nghị quyết được gửi lên Ban Thường vụ Huyện ủy ngày 2/8/2023.",
            "recipient",
            "Ban Thường vụ Huyện ủy",
            id="committee with its standing committee",
        ),
        pytest.param(
            "commendation.awarded",
            "Đ/c Páo nhận giấy khen theo Quyết định số 112/QĐ-UBND.",
            "decision_no",
            "112/QĐ-UBND",
            id="number of a commendation",
        ),
    ],
)
def test_decisions(extract: Extract, label: str, text: str, slot: str, value: object) -> None:
    assert [fact.slots.get(slot) for fact in extract(label, text)] == [value]


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        pytest.param(
            "Đảng ủy xã quyết định khiển trách đ/c Lò Văn Toản.", "Đảng ủy xã", id="before the act"
        ),
        pytest.param(
            "Đ/c Lò Văn Toản bị chi bộ thôn Bến Đá khiển trách.",
            "chi bộ thôn Bến Đá",
            id="behind bị",
        ),
        pytest.param(
            "Khiển trách đ/c Lò Văn Toản theo QĐ 12-QĐ/UBKT.", None, id="letters of a number"
        ),
        pytest.param(
            "Cách chức phó bí thư chi bộ đối với đ/c Lò Văn Toản.", None, id="part of an office"
        ),
    ],
)
def test_authority(extract: Extract, text: str, authority: str | None) -> None:
    assert extract("sanction.decided", text)[0].slots.get("authority") == authority


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param(
            "Tổ xác minh của Thanh tra huyện kết luận bản kê khai của đ/c Toản không đúng.",
            "Thanh tra huyện",
            id="the body above",
        ),
        pytest.param(
            "Phòng Tài chính – Kế hoạch huyện kết luận bản kê khai của đ/c Toản không đúng.",
            "Phòng Tài chính – Kế hoạch huyện",
            id="dash inside a name",
        ),
        pytest.param(
            "Bà con nghi bản kê khai của đ/c Toản không đúng, UBKT chưa kết luận.",
            None,
            id="not yet found",
        ),
    ],
)
def test_finding_body(extract: Extract, text: str, body: str | None) -> None:
    assert extract("declaration.false", text)[0].slots.get("finding_body") == body
