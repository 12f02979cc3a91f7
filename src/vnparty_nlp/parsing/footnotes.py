"""Footnotes at the end of a page, and the small raised figures that refer to them."""

import re
from collections.abc import Sequence
from statistics import median

from vnparty_nlp.parsing.paper import PageWords
from vnparty_nlp.parsing.segments import Row

# Shares of the height of the page's text.
_SMALL, _RAISED = 0.93, 0.8
# The line between text and notes: shares of the page's width and height.
_SHORTEST, _LONGEST, _LEFT_SHARE, _LOWER_SHARE, _THIN_POINTS = 0.1, 0.45, 0.25, 0.4, 2.0
_NOTE = re.compile(r"[\[(]?(\d{1,2}|\*{1,3})[\])]?(?=[\s.]|$)")
_MARK = re.compile(r"[\[(]?(\d{1,2}|\*{1,3})[\])]?")


def take_footnotes(
    page: PageWords, rows: Sequence[Row], usual: float
) -> tuple[list[Row], list[Row]]:
    """The rows of the text, and those of the footnotes below it.

    `usual` is the height of most lines of the document, in points.
    Raised figures that refer to a footnote of the page are left out of the text; other small
    pieces ("m²") go into the row beside them.
    """
    separator = _separator(page)
    if separator is None and all(s.height >= _SMALL * usual for row in rows for s in row):
        return list(rows), []
    start = _start(page, rows, usual, separator)
    notes = list(rows[start:])
    numbers = {match[1] for row in notes if (match := _NOTE.match(_text(page, row)))}
    return _without_marks(page, rows[:start], numbers, usual), _merged(page, notes, usual)


def opens_note(text: str, before: str) -> bool:
    """Whether a line opens the note after the one that `before` opened ("" for the first)."""
    match, last = _NOTE.match(text), _NOTE.match(before)
    if match is None or last is None:
        return match is not None or not before
    if match[1].isdigit() and last[1].isdigit():
        return int(match[1]) == int(last[1]) + 1
    return match[1] > last[1]


def _text(page: PageWords, row: Row) -> str:
    return " ".join(page.texts[word] for segment in row for word in segment.words)


def _height(page: PageWords, row: Row) -> float:
    """The height of most words of a row; a raised number makes the row itself higher."""
    boxes = page.edges[[word for segment in row for word in segment.words]]
    return float(median((boxes[:, 3] - boxes[:, 1]).tolist()))


def _separator(page: PageWords) -> float | None:
    """Where a short line parts text and notes, in points from the top; None for nowhere."""
    for left, top, right, bottom in page.rules.tolist():
        share = (right - left) / page.width if page.width else 0.0
        short = _SHORTEST < share < _LONGEST and left < _LEFT_SHARE * page.width
        if short and bottom - top <= _THIN_POINTS and top > _LOWER_SHARE * page.height:
            return float(top)
    return None


def _start(page: PageWords, rows: Sequence[Row], usual: float, separator: float | None) -> int:
    """The first row at the page's end that a note's number opens, small or below the line."""
    start = len(rows)
    for number in range(len(rows) - 1, -1, -1):
        small = _height(page, rows[number]) < _SMALL * usual
        if not small and (separator is None or rows[number][0].bottom < separator):
            break
        if _NOTE.match(_text(page, rows[number])):
            start = number
    return start


def _is_raised(row: Row, usual: float) -> bool:
    return all(segment.height < _RAISED * usual and len(segment.words) == 1 for segment in row)


def _without_marks(
    page: PageWords, rows: Sequence[Row], numbers: set[str], usual: float
) -> list[Row]:
    kept: list[Row] = []
    raised: list[Row] = []
    for row in rows:
        (raised if _is_raised(row, usual) else kept).append(row)
    for row in raised:
        rest = [s for s in row if not _refers(page.texts[s.words[0]], numbers)]
        if rest:
            _put_beside(kept, rest)
    return kept


def _refers(text: str, numbers: set[str]) -> bool:
    match = _MARK.fullmatch(text)
    return match is not None and match[1] in numbers


def _merged(page: PageWords, rows: Sequence[Row], usual: float) -> list[Row]:
    """The rows of the notes, a raised number in the row that it opens."""
    kept = [row for row in rows if not _is_raised(row, usual) or len(_text(page, row)) > 3]
    for row in rows:
        if row not in kept:
            _put_beside(kept, row)
    return kept


def _put_beside(rows: list[Row], pieces: Row) -> None:
    """Put small pieces into the row whose height they share, or leave them a row of their own."""
    middle = (pieces[0].top + pieces[0].bottom) / 2
    for number, row in enumerate(rows):
        if row[0].top <= middle <= row[0].bottom:
            rows[number] = sorted([*row, *pieces], key=lambda segment: segment.left)
            return
    rows.append(pieces)
    rows.sort(key=lambda row: row[0].bottom)
