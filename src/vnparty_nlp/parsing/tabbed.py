"""Letterheads and signatures set in two columns with tabs or blanks, in files without layout."""

import re
from collections.abc import Iterator, Sequence

from vnparty_nlp.parsing.cues import LIST_MARK, is_letterhead, opens_title
from vnparty_nlp.parsing.flow import Draft
from vnparty_nlp.parsing.signatures import opens_signatures
from vnparty_nlp.records import BlockKind

_GAP = re.compile(r"\s*\t\s*|\s{3,}")
RULE = re.compile(r"[\s|+=_*~—–-]*[|+=_*~—–-]{3}[\s|+=_*~—–-]*")
# "Số      -BB/CB", "ngày     tháng 6 năm     ": the gap waits for a figure.
_BLANK_NUMBER = re.compile(
    r"(?:^|\s)[Ss](?:ố|Ố|o)\s*:?$|(?:ngày|(?:ngày|ngay)\b.{0,12}(?:tháng|thang))$", re.IGNORECASE
)
_MAX_NUMBER_WORD = 24
_BAR = re.compile(r"\s*\|\s*")
# A letterhead is never longer; behind it the text has begun.
_MAX_LETTERHEAD_LINES = 16
# A tab reaches further than any text before it, so that the second column stands in one place.
_TAB = 64

_MIN_CELLS, _MIN_ROWS = 3, 2

Piece = tuple[int, str]


def pieces_of(line: str) -> list[Piece]:
    """The parts of a line between wide gaps, with the place where each begins."""
    pieces, start, place = [], 0, 0
    gaps = [gap for gap in _GAP.finditer(line) if not _is_blank_number(line, gap.start())]
    for gap in [*gaps, None]:
        end, following = gap.span() if gap else (len(line), len(line))
        if line[start:end].strip():
            pieces.append((place, line[start:end].strip()))
        since_tab = place % _TAB
        place += len((" " * since_tab + line[start:following]).expandtabs(_TAB)) - since_tab
        start = following
    return pieces


def _is_blank_number(line: str, gap: int) -> bool:
    return _BLANK_NUMBER.search(line[max(0, gap - _MAX_NUMBER_WORD) : gap]) is not None


def tabbed_table_length(lines: Sequence[str]) -> int:
    """Number of lines that make a table with tabs, from the first one on; 0 where none does.

    Two cells a line may be a name and its value; three and more are a row.
    """
    length = 0
    for line in lines:
        if len(tab_cells(line)) < _MIN_CELLS:
            break
        length += 1
    return length if length >= _MIN_ROWS else 0


def tab_cells(line: str) -> list[str]:
    """The cells of a line divided by tabs, empty ones included."""
    return [cell.strip() for cell in line.strip().split("\t")]


def without_bars(line: str) -> str:
    """A line whose columns bars divide, with tabs instead of them."""
    return _BAR.sub("\t", line).removeprefix("\t") if "|" in line else line


def letterhead_length(lines: Sequence[str]) -> int:
    """Number of lines of the letterhead at the top; 0 where there is none."""
    last = 0
    for number, line in enumerate(lines[:_MAX_LETTERHEAD_LINES]):
        pieces = pieces_of(without_bars(line))
        if len(pieces) == 1 and opens_title(pieces[0][1]):
            return number if last else 0
        if any(is_letterhead(text) for _, text in pieces):
            last = number + 1
        elif LIST_MARK.match(line.strip()):
            break
    return last


def signature_start(lines: Sequence[str]) -> int:
    """The line at which two columns of signatures begin; the number of lines where none do."""
    for number in range(len(lines) - 1, -1, -1):
        pieces = pieces_of(lines[number])
        if len(pieces) == 2 and opens_signatures([text for _, text in pieces]):
            while number and len(pieces_of(lines[number - 1])) == 2:
                number -= 1
            return number
    return len(lines)


def column_drafts(lines: Sequence[str], kind: BlockKind) -> Iterator[Draft]:
    """The lines of two columns, the left column first."""
    rows = [pieces_of(without_bars(line)) for line in lines if not RULE.fullmatch(line)]
    pairs = [row for row in rows if len(row) == 2]
    middles = [[place + len(text) / 2 for place, text in side] for side in zip(*pairs, strict=True)]
    border = sum(sum(side) / len(side) for side in middles) / 2 if middles else float("inf")
    left: list[str] = []
    right: list[str] = []
    for row in rows:
        if len(row) == 2:
            left.append(row[0][1])
            right.append(row[1][1])
            continue
        for place, text in row:
            (left if place + len(text) / 2 < border else right).append(text)
    for text in left + right:
        if words := tuple(text.split()):
            yield Draft(kind, (words,))
