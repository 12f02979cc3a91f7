from vnparty_nlp.records import Passage, Span
from vnparty_nlp.tagging.wording import wording

ROW = "1 | Lụa | HTT"
CELLS = (Span(20, 21), Span(24, 27), Span(30, 33))


def row(*names: str) -> Passage:
    return Passage(ROW, Span(20, 33), columns=tuple(zip(CELLS, names, strict=True)))


def test_a_row_is_told_with_its_columns() -> None:
    assert wording(row("TT", "Họ tên", "Xếp loại 2021")) == (
        "TT: 1 | Họ tên: Lụa | Xếp loại 2021: HTT"
    )


def test_a_cell_without_a_column_name_stands_alone() -> None:
    assert wording(row("", "Họ tên", "")) == "1 | Họ tên: Lụa | HTT"


def test_what_has_no_columns_is_told_as_it_stands() -> None:
    assert wording(row("", "", "")) == ROW
    assert wording(Passage("Chi bộ họp.", Span(5, 16))) == "Chi bộ họp."
