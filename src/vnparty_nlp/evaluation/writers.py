"""The writers' cards (`corpora/writers.jsonl`): who wrote a file of passages, where and how."""

import json
from dataclasses import dataclass
from pathlib import Path

from vnparty_nlp.errors import CorpusError

CARDS = "writers.jsonl"
_KEYS = ("writer", "who", "where_when", "how")


@dataclass(frozen=True, slots=True)
class Card:
    """A writer's card. `writer` names the file of passages; files with the same `author`, which is
    the writer where the card names none, come from one hand and stay in one split.
    """

    writer: str
    who: str
    where_when: str
    how: str
    author: str

    @property
    def may_be_decomposed(self) -> bool:
        """Whether the writer's text may stand in NFD."""
        return "NFD" in self.how


def read_cards(path: Path) -> dict[str, Card]:
    """The cards by writer; CorpusError where the file is missing or a line is no card."""
    if not path.is_file():
        raise CorpusError(str(path), 0, "is missing, so it is unknown who wrote what")
    cards: dict[str, Card] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        try:
            entry = json.loads(line)
            fields = {key: str(entry[key]) for key in _KEYS}
        except (ValueError, KeyError, TypeError) as error:
            needed = ", ".join(_KEYS)
            raise CorpusError(str(path), number, f"is no card with {needed}") from error
        cards[fields["writer"]] = Card(**fields, author=str(entry.get("author", fields["writer"])))
    return cards
