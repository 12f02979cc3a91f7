"""The interface of an extractor."""

from typing import Protocol

from vnparty_nlp.records import Fact, Passage, Tag


class Extractor(Protocol):
    """Turns a tag into the facts it stands for: one a person, one a ballot round.

    Spans of the facts are code points of the document, inside the passage's span.
    """

    def extract(self, passage: Passage, tag: Tag) -> tuple[Fact, ...]: ...
