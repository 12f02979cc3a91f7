from vnparty_nlp.parsing.header_rows import CellText
from vnparty_nlp.parsing.lines import Line
from vnparty_nlp.parsing.table_rows import name_rows

HEADER = {0: "TT", 1: "Họ và tên", 2: "Ghi chú"}
NAMES = ("TT", "Họ và tên", "Ghi chú")


def row(cells: dict[int, str], *, table: int = 1, page: int = 1) -> Line:
    texts = tuple(CellText(text, column) for column, text in cells.items())
    words = tuple((column,) for column in cells)
    text = " ".join(cells.values())
    return Line("row", page, words, text, 0, 0, 0, 14, row=texts, table=(table, 3))


def text(words: str) -> Line:
    return Line("paragraph", 1, ((0,),), words, 0, 0, 0, 14)


def named(*lines: Line) -> list[tuple[str, tuple[str, ...]]]:
    return [(line.text, line.columns) for line in name_rows(lines)]


def test_rows_take_the_names_of_their_columns() -> None:
    rows = [row(HEADER), row({0: "1", 1: "Phan Thị Nụ"}), row({0: "2", 1: "Chu Văn Sửu", 2: "nợ"})]
    assert named(*rows, text("Hết")) == [
        ("TT Họ và tên Ghi chú", ("", "", "")),
        ("1 Phan Thị Nụ", ("TT", "Họ và tên")),
        ("2 Chu Văn Sửu nợ", NAMES),
        ("Hết", ()),
    ]


def test_a_table_goes_on_after_a_page_break() -> None:
    first = [row(HEADER), row({0: "1", 1: "Phan Thị Nụ"})]
    repeated = [row(HEADER, table=2, page=2), row({0: "2", 1: "Chu Văn Sửu"}, table=2, page=2)]
    plain = [row({0: "2", 1: "Chu Văn Sửu"}, table=2, page=2)]
    for rest in (repeated, plain):
        assert named(*first, *rest)[1:] == [
            ("1 Phan Thị Nụ", ("TT", "Họ và tên")),
            ("2 Chu Văn Sửu", ("TT", "Họ và tên")),
        ]


def test_a_row_cut_by_the_page_break_is_one_row() -> None:
    lines = [
        row(HEADER),
        row({0: "1", 1: "Phan Thị", 2: "Nộp"}),
        row({1: "Nụ", 2: "chậm"}, table=2, page=2),
    ]
    assert named(*lines)[1:] == [("1 Phan Thị Nụ Nộp chậm", NAMES)]


def test_another_table_has_its_own_names() -> None:
    other = row({0: "Xóm Trên", 1: "12 hộ"}, table=2)
    lines = [row(HEADER), row({0: "1", 1: "Phan Thị Nụ"}), text("Số hộ:"), other]
    assert named(*lines)[-1] == ("Xóm Trên 12 hộ", ("", ""))
