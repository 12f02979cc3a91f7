"""The interface of a splitter."""

from collections.abc import Sequence
from typing import Protocol

from vnparty_nlp.records import Document, Passage


class Splitter(Protocol):
    """Cuts a document into passages, in reading order. It cuts spans and never alters text."""

    def split(self, document: Document) -> Sequence[Passage]: ...
