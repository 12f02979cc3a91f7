import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        pytest.param("Phần thứ nhất: Tình hình chung", "Tình hình chung", id="part"),
        pytest.param("Mục 2. Thu chi", "Thu chi", id="section"),
        pytest.param("CHƯƠNG III - TỔ CHỨC THỰC HIỆN", "TỔ CHỨC THỰC HIỆN", id="chapter"),
        pytest.param("b) Công tác phát triển đảng", "Công tác phát triển đảng", id="letter"),
        pytest.param("1.1. Kết quả đạt được", "Kết quả đạt được", id="two steps"),
        pytest.param("IV/ Ý KIẾN THẢO LUẬN", "Ý KIẾN THẢO LUẬN", id="slash"),
        pytest.param("2) Nhiệm vụ tháng 7:", "Nhiệm vụ tháng 7", id="bracket and colon"),
        pytest.param("THÀNH PHẦN DỰ HỌP", "THÀNH PHẦN DỰ HỌP", id="capitals alone"),
        pytest.param("Ý kiến phát biểu:", "Ý kiến phát biểu", id="colon alone"),
        pytest.param("1. Bí thư chi bộ: khai mạc", "Bí thư chi bộ", id="text behind the heading"),
        pytest.param("", None, id="nothing"),
        pytest.param("III.", None, id="a number alone"),
        pytest.param("1. đã nộp đủ", None, id="goes on in small letters"),
        pytest.param("BIÊN", None, id="one word in capitals"),
        pytest.param("2. Ông Thìn: vắng có phép", None, id="about a man"),
        pytest.param("3. Bà Nụ đã đóng đủ", None, id="about a woman"),
        pytest.param("4. Đã họp xong;", None, id="an item of a list"),
        pytest.param("---", None, id="a line"),
        pytest.param("1: Thu chi", "Thu chi", id="colon behind the number"),
        pytest.param("2: Chi bộ đã bàn việc thu quỹ.", None, id="sentence behind such a colon"),
        pytest.param(": Thu chi:", None, id="begins with a colon"),
        pytest.param("Chi bộ thôn họp bàn nhiều việc", None, id="plain words"),
        pytest.param(
            "5. Về việc nạo vét con mương từ đầu làng đến cuối làng để kịp đưa nước về trước mùa cấy",
            None,
            id="too long",
        ),
    ],
)  # fmt: skip
def test_more_headings(line: str, heading: str | None) -> None:
    assert heading_of(line) == heading


@given(st.text(alphabet="AĐaá1.) :-\t", max_size=40))
def test_a_heading_is_part_of_its_line(line: str) -> None:
    heading = heading_of(line)
    if heading is not None:
        assert heading in line
        assert heading == heading.strip() != ""
