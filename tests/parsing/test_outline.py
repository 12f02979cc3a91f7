import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp import parse
from vnparty_nlp.parsing.outline import outline
from vnparty_nlp.records import Block, Clause, Document, Heading, Page, Span, WordBoxes

FIXTURES = sorted((Path(__file__).parent / "fixtures" / "outline").glob("*.txt"))
MARKED = re.compile(r"⟦(.+?)⟧(.*)")


def read(tmp_path: Path, marked: str) -> tuple[Document, list[tuple[str, str]]]:
    """The document without its marks, and the marked lines with their paths."""
    path = tmp_path / "document.txt"
    path.write_text(re.sub(r"⟦.+?⟧", "", marked), "utf-8")
    return parse(path), MARKED.findall(marked)


def of_lines(*lines: str) -> Document:
    spans, start = [], 0
    for line in lines:
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    blocks = tuple(Block("paragraph", span) for span in spans)
    text = "\n".join(lines)
    return Document("0" * 16, "a", text, (Page(1),), blocks, WordBoxes(), Heading("guidance"))


def paths(*lines: str) -> list[str]:
    return [clause.path for clause in outline(of_lines(*lines))]


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_every_clause_of_a_document_has_its_path(fixture: Path, tmp_path: Path) -> None:
    document, expected = read(tmp_path, fixture.read_text("utf-8"))
    clauses = outline(document)
    assert [clause.path for clause in clauses] == [path for path, _ in expected]
    for clause, (_, line) in zip(clauses, expected, strict=True):
        assert clause.title.startswith(line[:40].strip())


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Chương II", "TỔ CHỨC", "VÀ NHIỆM VỤ", "Điều 4. Bộ máy"], "Chương II TỔ CHỨC VÀ NHIỆM VỤ", id="title below, on two lines"),
        pytest.param(["I. NHIỆM VỤ CỦA CHI BỘ", "VÀ CỦA ĐẢNG VIÊN", "Chi bộ làm các việc sau:"], "I. NHIỆM VỤ CỦA CHI BỘ VÀ CỦA ĐẢNG VIÊN", id="title goes on"),
        pytest.param(["1. Chi bộ họp.", "Họp vào buổi tối"], "1. Chi bộ họp.", id="text below is no title"),
        pytest.param(["Phụ lục 1", "Danh sách đường giao thông", "1. Đường liên xóm"], "Phụ lục 1 Danh sách đường giao thông", id="title in small letters"),
        pytest.param(["Chương I", "Điều 1. Phạm vi"], "Chương I", id="no title"),
    ],
)  # fmt: skip
def test_the_title_is_the_first_line_with_its_heading(lines: list[str], expected: str) -> None:
    document = of_lines(*lines)
    clause = outline(document)[0]
    assert clause.title == expected
    assert " ".join(clause.head.of(document.text).split()) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["I. MỘT", "1. x", "III. BA", "1. y"], ["I", "I.1", "III", "III.1"], id="a heading lost"),
        pytest.param(["1. x", "2. y", "2. z", "a) t"], ["1", "2", "2 (2)", "2 (2).a"], id="a number twice"),
        pytest.param(["I. X", "1. a", "1.1. b", "1.1.1. c"], ["I", "I.1", "I.1.1", "I.1.1.1"], id="repeated parts are given once"),
        pytest.param(["Điều 5. X", "5.1. a", "5.2. b"], ["Điều 5", "Điều 5.1", "Điều 5.2"], id="numbered by the article"),
        pytest.param(["Mục 1. CHUNG", "1.1. a"], ["Mục 1", "Mục 1.1.1"], id="numbered below a section"),
        pytest.param(["II. Y", "2.1. c", "2.2. d"], ["II", "II.2.1", "II.2.2"], id="Arabic below Roman"),
        pytest.param(["PHỤ LỤC", "Điều 1. a", "1. b"], ["Phụ lục", "Phụ lục.Điều 1", "Phụ lục.Điều 1.1"], id="article of an appendix"),
        pytest.param(['Điều 1. Sửa như sau:', '"Điều 9. Họp', '1. Một lần."', "Điều 2. Hiệu lực"], ["Điều 1", "Điều 2"], id="quoted between straight marks"),
        pytest.param(["1. “Chi bộ bốn tốt” là gì", "2. Mở “ngoặc không đóng", "3. Ba"], ["1", "2", "3"], id="a quotation that is never closed"),
        pytest.param(["Điều 2. X", "1. a", "2. b:", "a) c", "b) d", "đ) e", "Chương II", "Mục 1", "Điều 3. Y"], ["Điều 2", "Điều 2.1", "Điều 2.2", "Điều 2.2.a", "Điều 2.2.b", "Điều 2.2.đ", "Chương II", "Chương II.Mục 1", "Điều 3"], id="points lost before đ"),
        pytest.param(["Chi bộ họp bàn việc làng."], [], id="no numbers"),
    ],
)  # fmt: skip
def test_paths(lines: list[str], expected: list[str]) -> None:
    assert paths(*lines) == expected


def test_a_clause_ends_where_the_next_begins_and_holds_its_parts() -> None:
    document = of_lines("I. MỘT", "1. a", "thêm", "- gạch", "2. b", "II. HAI", "cuối")
    spans = {c.path: c.span.of(document.text) for c in outline(document)}
    assert spans == {
        "I": "I. MỘT\n1. a\nthêm\n- gạch\n2. b",
        "I.1": "1. a\nthêm\n- gạch",
        "I.2": "2. b",
        "II": "II. HAI\ncuối",
    }


def test_what_is_said_of_the_whole_document_belongs_to_no_khoan() -> None:
    closing = "Trong quá trình thực hiện, nếu có vướng mắc thì báo cáo Đảng ủy."
    document = of_lines("I. TỔ CHỨC THỰC HIỆN", "1. a", "2. b", closing)
    whole, _, last = outline(document)
    assert whole.span.of(document.text).endswith(closing)
    assert last.span.of(document.text) == "2. b"


def test_a_closing_sentence_before_a_number_closes_nothing() -> None:
    closing = "Trong quá trình thực hiện, nếu có vướng mắc thì báo cáo Đảng ủy."
    document = of_lines(
        "I. TỔ CHỨC THỰC HIỆN", "1. a", closing, "2. b", closing, "Nơi nhận:", "1. c"
    )
    _, first, second, *_ = outline(document)
    assert first.span.of(document.text) == f"1. a\n{closing}"
    assert second.span.of(document.text) == "2. b"


def test_recipients_end_the_last_clause() -> None:
    document = of_lines("1. a", "2. b", "Nơi nhận:", "- Lưu.", "Phụ lục 1", "MẪU SỔ", "1. c")
    assert [c.path for c in outline(document)] == ["1", "2", "Phụ lục 1", "Phụ lục 1.1"]
    assert outline(document)[1].span.of(document.text) == "2. b"


def test_a_document_in_pages_tells_where_its_clauses_stand() -> None:
    sample = Path(__file__).parents[2] / "corpora/samples/files/04-huong-dan-2014.pdf"
    document = parse(sample)
    clauses = {clause.path: clause for clause in outline(document)}
    assert [p for p in clauses if "." not in p] == ["I", "II", "III", "IV", "V", "VI"]
    assert "IV.2.đ" in clauses
    located = [document.words.locate(clause.head) for clause in clauses.values()]
    pages = [place[0] for place in located if place]
    assert len(pages) == len(clauses)
    assert pages == sorted(pages)
    assert set(pages) == {1, 2, 3}


LINES = st.sampled_from(
    [
        "I. MỘT",
        "II. HAI",
        "1. một",
        "2. hai",
        "1.1. x",
        "a) x",
        "b) y",
        "Điều 1. x",
        "Điều 2. y",
        "Chương I",
        "TIÊU ĐỀ",
        "chữ thường",
        "- gạch",
        "Nơi nhận:",
        "“Điều 3. x",
        "xong.”",
        "Phụ lục 1",
    ]
)


@given(st.lists(LINES, min_size=1, max_size=25))
def test_spans_are_nested_or_disjoint_and_paths_unique(lines: list[str]) -> None:
    document = of_lines(*lines)
    clauses = outline(document)
    assert len({clause.path for clause in clauses}) == len(clauses)
    around: list[Clause] = []
    for clause in clauses:
        assert clause.span.end <= len(document.text)
        assert clause.span.covers(clause.head)
        around = [outer for outer in around if outer.span.end > clause.span.start]
        assert all(outer.span.covers(clause.span) for outer in around)
        assert clause.level == len(around)
        around.append(clause)
    starts = [clause.span.start for clause in clauses]
    assert starts == sorted(set(starts))
