"""The interface of a linker."""

from typing import Protocol

from vnparty_nlp.records import Link, Mention


class Linker(Protocol):
    """Says who a mention may be. It never sees labels, so no label can sway a link."""

    def link(self, mention: Mention) -> Link: ...
