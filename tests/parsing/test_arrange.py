import pytest

from tests.parsing.drawn_pages import told
from vnparty_nlp.parsing.arrange import Table, arrange, lines_of
from vnparty_nlp.parsing.flow import Draft
from vnparty_nlp.parsing.grid import GridCell

HEAD = Table([[GridCell(("CHI BỘ THÔN BÃI DÂU",), 0), GridCell(("ĐẢNG CỘNG SẢN VIỆT NAM",), 1)]])
LIST = Table([[GridCell(("TT",), 0), GridCell(("Đơn vị",), 1)], [GridCell(("1",), 0), GridCell(("CHI BỘ THÔN BÃI DÂU",), 1)]])  # fmt: skip
SIGNED = Table([[GridCell(("THƯ KÝ", "Nụ"), 0), GridCell(("CHỦ TRÌ", "Mạc"), 1)]])
NOTE = Draft("footnote", (("Nộp", "ngày", "04/3."),))


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        pytest.param([HEAD, "BIÊN BẢN", "Họp."], ["L CHI BỘ THÔN BÃI DÂU", "L ĐẢNG CỘNG SẢN VIỆT NAM", "p BIÊN BẢN", "p Họp."], id="letterhead table"),
        pytest.param(["Họp.", SIGNED], ["p Họp.", "S THƯ KÝ", "S Nụ", "S CHỦ TRÌ", "S Mạc"], id="signature table"),
        pytest.param([HEAD, "BIÊN BẢN", LIST], ["L CHI BỘ THÔN BÃI DÂU", "L ĐẢNG CỘNG SẢN VIỆT NAM", "p BIÊN BẢN", "r TT | Đơn vị", "r 1 | CHI BỘ THÔN BÃI DÂU"], id="a list of bodies behind the title"),
        pytest.param(["100% đã nộp.", NOTE, "Sau đó."], ["p 100% đã nộp.", "f Nộp ngày 04/3.", "p Sau đó."], id="a note stays where it is"),
        pytest.param(["Bí thư,\nkiêm trưởng thôn"], ["p Bí thư, kiêm trưởng thôn"], id="a break in a sentence"),
        pytest.param(["Xong.\nViệc khác"], ["p Xong.", "p Việc khác"], id="a break behind a full stop"),
        pytest.param(["Gồm\na) Thu"], ["p Gồm", "p a) Thu"], id="a break before an item"),
        pytest.param(["a\n\n\nb"], ["p a", "p b"], id="blank lines"),
        pytest.param(["TT\tTên\tNộp", "1\tNụ\trồi"], ["r TT | Tên | Nộp", "r 1 | Nụ | rồi"], id="a table with tabs"),
        pytest.param(["CHI BỘ THÔN BÃI DÂU\tĐẢNG CỘNG SẢN VIỆT NAM", "BIÊN BẢN"], ["L CHI BỘ THÔN BÃI DÂU", "L ĐẢNG CỘNG SẢN VIỆT NAM", "p BIÊN BẢN"], id="letterhead with tabs"),
        pytest.param(["Họp.", "THƯ KÝ\tCHỦ TRÌ", "Nụ\tMạc"], ["p Họp.", "S THƯ KÝ", "S Nụ", "S CHỦ TRÌ", "S Mạc"], id="signatures with tabs"),
        pytest.param([], [], id="nothing"),
    ],
)  # fmt: skip
def test_arrange(pieces: list[str | Table | Draft], expected: list[str]) -> None:
    assert told(arrange(pieces)) == expected


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        pytest.param("một\nhai", ["một", "hai"], id="text"),
        pytest.param(LIST, ["TT Đơn vị", "1 CHI BỘ THÔN BÃI DÂU"], id="a table in a cell"),
        pytest.param(NOTE, ["Nộp ngày 04/3."], id="a note"),
    ],
)
def test_lines_of(piece: str | Table | Draft, expected: list[str]) -> None:
    assert list(lines_of(piece)) == expected
