"""The header fields of a document: kind, number, date, issuer, place; for minutes the meeting."""

import re
from collections.abc import Sequence
from dataclasses import replace

from vnparty_nlp.parsing.cues import plain
from vnparty_nlp.parsing.meeting import read_meeting
from vnparty_nlp.parsing.norms import load_norms, opens_letterhead_line
from vnparty_nlp.records import Block, DocumentKind, Heading
from vnparty_nlp.vietnamese.dates import find_dates

_MAX_HEAD_BLOCKS = 32
_NUMBER = re.compile(
    r"(?:^|\s)S[ốôoỐÔO](?:\s*ký\s*hiệu)?\s*[:.;]?\s*"
    r"(?P<figure>\d{1,4}[a-zA-Z]?(?:\s*/\s*(?:19|20)\d\d)?|[.…_\s]*)"
    r"(?P<rest>\s*[-–—/]\s*(?:/\s*)?[^\W\d_][\w.Đđ]{0,9}(?:\s*[-–—/.&]\s*[^\W_][\w.]{0,12}){0,4})"
)
_BARE_NUMBER = re.compile(
    r"(?P<figure>\d{1,4}[a-zA-Z]?)(?P<rest>\s*[-–—/]\s*[A-ZĐ]\w{0,4}\s*[-–—/]\s*[A-ZĐ][\w.-]{0,14})"
)
_PLACE = re.compile(
    r"(?P<place>[^\n,;:.]{1,60}?(?:\.[^\n,;:.]{1,40})?)\s*,\s*(?:ngày|Ngày|NGÀY|ngay)\b"
)
_DATE_LINE = re.compile(r"ngay\b.{0,20}\bthang\b.{0,20}\bnam\b", re.DOTALL)
# A year that found no room behind its month stands on a line of its own, perhaps far away.
_TORN_DATE = re.compile(
    r"ngày [\d.…]{1,3}(?: tháng(?: \d{1,2})?)?(?: năm)?$", re.MULTILINE | re.IGNORECASE
)
_LONE_YEAR = re.compile(
    r"^(?:(?:tháng )?\d{1,2} )?(?:năm )?(?:19|20)\d\d$", re.MULTILINE | re.IGNORECASE
)
_LINE_BREAK = re.compile(r"\s*\n\s*")
_ORNAMENT = re.compile(r"[\W_]*")
_MIN_MOTTO = len("dang cong san")
_SUBJECT = re.compile(r"v/v\b|ve viec\b")


def read_heading(text: str, blocks: Sequence[Block]) -> tuple[Heading, tuple[str, ...]]:
    """The heading, and in plain words what in it is in doubt."""
    lines = [b.span.of(text) for b in blocks[:_MAX_HEAD_BLOCKS] if b.kind == "letterhead"]
    number, code = _number(lines)
    place, issued_on = _place_and_date(lines)
    kind = _kind(text, blocks, code)
    if issued_on is None:
        signed = [block.span.of(text) for block in blocks if block.kind == "signature"]
        end_place, issued_on = _place_and_date(signed)
        place = place or end_place
    heading = Heading(kind, number, issued_on, _issuer(lines), place)
    if kind != "minutes":
        return heading, ()
    meeting, doubts = read_meeting(text, blocks, issued_on)
    return replace(heading, meeting=meeting), doubts


def _number(lines: Sequence[str]) -> tuple[str | None, str]:
    """The number as written (None where it is left blank), and its code.

    A line break in it is taken out, other blanks stand as they were typed.
    """
    match = _NUMBER.search("\n".join(lines))
    if match is None:
        match = next((m for line in lines if (m := _BARE_NUMBER.fullmatch(line.strip()))), None)
    if match is None:
        return None, ""
    code = re.split(r"[-–—/]", match["rest"].lstrip("-–—/ \n"))[0].strip()
    if not match["figure"].strip()[:1].isdigit():
        return None, code
    written = _LINE_BREAK.sub("", match["figure"] + match["rest"])
    return " ".join(written.split()).rstrip("."), code


def _place_and_date(lines: Sequence[str]) -> tuple[str | None, str | None]:
    head = _mend_year("\n".join(lines))
    dates = find_dates(head)
    if not dates and not _DATE_LINE.search(plain(head)):
        return None, None
    match = _PLACE.search(head)
    place = match["place"].strip() if match else None
    return place, next((date.value for date in dates if not date.value.startswith("XXXX")), None)


def _mend_year(head: str) -> str:
    torn, year = _TORN_DATE.search(head), _LONE_YEAR.search(head)
    if torn is None or year is None:
        return head
    return f"{head[: torn.end()]} {year[0]}{head[torn.end() :]}"


def _issuer(lines: Sequence[str]) -> str | None:
    """The lower of the bodies that the letterhead names: the one that issues."""
    bodies: list[str] = []
    for line in lines:
        if _is_number_or_date(line):
            if bodies:
                break
            continue
        if _is_no_body(line):
            continue
        waits = bool(bodies) and plain(bodies[-1]) in load_norms().open_bodies
        if bodies and (waits or not opens_letterhead_line(line)):
            bodies[-1] = f"{bodies[-1]} {line}"
        elif opens_letterhead_line(line) or line.isupper():
            bodies.append(line)
    return bodies[-1].strip(" *_-") if bodies else None


def _is_number_or_date(line: str) -> bool:
    bare = plain(line)
    if _NUMBER.search(line) or _BARE_NUMBER.fullmatch(line.strip()):
        return True
    return _SUBJECT.match(bare) is not None or "ngay" in bare.split()


def _is_no_body(line: str) -> bool:
    bare, mottos = plain(line), load_norms().mottos
    if _ORNAMENT.fullmatch(bare) or _LONE_YEAR.fullmatch(line) or bare.startswith(mottos):
        return True
    # A motto may be cut short where it wraps.
    return len(bare) > _MIN_MOTTO and any(motto.startswith(bare) for motto in mottos)


def _kind(text: str, blocks: Sequence[Block], code: str) -> DocumentKind:
    norms = load_norms()
    titles = [block.span.of(text) for block in blocks if block.kind == "title"][:1]
    rest = [b.span.of(text) for b in blocks[: _MAX_HEAD_BLOCKS // 2] if b.kind == "paragraph"]
    for title in titles + [line for line in rest if len(line) < 120][:3]:
        bare = plain(title)
        for form, kind in norms.titles.items():
            if bare.startswith(form):
                return kind
    return norms.codes.get(plain(code), "other")
