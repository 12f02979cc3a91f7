"""Sets of words that shape a clause, from lexicon.toml, compared with or without marks."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from vnparty_nlp.facts.syllables import Syllables
from vnparty_nlp.vietnamese.unicode import strip_marks


@dataclass(frozen=True, slots=True)
class WordSet:
    """Syllables in lower case, with their marks and without."""

    marked: frozenset[str]
    bare: frozenset[str]

    def holds(self, syllables: Syllables, index: int) -> bool:
        """Whether a syllable is one of them; without marks where the text has none."""
        word = syllables.words[index]
        return word in self.marked or (syllables.bare and word in self.bare)

    def any_in(self, syllables: Syllables, start: int, end: int) -> bool:
        """Whether one of them stands in [start, end)."""
        return any(self.holds(syllables, index) for index in range(max(start, 0), end))

    def holds_common(self, syllables: Syllables, index: int) -> bool:
        """Whether a syllable in lower case is one of them; a proper name never is."""
        if syllables.text[syllables.starts[index]].isupper():
            return False
        return self.holds(syllables, index)


@cache
def word_set(name: str) -> WordSet:
    """The set of that name; KeyError where lexicon.toml has none."""
    marked = frozenset(_table()[name].split())
    return WordSet(marked, frozenset(strip_marks(word) for word in marked))


@cache
def _table() -> dict[str, str]:
    source = resources.files("vnparty_nlp.facts").joinpath("lexicon.toml").read_text("utf-8")
    table: dict[str, str] = tomllib.loads(source)
    return table
