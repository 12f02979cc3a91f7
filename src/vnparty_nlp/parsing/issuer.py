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

_ORNAMENT = re.compile(r"[\W_]*")
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
    return tuple(body.strip(" *_-–—.…~=") for body in bodies)


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
