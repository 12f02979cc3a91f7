"""The lines of a document in reading order, before they are joined to paragraphs."""

from dataclasses import dataclass

from vnparty_nlp.parsing.header_rows import CellText
from vnparty_nlp.records import BlockKind


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, or one row of a table (then `cells` holds more than one cell).

    `cells` are word numbers of the document; the rest in points: the line's box, the left and
    right edge of its column (None: that of the page), where its second word begins (text under
    a list mark is set in to there) and how wide its first word is. `column` is the number of the
    column in which a signature stands, `aside` says that a paragraph goes on around the line,
    `gapped` that a wide gap divides it.
    For rows, `row` tells text and
    column of each cell, `table` the number of the table and of its columns.
    """

    kind: BlockKind
    page: int
    cells: tuple[tuple[int, ...], ...]
    text: str
    left: float
    top: float
    right: float
    bottom: float
    second: float = 0.0
    first_width: float = 0.0
    frame: tuple[float, float] | None = None
    column: int = 0
    aside: bool = False
    gapped: bool = False
    row: tuple[CellText, ...] = ()
    table: tuple[int, int] = (0, 0)
    columns: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        """Height of the line in points."""
        return self.bottom - self.top

    @property
    def width(self) -> float:
        """Width of the line in points."""
        return self.right - self.left
