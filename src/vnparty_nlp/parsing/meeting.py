"""What minutes say about their own meeting: date, chair, secretary, who was counted."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

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
_CHAIR = re.compile(r"chu tri|chu toa|chu tich doan|doan chu tich|dieu hanh|chu tich hoi nghi")
_SECRETARY = re.compile(r"(?<!van )(?:th[uo] k[yi])|ghi bien ban|nguoi ghi|ghi chep|lap bien ban")
_FILLER = re.compile(
    r"[\s:,–\-|()]*(?:(?:hoi nghi|cuoc hop|buoi hop|buoi sinh hoat|phien hop|sinh hoat|dai hoi"
    r"|chi bo|bien ban|doan|(?:nguoi )?ghi bien ban|nguoi ghi|chu toa|dieu hanh|la|do|cua|gom|co"
    r"|kiem|duoc cu|duoc phan cong|va|dong thoi|bt|pbt|dong chi|d/c|cac|ong|ba"
    r"|\d{1,2}[.)]?(?!\d))[\s:,–\-|()]*)*"
)
# Behind "Thư ký:" stands whoever it is, never before it.
_LABEL = re.compile(r"[^.;:!?\n]{0,40}:")
# Abbreviated ranks stand between the part and the name: "Thư ký: ĐD Nguyễn Thị Hoa".
_RANK = re.compile(r"(?<!\w)(?:[A-ZĐ][A-Za-zĐđ]{0,3}\.?)+(?!\w)")
# "Ys", "ĐD": what a name takes along where it is no title that the names know.
_ABBREVIATED_TITLE = re.compile(
    r"^(?:(?:BS|YS|DS|ĐD|ĐDT|KTV|CN|KS|KTS|GV|NV|ThS|TS|PGS|GS|LS|QNCN|CNVQP)\b\.?\s*)+(?=\w)", re.I
)
_BARE_TITLES = frozenset({"dong chi", "cac dong chi", "ong", "ba"})
_FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_MAX_BACKWARD = 80
_MAX_LABEL = 40
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
    # Each text is folded and searched for names once, whoever asks for them.
    plain = {text: _plain(text) for text in body}
    names_in = cache(_names)
    counted = read_attendance(body)
    meeting = Meeting(
        held_on=_held_on(titles, plain, issued_on),
        chair=_in_text(plain, _CHAIR, names_in) or _signed_as(signed, _CHAIR),
        secretary=_in_text(plain, _SECRETARY, names_in) or _signed_as(signed, _SECRETARY),
        present=counted.present,
        excused=counted.excused,
        unexcused=counted.unexcused,
        total=counted.total,
    )
    return meeting, doubts(counted)


def names_its_people(opening: Sequence[str]) -> bool:
    """Whether an opening has a line for who chairs and one for who writes: then it is minutes."""
    labels = [plain for text in opening if _LABEL.match(plain := _plain(text))]
    return all(
        any(cue.search(label[:_MAX_LABEL]) for label in labels) for cue in (_CHAIR, _SECRETARY)
    )


def _held_on(titles: Sequence[str], body: Mapping[str, str], issued_on: str | None) -> str | None:
    """The first full date beside a word of time; else the title's, else that of the letterhead."""
    year = int(issued_on[:4]) if issued_on else None
    timed = [text for text, plain in body.items() if _TIME_CUE.search(plain)]
    for text in [*timed, *titles, issued_on or ""]:
        for date in find_dates(text, year=year):
            if _FULL_DATE.fullmatch(date.value):
                return date.value
    return None


def _plain(text: str) -> str:
    return strip_marks(fold(text))


def _in_text(
    texts: Mapping[str, str],
    cue: re.Pattern[str],
    names_in: Callable[[str], Sequence[NameMatch]],
) -> str | None:
    """The person whom the first of the texts gives that part in the meeting."""
    for text, plain in texts.items():
        for match in cue.finditer(plain):
            if name := _beside(text, match, names_in(text)):
                return name
    return None


def _names(text: str) -> list[NameMatch]:
    return [name for name in find_names(text) if _plain(name.text) not in _BARE_TITLES]


def _person(name: NameMatch, text: str) -> str:
    """The name alone: "Ys Lục Thị Yến", and "Cái Thị Lựu" where "Chức vụ" follows it."""
    bare = _ABBREVIATED_TITLE.sub("", strip_title(name.text), count=1)
    if text[name.span.end :].lstrip()[:2].lower() == "vụ":
        bare = bare.removesuffix(" Chức").removesuffix(" chức")
    return bare


def _beside(text: str, cue: re.Match[str], names: Sequence[NameMatch]) -> str | None:
    after = next((name for name in names if name.span.start >= cue.end()), None)
    if after is not None:
        gap = text[cue.end() : after.span.start].rstrip(" .").removesuffix(after.title)
        if _FILLER.fullmatch(_plain(_RANK.sub(" ", gap))):
            return _person(after, text)
    before = next((name for name in reversed(names) if name.span.end <= cue.start()), None)
    if _LABEL.match(_plain(text), cue.end()):
        return None
    if before is None or cue.start() - before.span.end > _MAX_BACKWARD:
        return None
    # "đ/c Lượng, Quản đốc, BT chi bộ chủ trì": the part follows the name within one sentence.
    between = text[before.span.end : cue.start()]
    return None if _SENTENCE_END.search(between) or ":" in between else _person(before, text)


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
        return _person(names[0], line)
    return line.strip() if _BARE_NAME.fullmatch(line.strip()) and line.istitle() else None
