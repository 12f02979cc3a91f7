import pytest

from vnparty_nlp.parsing.header_rows import CellText, header_of, names_for


def row(*texts: str) -> list[CellText]:
    return [CellText(text, column) for column, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        pytest.param(
            [row("TT", "Họ và tên", "Số tiền"), row("1", "Phan Thị Nụ", "45.000")],
            {0: "TT", 1: "Họ và tên", 2: "Số tiền"},
            id="known names",
        ),
        pytest.param(
            [row("Xóm", "Thóc"), row("Trên", "450"), row("Dưới", "380")],
            {0: "Xóm", 1: "Thóc"},
            id="figures below words",
        ),
        pytest.param(
            [row("Chủ trì", "đ/c Hà Văn Mạc"), row("Thư ký", "đ/c Phan Thị Nụ")],
            {},
            id="names and values",
        ),
        pytest.param(
            [row("1", "Phan Thị Nụ", "45.000"), row("2", "Chu Văn Sửu", "30.000")],
            {},
            id="figures from the start",
        ),
        pytest.param([row("TT", "Họ và tên")], {}, id="one row alone"),
        pytest.param(
            [row("STT", "", "Ghi chú"), row("1", "x", "y")],
            {0: "STT", 2: "Ghi chú"},
            id="a column without a name",
        ),
    ],
)
def test_header_row(rows: list[list[CellText]], names: dict[int, str]) -> None:
    assert header_of(rows) == (1 if names else 0, names)


def test_a_header_of_two_rows() -> None:
    first = [CellText("TT", 0), CellText("Họ và tên", 1), CellText("Số phiếu", 2, 2)]
    second = [CellText("Đồng ý", 2), CellText("Không đồng ý", 3)]
    count, names = header_of([first, second, row("1", "Phan Thị Nụ", "24", "1")])
    assert count == 2
    assert names[2] == "Số phiếu Đồng ý"
    assert names[3] == "Số phiếu Không đồng ý"


def test_the_row_that_numbers_the_columns_belongs_to_the_header() -> None:
    rows = [row("TT", "Họ và tên", "Nộp"), row("(1)", "(2)", "(3)"), row("1", "Phan Thị Nụ", "rồi")]
    assert header_of(rows)[0] == 2


def test_marked_header_rows_are_believed() -> None:
    rows = [row("Alpha", "Beta"), row("một", "hai"), row("ba", "bốn")]
    assert header_of(rows, certain=1) == (1, {0: "Alpha", 1: "Beta"})


def test_names_for_cells() -> None:
    cells = [CellText("1", 0), CellText("x", 2)]
    assert names_for(cells, {0: "TT", 1: "Tên"}) == ("TT", "")
