"""The counts of a vote."""

import re

from vnparty_nlp.facts.scope import Scope
from vnparty_nlp.vietnamese.unicode import fold, strip_marks

_N = r"(\d{1,4})"
_UNIT = r"(?:\s*(?:phieu|d/c|dc|dong chi|dang vien|dv|dai bieu|nguoi|ng|y kien|the|uy vien))*"
_YES = r"(?:tan thanh|dong y|nhat tri|thuan|ung ho|gio tay|gio the|bieu quyet|dong thuan|tin nhiem|trung cu|chon)"
_NO = r"(?:(?:khong|ko|k)\s*(?:tan thanh|dong y|nhat tri|dong thuan)|phan doi|chong|kdy)"
_FOR = re.compile(
    rf"{_N}{_UNIT}\s*{_YES}|(?:{_YES}|duoc|dat)\s*(?:la|:|co|duoc|dat)?\s*{_N}(?!\d*\s*(?:%|thang|nam|ngay))(?!\s*/\s*\d+\s*(?:%|/))"
)
_AGAINST = re.compile(rf"{_N}{_UNIT}\s*{_NO}|{_NO}\s*(?:la|:|co)?\s*{_N}")
_NONE_AGAINST = re.compile(r"(?:khong|ko|k)\s*(?:co\s*)?(?:ai|d/c nao|dong chi nao|y kien nao|phieu nao)\s*(?:phan doi|chong|khong)")
_BLANK = re.compile(rf"{_N}{_UNIT}\s*(?:phieu\s*)?trang|(?:phieu\s*)?trang\s*(?:la|:|co)?\s*{_N}")
_INVALID = re.compile(rf"{_N}{_UNIT}\s*(?:khong|ko|k)\s*hop le|(?:khong|ko|k)\s*hop le\s*(?:la|:|co)?\s*{_N}")
_SHARE = re.compile(rf"(?<![\d/.,]){_N}{_UNIT}\s*(?:/|tren(?: tong)?(?: so)?|trong(?: tong)?(?: so)?)\s*{_N}(?![\d/])")
_TOTAL = re.compile(
    rf"(?:thu ve|thu vao|thu|phat ra|phat|tong so(?: phieu)?|trieu tap|co mat)\s*(?:duoc|la|:|so)?\s*{_N}|{_N}\s*phieu\s*(?:thu ve|thu vao|phat ra)"
)


def _text(scope: Scope) -> str:
    return strip_marks(fold(scope.text(scope.part)))


def _first(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    return int(next(group for group in match.groups() if group)) if match else None


def read_for(scope: Scope) -> int | None:
    """Votes in favour; the first part of a share '17/19'."""
    text = _text(scope)
    text = _AGAINST.sub(" ; ", text)
    share = _SHARE.search(text)
    return int(share.group(1)) if share else _first(_FOR, text)


def read_against(scope: Scope) -> int | None:
    """Votes against; 0 where nobody was."""
    text = _text(scope)
    return 0 if _NONE_AGAINST.search(text) else _first(_AGAINST, text)


def read_blank(scope: Scope) -> int | None:
    """Blank votes."""
    return _first(_BLANK, _text(scope))


def read_invalid(scope: Scope) -> int | None:
    """Invalid ballots."""
    return _first(_INVALID, _text(scope))


def read_ballots(scope: Scope) -> int | None:
    """Ballots issued or collected, or the second part of a share."""
    text = _text(scope)
    share = _SHARE.search(text)
    return int(share.group(2)) if share else _first(_TOTAL, text)
