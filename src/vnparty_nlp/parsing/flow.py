"""Blocks before they have a place in the text, and the one way in which they get it."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, compress
from operator import add

from vnparty_nlp.records import Block, BlockKind, Page, Span, WordBoxes

CELL_SEPARATOR = " | "
BLOCK_SEPARATOR = "\n"

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A block to be: its words, by cell. Everything but a row has exactly one cell.

    Words hold no blanks and are never empty; `columns` has one name for each cell of a row.
    """

    kind: BlockKind
    cells: tuple[Words, ...]
    columns: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The block's text as it will stand in the document."""
        return CELL_SEPARATOR.join(" ".join(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Places:
    """Page and box of each word, in the order of the drafts' words (see WordBoxes)."""

    pages: "array[int]" = field(default_factory=lambda: array("L"))
    edges: "array[float]" = field(default_factory=lambda: array("f"))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a format reader found: drafts in reading order, pages, warnings in plain words.

    `places` is None for formats that do not say where a word stands. `ocr_pages` counts the pages
    read by OCR, `unread_pages` names those that could not be read, `legacy_encoding` the code of
    the blocks that were converted to Unicode.
    """

    drafts: tuple[Draft, ...]
    pages: tuple[Page, ...] = (Page(1),)
    places: Places | None = None
    warnings: tuple[str, ...] = ()
    ocr_pages: int = 0
    legacy_encoding: str | None = None
    unread_pages: tuple[int, ...] = ()


def assemble(drafts: Iterable[Draft]) -> tuple[str, tuple[Block, ...]]:
    """The document's text, and its blocks with exact spans."""
    texts: list[str] = []
    blocks: list[Block] = []
    start = 0
    for draft in drafts:
        text = draft.text
        cells: list[Span] = []
        if draft.kind == "row":
            cell_start = start
            for cell in draft.cells:
                length = len(" ".join(cell))
                cells.append(Span(cell_start, cell_start + length))
                cell_start += length + len(CELL_SEPARATOR)
        blocks.append(
            Block(draft.kind, Span(start, start + len(text)), tuple(cells), draft.columns)
        )
        texts.append(text)
        start += len(text) + len(BLOCK_SEPARATOR)
    return BLOCK_SEPARATOR.join(texts), tuple(blocks)


def place_words(drafts: Sequence[Draft], places: Places | None) -> WordBoxes:
    """The boxes of all words, with the words' positions in the assembled text."""
    if places is None:
        return WordBoxes()
    # The bar between two cells counts as a word: then every separator is one character.
    bar = CELL_SEPARATOR.strip()
    lengths: list[int] = []
    is_word: list[bool] = []
    for draft in drafts:
        for number, cell in enumerate(draft.cells):
            if number:
                lengths.append(len(bar))
                is_word.append(False)
            lengths += map(len, cell)
            is_word += [True] * len(cell)
    starts = list(accumulate((length + 1 for length in lengths), initial=0))[:-1]
    ends = map(add, starts, lengths)
    return WordBoxes(
        array("L", compress(starts, is_word)),
        array("L", compress(ends, is_word)),
        places.pages,
        places.edges,
    )
