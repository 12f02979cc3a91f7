"""What sentences about commendations are taken as: stated, denied, reported, planned, put right."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "status"),
    [
        pytest.param(
            "commendation.awarded",
            "Chi bộ chưa có đảng viên nào được tặng giấy khen.",
            "negated",
            id="nobody commended",
        ),
        pytest.param(
            "commendation.awarded",
            "Chi bộ lập danh sách đề nghị tặng huy hiệu 30 năm tuổi Đảng cho đ/c Páo.",
            "conditional",
            id="list of proposals",
        ),
        pytest.param(
            "commendation.awarded",
            "Nghe nói đ/c Páo được huyện tặng giấy khen.",
            "alleged",
            id="hearsay of praise",
        ),
        pytest.param(
            "commendation.awarded",
            "Quyết định tặng bằng khen cho đ/c Páo đã bị thu hồi.",
            "resolved",
            id="taken back",
        ),
    ],
)
def test_commendation(extract: Extract, label: str, text: str, status: str) -> None:
    assert {fact.status for fact in extract(label, text)} == {status}
