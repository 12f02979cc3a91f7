"""The header fields of a document: kind, number, date, issuer, place; for minutes the meeting."""

import re
from collections.abc import Sequence
from dataclasses import replace

from vnparty_nlp.parsing.cues import names_body, plain
from vnparty_nlp.parsing.document_number import DocumentNumber, find_number, without_number
from vnparty_nlp.parsing.issuer import body_in_title, find_bodies
from vnparty_nlp.parsing.meeting import names_its_people, read_meeting
from vnparty_nlp.parsing.norms import Norms, norms_at, past_norms
from vnparty_nlp.records import Block, DocumentKind, Heading
from vnparty_nlp.vietnamese.dates import find_dates

_MAX_HEAD_BLOCKS = 32
_PLACE = re.compile(
    r"(?P<place>[^\n,;:.]{1,60}?(?:\.[^\n,;:.]{1,40})?)\s*,\s*(?:ngày|Ngày|NGÀY|ngay)\b"
)
_PLACE_WITHOUT_COMMA = re.compile(
    r"^(?P<place>[^\n,;:]{2,40}?)\s+(?:ngày|ngay|NGÀY)\s+\d{1,2}\s+(?i:tháng|thang)\b", re.MULTILINE
)
_TIME_WORDS = frozenset({"vao", "hoi", "luc", "tu", "sang", "chieu", "toi", "den", "truoc", "xong"})
_DATE_LINE = re.compile(r"ngay\b.{0,20}\bthang\b.{0,20}\bnam\b", re.DOTALL)
# A year that found no room behind its month stands on a line of its own, perhaps far away.
_TORN_DATE = re.compile(
    r"ngày [\d.…]{1,3}(?: tháng(?: \d{1,2})?)?(?: năm)?$", re.MULTILINE | re.IGNORECASE
)
_LONE_YEAR = re.compile(
    r"^(?:(?:tháng )?\d{1,2} )?(?:năm )?(?:19|20)\d\d$", re.MULTILINE | re.IGNORECASE
)
_MAX_TITLE_LENGTH, _MAX_TITLES = 120, 3
_DRAWN = "-–—=~*_ oO0"


def read_heading(text: str, blocks: Sequence[Block]) -> tuple[Heading, tuple[str, ...]]:
    """The heading, and in plain words what in it is in doubt.

    Codes and bodies are read by the norms of the document's own date: the one it bears, else that
    of its meeting.
    """
    lines = [b.span.of(text) for b in blocks[:_MAX_HEAD_BLOCKS] if b.kind == "letterhead"]
    number = find_number(lines)
    place, issued_on = _place_and_date(lines)
    if issued_on is None:
        signed = [block.span.of(text) for block in blocks if block.kind == "signature"]
        end_place, issued_on = _place_and_date(signed)
        place = place or end_place
    bodies = find_bodies(lines) or _bodies_of_minutes(text, blocks)
    kind = _kind(text, blocks, number, norms_at(issued_on))
    written = number.written if number else None
    heading = Heading(kind, written, issued_on, bodies[-1] if bodies else None, place)
    if kind != "minutes":
        return heading, _outdated(number, bodies, issued_on)
    meeting, doubts = read_meeting(text, blocks, issued_on)
    outdated = _outdated(number, bodies, issued_on or meeting.held_on)
    return replace(heading, meeting=meeting), (*outdated, *doubts)


def _bodies_of_minutes(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """The bodies in lines above the title that hold nothing else; else the one in the title."""
    titles = [index for index, block in enumerate(blocks) if block.kind == "title"]
    if not titles:
        return ()
    above = [block.span.of(text) for block in blocks[: titles[0]]]
    named = [line for line in above if any(letter.isalnum() for letter in line.strip(_DRAWN))]
    if named and len(named) <= _MAX_TITLES and all(map(names_body, named)):
        return find_bodies(named)
    if norms_at(None).titles.get("bien ban") != _kind(text, blocks, None, norms_at(None)):
        return ()
    named_in = (body_in_title(blocks[index].span.of(text)) for index in titles)
    body = next((found for found in named_in if found), None)
    return (body,) if body else ()


def _place_and_date(lines: Sequence[str]) -> tuple[str | None, str | None]:
    head = _mend_year("\n".join(map(without_number, lines)))
    dates = find_dates(head)
    if not dates and not _DATE_LINE.search(plain(head)):
        return None, None
    return _place(head), next((d.value for d in dates if not d.value.startswith("XXXX")), None)


def _place(head: str) -> str | None:
    if match := _PLACE.search(head):
        return match["place"].strip()
    for match in _PLACE_WITHOUT_COMMA.finditer(head):
        words = match["place"].split()
        named = all(word[0].isupper() or word[0].isdigit() for word in words)
        if named and plain(words[0]) not in _TIME_WORDS:
            return match["place"].strip()
    return None


def _mend_year(head: str) -> str:
    torn, year = _TORN_DATE.search(head), _LONE_YEAR.search(head)
    if torn is None or year is None:
        return head
    return f"{head[: torn.end()]} {year[0]}{head[torn.end() :]}"


def _kind(
    text: str, blocks: Sequence[Block], number: DocumentNumber | None, norms: Norms
) -> DocumentKind:
    titles = [block.span.of(text) for block in blocks if block.kind == "title"][:1]
    rest = [b.span.of(text) for b in blocks[: _MAX_HEAD_BLOCKS // 2] if b.kind == "paragraph"]
    short = [line for line in rest if len(line) < _MAX_TITLE_LENGTH]
    for title in titles + short[:_MAX_TITLES]:
        bare = plain(title)
        for form, kind in norms.titles.items():
            if bare.startswith(form):
                return kind
    if number:
        kinds = norms.codes.get((number.family, plain(number.code)), frozenset())
        # A code of several kinds tells none of them.
        return next(iter(kinds)) if len(kinds) == 1 else "other"
    return "minutes" if names_its_people(rest) else "other"


def _outdated(
    number: DocumentNumber | None, bodies: Sequence[str], date: str | None
) -> tuple[str, ...]:
    """What only papers before that date should bear: then the date or the name may be misread."""
    if date is None:
        return ()
    past, now = past_norms(date), norms_at(date)
    said: list[str] = []
    gone = tuple(set(past.bodies) - set(now.bodies))
    said += [f"tên “{body}”" for body in bodies if gone and plain(body).startswith(gone)]
    if number:
        key = (number.family, plain(number.code))
        if key in past.codes and key not in now.codes:
            said.append(f"ký hiệu “{number.code}”")
        if plain(number.issuer_code) in past.issuer_codes - now.issuer_codes:
            said.append(f"ký hiệu “{number.issuer_code}”")
    return tuple(f"trang 1: {what} không còn dùng vào ngày {date}, xem lại ngày" for what in said)
