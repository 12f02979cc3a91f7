"""The bodies that a letterhead names, from the superior one down to the one that issues."""

import re
from collections.abc import Sequence

from vnparty_nlp.parsing.cues import plain
from vnparty_nlp.parsing.document_number import is_number
from vnparty_nlp.parsing.norms import (
    is_motto,
    is_part_of_motto,
    load_norms,
    opens_letterhead_line,
)

# "-----o0o-----" and "--- o O o ---" are drawn, too.
_ORNAMENT = re.compile(r"[\W_o0]*")
_ORNAMENT_BEHIND = re.compile(r"\s*(?:[-–—=~*_]{2,}[\s-]*[oO0][\soO0]*|[oO0]{3})[-–—=~*_\s]*$")
_SUBJECT = re.compile(r"v/v\b|ve viec\b")
_YEAR = re.compile(r"(?:(?:tháng )?\d{1,2} )?(?:năm )?(?:19|20)\d\d", re.IGNORECASE)
_BLANK = re.compile(r"(?P<name>[^.…_:]+?)\s*:?\s*[.…_]{3}[.…_\s]*")
_MIN_MOTTO = len("dang cong san")
_MAX_MOTTO_LINES = 3
# "ĐẢNG ỦY XÃ HÒA SƠN - CHI BỘ THÔN BÃI DÂU" on one line.
_BOTH = re.compile(
    r"(?P<superior>đảng (?:bộ|ủy|uỷ) .+?)\s+[-–—]\s+"
    r"(?P<issuer>(?:chi (?:bộ|ủy|uỷ)|đảng (?:ủy|uỷ))\s.+)",
    re.IGNORECASE,
)

_MEETING_OF = re.compile(
    r"(?:họp|sinh hoạt|hội nghị|đại hội)\s+(?P<body>(?:chi|đảng) (?:bộ|ủy|uỷ))\s+(?P<name>.+)",
    re.IGNORECASE,
)
_SUBJECT_OF_MEETING = re.compile(
    r"\s*[,;:.(–—]|\s+-|(?:^|\s)(?:tháng|quý|năm|lần|kỳ|định kỳ|thường kỳ|thường lệ|ngày|về|để"
    r"|v/v|xét|bàn|chuyên đề|mở rộng|nhiệm kỳ|khóa|khoá|đề nghị|kiểm điểm|đánh giá|bầu|giới thiệu"
    r"|nghe|thảo luận|triển khai|quán triệt|kết nạp|tổng kết|sơ kết|công nhận|phân công|học tập"
    r"|thông qua|phổ biến|tổ chức|bổ sung|góp ý|lấy ý kiến|bất thường|cuối năm|đầu năm|t\d{1,2})"
    r"(?=\s|$|[/:,.])",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:thôn|xóm|ấp|buôn|làng|khóm|khối|khu phố|khu dân cư|khu|tổ dân phố|tổ (?=\d)|trường|trạm"
    r"|xí nghiệp|nhà máy|công ty|hợp tác xã|htx|bệnh viện|trung tâm|khoa|phân xưởng|xã|phường"
    r"|thị trấn)\b",
    re.IGNORECASE,
)
_MAX_NAME_WORDS = 9


def find_bodies(lines: Sequence[str]) -> tuple[str, ...]:
    """The bodies as written, the issuer last; a name that was wrapped is one again."""
    bodies: list[str] = []
    mottos = _mottos(lines)
    for number, line in enumerate(lines):
        if _is_number_or_date(line):
            if bodies:
                break
            continue
        if number in mottos or _is_no_body(line) or _is_blank(line):
            continue
        waits = bool(bodies) and plain(bodies[-1]).rstrip(" :") in load_norms().open_bodies
        if bodies and (waits or not opens_letterhead_line(line)):
            bodies[-1] = f"{bodies[-1]} {line}"
        elif opens_letterhead_line(line) or line.isupper():
            both = _BOTH.fullmatch(line)
            bodies += [both["superior"], both["issuer"]] if both else [line]
    bodies = [_ORNAMENT_BEHIND.sub("", body) for body in bodies]
    return tuple(body.strip(" *_-–—.…~=") for body in bodies)


def body_in_title(title: str) -> str | None:
    """The body whose meeting a title names: "Họp Chi bộ Xí nghiệp Gạch"; None where it is unsure.

    A name in small letters needs a capital or a figure at its end, one in capitals a known word
    for the sort of place at its beginning; else what is met about would be taken for it.
    """
    match = _MEETING_OF.search(title)
    if match is None:
        return None
    name = _SUBJECT_OF_MEETING.split(match["name"], maxsplit=1)[0].strip()
    words = name.split()
    if not words or len(words) > _MAX_NAME_WORDS:
        return None
    if title.isupper():
        named = _PLACE.match(name) is not None and len(words) > 1
    else:
        named = words[-1][0].isupper() or words[-1][0].isdigit()
        named = named and (words[0][0].isupper() or _PLACE.match(name) is not None)
    return f"{match['body']} {name}" if named else None


def _is_number_or_date(line: str) -> bool:
    bare = plain(line)
    return is_number(line) or _SUBJECT.match(bare) is not None or "ngay" in bare.split()


def _is_no_body(line: str) -> bool:
    bare = plain(line)
    return bool(_ORNAMENT.fullmatch(bare) or _YEAR.fullmatch(line)) or bare.lstrip(
        "([ "
    ).startswith(load_norms().stamps)


def _is_blank(line: str) -> bool:
    """Whether a form names the sort of body and leaves the rest to be filled in."""
    match = _BLANK.fullmatch(plain(line))
    return match is not None and match["name"] in load_norms().open_bodies


def _mottos(lines: Sequence[str]) -> set[int]:
    """Numbers of the lines that are mottos, also wrapped or cut short ones."""
    found: set[int] = set()
    for number, line in enumerate(lines):
        if is_motto(line) or (len(line) > _MIN_MOTTO and is_part_of_motto(line)):
            found.add(number)
            for end in range(number + 1, min(number + _MAX_MOTTO_LINES, len(lines))):
                if not is_part_of_motto(" ".join(lines[number : end + 1])):
                    break
                found.add(end)
    return found
