"""Register files as offices save them: what is read, and the line at which a broken one is told."""

import datetime
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from vnparty_nlp.cli import main
from vnparty_nlp.errors import RegisterError
from vnparty_nlp.linking.register import digest, read_register
from vnparty_nlp.linking.register_rows import read_rows

HEADER = "mã,họ tên\n"


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "so.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def sheet(folder: Path, *rows: list[object]) -> Path:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.create_sheet("Ghi chú").append(["không", "đọc"])
    book.save(folder / "so.xlsx")
    return folder / "so.xlsx"


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        pytest.param("a,b\n1,2\n", [(1, ["a", "b"]), (2, ["1", "2"])], id="commas"),
        pytest.param("a;b\n1;2,5\n", [(1, ["a", "b"]), (2, ["1", "2,5"])], id="semicolons"),
        pytest.param("a\tb\n1;x\t2,5\n", [(1, ["a", "b"]), (2, ["1;x", "2,5"])], id="tabs"),
        pytest.param("a,b\n1,2", [(1, ["a", "b"]), (2, ["1", "2"])], id="no line end at the end"),
        pytest.param('a,b\n"1,2",3\n', [(1, ["a", "b"]), (2, ["1,2", "3"])], id="quoted separator"),
        pytest.param('a,b\n"1 ""x""",2\n', [(1, ["a", "b"]), (2, ['1 "x"', "2"])], id="quotes"),
        pytest.param(
            'a,b\n"1\n2",3\n4,5\n',
            [(1, ["a", "b"]), (2, ["1\n2", "3"]), (4, ["4", "5"])],
            id="a cell of two lines counts both",
        ),
        pytest.param("a,b\n\n1,2\n", [(1, ["a", "b"]), (2, []), (3, ["1", "2"])], id="empty line"),
        pytest.param("a\n1\n", [(1, ["a"]), (2, ["1"])], id="one column"),
    ],
)
def test_rows_of_csv(tmp_path: Path, content: str, rows: list[tuple[int, list[str]]]) -> None:
    assert list(read_rows(write(tmp_path, content))) == rows


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        pytest.param("Lê Lan", "Lê Lan", id="text"),
        pytest.param(7, "7", id="number"),
        pytest.param(1962.0, "1962", id="whole number stored with decimals"),
        pytest.param(38168053000001.0, "38168053000001", id="an organisation's code"),
        pytest.param(1.5, "1.5", id="decimals"),
        pytest.param(None, "", id="empty"),
        pytest.param(datetime.date(1962, 5, 3), "1962-05-03T00:00:00", id="date"),
        pytest.param("007", "007", id="zeros of a text stay"),
        pytest.param("Lê\nLan", "Lê\nLan", id="two lines"),
    ],
)
def test_cells_of_a_sheet(tmp_path: Path, cell: object, text: str) -> None:
    rows = list(read_rows(sheet(tmp_path, ["a", "b"], ["x", cell])))
    assert rows[1] == (2, ["x", text])


@pytest.mark.parametrize(
    ("row", "year"),
    [
        pytest.param(["M1", "Lê Lan", 1962], 1962, id="number"),
        pytest.param(["M1", "Lê Lan", "1962"], 1962, id="text"),
        pytest.param(["M1", "Lê Lan", datetime.date(1962, 5, 3)], 1962, id="date"),
        pytest.param(["M1", "Lê Lan", "3/5/1962"], 1962, id="date as text"),
        pytest.param(["M1", "Lê Lan", "5/1962"], 1962, id="month and year"),
        pytest.param(["M1", "Lê Lan", "03-05-1962"], 1962, id="hyphens"),
        pytest.param(["M1", "Lê Lan", "1962-05-03"], 1962, id="of a computer"),
        pytest.param(["M1", "Lê Lan", None], None, id="empty"),
        pytest.param(["M1", "Lê Lan"], None, id="no cell"),
    ],
)
def test_years_of_a_sheet(tmp_path: Path, row: list[object], year: int | None) -> None:
    (member,) = read_register(sheet(tmp_path, ["Mã ĐV", "Họ và tên", "Ngày sinh"], row))
    assert member.birth_year == year


def test_a_title_above_the_header_of_a_sheet_is_told(tmp_path: Path) -> None:
    path = sheet(tmp_path, ["DANH SÁCH ĐẢNG VIÊN"], [], ["Mã ĐV", "Họ và tên"], ["1", "Lê Lan"])
    with pytest.raises(RegisterError, match=r"line 1: .*DANH SÁCH ĐẢNG VIÊN"):
        read_register(path)


@pytest.mark.parametrize(
    ("rows", "line", "told"),
    [
        pytest.param([["mã", "họ tên"]], 1, "no members", id="header only"),
        pytest.param([["mã", "tuổi"], [1, 40]], 1, "'full_name' is missing", id="no names"),
        pytest.param([["họ tên"], ["Lê Lan"]], 1, "'member_id' is missing", id="no ids"),
        pytest.param(
            [["mã", "họ tên"], [1, "Lê Lan"], [1.0, "Lê Mai"]], 3, "twice", id="1 and 1.0"
        ),
        pytest.param([["mã", "họ tên"], [], [2, None]], 3, "full_name is empty", id="gap above"),
        pytest.param([["mã", "họ tên"], [1, 1962]], 2, "no letters", id="a year for a name"),
        pytest.param(
            [["mã", "họ tên", "năm sinh"], [1, "Lê Lan", "khoảng 1962"]],
            2,
            "not a year",
            id="words",
        ),
        pytest.param(
            [["mã", "họ tên", "năm sinh"], [1, "Lê Lan", 2062]], 2, "not a year", id="not yet born"
        ),
        pytest.param(
            [["mã", "họ tên", "năm sinh"], [1, "Lê Lan", 1862]], 2, "not a year", id="long ago"
        ),
        pytest.param(
            [["mã", "họ tên", "Ho_ten"], [1, "a", "b"]], 1, "stands twice", id="one heading twice"
        ),
    ],
)
def test_faults_of_a_sheet(tmp_path: Path, rows: list[list[object]], line: int, told: str) -> None:
    path = sheet(tmp_path, *rows)
    with pytest.raises(RegisterError, match=told) as caught:
        read_register(path)
    assert f"line {line}: " in str(caught.value)


@pytest.mark.parametrize(
    ("content", "line", "told"),
    [
        pytest.param(b"", 1, "empty", id="empty"),
        pytest.param(b" \r\n\t\n", 1, "empty", id="white space only"),
        pytest.param(b"\xef\xbb\xbf", 1, "no members|missing", id="a BOM only"),
        pytest.param(HEADER.encode() + b"1,L\xea Lan\n", 2, "0xea", id="Latin letters"),
        pytest.param(HEADER.encode() + b"1,L\xaa Lan\n2,x\n", 2, "0xaa", id="TCVN3"),
        pytest.param((HEADER + "1,A\n2,B\x00\n").encode(), 3, "zero bytes", id="zero byte"),
        pytest.param((HEADER + "1,L\ufffd\n").encode(), 2, "letters were lost", id="lost letter"),
        pytest.param((HEADER + '1,"A\n2,B\n').encode(), 2, "cannot be read", id="open quote"),
        pytest.param((HEADER + '1,"A" B\n').encode(), 2, "cannot be read", id="text behind quote"),
        pytest.param(HEADER.encode("utf-16")[:-1], 1, "UTF-16", id="half a letter"),
        pytest.param(b"%PDF-1.7\n", 1, "missing", id="a PDF"),
        pytest.param(b"<html><body>\n</body></html>", 1, "missing", id="a web page"),
        pytest.param(b"PK\x03\x04" + bytes(40), 1, "workbook cannot be read", id="a broken ZIP"),
        pytest.param((HEADER + ",,\n,,\n").encode(), 3, "no members", id="nothing but separators"),
        pytest.param(
            (HEADER + "\n\n3,\n").encode(), 4, "full_name is empty", id="under empty lines"
        ),
        pytest.param(
            (HEADER + "1,A B\n\n 1 ,C D\n").encode(), 4, "first in line 2", id="spaced id"
        ),
    ],
)
def test_faults_of_csv(tmp_path: Path, content: bytes, line: int, told: str) -> None:
    with pytest.raises(RegisterError, match=told) as caught:
        read_register(write(tmp_path, content))
    assert f"line {line}: " in str(caught.value)
    assert f"dòng {line}: " in caught.value.told("vi")


def zipped(**parts: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


def altered(folder: Path) -> bytes:
    """A workbook in which the packed data are overwritten."""
    rows: list[list[object]] = [["mã", f"họ tên {number}"] for number in range(200)]
    content = sheet(folder, *rows).read_bytes()
    start = content.index(b"xl/worksheets/sheet1.xml") + 60
    return content[:start] + b"\xff" * 200 + content[start + 200 :]


def test_a_zip_that_is_no_workbook_is_told(tmp_path: Path) -> None:
    book = sheet(tmp_path, ["mã", "họ tên"], ["1", "Lê Lan"]).read_bytes()
    manifest = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}
    contents = [
        zipped(**{"a.txt": "không phải bảng tính"}),
        zipped(**manifest),
        zipped(**{"[Content_Types].xml": "<Types"}),
        book[: len(book) // 2],
        altered(tmp_path),
    ]
    for content in contents:
        path = write(tmp_path, content)
        with pytest.raises(RegisterError, match=r"cannot be read|is missing") as caught:
            read_register(path)
        assert str(path) in str(caught.value)


def test_a_folder_for_a_register_is_told(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="Check the path"):
        read_register(tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            zipped(**{"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}), id="Word"
        ),
        pytest.param(b"PK\x03\x04" + bytes(range(200)), id="cut"),
        pytest.param(bytes(range(256)) * 4, id="no text"),
    ],
)
def test_a_register_that_is_none_exits_2_with_file_and_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    document, path, out = tmp_path / "bb.txt", write(tmp_path, content), tmp_path / "out"
    document.write_text("Đồng chí Lê Lan đã nộp đủ đảng phí.", encoding="utf-8")
    asked = ["process", str(document), "--register", str(path), "--out", str(out)]
    assert main(asked) == 2
    told = capsys.readouterr().err
    assert str(path) in told
    assert "lưu" in told


CELLS = st.text(alphabet="aăâđê Ơ'\"\n;,1", min_size=1, max_size=12).filter(
    lambda cell: any(map(str.isalpha, cell))
)


@given(st.lists(CELLS, min_size=1, max_size=6))
def test_csv_and_xlsx_of_the_same_people_read_alike(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("register")
    quoted = ('"{}"'.format(name.replace('"', '""')) for name in names)
    lines = "".join(f"M{number},{name}\n" for number, name in enumerate(quoted))
    from_csv = read_register(write(folder, f"member_id,full_name\n{lines}"))
    rows: list[list[object]] = [[f"M{number}", name] for number, name in enumerate(names)]
    from_sheet = read_register(sheet(folder, ["member_id", "full_name"], *rows))
    assert from_csv == from_sheet
    assert digest(from_csv) == digest(from_sheet)
    assert [member.full_name for member in from_csv] == [" ".join(name.split()) for name in names]


@given(st.permutations(["member_id", "full_name", "branch", "position", "ghi chú"]))
def test_the_order_of_columns_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, columns: list[str]
) -> None:
    row = {"member_id": "M1", "full_name": "Lê Lan", "branch": "Thôn Đông", "position": "Thủ quỹ"}
    cells = ",".join(row.get(column, "") for column in columns)
    path = write(tmp_path_factory.mktemp("order"), f"{','.join(columns)}\n{cells}\n")
    (member,) = read_register(path)
    assert (member.member_id, member.full_name) == ("M1", "Lê Lan")
    assert (member.branch, member.position) == ("Thôn Đông", "Thủ quỹ")


@given(st.permutations(range(4)))
def test_members_keep_the_order_of_the_file_and_the_digest_sees_it(
    tmp_path_factory: pytest.TempPathFactory, order: list[int]
) -> None:
    lines = "".join(f"{number},Lê Lan\n" for number in order)
    members = read_register(write(tmp_path_factory.mktemp("rows"), HEADER + lines))
    assert [int(member.member_id) for member in members] == order
    again = tuple(sorted(members, key=lambda member: member.member_id))
    assert (digest(members) == digest(again)) is (order == sorted(order))
