import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parsing.drawn_pages import told
from vnparty_nlp.parsing.tabbed import (
    column_drafts,
    letterhead_length,
    pieces_of,
    signature_start,
    tab_cells,
    tabbed_table_length,
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("CHI BỘ\tĐẢNG", ["CHI BỘ", "ĐẢNG"], id="tab"),
        pytest.param("CHI BỘ      ĐẢNG", ["CHI BỘ", "ĐẢNG"], id="blanks"),
        pytest.param("CHI BỘ  ĐẢNG", ["CHI BỘ  ĐẢNG"], id="two blanks are no gap"),
        pytest.param("\tCHI BỘ", ["CHI BỘ"], id="tab before it"),
        pytest.param("Số      -BB/CB", ["Số      -BB/CB"], id="a number left blank"),
        pytest.param("Số:      /BB-CB\tHòa Sơn", ["Số:      /BB-CB", "Hòa Sơn"], id="a number left blank, then the date"),
        pytest.param("", [], id="empty"),
        pytest.param("  \t  ", [], id="blank"),
    ],
)  # fmt: skip
def test_pieces(line: str, expected: list[str]) -> None:
    assert [text for _, text in pieces_of(line)] == expected


@given(st.lists(st.text(alphabet="abộđ.", min_size=1, max_size=8), max_size=4))
def test_pieces_come_in_order_from_left_to_right(texts: list[str]) -> None:
    found = pieces_of("\t".join(texts))
    assert [text for _, text in found] == texts
    places = [place for place, _ in found]
    assert places == sorted(set(places))


HEAD = (
    "ĐẢNG BỘ XÃ HÒA SƠN\tĐẢNG CỘNG SẢN VIỆT NAM",
    "CHI BỘ THÔN BÃI DÂU",
    "*\tHòa Sơn, ngày 05 tháng 6 năm 2023",
    "Số 05-BB/CB",
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param((*HEAD, "BIÊN BẢN", "Chi bộ họp."), 4, id="up to the title"),
        pytest.param((*HEAD, "", "BIÊN BẢN"), 5, id="blank line before the title"),
        pytest.param((*HEAD, "Chi bộ họp thường kỳ."), 4, id="no title"),
        pytest.param(("BIÊN BẢN", *HEAD), 0, id="a title above it"),
        pytest.param(("Chi bộ họp.", "Đồng chí Nụ nói."), 0, id="text alone"),
        pytest.param(("- Đ/c Nụ", *HEAD), 0, id="a list before it"),
        pytest.param((), 0, id="nothing"),
    ],
)
def test_letterhead_length(lines: tuple[str, ...], expected: int) -> None:
    assert letterhead_length(lines) == expected


def test_letterhead_column_by_column() -> None:
    assert told(column_drafts(HEAD, "letterhead")) == [
        "L ĐẢNG BỘ XÃ HÒA SƠN",
        "L CHI BỘ THÔN BÃI DÂU",
        "L *",
        "L Số 05-BB/CB",
        "L ĐẢNG CỘNG SẢN VIỆT NAM",
        "L Hòa Sơn, ngày 05 tháng 6 năm 2023",
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ("Xong.", "THƯ KÝ\tCHỦ TRÌ", "", "Phan Thị Nụ\tHà Văn Mạc"), 1, id="two columns"
        ),
        pytest.param(
            ("Xong.", "Nơi nhận:\tT/M CHI BỘ", "- Đảng ủy\tBÍ THƯ"), 1, id="recipients on the left"
        ),
        pytest.param(("Xong.", "THƯ KÝ", "Phan Thị Nụ"), 3, id="one column"),
        pytest.param(("Xong.",), 1, id="none"),
        pytest.param((), 0, id="nothing"),
    ],
)
def test_signature_start(lines: tuple[str, ...], expected: int) -> None:
    assert signature_start(lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(("TT\tTên\tNộp", "1\tNụ\t15", "Hết"), 2, id="three columns"),
        pytest.param(("Chủ trì:\tHà Văn Mạc", "Thư ký:\tPhan Thị Nụ"), 0, id="names and values"),
        pytest.param(("TT\tTên\tNộp", "Hết"), 0, id="one row"),
        pytest.param(("TT\tTên\tNộp", "1\t\t15"), 2, id="empty cell"),
    ],
)
def test_tabbed_table_length(lines: tuple[str, ...], expected: int) -> None:
    assert tabbed_table_length(lines) == expected


def test_tab_cells_keep_empty_ones() -> None:
    assert tab_cells("1\t\t 15 ") == ["1", "", "15"]


@given(
    st.lists(
        st.sampled_from([*HEAD, "Chi bộ họp.", "THƯ KÝ\tCHỦ TRÌ", "Nụ\tMạc", "-----", ""]),
        max_size=12,
    )
)
def test_columns_lose_no_word(lines: list[str]) -> None:
    found = [word for draft in column_drafts(lines, "letterhead") for word in draft.cells[0]]
    assert sorted(found) == sorted(" ".join(line for line in lines if line != "-----").split())
