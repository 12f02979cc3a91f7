"""The clause tree of a guidance or regulation, as a flat list in reading order."""

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import resources

from vnparty_nlp.parsing.clause_marks import Mark, body_of, marks_of
from vnparty_nlp.parsing.clause_tree import NAMED, Place, arrange
from vnparty_nlp.parsing.cues import is_capitals, is_letterhead, is_signature, opens_title, plain
from vnparty_nlp.records import Block, Clause, Document, Span

_MAX_TITLE_LINES = 4
_MAX_TITLE_WORDS = 20
_ATTACHED = re.compile(r"\(?\s*(ban hanh |duoc ban hanh )?kem theo\b")
_ATTACHED_WITHIN = 4
# A quotation longer than this was never closed.
_MAX_QUOTED_LINES = 60
_OPENING_QUOTE = re.compile(r"[“«„]|(?<!\w)\"(?=[\w(])")
_CLOSING_QUOTE = re.compile(r"[”»]|(?<=[\w.;,:!?)])\"(?!\w)")
# Higher levels end only where the next one begins; the lower ones also where the text goes on
# about the whole document.
_HEADINGS = NAMED | {"capital", "roman"}


@cache
def _closings() -> tuple[str, ...]:
    source = resources.files("vnparty_nlp.parsing").joinpath("outline.toml").read_text("utf-8")
    openings: list[str] = tomllib.loads(source)["closing"]["openings"]
    return tuple(map(plain, openings))


def outline(document: Document) -> tuple[Clause, ...]:
    """The clauses of the document in reading order.

    Spans are nested or disjoint. Dashes are parts of the clause they stand in. Clauses that an
    amendment quotes are not the document's own. Where a number is given twice (a slip, or a second
    document in the same file), the later path says so: `II.3 (2)`, and so for its parts.
    """
    lines = [block.span.of(document.text) for block in document.blocks]
    readable = _readable(document.blocks, lines)
    places = arrange(readable)
    starts = {place.line for place in places}
    heads = {p.line: _head_end(document.blocks, lines, starts, p) for p in places}
    ends = _ends(document.blocks, lines, readable, places)
    paths = _paths(places)
    clauses: list[Clause] = []
    levels: dict[int, int] = {}
    for place, path in zip(places, paths, strict=True):
        levels[place.line] = 0 if place.parent is None else levels[place.parent] + 1
        start = document.blocks[place.line].span.start
        head = Span(start, document.blocks[heads[place.line]].span.end)
        end = document.blocks[max(ends[place.line], heads[place.line])].span.end
        title = " ".join(head.of(document.text).split())
        clauses.append(Clause(path, title, head, Span(start, end), levels[place.line]))
    return tuple(clauses)


def _readable(blocks: Sequence[Block], lines: Sequence[str]) -> list[tuple[Mark, ...] | None]:
    """The readings of each line's number; None where a document ends and another may begin."""
    quoted = _quoted(lines)
    readable: list[tuple[Mark, ...] | None] = []
    for index, (block, line) in enumerate(zip(blocks, lines, strict=True)):
        if block.kind == "signature" or _ends_document(lines, index):
            readable.append(None)
        elif block.kind == "paragraph" and index not in quoted and not is_letterhead(line):
            readable.append(marks_of(line))
        elif block.kind == "title":
            # Below the title, "PHẦN THỨ NHẤT" looks like the rest of its subject.
            readable.append(tuple(mark for mark in marks_of(line) if mark.kind in NAMED))
        else:
            readable.append(())
    return readable


def _ends_document(lines: Sequence[str], index: int) -> bool:
    """Whether the recipients, or the title of an attached document, stand here."""
    line = lines[index]
    if is_signature(line) and not marks_of(line):
        return True
    return (
        index > 0
        and opens_title(line)
        and is_capitals(line) is True
        and any(_ATTACHED.match(plain(x)) for x in lines[index + 1 : index + _ATTACHED_WITHIN])
    )


def _quoted(lines: Sequence[str]) -> set[int]:
    """The lines that begin inside a quotation, or with one."""
    quoted: set[int] = set()
    index = 0
    while index < len(lines):
        end = _quotation_end(lines, index)
        if lines[index].lstrip()[:1] in ("“", "«", "„", '"'):
            quoted.add(index)
        quoted |= set(range(index + 1, end + 1))
        index = end + 1
    return quoted


def _quotation_end(lines: Sequence[str], start: int) -> int:
    """The line that closes the quotation which `start` leaves open; `start` where there is none."""
    depth = 0
    for index in range(start, min(start + _MAX_QUOTED_LINES, len(lines))):
        depth += len(_OPENING_QUOTE.findall(lines[index]))
        depth -= len(_CLOSING_QUOTE.findall(lines[index]))
        if depth <= 0:
            return index
    return start


def _head_end(blocks: Sequence[Block], lines: Sequence[str], starts: set[int], place: Place) -> int:
    """The last line of the clause's heading: its own, or that of a title below it."""
    last = place.line
    for index in range(last + 1, min(last + _MAX_TITLE_LINES, len(lines))):
        if blocks[index].kind not in ("paragraph", "title") or index in starts:
            break
        if not _goes_on(lines, index, place, last):
            break
        last = index
    return last


def _goes_on(lines: Sequence[str], index: int, place: Place, last: int) -> bool:
    """Whether a line belongs to the heading above it."""
    line = lines[index]
    if is_signature(line) or len(line.split()) > _MAX_TITLE_WORDS or not line[0].isalpha():
        return False
    if place.mark.bare and last == place.line:
        title = not line.endswith((".", ";", ":", ",")) and not line[0].islower()
        return bool(is_capitals(line)) or title
    above = body_of(lines[place.line]) if last == place.line else lines[last]
    return is_capitals(line) is True and is_capitals(above) is True


def _ends(
    blocks: Sequence[Block],
    lines: Sequence[str],
    readable: Sequence[tuple[Mark, ...] | None],
    places: Sequence[Place],
) -> dict[int, int]:
    """The last line of each clause, by its first."""
    by_line = {place.line: place for place in places}
    last = _without_number_behind(readable)
    ends: dict[int, int] = {}
    open_lines: list[int] = []
    for index, block in enumerate(blocks):
        if readable[index] is None:
            open_lines = []
        elif index in by_line:
            parent = by_line[index].parent
            while open_lines and open_lines[-1] != parent:
                open_lines.pop()
            open_lines.append(index)
        elif len(open_lines) > 1 and last[index] and plain(lines[index]).startswith(_closings()):
            while len(open_lines) > 1 and by_line[open_lines[-1]].mark.kind not in _HEADINGS:
                open_lines.pop()
        if block.kind in ("paragraph", "row", "title"):
            ends.update(dict.fromkeys(open_lines, index))
    return ends


def _without_number_behind(readable: Sequence[tuple[Mark, ...] | None]) -> list[bool]:
    """Whether no number follows each line before its document ends."""
    last: list[bool] = []
    follows = False
    for marks in reversed(readable):
        last.append(not follows)
        follows = marks is not None and (follows or bool(marks))
    return last[::-1]


def _paths(places: Sequence[Place]) -> list[str]:
    """The path of each clause; a path that was given before gets its count in brackets."""
    paths: dict[int, str] = {}
    prefixes: dict[int, str] = {}
    given: Counter[str] = Counter()
    for place in places:
        mark = place.mark
        above = "" if place.parent is None else paths[place.parent]
        outer = "" if place.parent is None else prefixes[place.parent]
        # An article is cited without its chapter, but not without its appendix.
        before = outer if mark.kind == "article" else above
        number = ".".join(mark.name.split(".")[place.merged :])
        path = f"{before}.{number}" if before else number
        given[path] += 1
        paths[place.line] = path if given[path] == 1 else f"{path} ({given[path]})"
        prefixes[place.line] = paths[place.line] if mark.kind == "appendix" else outer
    return list(paths.values())
