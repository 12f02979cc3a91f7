"""The rows of a register file, whatever its format and encoding."""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from vnparty_nlp.errors import RegisterError, Wording

Row = tuple[int, list[str]]
_SAVE_AS_UTF8 = Wording(
    vi="Hãy lưu tệp thành 'CSV UTF-8' rồi đọc lại",
    en="Save the file as 'CSV UTF-8' and read it again",
)
_MARKS = {
    "\ufffd": Wording(vi="có chữ đã mất (\ufffd)", en="letters were lost (\ufffd)"),
    "\x00": Wording(vi="có byte rỗng", en="it holds zero bytes"),
}


def read_rows(path: Path) -> Iterator[Row]:
    """Line number and cells of each row; RegisterError where the file cannot be read."""
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        problem = Wording(vi=f"không đọc được tệp ({reason})", en=f"cannot be read ({reason})")
        remedy = Wording(
            vi="Kiểm tra đường dẫn và quyền đọc", en="Check the path and the permission to read"
        )
        raise RegisterError(str(path), 1, problem, remedy) from error
    if not content.strip():
        problem = Wording(vi="tệp rỗng", en="the file is empty")
        remedy = Wording(
            vi="Cần một danh sách có dòng tiêu đề", en="Give a list with a header line"
        )
        raise RegisterError(str(path), 1, problem, remedy)
    if content[:4] == b"PK\x03\x04":
        return _xlsx_rows(path, content)
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        problem = Wording(vi="là tệp Excel đời cũ (.xls)", en="it is an old Excel file (.xls)")
        remedy = Wording(
            vi="Hãy lưu thành .xlsx hoặc CSV UTF-8", en="Save it as .xlsx or CSV UTF-8"
        )
        raise RegisterError(str(path), 1, problem, remedy)
    return _csv_rows(path, _decode(path, content))


def _csv_rows(path: Path, text: str) -> Iterator[Row]:
    header = text.lstrip("\r\n").split("\n", 1)[0]
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=max(",;\t", key=header.count), strict=True
    )
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        problem = Wording(
            vi=f"không đọc được dòng này ({error})", en=f"the row cannot be read ({error})"
        )
        remedy = Wording(vi="Kiểm tra dấu ngoặc kép ở đó", en="Check the quotation marks there")
        raise RegisterError(str(path), line, problem, remedy) from error


def _decode(path: Path, content: bytes) -> str:
    encoding = _encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        byte = f"0x{content[error.start]:02x}"
        name = "UTF-8" if encoding == "utf-8-sig" else "UTF-16"
        problem = Wording(
            vi=f"byte {byte} không phải {name} (có thể là bảng mã cũ như Windows-1258, TCVN3)",
            en=f"byte {byte} is not {name} (an older encoding such as Windows-1258 or TCVN3?)",
        )
        raise RegisterError(str(path), line, problem, _SAVE_AS_UTF8) from error
    for mark, problem in _MARKS.items():
        if mark in text:
            line = text[: text.index(mark)].count("\n") + 1
            raise RegisterError(str(path), line, problem, _SAVE_AS_UTF8)
    return text


def _encoding(content: bytes) -> str:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    # Half of the bytes of a UTF-16 header are zero, in the even or the odd places.
    start = content[:200]
    if start[1::2].count(0) > len(start) // 4:
        return "utf-16-le"
    return "utf-16-be" if start[0::2].count(0) > len(start) // 4 else "utf-8-sig"


def _xlsx_rows(path: Path, content: bytes) -> Iterator[Row]:
    # openpyxl takes a quarter of a second to import, and most registers are CSV.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    # What openpyxl raises on a ZIP that holds no workbook (OSError), on one cut or altered
    # (zlib.error, EOFError), and on broken or unexpected XML (SyntaxError, TypeError …).
    faults: tuple[type[Exception], ...] = (
        *(InvalidFileException, zipfile.BadZipFile, zlib.error, OSError, EOFError, SyntaxError),
        *(LookupError, ValueError, TypeError, AttributeError, NotImplementedError),
    )
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for line, cells in enumerate(book.worksheets[0].iter_rows(values_only=True), start=1):
            yield line, [_cell_text(cell) for cell in cells]
    except faults as error:
        problem = Wording(
            vi=f"không đọc được bảng tính ({error})", en=f"the workbook cannot be read ({error})"
        )
        remedy = Wording(
            vi="Mở tệp rồi lưu lại thành XLSX hoặc CSV", en="Open it and save it as XLSX or CSV"
        )
        raise RegisterError(str(path), 1, problem, remedy) from error


def _cell_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
