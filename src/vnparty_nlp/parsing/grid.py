"""Tables of Word and HTML files: rows, or a letterhead or signatures set in columns."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vnparty_nlp.parsing.characters import join_spaced_letters
from vnparty_nlp.parsing.cues import is_letterhead, is_ornament
from vnparty_nlp.parsing.flow import Draft
from vnparty_nlp.parsing.header_rows import CellText, header_of, names_for
from vnparty_nlp.parsing.norms import opens_motto
from vnparty_nlp.parsing.signatures import opens_signatures
from vnparty_nlp.records import BlockKind

_MIN_MOTTO_WORDS = 4


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its lines, its first column and how many columns it covers."""

    lines: tuple[str, ...]
    column: int
    width: int = 1


GridRow = Sequence[GridCell]


def table_drafts(
    rows: Sequence[GridRow], *, header_rows: int = 0, opening: bool = False
) -> list[Draft]:
    """The drafts of a table; `opening` says that nothing but a letterhead stands above it."""
    columns = len({cell.column for row in rows for cell in row if cell.lines})
    heads = is_letterhead if opening else _is_motto
    if columns <= 3 and any(heads(line) for line in _lines(rows)):
        return list(_read_down(rows, "letterhead"))
    if columns <= 3 and _is_signature(rows):
        return list(_read_down(rows, "signature"))
    if columns == 1:
        return list(_read_down(rows, "paragraph"))
    return list(_rows(rows, header_rows))


def _is_motto(line: str) -> bool:
    return line.strip().isupper() and len(line.split()) >= _MIN_MOTTO_WORDS and opens_motto(line)


def _lines(rows: Sequence[GridRow]) -> Iterator[str]:
    return (line for row in rows for cell in row for line in cell.lines)


def _is_signature(rows: Sequence[GridRow]) -> bool:
    first = next((row for row in rows if any(cell.lines for cell in row)), ())
    heads = [next((line.strip() for line in cell.lines if line.strip()), "") for cell in first]
    return opens_signatures([head for head in heads if head])


def _read_down(rows: Sequence[GridRow], kind: BlockKind) -> Iterator[Draft]:
    for column in sorted({cell.column for row in rows for cell in row}):
        for row in rows:
            for cell in row:
                if cell.column == column:
                    yield from lines_as(kind, cell.lines)


def lines_as(kind: BlockKind, lines: Iterable[str]) -> Iterator[Draft]:
    """A draft for each line that holds a word; drawn rules are none."""
    for line in lines:
        words = tuple(join_spaced_letters(line).split())
        if words and not is_ornament(line):
            yield Draft(kind, (words,))


def _rows(rows: Sequence[GridRow], header_rows: int) -> Iterator[Draft]:
    plain_rows = [
        [CellText(" ".join(" ".join(c.lines).split()), c.column, c.width) for c in row]
        for row in rows
    ]
    count, names = header_of(plain_rows, certain=header_rows)
    for number, row in enumerate(plain_rows):
        filled = [cell for cell in row if cell.text]
        if filled:
            columns = names_for(filled, names if number >= count else {})
            yield Draft("row", tuple(tuple(cell.text.split()) for cell in filled), columns)
