import pytest

from tests.parsing.drawn_pages import told
from vnparty_nlp.parsing.grid import GridCell, lines_as, table_drafts


def grid(*lines: str) -> list[list[GridCell]]:
    """Rows of cells parted by bars; a slash parts the lines of a cell."""
    return [
        [
            GridCell(tuple(part.strip() for part in cell.split(" / ") if part.strip()), column)
            for column, cell in enumerate(line.split("|"))
        ]
        for line in lines
    ]


@pytest.mark.parametrize(
    ("rows", "opening", "expected"),
    [
        pytest.param(("TT | Họ và tên", "1 | Phan Thị Nụ"), False, ["r TT | Họ và tên", "r 1 | Phan Thị Nụ"], id="a table"),
        pytest.param(("TT | Họ và tên", "1 | "), False, ["r TT | Họ và tên", "r 1"], id="an empty cell is left out"),
        pytest.param(("TT | Việc", " | ", "1 | Thu"), False, ["r TT | Việc", "r 1 | Thu"], id="an empty row is left out"),
        pytest.param(("CHI BỘ THÔN BÃI DÂU / Số 05-BB/CB | ĐẢNG CỘNG SẢN VIỆT NAM",), True, ["L CHI BỘ THÔN BÃI DÂU", "L Số 05-BB/CB", "L ĐẢNG CỘNG SẢN VIỆT NAM"], id="letterhead"),
        pytest.param(("CHI BỘ THÔN BÃI DÂU | ĐẢNG CỘNG SẢN VIỆT NAM", "Số 05-BB/CB | Hòa Sơn, ngày 05 tháng 6 năm 2023"), True, ["L CHI BỘ THÔN BÃI DÂU", "L Số 05-BB/CB", "L ĐẢNG CỘNG SẢN VIỆT NAM", "L Hòa Sơn, ngày 05 tháng 6 năm 2023"], id="letterhead in two rows"),
        pytest.param(("TT | Đơn vị", "1 | CHI BỘ THÔN BÃI DÂU"), False, ["r TT | Đơn vị", "r 1 | CHI BỘ THÔN BÃI DÂU"], id="bodies in a table further below"),
        pytest.param(("THƯ KÝ | CHỦ TRÌ", "Phan Thị Nụ | Hà Văn Mạc"), False, ["S THƯ KÝ", "S Phan Thị Nụ", "S CHỦ TRÌ", "S Hà Văn Mạc"], id="signatures"),
        pytest.param(("Nơi nhận: / - Đảng ủy / - Lưu Chi bộ | T/M CHI BỘ / BÍ THƯ / Hà Văn Mạc",), False, ["S Nơi nhận:", "S - Đảng ủy", "S - Lưu Chi bộ", "S T/M CHI BỘ", "S BÍ THƯ", "S Hà Văn Mạc"], id="recipients beside the signature"),
        pytest.param(("Một khung có chữ / và dòng hai",), False, ["p Một khung có chữ", "p và dòng hai"], id="a frame around text"),
        pytest.param(("____ | ____", "THƯ KÝ | CHỦ TRÌ"), False, ["r ____ | ____", "r THƯ KÝ | CHỦ TRÌ"], id="a drawn row is no role"),
    ],
)  # fmt: skip
def test_tables(rows: tuple[str, ...], opening: bool, expected: list[str]) -> None:
    assert told(table_drafts(grid(*rows), opening=opening)) == expected


def test_rows_know_their_columns() -> None:
    drafts = table_drafts(grid("TT | Họ và tên | Nộp", "1 | | rồi"))
    assert drafts[0].columns == ("", "", "")
    assert drafts[1].columns == ("TT", "Nộp")


def test_marked_header_rows_name_the_columns() -> None:
    drafts = table_drafts(grid("Nụ | Lụa", "có | không"), header_rows=1)
    assert drafts[1].columns == ("Nụ", "Lụa")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ["Một  dòng", "", "  ", "-----", "Hai"],
            ["p Một dòng", "p Hai"],
            id="blank and drawn lines",
        ),
        pytest.param(["B I Ê N   B Ả N"], ["p BIÊN BẢN"], id="letters set apart"),
        pytest.param([], [], id="none"),
    ],
)
def test_lines_as(lines: list[str], expected: list[str]) -> None:
    assert told(lines_as("paragraph", lines)) == expected
