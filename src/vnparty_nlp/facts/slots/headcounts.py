"""Who was counted at a meeting."""

import re

from vnparty_nlp.facts.scope import Scope
from vnparty_nlp.vietnamese.unicode import fold, strip_marks

_N = r"(\d{1,4})"
_NOUN = r"(?:\s*(?:d/c|dc|dong chi|dang vien|dv|dai bieu|nguoi|ng|uy vien|chinh thuc))*"
_SHARE = re.compile(rf"(?<![\d/.,]){_N}{_NOUN}\s*(?:/|tren(?: tong)?(?: so)?|trong(?: tong)?(?: so)?)\s*{_N}(?![\d/])")
_PRESENT = re.compile(
    rf"(?:co mat|hien dien|du hop|tham du|tham gia|den du|mat|cm|du|di hop|co|den|con)\s*(?:la|:|duoc|co)?\s*{_N}(?!\s*(?:/|h|gio|phut|thang|nam|%|buoi))"
    rf"|{_N}{_NOUN}\s*(?:co mat|du hop|tham du|hien dien|den du|du\b|tham gia)"
)
_TOTAL = re.compile(
    rf"(?:tong so|tong|si so|quan so|trieu tap|toan chi bo|chi bo co)\s*(?:dang vien|dv|d/c|dai bieu|cua chi bo|duoc trieu tap|chi bo)*\s*(?:la|:|co)?\s*{_N}"
    rf"|tren\s*(?:tong so|tong)?\s*(?:so)?\s*{_N}"
)
_ABSENT = r"(?:vang|nghi|phep)"
_EXCUSED = re.compile(
    rf"(?:co phep|co ly do|cp|cld|phep|xin phep|co xin phep)\s*(?:la|:)?\s*{_N}"
    rf"|{_N}{_NOUN}\s*(?:vang\s*)?(?:co phep|co ly do|cp\b|cld\b|phep|xin phep|xin nghi|co bao|bao truoc|nghi phep)"
)
_UNEXCUSED = re.compile(
    rf"(?:(?:khong|ko|k|kg)\s+(?:phep|ly do|co ly do|ro ly do|xin phep|bao)|kp|kld)\s*(?:la|:)?\s*{_N}"
    rf"|{_N}{_NOUN}\s*(?:vang\s*)?(?:(?:khong|ko|k|kg|chua)\s+(?:phep|ly do|co ly do|ro ly do|xin phep|bao|thay bao)|kp\b|kld\b|bien mat)"
)


def _text(scope: Scope) -> str:
    return strip_marks(fold(scope.text(scope.part)))


def _first(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    return int(next(group for group in match.groups() if group)) if match else None


def read_present(scope: Scope) -> int | None:
    """How many were there: '25/28', 'có mặt 25'."""
    text = _text(scope)
    share = _SHARE.search(text)
    return int(share.group(1)) if share else _first(_PRESENT, text)


def read_total(scope: Scope) -> int | None:
    """How many there are: the second part of a share, 'tổng số 28'; of a vote, its ballots."""
    from vnparty_nlp.facts.slots.ballots import read_ballots

    text = _text(scope)
    if "for" in scope.label.slots:
        return read_ballots(scope)
    share = _SHARE.search(text)
    return int(share.group(2)) if share else _first(_TOTAL, text)


def read_excused(scope: Scope) -> int | None:
    """How many were away with leave."""
    return _first(_EXCUSED, _without_unexcused(_text(scope)))


def _without_unexcused(text: str) -> str:
    return _UNEXCUSED.sub(lambda match: " ; ", text)


def read_unexcused(scope: Scope) -> int | None:
    """How many were away without leave."""
    return _first(_UNEXCUSED, _text(scope))
