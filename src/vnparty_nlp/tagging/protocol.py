"""The interface of a tagger."""

from collections.abc import Sequence
from typing import Protocol

from vnparty_nlp.records import Passage, Tag


class Tagger(Protocol):
    """Says which labels passages carry. It knows no register and no names.

    `tag` returns the tags of each passage, best first, in the order of the passages; a passage's
    tags never depend on the passages it stands with.
    """

    def tag(self, passages: Sequence[Passage]) -> Sequence[tuple[Tag, ...]]: ...
