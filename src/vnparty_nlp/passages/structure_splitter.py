"""Passages of a document: its sentences, list items and table rows, each inside its section."""

from collections.abc import Iterator

from vnparty_nlp.passages.sections import heading_of, is_heading_only
from vnparty_nlp.passages.sentences import sentences
from vnparty_nlp.records import Block, Document, Passage, Span

_SPOKEN_FOR = frozenset({"letterhead", "title", "signature"})
_MIN_SYLLABLES = 2


class StructureSplitter:
    """Cuts blocks into sentences; letterhead, title and signatures hold no passages."""

    def __init__(self, max_characters: int) -> None:
        self._max_characters = max_characters

    def split(self, document: Document) -> tuple[Passage, ...]:
        """The passages of the document in reading order."""
        return tuple(self._passages(document))

    def _passages(self, document: Document) -> Iterator[Passage]:
        section = ""
        following = (*document.blocks[1:], None)
        for block, after in zip(document.blocks, following, strict=True):
            if block.kind in _SPOKEN_FOR:
                continue
            if block.kind == "row":
                if not _heads(document, block, after):
                    columns = tuple(zip(block.cells, block.columns, strict=False))
                    yield from _passage(document, block.span, section, columns)
                continue
            line = block.span.of(document.text)
            heading = heading_of(line)
            if heading is not None:
                section = heading
                if is_heading_only(line, heading):
                    continue
            for span in sentences(line, max_characters=self._max_characters):
                yield from _passage(document, span.shift(block.span.start), section)


def _heads(document: Document, row: Block, after: Block | None) -> bool:
    """Whether a row only names the columns of the row after it."""
    named = {name for name in after.columns if name} if after else set()
    return bool(named) and named <= {cell.of(document.text) for cell in row.cells}


def _passage(
    document: Document,
    span: Span,
    section: str,
    columns: tuple[tuple[Span, str], ...] = (),
) -> Iterator[Passage]:
    text = span.of(document.text)
    if len(text.split()) < _MIN_SYLLABLES:
        return
    meeting = document.heading.meeting
    yield Passage(
        text=text,
        span=span,
        section=section,
        columns=columns,
        kind=document.heading.kind,
        held_on=meeting.held_on if meeting else None,
    )
