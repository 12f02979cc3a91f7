import pytest

from vnparty_nlp.parsing.header_rows import CellText, header_of, names_for


def rows(*lines: str) -> list[list[CellText]]:
    """Rows of cells parted by bars; "Số phiếu*2" covers two columns, an empty cell is left out."""
    table = []
    for line in lines:
        row, column = [], 0
        for cell in line.split("|"):
            text, _, width = cell.strip().partition("*")
            row.append(CellText(text, column, int(width or 1)))
            column += int(width or 1)
        table.append(row)
    return table


@pytest.mark.parametrize(
    ("lines", "count", "names"),
    [
        pytest.param(("TT | Họ và tên | Số phiếu", "1 | Phan Thị Nụ | 24"), 1, {0: "TT", 1: "Họ và tên", 2: "Số phiếu"}, id="ballots"),
        pytest.param(("STT | Họ, chữ đệm và tên | Mức tự nhận", "1 | Phan Thị Nụ | HTT"), 1, {0: "STT", 1: "Họ, chữ đệm và tên", 2: "Mức tự nhận"}, id="ratings"),
        pytest.param(("Họ tên | HTXS | HTT | HT | KHT", "Phan Thị Nụ | 2 | 21 | 1 | 0"), 1, {0: "Họ tên", 1: "HTXS", 2: "HTT", 3: "HT", 4: "KHT"}, id="levels"),
        pytest.param(("TT | HỌ VÀ TÊN | GHI CHÚ", "1 | Phan Thị Nụ | ốm"), 1, {0: "TT", 1: "HỌ VÀ TÊN", 2: "GHI CHÚ"}, id="capitals"),
        pytest.param(("ho va ten | da nop", "Phan Thi Nu | 15.000"), 1, {0: "ho va ten", 1: "da nop"}, id="without marks"),
        pytest.param(("1 | Phan Thị Nụ | 24", "2 | Lưu Thị Lụa | 19"), 0, {}, id="figures from the first row on"),
        pytest.param(("Phan Thị Nụ | Bí thư", "Lưu Thị Lụa | Chi ủy viên"), 0, {}, id="names and offices"),
        pytest.param(("TT | Họ và tên",), 0, {}, id="a header without rows"),
        pytest.param(("Đảng viên | Tiền", "Nụ | 15.000", "Lụa | 20.000"), 1, {0: "Đảng viên", 1: "Tiền"}, id="a column of figures below a word"),
        pytest.param(("TT | Họ và tên | Số phiếu*2", " | | Đồng ý | Không", "1 | Nụ | 24 | 1"), 2, {0: "TT", 1: "Họ và tên", 2: "Số phiếu Đồng ý", 3: "Số phiếu Không"}, id="two header rows"),
        pytest.param(("TT | Họ và tên | Số phiếu", "(1) | (2) | (3)", "1 | Nụ | 24"), 2, {0: "TT", 1: "Họ và tên", 2: "Số phiếu"}, id="a row that numbers the columns"),
        pytest.param(("TT | Họ và tên | Số phiếu", "A | B | 1", "1 | Nụ | 24"), 1, {0: "TT", 1: "Họ và tên", 2: "Số phiếu"}, id="A B 1 needs two figures"),
        pytest.param(("TT | Họ và tên | Số phiếu | Tỷ lệ", "A | B | 1 | 2", "1 | Nụ | 24 | 96"), 2, {0: "TT", 1: "Họ và tên", 2: "Số phiếu", 3: "Tỷ lệ"}, id="A B 1 2"),
        pytest.param(("Đồng chí Nụ được giao theo dõi việc nạo vét mương Cầu Đá đến hết tháng | x", "Nụ | 1", "Lụa | 2"), 0, {}, id="a sentence is no name"),
    ],
)  # fmt: skip
def test_header(lines: tuple[str, ...], count: int, names: dict[int, str]) -> None:
    assert header_of(rows(*lines)) == (count, names)


def test_header_rows_that_the_file_marks_are_believed() -> None:
    table = rows("Phan Thị Nụ | Bí thư", "Lưu Thị Lụa | Chi ủy viên")
    assert header_of(table, certain=1) == (1, {0: "Phan Thị Nụ", 1: "Bí thư"})


def test_a_name_is_not_repeated_below_itself() -> None:
    table = rows("TT | Kết quả*2", "TT | Kết quả | Ghi chú", "1 | đạt | tốt")
    assert header_of(table, certain=2)[1] == {0: "TT", 1: "Kết quả", 2: "Kết quả Ghi chú"}


def test_names_for_a_row() -> None:
    row = rows("1 | Nụ | 24")[0]
    assert names_for(row, {0: "TT", 2: "Số phiếu"}) == ("TT", "", "Số phiếu")
