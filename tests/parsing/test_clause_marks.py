import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.parsing.clause_marks import body_of, marks_of, roman_value


@pytest.mark.parametrize(
    ("line", "readings"),
    [
        pytest.param("Điều 5. Chuyển sinh hoạt", [("article", "Điều 5")], id="article"),
        pytest.param("ĐIỀU 12: Hiệu lực", [("article", "Điều 12")], id="capitals, colon"),
        pytest.param("Dieu 3. Dang phi", [("article", "Điều 3")], id="without marks"),
        pytest.param("**Điều 7.** Khiếu nại", [("article", "Điều 7")], id="marked as bold"),
        pytest.param("CHƯƠNG III", [("chapter", "Chương III")], id="chapter alone"),
        pytest.param("Chương 2. KIỂM TRA", [("chapter", "Chương 2")], id="Arabic chapter"),
        pytest.param("PHẦN THỨ TƯ", [("part", "Phần thứ tư")], id="ordinal"),
        pytest.param("Phan thu nhat", [("part", "Phần thứ nhất")], id="ordinal without marks"),
        pytest.param("Tiểu mục 2", [("subsection", "Tiểu mục 2")], id="subsection"),
        pytest.param("Phụ lục số 1", [("appendix", "Phụ lục 1")], id="appendix"),
        pytest.param("PHỤ LỤC", [("appendix", "Phụ lục")], id="the only appendix"),
        pytest.param("Mẫu 2-KNĐ", [("appendix", "Mẫu 2-KNĐ")], id="form"),
        pytest.param("Khoản 2. Chi ủy trả lời.", [("number", "2")], id="khoản spelt out"),
        pytest.param("II- ĐẢNG PHÍ", [("roman", "II")], id="Roman, dash"),
        pytest.param("I/ Sinh hoạt", [("roman", "I"), ("capital", "I")], id="I may be a letter"),
        pytest.param("B. THẨM QUYỀN", [("capital", "B")], id="capital"),
        pytest.param("04. Đọc biên bản", [("number", "4")], id="leading zero"),
        pytest.param("(3) Ghi sổ", [("number", "3")], id="brackets"),
        pytest.param("3. 05 đồng chí vắng", [("number", "3")], id="figure behind the number"),
        pytest.param("2.1.3. Ghi sổ", [("number", "2.1.3")], id="three parts"),
        pytest.param("1.a) Ghi sổ", [("letter", "1.a")], id="number and letter"),
        pytest.param("đ) Ghi sổ", [("letter", "đ")], id="đ"),
        pytest.param("d) Ghi sổ", [("letter", "d"), ("letter", "đ")], id="d may be đ"),
        pytest.param("a/ Ghi sổ", [("letter", "a")], id="slash"),
        pytest.param("- b) Ghi sổ", [("letter", "b")], id="dash before a letter"),
        pytest.param("ii) bản sao", [("small_roman", "ii")], id="small Roman"),
        pytest.param("ll. CÁCH NỘP", [("roman", "II")], id="look-alike"),
    ],
)
def test_a_line_begins_with_a_number(line: str, readings: list[tuple[str, str]]) -> None:
    assert [(mark.kind, mark.name) for mark in marks_of(line)] == readings


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("1.7.2012 là ngày bắt đầu", id="date"),
        pytest.param("05/6/2023: họp chi bộ", id="date with slashes"),
        pytest.param("25/28 đồng chí có mặt", id="fraction"),
        pytest.param("20.000 đồng một tháng", id="amount"),
        pytest.param("1.5 ngày công", id="decimal"),
        pytest.param("15-20 người", id="range"),
        pytest.param("12 đảng viên trở lên", id="count"),
        pytest.param("N.V. Hùng ghi biên bản", id="initials"),
        pytest.param("I. QUY ĐỊNH CHUNG ........ 3", id="table of contents"),
        pytest.param("Điều 6 của Quy chế này.", id="reference to an article"),
        pytest.param("Điều 5, Điều 6 được bãi bỏ.", id="list of articles"),
        pytest.param("Khoản 2 Điều 5 được sửa đổi", id="reference to a khoản"),
        pytest.param("Mục 3 Hướng dẫn số 12 nêu rõ việc này.", id="reference to a section"),
        pytest.param("Mức 1: hoàn thành", id="mức is no mục"),
        pytest.param("MẪU BÁO CÁO", id="a form without number"),
        pytest.param("- Vắng có phép;", id="dash"),
        pytest.param("x-quang tại bệnh viện", id="a word with a dash"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_number_of_a_clause(line: str) -> None:
    assert marks_of(line) == ()
    assert body_of(line) == line


@pytest.mark.parametrize(
    ("line", "body"),
    [
        pytest.param("II- ĐẢNG PHÍ", "ĐẢNG PHÍ", id="Roman"),
        pytest.param("Điều 5. Chuyển", "Chuyển", id="article"),
        pytest.param("2.1. Ghi sổ", "Ghi sổ", id="two parts"),
        pytest.param("# a) Ghi sổ", "Ghi sổ", id="decorated"),
    ],
)
def test_the_line_without_its_number(line: str, body: str) -> None:
    assert body_of(line) == body


@pytest.mark.parametrize(
    ("numeral", "value"), [("IV", 4), ("XIX", 19), ("XL", 40), ("IIII", 0), ("VX", 0), ("A", 0)]
)
def test_roman_numerals(numeral: str, value: int) -> None:
    assert roman_value(numeral) == value


@given(st.text(alphabet="1iIaAđĐ.)-/: Điềuụchươngphần\n“", max_size=30))
def test_no_line_is_too_strange(line: str) -> None:
    for mark in marks_of(line):
        assert mark.name
        assert all(value > 0 for _, value in mark.parts) or mark.kind in ("number", "article")
    assert line.endswith(body_of(line))
