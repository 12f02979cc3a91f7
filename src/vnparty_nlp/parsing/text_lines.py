"""Lines of plain text → drafts: wrapped paragraphs, drawn tables, columns set with blanks."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import neg

from vnparty_nlp.parsing.cues import LINE_END, LIST_MARK, is_title
from vnparty_nlp.parsing.flow import Draft
from vnparty_nlp.parsing.grid import GridCell, lines_as, table_drafts
from vnparty_nlp.parsing.tabbed import (
    RULE,
    column_drafts,
    letterhead_length,
    signature_start,
    tab_cells,
    tabbed_table_length,
)

# A file whose lines are longer was not wrapped by hand or by a mail program.
_MAX_WRAP = 130
_MIN_WRAP = 50
_MIN_FULL_LINES, _FEW_LINES = 3, 6
# By how much a wrapped line may fall short of the width: about a long word.
_RAGGED = 12


def text_drafts(lines: Sequence[str]) -> Iterator[Draft]:
    """The drafts of a plain text, in reading order."""
    body = letterhead_length(lines)
    end = body + signature_start(lines[body:])
    yield from column_drafts(lines[:body], "letterhead")
    yield from _body(lines[body:end])
    yield from column_drafts(lines[end:], "signature")


def _body(lines: Sequence[str]) -> Iterator[Draft]:
    wrap = _wrap_width(lines)
    paragraph: list[str] = []
    number = 0
    while number < len(lines):
        table = _table_length(lines[number:])
        line = lines[number]
        if table or not line.strip() or not _goes_on(paragraph, line, wrap):
            yield from lines_as("paragraph", [" ".join(paragraph)])
            paragraph = []
        if table:
            yield from _table(lines[number : number + table])
        elif not RULE.fullmatch(line):
            paragraph += [line] if line.strip() else []
        number += table or 1
    yield from lines_as("paragraph", [" ".join(paragraph)])


def _wrap_width(lines: Sequence[str]) -> int:
    """The width at which the lines were wrapped; 0 where a line is a paragraph."""
    lengths = sorted((len(line) for line in lines if line.strip()), reverse=True)
    least = max(_MIN_FULL_LINES if len(lengths) > _FEW_LINES else 2, len(lengths) // 6)
    if sum(length > _MAX_WRAP for length in lengths) >= least:
        return 0
    for number, length in enumerate(lengths):
        # Those that are nearly as long follow at once, since the longest come first.
        full = bisect_left(lengths, _RAGGED - length, number, key=neg) - number
        if _MIN_WRAP <= length <= _MAX_WRAP and full >= least:
            return length
    return 0


def _goes_on(paragraph: Sequence[str], line: str, wrap: int) -> bool:
    if not paragraph:
        return True
    last, text = paragraph[-1], line.strip()
    if is_title(last.strip()) or is_title(text) or LIST_MARK.match(text):
        return False
    unfinished = not last.endswith(LINE_END)
    if len(last) + 1 + len(text.split()[0]) <= wrap or not wrap:
        return unfinished and text[0].islower() and len(last) >= max(_MIN_WRAP, 0.6 * wrap)
    # A full stop at the end of a full line says little, but only where paragraphs are set in.
    indent, first = len(line) - len(line.lstrip()), len(paragraph[0]) - len(paragraph[0].lstrip())
    return unfinished or indent < first or (len(paragraph) > 1 and indent == first)


def _cells(line: str) -> list[str]:
    if "|" in line:
        return [cell.strip() for cell in line.strip().strip("|").split("|")]
    return tab_cells(line)


def _table_length(lines: Sequence[str]) -> int:
    """Number of lines of the table that begins here; 0 for none."""
    if "|" not in lines[0] and not lines[0].lstrip().startswith("+-"):
        return tabbed_table_length(lines)
    length = rows = 0
    for line in lines:
        drawn = RULE.fullmatch(line) is not None
        if not (line.strip() and (drawn or "|" in line)):
            break
        length += 1
        rows += not drawn
    return length if rows >= 2 else 0


def _table(lines: Sequence[str]) -> list[Draft]:
    rows: list[list[list[str]]] = []
    parted = True
    for line in lines:
        if RULE.fullmatch(line):
            parted = True
            continue
        cells = [[cell] if cell else [] for cell in _cells(line)]
        # A row whose cells are wrapped goes on in lines that have nothing in the first column.
        if not parted and not cells[0] and len(cells) == len(rows[-1]):
            rows[-1] = [above + below for above, below in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
        parted = False
    return table_drafts(
        [[GridCell((" ".join(cell),), column) for column, cell in enumerate(row)] for row in rows]
    )
