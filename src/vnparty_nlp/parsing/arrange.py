"""Paragraphs and tables of files without pages → drafts, with columns set by tabs taken apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from vnparty_nlp.parsing.cues import LINE_END, LIST_MARK, opens_title
from vnparty_nlp.parsing.flow import Draft
from vnparty_nlp.parsing.grid import GridCell, GridRow, lines_as, table_drafts
from vnparty_nlp.parsing.tabbed import (
    column_drafts,
    letterhead_length,
    signature_start,
    tab_cells,
    tabbed_table_length,
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as its file tells it; `header_rows` of it are marked as header rows."""

    rows: Sequence[GridRow]
    header_rows: int = 0


Piece = str | Table | Draft
"""A paragraph (tabs and forced line breaks kept), a table, or a draft that is ready."""


def arrange(pieces: Sequence[Piece]) -> Iterator[Draft]:
    """The drafts in reading order: letterhead and signatures column by column."""
    opening = True
    for is_text, group in groupby(pieces, key=lambda piece: isinstance(piece, str)):
        if is_text:
            lines = [line for piece in group for line in _forced_lines(str(piece))]
            length = letterhead_length(lines) if opening else 0
            opening = opening and not any(opens_title(line.strip()) for line in lines)
            end = length + signature_start(lines[length:])
            yield from column_drafts(lines[:length], "letterhead")
            yield from _paragraphs(lines[length:end])
            yield from column_drafts(lines[end:], "signature")
            continue
        for piece in group:
            if isinstance(piece, Table):
                drafts = table_drafts(piece.rows, header_rows=piece.header_rows, opening=opening)
                opening = opening and all(draft.kind == "letterhead" for draft in drafts)
                yield from drafts
            elif isinstance(piece, Draft):
                yield piece


def _paragraphs(lines: Sequence[str]) -> Iterator[Draft]:
    number = 0
    while number < len(lines):
        rows = tabbed_table_length(lines[number:])
        if rows:
            yield from table_drafts(
                [
                    [GridCell((cell,), column) for column, cell in enumerate(tab_cells(line))]
                    for line in lines[number : number + rows]
                ]
            )
        else:
            yield from lines_as("paragraph", [lines[number]])
        number += rows or 1


def lines_of(piece: Piece) -> Iterator[str]:
    """A piece as lines, for the inside of a table cell."""
    if isinstance(piece, str):
        yield from piece.splitlines()
    elif isinstance(piece, Table):
        for row in piece.rows:
            yield " ".join(line for cell in row for line in cell.lines)
    else:
        yield piece.text


def _forced_lines(text: str) -> Iterator[str]:
    """The lines between forced breaks; a break in the midst of a sentence is a blank."""
    pending = ""
    for line in text.splitlines():
        if pending and not _breaks(pending, line):
            pending = f"{pending} {line}"
            continue
        if pending.strip():
            yield pending
        pending = line
    if pending.strip():
        yield pending


def _breaks(above: str, below: str) -> bool:
    start = below.strip()
    if not start or "\t" in above or "\t" in below:
        return True
    return (
        above.rstrip().endswith(LINE_END) or not start[0].islower() or bool(LIST_MARK.match(start))
    )
