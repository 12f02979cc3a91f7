"""Who was counted at a meeting: the figures as stated, never computed from each other.

Absentees who are named, each with a reason in brackets, are counted by their reasons.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from itertools import pairwise

from vnparty_nlp.vietnamese.numbers import find_numbers
from vnparty_nlp.vietnamese.unicode import fold, strip_marks

# Patterns are matched over text without marks, in lower case, number words written as figures.
_N = (
    r"(?<![\d.,/])(?!19\d\d|20\d\d)(\d{1,4})(?![\d%])"
    r"(?!\s*(?:phieu|%|phut|gio|ngay|thang|nam\b|trieu|nghin|m\b|ha\b|buoi|lan\b|ky\b|ho\b))"
)
_WHO = r"(?:dong chi|d/c|d\.c|dc|dang vien|dv|nguoi|dai bieu|doan vien|hoi vien|thanh vien)"
_GAP = r"(?:(?!vang)[^\d.;\n|]){0,40}?"
_LINK = r"\s*(?:[:=(–-]\s*){0,2}(?:(?:la|gom|co|so luong|so)\s*:?\s*)?"
_OF = r"\s*(?:/|tren(?: tong so)?|trong(?: tong)? so)\s*"
_UNEXCUSED = (
    r"(?:khong|ko|k|chua)\s*(?:co\s*)?(?:ly do|phep|bao cao|bao|xin phep)"
    r"(?: ly do| chinh dang)?"
)
_EXCUSED = r"(?<!khong )(?<!ko )(?<!k )(?:co\s*)?(?:ly do|xin phep|phep|bao cao)\b"
_TOTAL = (
    r"(?:tong (?:quan )?so|quan so|s[iy] so|dang so|\bts(?=\W{0,3}\d| (?:dv|dang vien)))"
    r"(?! (?:phieu|tien|ho |von|hoc sinh|dien tich))"
    r"(?:(?!co mat|vang|du hop|tham du)[^\d.;\n|]){0,60}?"
)
_PRESENT = (
    r"(?:co mat|hien dien|tham du|tham gia|du hop|du sinh hoat|du hoi nghi|du dai hoi|den du"
    r"|den hop|dang vien du|dv du|^\W*du)\b(?! bi\b)"
)
_NO_ABSENTEES = re.compile(
    r"khong (?:co )?(?:ai|(?:dong chi|d/c|dang vien) nao|truong hop nao) vang"
    r"|(?:khong vang(?: mat)?|vang(?: mat)?\s*[:=]?\s*khong)(?=\s*(?:[.;,)]|$))"
)
_NUMBERS = {
    "total": (
        rf"{_TOTAL}{_N}(?!\s*/\s*\d)",
        rf"(?:chi bo|toan chi bo|dang bo|chi hoi)(?: hien)?(?: nay)?(?: co| gom)?\s*:?\s*"
        rf"(?:tong so\s*)?{_N}\s*{_WHO}",
        rf"(?:duoc )?trieu tap\s*[:=]?\s*{_N}",
    ),
    "present": (
        rf"{_PRESENT}{_GAP}{_N}",
        rf"{_N}(?:\s*{_WHO}){{0,2}}\s*(?:co mat|du hop|tham du|du\b(?! bi\b))",
    ),
    "absent": (rf"vang(?: mat)?\b(?:(?!phep|ly do)[^\d.;\n|]){{0,40}}?{_N}",),
    "unexcused": (
        rf"(?:{_UNEXCUSED}){_LINK}{_N}",
        rf"vang(?: mat)?\s*[:=]?\s*{_N}\s*{_WHO}?\s*,\s*(?:{_UNEXCUSED})(?=\s*(?:[.;(]|$))",
        rf"{_N}\s*{_WHO}?\s*\(?\s*(?:vang(?: mat)?\s*)?(?:deu\s*)?(?:{_UNEXCUSED})",
    ),
    "excused": (
        rf"(?:{_EXCUSED}){_LINK}{_N}",
        rf"vang(?: mat)?\s*[:=]?\s*{_N}\s*{_WHO}?\s*,\s*(?:{_EXCUSED})(?=\s*(?:[.;(]|$))",
        rf"{_N}\s*{_WHO}?\s*(?:\(|,(?= deu))?\s*(?:vang(?: mat)?\s*)?(?:deu\s*)?(?:da\s*)?"
        rf"(?:{_EXCUSED})",
    ),
    "exempt": (rf"mien(?: sinh hoat| sh)\b{_GAP}{_N}",),
}
_PATTERNS = {key: [re.compile(p) for p in patterns] for key, patterns in _NUMBERS.items()}
# "ngày 05/6", "tháng 6/2023" and "05/6/2023" are no shares.
_SHARE = (
    rf"(?<![\d/.-])(?<!ngay )(?<!thang )(\d{{1,4}}){_OF}(?!(?:19|20)\d\d\b)(\d{{1,4}})(?![\d/])"
)
_SHARES = (
    re.compile(rf"{_PRESENT}{_GAP}{_SHARE}(?!\s*phieu)"),
    re.compile(
        rf"{_SHARE}\s*{_WHO}?[^\d.;\n|]{{0,30}}?"
        r"(?:co mat|du hop|tham du|tham gia)\b"
    ),
    re.compile(rf"(?:quan so|s[iy] so|diem danh)\s*[:=]?\s*{_SHARE}"),
)
# "có phép/không phép: 2/1" behind "vắng".
_REASONS_SHARE = re.compile(
    rf"(?:{_EXCUSED})\s*/\s*(?:{_UNEXCUSED})\s*[:=]?\s*(\d{{1,3}})\s*/\s*(\d{{1,3}})(?![\d/])"
)
# "CP", "KP", "P", "có LD" stand for reasons near behind "vắng", and for other things elsewhere.
_ABSENCE = re.compile(r"\bvang\b[^\n]{0,80}")
_ABBREVIATED = (
    (re.compile(r"(?<![a-z])(?:khong|ko|k)\s*/?\s*l\.?/?d\b"), " khong ly do"),
    (re.compile(r"(?<![a-z])(?:co|c)\s*/?\s*l\.?/?d\b"), " co ly do"),
    (re.compile(r"(?<![a-z])kp(?![a-z])"), " khong phep"),
    (re.compile(r"(?<![a-z])cp(?![a-z])"), " co phep"),
)
_PERMITTED = re.compile(r"(?<![a-z])p(?![a-z])")
_FIGURES_APART = re.compile(r"(\d\s*co phep)\s*/\s*(?=\d)")
# A table of two rows: names of columns above figures.
_CELLS = re.compile(r"\s*[|\t]\s*|\s+:\s+|\s{2,}")
_FIGURE_ROW = re.compile(r"\W*\d{1,4}(?:[\s|:]+\d{1,4})+\W*")
_COLUMN = re.compile(
    r"tong (?:so|cong)|quan so|s[iy] so|trieu tap|co mat|du hop|tham du|mien sinh hoat|mien sh"
    r"|vang(?: mat)?(?: (?:co|khong|ko) (?:ly do|phep))?|(?:co|khong|ko) (?:ly do|phep)"
    r"|chinh thuc|du bi|nu\b|khach|ty le|ti le|stt|so tt"
)
_COLUMN_FILLER = re.compile(rf"(?:{_WHO}|chi bo|dang bo|so|cua|mat|[\W_])*")
# Absentees by name, each with brackets: "đ/c A (ốm), đ/c B (không lý do)".
# There is one way only to match a name, or long lists would take for ever.
_NAMED = r"(?:[^\d().;:,/\n|]{0,6}/c)?[^\d().;:,/\n|]{2,40}\([^()\d]{1,60}\)"
_ABSENTEES = re.compile(
    rf"\bvang(?: mat)?\b(?:\s*(?P<count>\d{{1,3}}))?(?:\s*{_WHO})?\s*(?:[:=–-]\s*|gom:?\s*)?"
    rf"(?P<names>{_NAMED}(?:\s*(?:,|;|\bva\b){_NAMED}){{0,30}})\s*(?:[.;]|$)"
)
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
# What excuses; an office or a place in brackets does not tell why somebody is away.
_REASON = re.compile(
    r"\b(?:om|benh(?! vien)|dau(?= om| chan| lung| bung| dau| mat|$)|di|(?<!thuong )truc|viec"
    r"|xin|phep|(?<!ban )cong tac|hoc(?= lop| tap| chinh| trung cap)|tap huan|ly do|bao cao"
    r"|(?:nam|nhap) vien|ban(?= viec| hop| con| gia| nha| mua| day| di|$)"
    r"|nghi(?= om| phep| mat| de| thai| benh| duong)|thai san|sinh con|cham(?= soc| con| me)"
    r"|dam (?:cuoi|tang|hieu)|dieu tri|cap cuu|kham benh)\b"
)
_UNKNOWN_REASON = re.compile(r"(?:khong|chua) (?:ro|biet)|\?")
# "chính thức 26, dự bị 02": such figures are parts, and no sum is made of them.
_PART = re.compile(rf"\s*{_WHO}?\s*(?:chinh thuc|du bi|ct\b|db\b)(?!\s*[:=]?\s*\d)")
_PROBATIONERS = re.compile(
    rf"(?:du bi|\bdb)\W{{0,3}}(?:(?:co|la|co mat)\b\W*)?\d|\d\s*{_WHO}?\s*(?:du bi|db\b)"
)
_PART_BEFORE = re.compile(
    r"(?:chinh thuc|du bi|\bct|\bdb)[^\d;.,()]{0,20}\d{1,4}(?:\s*/\s*\d{1,4})?[^\d;.]{0,20}$"
)
_GUESTS = re.compile(r"khach|dai bieu (?:moi|cap)|cap tren|quan chung|cam tinh|moi du")
_CUE = re.compile(
    r"co mat|vang|tong so|quan so|tham du|du hop|ly do|phep|diem danh|s[iy] so|\bdu\b|chi bo co"
    r"|hien dien"
)
_SECTION = re.compile(r"(?:[IVX]{1,4}|[A-ZĐ])\s?[-–./)]\s|(?:Nội dung|NỘI DUNG)\b")
_MAX_BLOCKS_APART = 8
# Full and probationary members may be counted in lines below each other.
_NEARBY = 4
# "2l", "1O": OCR takes letters for figures.
_OCR_FIGURE = re.compile(r"(?<![\w.,/])(?=[ol|]?\d)[\dol|]{2,3}(?=\s|/\d)")
_OCR_LETTERS = str.maketrans({"o": "0", "l": "1", "|": "1"})


@dataclass(frozen=True, slots=True)
class Attendance:
    """The figures that the minutes state; None for those they do not."""

    present: int | None = None
    total: int | None = None
    excused: int | None = None
    unexcused: int | None = None
    absent: int | None = None
    exempt: int | None = None


def read_attendance(texts: Sequence[str]) -> Attendance:
    """The attendance that the opening of the minutes states, one text a block.

    The first block that counts people opens the passage; figures far behind it belong to votes.
    """
    found = Attendance()
    first: int | None = None
    for index, text in enumerate(_with_tables(texts)):
        if first is not None and (index - first > _MAX_BLOCKS_APART or _SECTION.match(text)):
            break
        plain = _figures(text)
        if not _CUE.search(plain):
            continue
        nearby = strip_marks(fold(" ".join(texts[index : index + _NEARBY])))
        in_parts = _PROBATIONERS.search(nearby) is not None
        found = _merge(found, _read(plain, in_parts))
        if first is None and found.present is not None:
            first = index
    return found


def doubts(found: Attendance) -> tuple[str, ...]:
    """Sums that do not agree, in plain words."""
    said: list[str] = []
    present, total = found.present, found.total
    parts = [n for n in (found.excused, found.unexcused) if n is not None]
    absent = found.absent if found.absent is not None else (sum(parts) if len(parts) == 2 else None)
    if found.absent is not None and len(parts) == 2 and sum(parts) != found.absent:
        said.append(f"vắng {found.absent} nhưng có lý do {parts[0]}, không lý do {parts[1]}")
    if present is not None and total is not None:
        exempt = found.exempt or 0
        if present > total:
            said.append(f"có mặt {present} nhiều hơn tổng số {total}")
        elif absent is not None and total - present - absent not in (0, exempt):
            said.append(f"có mặt {present}, vắng {absent}, tổng số {total}")
    return tuple(f"số liệu điểm danh không khớp: {text}" for text in said)


def _figures(text: str) -> str:
    """The text without marks, in lower case, with numbers in figures."""
    pieces, last = [], 0
    for number in find_numbers(text):
        pieces += [text[last : number.span.start], str(number.value)]
        last = number.span.end
    plain = strip_marks(fold("".join([*pieces, text[last:]])))
    plain = _ABSENCE.sub(lambda absence: _written_out(absence[0]), plain)
    return _OCR_FIGURE.sub(lambda figure: figure[0].translate(_OCR_LETTERS), plain)


def _written_out(absence: str) -> str:
    """The words behind "vắng" with their abbreviated reasons written out."""
    text = absence
    for short, words in _ABBREVIATED:
        text = short.sub(words, text)
    if "khong phep" in text:
        text = _PERMITTED.sub(" co phep", text)
    return _FIGURES_APART.sub(r"\1, ", text)


def _with_tables(texts: Sequence[str]) -> list[str]:
    """The texts, a row of column names and the figures below it made one text."""
    made = list(texts)
    for index, (names, figures) in enumerate(pairwise(texts)):
        if not _FIGURE_ROW.fullmatch(figures) or re.search(r"\d", names):
            continue
        columns, counts = _columns(names), re.findall(r"\d+", figures)
        if len(columns) == len(counts):
            pairs = zip(columns, counts, strict=True)
            made[index] = "; ".join(f"{column}: {count}" for column, count in pairs)
            made[index + 1] = ""
    return made


def _columns(names: str) -> list[str]:
    """The names of the columns; none where blanks alone part them and a name is not known."""
    plain = strip_marks(fold(names)).strip(" |")
    cells = _CELLS.split(plain)
    if len(cells) > 1:
        return cells if any(_COLUMN.search(cell) for cell in cells) else []
    starts = [match.start() for match in _COLUMN.finditer(plain)]
    ends = [match.end() for match in _COLUMN.finditer(plain)]
    gaps = [plain[a:b] for a, b in zip([0, *ends], [*starts, len(plain)], strict=True)]
    if not all(_COLUMN_FILLER.fullmatch(gap) for gap in gaps):
        return []
    return [plain[a:b] for a, b in pairwise([*starts, len(plain)])]


def _read(plain: str, in_parts: bool) -> Attendance:
    """The figures of one text; `in_parts` where probationary members are counted apart."""
    values: dict[str, int] = {}
    for pattern in _SHARES:
        match = next((m for m in pattern.finditer(plain) if _is_own(m, plain, in_parts)), None)
        if match:
            values["present"], values["total"] = int(match[1]), int(match[2])
            break
    for key, patterns in _PATTERNS.items():
        for pattern in patterns:
            whole = in_parts and key in ("present", "total")
            match = next((m for m in pattern.finditer(plain) if _is_own(m, plain, whole)), None)
            if match and key not in values:
                values[key] = int(match[1])
    if (match := _REASONS_SHARE.search(plain)) and "vang" in plain[: match.start()]:
        values["excused"], values["unexcused"] = int(match[1]), int(match[2])
    for key, count in _named_absentees(plain).items():
        values.setdefault(key, count)
    if _NO_ABSENTEES.search(plain):
        values.setdefault("absent", 0)
    return Attendance(**values)


def _named_absentees(plain: str) -> dict[str, int]:
    """How many are excused and not, where every absentee is named with the reason in brackets."""
    match = _ABSENTEES.search(plain)
    if match is None or _GUESTS.search(plain[: match.start()]):
        return {}
    reasons = _IN_BRACKETS.findall(match["names"])
    if match["count"] and int(match["count"]) != len(reasons):
        return {}
    # "Vắng có lý do: …" tells of some absentees only, and "(bí thư)" of none why.
    if re.search(r"ly do|phep", _IN_BRACKETS.sub("", match["names"])):
        return {}
    unexcused = [re.search(_UNEXCUSED, reason) is not None for reason in reasons]
    told = [_REASON.search(r) and not _UNKNOWN_REASON.search(r) for r in reasons]
    if not all(one or other for one, other in zip(unexcused, told, strict=True)):
        return {}
    counts = {"excused": unexcused.count(False), "unexcused": unexcused.count(True)}
    return {key: count for key, count in counts.items() if count}


def _is_own(match: re.Match[str], plain: str, whole: bool) -> bool:
    """Whether the figure counts members and not guests; if `whole`, not some of them alone."""
    sentence = re.split(r"[.;\n]", plain[: match.end()])[-1]
    if _GUESTS.search(sentence):
        return False
    if not whole:
        return True
    return not (_PART_BEFORE.search(plain, 0, match.end()) or _PART.match(plain, match.end()))


def _merge(first: Attendance, later: Attendance) -> Attendance:
    new = {
        field.name: getattr(later, field.name)
        for field in fields(Attendance)
        if getattr(first, field.name) is None
    }
    return replace(first, **new)
