import pytest

from vnparty_nlp.passages.sections import heading_of, is_heading_only


@pytest.mark.parametrize(
    ("line", "heading", "only"),
    [
        pytest.param("II. THÀNH PHẦN THAM DỰ", "THÀNH PHẦN THAM DỰ", True, id="roman, capitals"),
        pytest.param(
            "1. Tình hình thu nộp đảng phí:", "Tình hình thu nộp đảng phí", True, id="colon"
        ),
        pytest.param("2. Kết luận: nhất trí 100%", "Kết luận", False, id="text after the colon"),
        pytest.param(
            "Điều 5. Trách nhiệm của chi bộ", "Trách nhiệm của chi bộ", True, id="article"
        ),
        pytest.param("Nội dung:", "Nội dung", True, id="no number"),
        pytest.param("Chủ trì: đồng chí Hà Văn Mạc", None, False, id="field, no heading"),
        pytest.param("1. Đ/c Lan: đã nộp đủ", None, False, id="item about a person"),
        pytest.param("Chi bộ đã họp bàn việc nạo vét mương.", None, False, id="sentence"),
        pytest.param(
            "3. Chi bộ đã họp bàn việc nạo vét mương.", None, False, id="numbered sentence"
        ),
        pytest.param("25/28", None, False, id="figures"),
    ],
)
def test_headings(line: str, heading: str | None, only: bool) -> None:
    assert heading_of(line) == heading
    assert heading is None or is_heading_only(line, heading) is only
