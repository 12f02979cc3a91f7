import pytest

from vnparty_nlp.parsing.tabbed import (
    column_drafts,
    letterhead_length,
    pieces_of,
    signature_start,
    tabbed_table_length,
    without_bars,
)


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        pytest.param("ĐẢNG BỘ XÃ", ["ĐẢNG BỘ XÃ"], id="one"),
        pytest.param(
            "Hòa Sơn, ngày     tháng     năm 2023",
            ["Hòa Sơn, ngày     tháng     năm 2023"],
            id="a blank date is no gap",
        ),
        pytest.param("THƯ KÝ\tCHỦ TRÌ", ["THƯ KÝ", "CHỦ TRÌ"], id="a tab"),
        pytest.param("THƯ KÝ     CHỦ TRÌ", ["THƯ KÝ", "CHỦ TRÌ"], id="blanks"),
        pytest.param("\t\tCHỦ TRÌ", ["CHỦ TRÌ"], id="tabs in front"),
        pytest.param("Số:      -BB/CB", ["Số:      -BB/CB"], id="a blank number is no gap"),
        pytest.param(
            "Số      -BB/CB\tHòa Sơn, ngày 5",
            ["Số      -BB/CB", "Hòa Sơn, ngày 5"],
            id="a blank number and a tab",
        ),
        pytest.param("  ", [], id="nothing"),
    ],
)
def test_pieces(line: str, pieces: list[str]) -> None:
    assert [text for _, text in pieces_of(line)] == pieces


HEAD = ["ĐẢNG BỘ XÃ HÒA SƠN\tĐẢNG CỘNG SẢN VIỆT NAM", "CHI BỘ THÔN BÃI DÂU", "Số 05-BB/CB"]


@pytest.mark.parametrize(
    ("lines", "length"),
    [
        pytest.param([*HEAD, "BIÊN BẢN", "Chi bộ họp."], 3, id="up to the title"),
        pytest.param([*HEAD, "Kính gửi: Đảng ủy xã", "Chi bộ họp."], 3, id="up to its last line"),
        pytest.param(["BIÊN BẢN", "Chi bộ họp."], 0, id="none"),
        pytest.param(["Chi bộ họp.", "Đồng chí Nụ vắng."], 0, id="text"),
        pytest.param([HEAD[1], "1. Thời gian", "Số 05-BB/CB"], 1, id="a list ends it"),
    ],
)
def test_letterhead_length(lines: list[str], length: int) -> None:
    assert letterhead_length(lines) == length


def test_signatures_begin_with_the_row_of_offices() -> None:
    lines = ["Chi bộ họp.", "THƯ KÝ\tCHỦ TRÌ", "", "Phan Thị Nụ\tHà Văn Mạc"]
    assert signature_start(lines) == 1
    assert signature_start(["Chi bộ họp.", "Có mặt: 25\tVắng: 3"]) == 2


def test_the_left_column_comes_first() -> None:
    lines = ["T/M CHI BỘ\tNơi nhận:", "BÍ THƯ", "Hà Văn Mạc\t- Lưu chi bộ."]
    assert [draft.text for draft in column_drafts(lines, "signature")] == [
        "T/M CHI BỘ",
        "BÍ THƯ",
        "Hà Văn Mạc",
        "Nơi nhận:",
        "- Lưu chi bộ.",
    ]


@pytest.mark.parametrize(
    ("lines", "length"),
    [
        pytest.param(["TT\tTên\tNộp", "1\tNụ\trồi", "Hết"], 2, id="rows of three"),
        pytest.param(["TT\tTên\tNộp"], 0, id="one row is no table"),
        pytest.param(["Có mặt: 25\tVắng: 3", "Khách: 2\tMời: 1"], 0, id="names and values"),
    ],
)
def test_tables_with_tabs(lines: list[str], length: int) -> None:
    assert tabbed_table_length(lines) == length


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("| CHI BỘ | ĐẢNG CỘNG SẢN |", "CHI BỘ\tĐẢNG CỘNG SẢN\t", id="framed"),
        pytest.param("CHI BỘ | ĐẢNG CỘNG SẢN", "CHI BỘ\tĐẢNG CỘNG SẢN", id="between"),
        pytest.param("| | ĐẢNG CỘNG SẢN", "\tĐẢNG CỘNG SẢN", id="nothing on the left"),
        pytest.param("CHI BỘ   THÔN", "CHI BỘ   THÔN", id="no bar"),
    ],
)
def test_bars_are_tabs(line: str, expected: str) -> None:
    assert without_bars(line) == expected


def test_a_letterhead_divided_by_bars() -> None:
    lines = ["ĐẢNG BỘ XÃ A | ĐẢNG CỘNG SẢN VIỆT NAM", "CHI BỘ B | Xã A, ngày 02/3/2023", "BIÊN BẢN"]
    assert letterhead_length(lines) == 2
    texts = [draft.text for draft in column_drafts(lines[:2], "letterhead")]
    assert texts[:2] == ["ĐẢNG BỘ XÃ A", "CHI BỘ B"]
