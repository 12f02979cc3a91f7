import pytest

from vnparty_nlp.parsing.clause_marks import marks_of
from vnparty_nlp.parsing.clause_tree import arrange


def tree(*lines: str) -> str:
    """The names of the clauses, each behind as many dots as clauses are around it."""
    places = arrange([marks_of(line) for line in lines])
    levels: dict[int | None, int] = {None: -1}
    for place in places:
        levels[place.line] = levels[place.parent] + 1
    return " ".join("." * levels[p.line] + p.mark.name for p in places)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param("A. x|I. x|1. x|2. x|II. x|B. x", "A .I ..1 ..2 .II B", id="A, I, 1"),
        pytest.param("I. x|A. x|1. x|B. x|II. x", "I .A ..1 .B II", id="I, A, 1"),
        pytest.param("1. x|a) x|1) x|2) x|b) x|2. x", "1 .a ..1 ..2 .b 2", id="1, a, 1)"),
        pytest.param("1. x:|1. x|2. x|3. x|2. x|3. x", "1 .1 .2 .3 2 3", id="1. inside 1."),
        pytest.param("G. x|H. x|I. x|K. x", "G H I K", id="I the letter"),
        pytest.param("IV. x|V. x|VI. x", "IV V VI", id="V the number"),
        pytest.param("1. x|g) x|h) x|i) x|k) x", "1 .g .h .i .k", id="i the letter"),
        pytest.param("a) x|i) x|ii) x|iii) x|b) x", "a .i .ii .iii b", id="i the number"),
        pytest.param("c) x|d) x|d) x|e) x", "c d đ e", id="đ without its bar"),
        pytest.param("d) x|e) x|f) x|g) x|h) x", "d e f g h", id="f in the list"),
        pytest.param("1. x|2. x|4. x|5. x", "1 2 4 5", id="a number lost"),
        pytest.param("2. x|a) x|b) x|đ) x|3. x", "2 .a .b .đ 3", id="c and d lost before đ"),
        pytest.param("a) x|b) x|d) x", "a b d", id="a letter lost before the last"),
        pytest.param("a) x|b) x|e) x", "a b e", id="c, d and đ lost"),
        pytest.param("a) x|b) x|k) x", "a b", id="a letter too far on"),
        pytest.param("1. x|đ) x|2. x", "1 2", id="a letter that begins nothing"),
        pytest.param("1. x|2. x|4. x", "1 2 4", id="a number lost before the last"),
        pytest.param("1. x|2. x|2. x|3. x", "1 2 2 3", id="a number twice"),
        pytest.param("1. x|14. x|2. x|3. x", "1 2 3", id="a number of something else"),
        pytest.param("1. x|1.1. x|1.2. x|2. x|2.1. x", "1 .1.1 .1.2 2 .2.1", id="parts"),
        pytest.param("I. x|1.1. x|1.2. x|2.1. x", "I .1.1 .1.2 .2.1", id="parts without a whole"),
        pytest.param("II. x|II.1. x|II.1.1. x|II.2. x", "II .II.1 ..II.1.1 .II.2", id="Roman parts"),
        pytest.param("Chương I|Điều 1. x|1. x|Chương II|Điều 2. x", "Chương I .Điều 1 ..1 Chương II .Điều 2", id="articles are counted on"),
        pytest.param("I. X|Điều 1. x|a) x|II. Y|Điều 2. x", "I .Điều 1 ..a II .Điều 2", id="articles below Roman numbers"),
        pytest.param("1. x|2. x|A. X|I. x|B. Y", "1 2 A .I B", id="numbers in the preamble"),
        pytest.param("II. x|1. x|PHỤ LỤC I|I. x|1. x", "II .1 Phụ lục I .I ..1", id="appendix"),
        pytest.param("6. lại nói|chuyện khác", "", id="a lone number that begins nothing"),
    ],
)  # fmt: skip
def test_numbers_tell_what_is_a_part_of_what(lines: str, expected: str) -> None:
    assert tree(*lines.split("|")) == expected


def test_behind_the_end_of_a_document_numbers_begin_anew() -> None:
    first, second = marks_of("Điều 1. Ban hành"), marks_of("Điều 1. Nguyên tắc")
    assert [place.parent for place in arrange([first, None, second])] == [None, None]


def test_a_merged_part_is_that_of_the_clause_around() -> None:
    places = arrange([marks_of(line) for line in ("1. x", "1.1. x", "1.1.1. x")])
    assert [place.merged for place in places] == [0, 1, 2]
