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
        for block in document.blocks:
            if block.kind in _SPOKEN_FOR:
                continue
            if block.kind == "row":
                yield from _row(document, block, section)
                continue
            line = block.span.of(document.text)
            heading = heading_of(line)
            if heading is not None:
                section = heading
                if is_heading_only(line, heading):
                    continue
            for span in sentences(line, max_characters=self._max_characters):
                yield from _passage(document, span.shift(block.span.start), section)


def _row(document: Document, block: Block, section: str) -> Iterator[Passage]:
    names = [cell.of(document.text) for cell in block.cells]
    if any(block.columns) and tuple(names) == block.columns:
        return
    columns = tuple(zip(block.cells, block.columns, strict=False))
    yield from _passage(document, block.span, section, columns)


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
