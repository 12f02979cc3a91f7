"""What minutes say about their own meeting: date, chair, secretary, who was counted."""

import re
from collections.abc import Sequence

from vnparty_nlp.parsing.attendance import doubts, read_attendance
from vnparty_nlp.records import Block, Meeting
from vnparty_nlp.vietnamese.dates import find_dates
from vnparty_nlp.vietnamese.names import NameMatch, find_names, strip_title
from vnparty_nlp.vietnamese.unicode import fold, strip_marks

# The opening of minutes: time, place, who came, who leads. Behind it people only speak.
_MAX_OPENING_BLOCKS = 30
_TIME_CUE = re.compile(
    r"hom nay|\bhoi\b|vao (?:luc|hoi|ngay)|thoi gian|\bluc\b|\d\s*(?:h|gio|g)\s*\d{0,2}\b"
    r"|tien hanh|to chuc|khai mac|bat dau|ngay hop"
)
_CHAIR = re.compile(r"chu tri|chu toa|chu tich doan|dieu hanh|chu tich hoi nghi")
_SECRETARY = re.compile(r"(?<!van )(?:th[uo] k[yi])|ghi bien ban|nguoi ghi|ghi chep|lap bien ban")
_FILLER = re.compile(
    r"[\s:,–\-|()]*(?:(?:hoi nghi|cuoc hop|buoi hop|buoi sinh hoat|phien hop|sinh hoat|dai hoi"
    r"|chi bo|bien ban|doan|ghi bien ban|la|do|cua|gom|co|kiem|duoc cu|duoc phan cong|va|dong thoi"
    r"|bt|pbt|dong chi|d/c|cac|ong|ba)[\s:,–\-|()]*)*"
)
# Abbreviated ranks stand between the part and the name: "Thư ký: ĐD Nguyễn Thị Hoa".
_RANK = re.compile(r"(?<!\w)(?:[A-ZĐ][A-Za-zĐđ]{0,3}\.?)+(?!\w)")
_BARE_TITLES = frozenset({"dong chi", "cac dong chi", "ong", "ba"})
_FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_MAX_BACKWARD = 80
_SENTENCE_END = re.compile(r"[.;!?\n]\s")
_BARE_NAME = re.compile(r"(?:[^\W\d_][\w'’]*[ -]){1,5}[^\W\d_][\w'’]*")


def read_meeting(
    text: str, blocks: Sequence[Block], issued_on: str | None
) -> tuple[Meeting, tuple[str, ...]]:
    """The meeting, and in plain words what in it is in doubt."""
    titles = [block.span.of(text) for block in blocks if block.kind == "title"]
    body = [
        block.span.of(text).replace(" | ", " : ")
        for block in blocks
        if block.kind in ("paragraph", "row", "footnote")
    ][:_MAX_OPENING_BLOCKS]
    signed = [block.span.of(text) for block in blocks if block.kind == "signature"]
    counted = read_attendance(body)
    meeting = Meeting(
        held_on=_held_on(titles, body, issued_on),
        chair=_in_text(body, _CHAIR) or _signed_as(signed, _CHAIR),
        secretary=_in_text(body, _SECRETARY) or _signed_as(signed, _SECRETARY),
        present=counted.present,
        excused=counted.excused,
        unexcused=counted.unexcused,
        total=counted.total,
    )
    return meeting, doubts(counted)


def _held_on(titles: Sequence[str], body: Sequence[str], issued_on: str | None) -> str | None:
    """The first full date beside a word of time; else the title's, else that of the letterhead."""
    year = int(issued_on[:4]) if issued_on else None
    timed = [text for text in body if _TIME_CUE.search(_plain(text))]
    for text in [*timed, *titles, issued_on or ""]:
        for date in find_dates(text, year=year):
            if _FULL_DATE.fullmatch(date.value):
                return date.value
    return None


def _plain(text: str) -> str:
    return strip_marks(fold(text))


def _in_text(texts: Sequence[str], cue: re.Pattern[str]) -> str | None:
    """The person whom the first of the texts gives that part in the meeting."""
    for text in texts:
        names = None
        for match in cue.finditer(_plain(text)):
            names = _names(text) if names is None else names
            if name := _beside(text, match, names):
                return name
    return None


def _names(text: str) -> list[NameMatch]:
    return [name for name in find_names(text) if _plain(name.text) not in _BARE_TITLES]


def _beside(text: str, cue: re.Match[str], names: Sequence[NameMatch]) -> str | None:
    after = next((name for name in names if name.span.start >= cue.end()), None)
    if after is not None:
        gap = text[cue.end() : after.span.start].rstrip(" .").removesuffix(after.title)
        if _FILLER.fullmatch(_plain(_RANK.sub(" ", gap))):
            return strip_title(after.text)
    before = next((name for name in reversed(names) if name.span.end <= cue.start()), None)
    if before is None or cue.start() - before.span.end > _MAX_BACKWARD:
        return None
    # "đ/c Lượng, Quản đốc, BT chi bộ chủ trì": the part follows the name within one sentence.
    between = text[before.span.end : cue.start()]
    return None if _SENTENCE_END.search(between) or ":" in between else strip_title(before.text)


def _signed_as(lines: Sequence[str], cue: re.Pattern[str]) -> str | None:
    """The name under an office in the signature block."""
    waiting = False
    for line in lines:
        if cue.search(_plain(line)):
            waiting = True
        elif waiting and (name := _signed_name(line)):
            return name
    return None


def _signed_name(line: str) -> str | None:
    names = _names(line)
    if names:
        return strip_title(names[0].text)
    return line.strip() if _BARE_NAME.fullmatch(line.strip()) and line.istitle() else None
