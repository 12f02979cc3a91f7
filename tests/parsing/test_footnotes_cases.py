import pytest

from tests.parsing.drawn_pages import Sheet
from vnparty_nlp.parsing.footnotes import take_footnotes
from vnparty_nlp.parsing.segments import Row, rows_of

USUAL = 12 * 1.16


def taken(sheet: Sheet) -> tuple[list[str], list[str]]:
    page = sheet.words

    def texts(rows: list[Row]) -> list[str]:
        return [" ".join(page.texts[w] for segment in row for w in segment.words) for row in rows]

    text, notes = take_footnotes(page, rows_of(page.edges), USUAL)
    return texts(text), texts(notes)


def sheet() -> Sheet:
    return Sheet().put("Chi bộ họp thường kỳ", 85, 100).put("đã nộp đủ đảng phí", 85, 118)


@pytest.mark.parametrize(
    ("drawn", "text", "notes"),
    [
        pytest.param(sheet(), ["Chi bộ họp thường kỳ", "đã nộp đủ đảng phí"], [], id="no notes"),
        pytest.param(sheet().put("1 Nộp ngày 04/3.", 85, 780, 9), ["Chi bộ họp thường kỳ", "đã nộp đủ đảng phí"], ["1 Nộp ngày 04/3."], id="small type"),
        pytest.param(sheet().put("1", 200, 95, 6).put("1 Nộp ngày 04/3.", 85, 780, 9), ["Chi bộ họp thường kỳ", "đã nộp đủ đảng phí"], ["1 Nộp ngày 04/3."], id="its mark is left out of the text"),
        pytest.param(sheet().rule(85, 765, 200, 766).put("1 Nộp ngày 04/3.", 85, 780), ["Chi bộ họp thường kỳ", "đã nộp đủ đảng phí"], ["1 Nộp ngày 04/3."], id="below a line, in the type of the text"),
        pytest.param(sheet().rule(85, 765, 540, 766).put("1 Nộp ngày 04/3.", 85, 780), ["Chi bộ họp thường kỳ", "đã nộp đủ đảng phí", "1 Nộp ngày 04/3."], [], id="a line over the page parts nothing"),
        pytest.param(sheet().put("1 Một.", 85, 770, 9).put("2 Hai.", 85, 783, 9), ["Chi bộ họp thường kỳ", "đã nộp đủ đảng phí"], ["1 Một.", "2 Hai."], id="two notes"),
        pytest.param(sheet().put("Ghi chú nhỏ", 85, 780, 9), ["Chi bộ họp thường kỳ", "đã nộp đủ đảng phí", "Ghi chú nhỏ"], [], id="small type without a number"),
        pytest.param(sheet().put("* Nộp sau.", 85, 780, 9), ["Chi bộ họp thường kỳ", "đã nộp đủ đảng phí"], ["* Nộp sau."], id="a star"),
    ],
)  # fmt: skip
def test_notes(drawn: Sheet, text: list[str], notes: list[str]) -> None:
    assert taken(drawn) == (text, notes)


def test_a_raised_figure_without_a_note_stays_beside_its_word() -> None:
    text, notes = taken(sheet().put("m", 300, 118).put("2", 307, 112, 6))
    assert notes == []
    assert text == ["Chi bộ họp thường kỳ", "đã nộp đủ đảng phí m 2"]
