"""Which rows of a table name its columns, and how each column is called."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vnparty_nlp.parsing.cues import plain

# Names of columns in attendance, dues, rating and ballot forms; the beginnings.
_NAMES = re.compile(
    r"(tt|stt|so tt|ho,? (va )?(ten|chu dem)|ho va chu|ten|noi dung|ghi chu|chuc (vu|danh|trach)"
    r"|ngay|thang|nam|so (phieu|luong|tien|lan|buoi|the|quyet dinh|ly lich|dien thoai)|ket qua"
    r"|ty le|ti le|don vi|dang (vien|phi)|muc|xep loai|que quan|dia (chi|diem)|thoi (gian|han)"
    r"|ly do|nguoi|chi bo|hinh thuc|to (dang|dan pho)|gioi tinh|nhiem vu|cong viec|phan cong"
    r"|y kien|dong y|tan thanh|khong|co mat|vang|da nop|htxs|htt|ht|kht|tu (nhan|xep|danh gia)"
    r"|trinh do|nghe nghiep|cong tac|loai|danh (muc|hieu|gia)|han|viec)\b"
)
_FIGURE = re.compile(r"[\d.,/%:()\s-]+|[xX✓+-]?")
_MAX_NAME = 60


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell's text and the columns it covers: `width` of them from `column` on."""

    text: str
    column: int
    width: int = 1


Row = Sequence[CellText]


def header_of(rows: Sequence[Row], *, certain: int = 0) -> tuple[int, Mapping[int, str]]:
    """Number of header rows, and the name of each column that has one.

    `certain` rows are known to be header rows (HTML and Word can say so).
    """
    count = certain or (1 if _is_header(rows) else 0)
    if not count or count >= len(rows):
        return (0, {}) if not certain else (certain, _names(rows[:certain]))
    if count == 1 and _goes_on(rows[0], rows[1]) and len(rows) > 2:
        count = 2
    names = _names(rows[:count])
    # A row that numbers the columns, "(1) (2) (3)" or "A B 1 2", belongs to the header.
    while count < len(rows) - 1 and _numbers_columns(rows[count]):
        count += 1
    return count, names


def names_for(row: Row, names: Mapping[int, str]) -> tuple[str, ...]:
    """The column name above each cell of a row; "" where there is none."""
    return tuple(names.get(cell.column, "") for cell in row)


def _is_header(rows: Sequence[Row]) -> bool:
    if len(rows) < 2:
        return False
    first = [cell for cell in rows[0] if cell.text]
    if len(first) < 2 or any(len(cell.text) > _MAX_NAME for cell in first):
        return False
    if any(_FIGURE.fullmatch(cell.text) for cell in first):
        return False
    if sum(_NAMES.match(plain(cell.text)) is not None for cell in first) * 2 >= len(first):
        return True
    return any(_is_figure_column(rows[1:], cell.column) for cell in first)


def _is_figure_column(rows: Sequence[Row], column: int) -> bool:
    texts = [cell.text for row in rows for cell in row if cell.column == column and cell.text]
    figures = sum(_FIGURE.fullmatch(text) is not None for text in texts)
    return len(texts) > 1 and figures * 2 > len(texts)


def _goes_on(first: Row, second: Row) -> bool:
    """Whether the second row divides a column that the first one names."""
    wide = [cell for cell in first if cell.width > 1 and cell.text]
    below = [cell for cell in second if cell.text]
    if not wide or any(_FIGURE.fullmatch(cell.text) for cell in below):
        return False
    return bool(below) and all(
        any(w.column <= cell.column < w.column + w.width for w in wide) for cell in below
    )


def _names(rows: Sequence[Row]) -> dict[int, str]:
    names: dict[int, str] = {}
    for row in rows:
        for cell in row:
            for column in range(cell.column, cell.column + cell.width):
                if cell.text and cell.text not in names.get(column, ""):
                    names[column] = f"{names.get(column, '')} {cell.text}".strip()
    return names


def _numbers_columns(row: Row) -> bool:
    texts = [cell.text.strip("()") for cell in row if cell.text]
    figures = [text for text in texts if text.isdigit()]
    letters = all(len(text) == 1 and text.isalpha() for text in texts if not text.isdigit())
    consecutive = [int(a) + 1 == int(b) for a, b in pairwise(figures)]
    return letters and len(texts) > 2 and len(figures) > 1 and all(consecutive)
