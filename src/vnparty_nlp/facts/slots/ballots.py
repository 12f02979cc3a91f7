"""The counts of a vote."""

import re

from vnparty_nlp.facts.scope import Scope
from vnparty_nlp.facts.slots.figures import (
    FIGURE,
    IS,
    NOT,
    UNITS,
    first_figure,
    plain_text,
    share_part,
)

# Sources of the words: the vote lines of the project's domain page (sections 2 and 7).
_AGREE = r"(?:tan thanh|dong y|nhat tri|dong thuan)"
_YES = rf"(?:{_AGREE}|thuan|ung ho|gio tay|gio the|bieu quyet|tin nhiem|trung cu|chon|dy\b)"
_NO = (
    rf"(?:{NOT}{_AGREE}|phan doi|\bchong|bac\b|kdy\b|khong\b(?!\s*(?:hop le|co|tham|phep|bieu|bo)))"
)
_NO_COUNT = r"(?!\d*\s*(?:%|thang|nam|ngay))(?!\s*/\s*\d+\s*(?:%|/))"
_FOR = re.compile(
    rf"{FIGURE}{UNITS}\s*{_YES}"
    rf"|(?:duoc|dat|voi|:)\s*{FIGURE}\s*(?:phieu|y kien)(?!\s*(?:trang|{NOT}|chong|phan doi))"
    rf"|(?:{_YES}|duoc|dat){IS}{FIGURE}{_NO_COUNT}"
    rf"|{_YES}(?:\s+[a-z]+){{1,4}}\s+{FIGURE}(?=\s*(?:phieu|[,;.)]|$))"
)
_AGAINST = re.compile(rf"{FIGURE}{UNITS}\s*{_NO}|{_NO}(?:\s*phieu)?{IS}{FIGURE}")
_NONE_AGAINST = re.compile(
    rf"{NOT}(?:co\s*)?(?:ai|d/c nao|dong chi nao|y kien nao|phieu nao)\s*(?:{_NO}|khong)"
    rf"|{NOT}co (?:phieu|y kien) (?:{_NO}|khac)"
)
_EMPTY = rf"(?:(?:phieu\s*)?(?:de\s*|bo\s*)?trang|{NOT}(?:co\s*)?y kien|y kien khac)"
_BLANK = re.compile(rf"{FIGURE}{UNITS}\s*{_EMPTY}|{_EMPTY}{IS}{FIGURE}")
_SPOILT = rf"(?:{NOT}hop le|(?:phieu\s*)?hong\b|gach het)"
_INVALID = re.compile(rf"{FIGURE}{UNITS}\s*{_SPOILT}|{_SPOILT}{IS}{FIGURE}")
_BALLOTS = re.compile(
    r"(?:thu ve|thu vao|thau vo|(?<!lan )(?<!vong )thu|phat ra|phat|tong so(?: phieu)?|"
    r"trieu tap|co mat)"
    rf"(?:\s*(?:duoc|so|la|:))*\s*{FIGURE}"
    rf"|{FIGURE}\s*phieu\s*(?:thu ve|thu vao|phat ra)"
)


def read_for(scope: Scope) -> int | None:
    """Votes in favour; the first part of a share '17/19'."""
    text = _AGAINST.sub(" ; ", plain_text(scope))
    share = share_part(text, 1)
    return first_figure(_FOR, text) if share is None else share


def read_against(scope: Scope) -> int | None:
    """Votes against; 0 where nobody was."""
    text = plain_text(scope)
    return 0 if _NONE_AGAINST.search(text) else first_figure(_AGAINST, text)


def read_blank(scope: Scope) -> int | None:
    """Blank votes."""
    return first_figure(_BLANK, plain_text(scope))


def read_invalid(scope: Scope) -> int | None:
    """Invalid ballots."""
    return first_figure(_INVALID, plain_text(scope))


def read_ballots(scope: Scope) -> int | None:
    """Ballots issued or collected, or the second part of a share."""
    text = plain_text(scope)
    share = share_part(text, 2)
    return first_figure(_BALLOTS, text) if share is None else share
