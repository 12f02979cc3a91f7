"""Texts in other Unicode forms: read in NFC, with spans led back to the text as given."""

import re
import unicodedata
from dataclasses import dataclass

from vnparty_nlp.records import Span
from vnparty_nlp.vietnamese.unicode import compose

# A letter with every mark that belongs to it.
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Composed:
    """A text in NFC; `starts[i]` is where its letter i begins in the text as given."""

    text: str
    starts: tuple[int, ...]

    def original(self, span: Span) -> Span:
        """Where a span of the NFC text stands in the text as given."""
        return Span(self.starts[span.start], self.starts[span.end])


def compose_with_offsets(text: str) -> Composed | None:
    """The NFC form of a text; None where the text is in NFC already."""
    if unicodedata.is_normalized("NFC", text):
        return None
    letters: list[str] = []
    starts: list[int] = []
    for match in _CLUSTER.finditer(text):
        composed = compose(match.group())
        letters.append(composed)
        starts += [match.start()] * len(composed)
    return Composed("".join(letters), (*starts, len(text)))
