"""Who was counted at a meeting."""

import re

from vnparty_nlp.facts.scope import Scope
from vnparty_nlp.facts.slots.ballots import read_ballots
from vnparty_nlp.facts.slots.figures import (
    FIGURE,
    IS,
    NOT,
    UNITS,
    first_figure,
    plain_text,
    share_part,
)

# Sources of the words: the attendance lines of the project's domain page (sections 2 and 7).
_THERE = (
    r"(?:co mat|hien dien|du hop|tham du|tham gia|den du|(?<!vang )mat|cm|du|di hop|co|den|con)"
)
_NO_HEADCOUNT = r"(?!\s*(?:/|h\b|h\d|gio|phut|thang|nam|%|buoi))"
_PRESENT = re.compile(
    rf"\b{_THERE}{UNITS}{IS}{FIGURE}{_NO_HEADCOUNT}"
    rf"|{FIGURE}{UNITS}\s*(?:co mat|du hop|tham du|hien dien|den du|du\b(?!\s*bi)|tham gia)"
)
_ALL = r"(?:tong so|tong|si so|quan so\s*:?\s*dv|quan so|trieu tap|toan chi bo|chi bo co)"
_OF_WHOM = r"(?:\s*(?:dang vien|dv|d/c|dai bieu|cua chi bo|duoc trieu tap|chi bo|\w+(?= la)))*"
_TOTAL = re.compile(
    rf"\b{_ALL}{_OF_WHOM}{IS}{FIGURE}|tren\s*(?:tong so|tong)?\s*(?:so)?\s*{FIGURE}"
)
_LEAVE = r"(?:phep|ly do|co phep|co ly do|ro ly do|xin phep|bao cao|bao truoc|bao)"
_AWAY = r"(?:vang\s*(?:mat\s*)?)?"
_EXCUSED = re.compile(
    rf"(?:co phep|co ly do|\bcp|\bcld|\bphep|xin phep)\s*(?:la|:)?\s*{FIGURE}"
    rf"|{FIGURE}{UNITS}\s*{_AWAY}"
    r"(?:co phep|co ly do|cp\b|cld\b|p\b|phep|xin phep|xin nghi|co bao|bao truoc|nghi phep)"
)
_UNEXCUSED = re.compile(
    rf"(?:{NOT}{_LEAVE}|\bkp|\bkld)\s*(?:la|:)?\s*{FIGURE}"
    rf"|{FIGURE}{UNITS}\s*{_AWAY}(?:{NOT}(?:thay\s*)?{_LEAVE}|kp\b|kld\b|k\b|bien mat"
    r"|khong\b(?!\s*(?:co mat|du)))"
)


def read_present(scope: Scope) -> int | None:
    """How many were there: '25/28', 'có mặt 25'."""
    text = plain_text(scope)
    share = share_part(text, 1)
    return first_figure(_PRESENT, text) if share is None else share


def read_total(scope: Scope) -> int | None:
    """How many there are: the second part of a share, 'tổng số 28'; of a vote, its ballots."""
    if "for" in scope.label.slots:
        return read_ballots(scope)
    text = plain_text(scope)
    share = share_part(text, 2)
    return first_figure(_TOTAL, text) if share is None else share


def read_excused(scope: Scope) -> int | None:
    """How many were away with leave."""
    return first_figure(_EXCUSED, _UNEXCUSED.sub(" ; ", plain_text(scope)))


def read_unexcused(scope: Scope) -> int | None:
    """How many were away without leave."""
    return first_figure(_UNEXCUSED, plain_text(scope))
