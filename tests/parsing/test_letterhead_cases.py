import pytest

from tests.parsing.drawn_pages import Sheet
from vnparty_nlp.parsing.letterhead import letterhead_columns, split_at_mottos
from vnparty_nlp.parsing.paper import PageWords
from vnparty_nlp.parsing.segments import Segment, rows_of


def columns(sheet: Sheet) -> tuple[int, list[list[str]]]:
    page = sheet.words

    def text(segment: Segment) -> str:
        return " ".join(page.texts[word] for word in segment.words)

    rows = split_at_mottos(page, rows_of(page.edges))
    count, found = letterhead_columns(page, rows, text)
    return count, [[text(segment) for segment in column] for column in found]


def head(left: tuple[str, ...], right: tuple[str, ...], top: float = 80) -> Sheet:
    sheet = Sheet()
    for middle, lines in ((175, left), (430, right)):
        for number, line in enumerate(lines):
            sheet.centre(line, middle, top + 18 * number)
    return sheet


LEFT = ("ĐẢNG BỘ XÃ HÒA SƠN", "CHI BỘ THÔN BÃI DÂU", "*")
RIGHT = ("ĐẢNG CỘNG SẢN VIỆT NAM", "Hòa Sơn, ngày 05 tháng 6 năm 2023")


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        pytest.param(head(LEFT, RIGHT).centre("BIÊN BẢN", 318, 150), (3, [list(LEFT), list(RIGHT)]), id="up to the title"),
        pytest.param(head(LEFT[:2], RIGHT).put("Chi bộ họp.", 85, 180), (2, [list(LEFT[:2]), list(RIGHT)]), id="text far below"),
        pytest.param(head(LEFT[:2], RIGHT).centre("Số 05-BB/CB", 175, 116).centre("BIÊN BẢN", 318, 150), (3, [[*LEFT[:2], "Số 05-BB/CB"], list(RIGHT)]), id="number"),
        pytest.param(head(LEFT, RIGHT, top=500), (0, []), id="not at the top"),
        pytest.param(head(("Việc thứ nhất",), ("Việc thứ hai",)), (0, []), id="two columns of text"),
        pytest.param(Sheet().centre("ĐẢNG CỘNG SẢN VIỆT NAM", 318, 80).centre("BIÊN BẢN", 318, 98), (0, []), id="one column"),
    ],
)  # fmt: skip
def test_columns(sheet: Sheet, expected: tuple[int, list[list[str]]]) -> None:
    assert columns(sheet) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "ĐẢNG BỘ XÃ HÒA SƠN ĐẢNG CỘNG SẢN VIỆT NAM", 2, id="party motto run into the body"
        ),
        pytest.param("UBND XÃ HÒA SƠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 2, id="state motto"),
        pytest.param("ĐẢNG CỘNG SẢN VIỆT NAM", 1, id="the motto alone"),
        pytest.param("Chi bộ học về ĐẢNG CỘNG SẢN VIỆT NAM", 1, id="in a sentence"),
        pytest.param("BÁO CÁO CỦA CHI BỘ", 1, id="no motto"),
    ],
)
def test_a_motto_that_ran_into_the_left_column(line: str, expected: int) -> None:
    page = Sheet().put(line, 60, 80).words
    (row,) = split_at_mottos(page, rows_of(page.edges))
    assert len(row) == expected
    assert " ".join(page.texts[word] for segment in row for word in segment.words) == line


def test_no_rows() -> None:
    assert split_at_mottos(PageWords(1), []) == []
