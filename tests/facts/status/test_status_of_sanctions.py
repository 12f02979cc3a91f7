"""What sentences about sanctions are taken as: stated, denied, reported, planned, put right."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "status"),
    [
        pytest.param(
            "sanction.decided", "Đ/c Páo chưa bị kỷ luật lần nào.", "negated", id="never sanctioned"
        ),
        pytest.param(
            "sanction.decided",
            "Chi bộ thống nhất không kỷ luật đ/c Páo, chỉ phê bình rút kinh nghiệm.",
            "negated",
            id="criticism instead",
        ),
        pytest.param(
            "sanction.decided",
            "Đảng viên bị kỷ luật khiển trách thì không được xếp loại hoàn thành tốt.",
            "conditional",
            id="effect of a sanction",
        ),
        pytest.param(
            "sanction.decided",
            "Chi bộ đề nghị Đảng ủy kỷ luật cảnh cáo đ/c Páo.",
            "conditional",
            id="proposed sanction",
        ),
        pytest.param(
            "sanction.decided",
            "Hành vi trên có thể bị xử lý kỷ luật cảnh cáo.",
            "conditional",
            id="possible sanction",
        ),
        pytest.param(
            "sanction.decided",
            "Trong dân có dư luận đ/c Páo đã bị phạt hành chính vì lấn đất.",
            "alleged",
            id="talk of the village",
        ),
        pytest.param(
            "sanction.decided",
            "Quyết định cảnh cáo đ/c Páo đã được hủy bỏ sau khi giải quyết khiếu nại.",
            "resolved",
            id="decision annulled",
        ),
    ],
)
def test_sanction(extract: Extract, label: str, text: str, status: str) -> None:
    assert {fact.status for fact in extract(label, text)} == {status}
