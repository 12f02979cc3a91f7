from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from vnparty_nlp.errors import RegisterError
from vnparty_nlp.linking.register import digest, read_register
from vnparty_nlp.records import Member

PLAIN = (
    "member_id,full_name,birth_year,branch,position,aliases\n"
    "1,Trần Văn Bình,1962,Thôn Đông,Bí thư,Ba Bình;Bình B\n"
)
BINH = Member("1", "Trần Văn Bình", 1962, "Thôn Đông", "Bí thư", ("Ba Bình", "Bình B"))


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "members.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(PLAIN.encode(), id="UTF-8"),
        pytest.param(PLAIN.encode("utf-8-sig"), id="UTF-8 with BOM"),
        pytest.param(PLAIN.encode("utf-16"), id="UTF-16"),
        pytest.param(PLAIN.encode("utf-16-le"), id="UTF-16 without BOM"),
        pytest.param(PLAIN.encode("utf-16-be"), id="UTF-16 big-endian without BOM"),
        pytest.param(PLAIN.replace("\n", "\r\n").encode(), id="Windows line ends"),
        pytest.param(PLAIN.replace(",", "\t").encode(), id="tabs"),
        pytest.param(
            PLAIN.replace(";", "|")
            .replace(",", ";")
            .replace("Ba Bình|Bình B", '"Ba Bình;Bình B"')
            .encode(),
            id="semicolons",
        ),
        pytest.param(("\n\n" + PLAIN + ",,,,,\n").encode(), id="empty rows are skipped"),
        pytest.param(
            PLAIN.replace("Trần Văn Bình", "  Trần   Va\u0306n Bi\u0300nh ").encode(),
            id="NFD and spaces",
        ),
    ],
)
def test_reads_csv(tmp_path: Path, content: bytes) -> None:
    assert read_register(write(tmp_path, content)) == (BINH,)


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        pytest.param(
            "Mã đảng viên;Họ và tên;Năm sinh;Chi bộ;Chức vụ;Bí danh",
            "07;Lò Thị Ín;1980;Bản Pe;;",
            Member("07", "Lò Thị Ín", 1980, "Bản Pe"),
            id="Vietnamese names",
        ),
        pytest.param(
            "STT,SỐ THẺ ĐẢNG,HỌ TÊN,Ngày sinh,Ghi chú",
            "1,068.123,Giàng A Páo,12/03/1975,x",
            Member("068.123", "Giàng A Páo", 1975),
            id="capitals, a date of birth, columns of no use",
        ),
        pytest.param(
            "member_id,id,full_name",
            "M1,9,Ksor H'Blin",
            Member("M1", "Ksor H'Blin"),
            id="the contract's name wins",
        ),
        pytest.param(
            "full_name,member_id", "Y Bhăm Niê,M1", Member("M1", "Y Bhăm Niê"), id="any order"
        ),
        pytest.param(
            "member_id,full_name,birth_year", "M1,Lê Lan", Member("M1", "Lê Lan"), id="short row"
        ),
    ],
)
def test_reads_the_columns_by_their_names(
    tmp_path: Path, header: str, row: str, expected: Member
) -> None:
    assert read_register(write(tmp_path, f"{header}\n{row}\n")) == (expected,)


def test_reads_xlsx_like_csv(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        PLAIN.split("\n")[0].split(","),
        [1, "Trần Văn Bình", 1962.0, "Thôn Đông", "Bí thư", "Ba Bình;Bình B"],
    ):
        sheet.append(row)
    book.save(tmp_path / "members.xlsx")
    members = read_register(tmp_path / "members.xlsx")
    assert members == (BINH,)
    assert digest(members) == digest(read_register(write(tmp_path, PLAIN)))


@pytest.mark.parametrize(
    ("content", "line", "told"),
    [
        pytest.param("", 1, "the file is empty", id="empty file"),
        pytest.param(
            "id,họ\n1,An\n", 1, "column 'full_name' is missing; found: id, họ", id="missing column"
        ),
        pytest.param("id,full_name\n1,An Bình\n2,\n", 3, "full_name is empty", id="empty name"),
        pytest.param("id,full_name\n,An Bình\n", 2, "member_id is empty", id="empty id"),
        pytest.param("id,full_name\n1,1962\n", 2, "holds no letters", id="columns mixed up"),
        pytest.param(
            "id,full_name\n1,Lê An\n2,Lê Ba\n1,Lê Tư\n",
            4,
            "'1' stands twice, first in line 2",
            id="same id twice",
        ),
        pytest.param(
            "id,full_name,birth_year\n1,Lê An,62\n", 2, "'62' is not a year", id="bad year"
        ),
        pytest.param("id,full_name\n", 1, "no members below the header", id="no rows"),
        pytest.param("id,full_name\n1,Lê,An\n", 2, "3 cells under 2 columns", id="a cell too many"),
        pytest.param(
            'id,full_name\n1,"Lê An\n', 2, "the row cannot be read", id="open quotation mark"
        ),
        pytest.param(
            "id,full_name,full_name\n1,Lê An,Lê An\n",
            1,
            "'full_name' stands twice",
            id="column twice",
        ),
        pytest.param(
            b"id,full_name\n1,An\n" + b"2,L\xea V\xe3n\n",
            3,
            "byte 0xea is not UTF-8",
            id="Windows-1258",
        ),
        pytest.param(
            "id,full_name\n1,L\ufffd An\n", 2, "letters were lost", id="letters lost before"
        ),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", 1, "old Excel file", id="xls"),
        pytest.param(b"PK\x03\x04broken", 1, "the workbook cannot be read", id="broken workbook"),
    ],
)
def test_names_the_line_of_a_fault(
    tmp_path: Path, content: str | bytes, line: int, told: str
) -> None:
    path = write(tmp_path, content)
    with pytest.raises(RegisterError) as caught:
        read_register(path)
    assert f"{path}, line {line}: " in str(caught.value)
    assert told in str(caught.value)
    assert f"{path}, dòng {line}: " in caught.value.told("vi")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="cannot be read"):
        read_register(tmp_path / "nowhere.csv")


@given(
    st.lists(
        st.tuples(st.integers(0, 999), st.text("aăâbcdđeêô ƠỦ'", min_size=1).filter(str.strip)),
        min_size=1,
        unique_by=lambda row: row[0],
    )
)
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[int, str]]
) -> None:
    named = [(number, "".join(name.split()) or "x") for number, name in rows]
    named = [(number, name) for number, name in named if any(map(str.isalpha, name))]
    if not named:
        return
    lines = "".join(f"{number},{name}\n" for number, name in named)
    path = write(tmp_path_factory.mktemp("register"), f"id,name\n{lines}")
    assert [(int(m.member_id), m.full_name) for m in read_register(path)] == named


def test_the_digest_tells_registers_apart() -> None:
    assert digest((BINH,)) != digest((Member("1", "Trần Văn Bính", 1962),))
    assert len(digest((BINH,))) == 64
