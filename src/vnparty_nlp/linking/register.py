"""Reads the member register, CSV or XLSX; every fault names its line, in both languages."""

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path

from vnparty_nlp.errors import RegisterError, Wording
from vnparty_nlp.linking.register_rows import read_rows
from vnparty_nlp.records import Member
from vnparty_nlp.vietnamese.unicode import compose, fold, strip_marks

REQUIRED = ("member_id", "full_name")
FIRST_YEAR, LAST_YEAR = 1880, 2030
_DATE_YEAR = re.compile(
    r"(?:\d{1,2}[/.-]){1,2}(\d{4})|(\d{4})(?:[/.-]\d{1,2}){1,2}(?:[ T][\d:.]+)?"
)


def read_register(path: Path) -> tuple[Member, ...]:
    """The members in the order of the file; texts are NFC with single spaces.

    CSV: UTF-8 with or without BOM, or UTF-16; comma, semicolon or tab. XLSX: the first sheet.
    The columns are those of docs/output.md or the synonyms of columns.toml. RegisterError names
    the line where a column, a name or an id is missing, an id stands twice, or a year is none.
    """
    rows = iter(read_rows(path))
    line, header = next(
        ((line, cells) for line, cells in rows if any(cell.strip() for cell in cells)), (1, [])
    )
    columns = _columns(path, line, header)
    members: list[Member] = []
    first_lines: dict[str, int] = {}
    for line, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        _check_width(path, line, cells, len(header))
        member = _member(path, line, _fields(columns, cells))
        _check_new(path, line, member.member_id, first_lines)
        members.append(member)
    if not members:
        problem = Wording(vi="không có ai dưới dòng tiêu đề", en="no members below the header")
        remedy = Wording(vi="Cần ít nhất một dòng", en="Give at least one row")
        raise RegisterError(str(path), line, problem, remedy)
    return tuple(members)


def digest(members: Sequence[Member]) -> str:
    """SHA-256 in hex of the members' content, the same for CSV and XLSX of the same register."""
    content = hashlib.sha256()
    for member in members:
        fields = (
            member.member_id,
            member.full_name,
            member.birth_year,
            member.branch,
            member.position,
            member.aliases,
        )
        content.update(json.dumps(fields, ensure_ascii=False).encode() + b"\n")
    return content.hexdigest()


@cache
def _synonyms() -> dict[str, tuple[str, int]]:
    """Header name → its column, and how soon the table prefers it."""
    source = resources.files("vnparty_nlp.linking").joinpath("columns.toml").read_text("utf-8")
    table: Mapping[str, str] = tomllib.loads(source)["columns"]
    return {
        _header_key(synonym): (column, rank)
        for column, listing in table.items()
        for rank, synonym in enumerate(listing.split("|"))
    }


def _header_key(name: str) -> str:
    plain = strip_marks(fold(compose(name)))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain).split())


def _columns(path: Path, line: int, header: Sequence[str]) -> dict[str, int]:
    """Column → index of the cell; of several header names for one column the preferred."""
    known = _synonyms()
    columns: dict[str, int] = {}
    ranks: dict[str, int] = {}
    for index, name in enumerate(header):
        column, rank = known.get(_header_key(name), ("", 0))
        if column and rank == ranks.get(column):
            problem = Wording(vi=f"cột {name!r} có hai lần", en=f"column {name!r} stands twice")
            remedy = Wording(vi="Đổi tên hoặc bỏ một cột", en="Rename or delete one of them")
            raise RegisterError(str(path), line, problem, remedy)
        if column and rank < ranks.get(column, len(known)):
            columns[column], ranks[column] = index, rank
    for column in REQUIRED:
        if column not in columns:
            found = ", ".join(name.strip() for name in header if name.strip())
            problem = Wording(
                vi=f"thiếu cột '{column}'; chỉ thấy: {found}",
                en=f"column '{column}' is missing; found: {found}",
            )
            remedy = Wording(vi=f"Đặt tên một cột là '{column}'", en=f"Name one column '{column}'")
            raise RegisterError(str(path), line, problem, remedy)
    return columns


def _fields(columns: Mapping[str, int], cells: Sequence[str]) -> dict[str, str]:
    return {
        name: compose(" ".join(cells[index].split())) if index < len(cells) else ""
        for name, index in columns.items()
    }


def _check_width(path: Path, line: int, cells: Sequence[str], width: int) -> None:
    if any(cell.strip() for cell in cells[width:]):
        problem = Wording(
            vi=f"có {len(cells)} ô mà tiêu đề chỉ có {width} cột",
            en=f"{len(cells)} cells under {width} columns",
        )
        remedy = Wording(
            vi="Đặt ô có dấu phân cách trong ngoặc kép",
            en="Put cells that hold the separator in quotation marks",
        )
        raise RegisterError(str(path), line, problem, remedy)


def _check_new(path: Path, line: int, member_id: str, first_lines: dict[str, int]) -> None:
    first = first_lines.setdefault(member_id, line)
    if first != line:
        problem = Wording(
            vi=f"mã {member_id!r} có hai lần, lần đầu ở dòng {first}",
            en=f"member_id {member_id!r} stands twice, first in line {first}",
        )
        remedy = Wording(vi="Mỗi người cần một mã riêng", en="Give each member an id of their own")
        raise RegisterError(str(path), line, problem, remedy)


def _member(path: Path, line: int, fields: Mapping[str, str]) -> Member:
    for name in REQUIRED:
        if not fields[name]:
            problem = Wording(vi=f"ô '{name}' trống", en=f"{name} is empty")
            remedy = Wording(vi="Điền vào hoặc xóa dòng đó", en="Fill it or delete the row")
            raise RegisterError(str(path), line, problem, remedy)
    if not any(letter.isalpha() for letter in fields["full_name"]):
        problem = Wording(
            vi=f"họ tên {fields['full_name']!r} không có chữ cái",
            en=f"full_name {fields['full_name']!r} holds no letters",
        )
        remedy = Wording(vi="Kiểm tra thứ tự các cột", en="Check the order of the columns")
        raise RegisterError(str(path), line, problem, remedy)
    aliases = (alias.strip() for alias in fields.get("aliases", "").split(";"))
    return Member(
        member_id=fields["member_id"],
        full_name=fields["full_name"],
        birth_year=_year(path, line, fields.get("birth_year", "")),
        branch=fields.get("branch", ""),
        position=fields.get("position", ""),
        aliases=tuple(alias for alias in aliases if alias),
    )


def _year(path: Path, line: int, text: str) -> int | None:
    if not text:
        return None
    match = _DATE_YEAR.fullmatch(text)
    digits = (match.group(1) or match.group(2)) if match else text
    if digits.isdecimal() and FIRST_YEAR <= int(digits) <= LAST_YEAR:
        return int(digits)
    problem = Wording(
        vi=f"năm sinh {text!r} không phải là năm từ {FIRST_YEAR} đến {LAST_YEAR}",
        en=f"birth_year {text!r} is not a year between {FIRST_YEAR} and {LAST_YEAR}",
    )
    remedy = Wording(vi="Ghi như 1962, hoặc để trống", en="Write it as 1962, or leave it empty")
    raise RegisterError(str(path), line, problem, remedy)
