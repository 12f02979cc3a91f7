"""The light markup of the sample sources, read into blocks.

A source starts with `key: value` lines up to a line `---`. After it every line is a paragraph, but
    @title, @subject, @place, @center, @heading, @sub, @rule, @page   one line of that kind
    - text, + text, # text         list items: dash, nested plus, numbered by the format
    @columns left center … @end    rows `left | right` of the header or of the signatures
    @table 1,6,3 … @end            rows `a | b | c` with relative widths, the column names first
    @box … @end                    a text box
Inside a line: **bold**, //italic//, {+inserted+}, {-deleted-} (tracked), ((footnote)).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LINE_KINDS = ("title", "subject", "place", "center", "heading", "sub", "rule", "page")
ITEM_KINDS = {"- ": "dash", "+ ": "plus", "# ": "number"}
INLINE = re.compile(r"(\*\*|//|\{\+|\+\}|\{-|-\}|\(\(|\)\))")


class MarkupError(ValueError):
    """A source that does not follow the markup."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one dress; a footnote hangs after the run that it follows."""

    text: str
    bold: bool = False
    italic: bool = False
    change: str = ""
    footnote: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or rows of cells where `kind` is `columns`, `table` or `box`."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One sample document."""

    settings: dict[str, str]
    blocks: tuple[Block, ...]

    @property
    def output(self) -> str:
        """The name of the file to build."""
        return self.settings["output"]


def read_source(path: Path) -> Source:
    """The document marked up in the file, NFC-normalised."""
    head, mark, body = unicodedata.normalize("NFC", path.read_text("utf-8")).partition("\n---\n")
    if not mark:
        raise MarkupError(path, "has no line '---' after its settings")
    settings = dict(line.split(": ", 1) for line in head.splitlines() if line)
    return Source(settings, tuple(_blocks(path, body.splitlines())))


def _blocks(path: Path, lines: list[str]) -> Iterator[Block]:
    pending = iter(lines)
    for line in pending:
        line = line.strip()
        if not line:
            continue
        if not line.startswith("@"):
            yield _paragraph(line)
            continue
        kind, _, rest = line[1:].partition(" ")
        if kind in LINE_KINDS:
            yield Block(kind, rest)
        elif kind in ("columns", "table", "box"):
            options = tuple(re.split(r"[ ,]+", rest)) if rest else ()
            yield Block(kind, rows=tuple(_rows(path, pending)), options=options)
        else:
            raise MarkupError(path, f"does not know the block '@{kind}'")


def _paragraph(line: str) -> Block:
    for sign, kind in ITEM_KINDS.items():
        if line.startswith(sign):
            return Block(kind, line[len(sign) :])
    return Block("body", line)


def _rows(path: Path, pending: Iterator[str]) -> Iterator[tuple[str, ...]]:
    for line in pending:
        if line.strip() == "@end":
            return
        yield tuple(cell.strip() for cell in line.split("|"))
    raise MarkupError(path, "lacks an '@end'")


def runs(text: str) -> Iterator[Run]:
    """The stretches of a line, deleted ones and footnotes among them."""
    bold = italic = footnote = False
    change = ""
    for piece in INLINE.split(text):
        if piece == "**":
            bold = not bold
        elif piece == "//":
            italic = not italic
        elif piece in ("{+", "{-"):
            change = "ins" if piece == "{+" else "del"
        elif piece in ("+}", "-}"):
            change = ""
        elif piece in ("((", "))"):
            footnote = piece == "(("
        elif piece:
            yield Run(piece, bold, italic, change, footnote)


def visible(text: str) -> str:
    """The line as a reader sees it: no marks, no deleted text, no footnotes."""
    shown = "".join(run.text for run in runs(text) if run.change != "del" and not run.footnote)
    return re.sub(r"\s+", " ", shown).strip()


def footnotes(source: Source) -> list[str]:
    """The texts of all footnotes in the order of their marks."""
    lines = [line for block in source.blocks for line in block_lines(block)]
    return [run.text for line in lines for run in runs(line) if run.footnote]


def block_lines(block: Block) -> list[str]:
    """The marked-up lines of a block, a row's cells joined by one space."""
    if block.rows:
        return [" ".join(cell for cell in row if cell) for row in block.rows]
    return [block.text] if block.text else []


def running_text(source: Source) -> str:
    """The whole text in reading order with single spaces; footnotes stand at its end."""
    lines = [visible(line) for block in source.blocks for line in block_lines(block)]
    return " ".join([line for line in lines if line] + footnotes(source))
