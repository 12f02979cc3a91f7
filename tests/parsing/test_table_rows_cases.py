import pytest

from vnparty_nlp.parsing.header_rows import CellText
from vnparty_nlp.parsing.lines import Line
from vnparty_nlp.parsing.table_rows import name_rows


def row(page: int, table: int, text: str) -> Line:
    """A row whose cells are parted by bars; empty cells are left out."""
    cells = [CellText(t.strip(), n) for n, t in enumerate(text.split("|")) if t.strip()]
    words = tuple((cell.column,) for cell in cells)
    joined = " ".join(cell.text for cell in cells)
    return Line("row", page, words, joined, 85, 100, 552, 114, row=tuple(cells), table=(table, text.count("|") + 1))  # fmt: skip


def text(page: int, words: str) -> Line:
    return Line("paragraph", page, ((0,),), words, 85, 100, 552, 114)


def shown(*lines: Line) -> list[str]:
    return [" | ".join(cell.text for cell in line.row) or line.text for line in name_rows(lines)]


HEAD, ONE, TWO = "TT | Họ và tên | Ghi chú", "1 | Phan Thị Nụ | ốm", "2 | Lưu Thị Lụa | "


def test_columns_are_named() -> None:
    found = list(name_rows([row(1, 0, HEAD), row(1, 0, ONE), row(1, 0, TWO)]))
    assert [line.columns for line in found] == [
        ("", "", ""),
        ("TT", "Họ và tên", "Ghi chú"),
        ("TT", "Họ và tên"),
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([row(1, 0, HEAD), row(1, 0, ONE), row(2, 9, HEAD), row(2, 9, TWO)], [HEAD, ONE, "2 | Lưu Thị Lụa"], id="header repeated on the next page"),
        pytest.param([row(1, 0, HEAD), row(1, 0, ONE), row(2, 9, TWO)], [HEAD, ONE, "2 | Lưu Thị Lụa"], id="header not repeated"),
        pytest.param([row(1, 0, HEAD), row(1, 0, ONE), row(2, 9, " | | có giấy"), row(2, 9, TWO)], [HEAD, ONE + " có giấy", "2 | Lưu Thị Lụa"], id="a row cut by the break"),
        pytest.param([row(1, 0, HEAD), row(1, 0, TWO), row(2, 9, " | | ở xa")], [HEAD, "2 | Lưu Thị Lụa | ở xa"], id="the cut row had an empty cell"),
        pytest.param([row(1, 0, HEAD), row(1, 0, ONE), text(1, "Hết."), row(1, 5, HEAD), row(1, 5, TWO)], [HEAD, ONE, "Hết.", HEAD, "2 | Lưu Thị Lụa"], id="another table keeps its header"),
        pytest.param([row(1, 0, HEAD), row(1, 0, ONE), row(3, 9, HEAD), row(3, 9, TWO)], [HEAD, ONE, HEAD, "2 | Lưu Thị Lụa"], id="two pages further on"),
        pytest.param([row(1, 0, HEAD), row(1, 0, ONE), row(2, 9, "Nụ | có")], [HEAD, ONE, "Nụ | có"], id="another number of columns"),
        pytest.param([], [], id="nothing"),
    ],
)  # fmt: skip
def test_tables_over_page_breaks(lines: list[Line], expected: list[str]) -> None:
    assert shown(*lines) == expected


def test_rows_on_the_next_page_keep_the_names() -> None:
    found = list(name_rows([row(1, 0, HEAD), row(1, 0, ONE), row(2, 9, TWO)]))
    assert found[-1].columns == ("TT", "Họ và tên")
