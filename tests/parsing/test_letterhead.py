import numpy as np

from vnparty_nlp.parsing.letterhead import letterhead_columns, split_at_mottos
from vnparty_nlp.parsing.paper import PageWords
from vnparty_nlp.parsing.segments import Segment, rows_of

LETTER = 7.0


def page(*lines: tuple[float, float, str], number: int = 1) -> PageWords:
    """Lines by left edge, bottom edge and words."""
    texts: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    for left, bottom, words in lines:
        for word in words.split():
            boxes.append((left, bottom - 14, left + LETTER * len(word), bottom))
            texts.append(word)
            left += LETTER * len(word) + 3
    edges = np.array(boxes, dtype=np.float32)
    return PageWords(number, 595.0, 842.0, texts, edges, upright=len(texts))


def columns(sheet: PageWords) -> tuple[int, list[list[str]]]:
    def text_of(segment: Segment) -> str:
        return " ".join(sheet.texts[word] for word in segment.words)

    rows = split_at_mottos(sheet, rows_of(sheet.edges))
    count, found = letterhead_columns(sheet, rows, text_of)
    return count, [[text_of(segment) for segment in column] for column in found]


LEFT = ["ĐẢNG BỘ XÃ HÒA SƠN", "CHI BỘ THÔN", "Số 05-BB/CB"]
RIGHT = ["ĐẢNG CỘNG SẢN VIỆT NAM", "Hòa Sơn, ngày 05 tháng 6 năm 2023"]
HEAD = [
    (80.0, 80.0, LEFT[0]),
    (320.0, 80.0, RIGHT[0]),
    (90.0, 100.0, LEFT[1]),
    (95.0, 120.0, LEFT[2]),
    (310.0, 120.0, RIGHT[1]),
]
TITLE = (260.0, 150.0, "BIÊN BẢN")


def test_columns_end_at_the_title() -> None:
    assert columns(page(*HEAD, TITLE)) == (3, [LEFT, RIGHT])


def test_columns_end_with_their_last_line_where_there_is_no_title() -> None:
    sheet = page(*HEAD, (85.0, 140.0, "Kính gửi:"), (85.0, 160.0, "Chi bộ họp."))
    assert columns(sheet) == (3, [LEFT, RIGHT])


def test_a_line_may_reach_into_the_other_column() -> None:
    long = "CHI BỘ TRƯỜNG MẦM NON HOA MAI XÃ"
    sheet = page(*HEAD[:2], (80.0, 100.0, long), *HEAD[3:], TITLE)
    assert columns(sheet) == (3, [[LEFT[0], long, LEFT[2]], RIGHT])


def test_columns_that_all_but_touch_are_parted_at_the_motto() -> None:
    left = LETTER * len(LEFT[0].replace(" ", "")) + 3 * 4 + 80
    sheet = page(HEAD[0], (left + 4, 80.0, RIGHT[0]), *HEAD[2:], TITLE)
    assert columns(sheet) == (3, [LEFT, RIGHT])


def test_other_columns_are_no_letterhead() -> None:
    assert columns(page((80.0, 80.0, "Có mặt: 25"), (320.0, 80.0, "Vắng: 03"))) == (0, [])
    low = [(left, bottom + 400, words) for left, bottom, words in HEAD]
    assert columns(page(*low)) == (0, [])


def test_a_stamp_on_a_later_page_is_no_letterhead() -> None:
    lines = [(80.0, 80.0, "mương Cầu Đá đã xong"), (320.0, 80.0, "ĐẢNG ỦY XÃ")]
    assert columns(page(*lines, number=2)) == (0, [])
