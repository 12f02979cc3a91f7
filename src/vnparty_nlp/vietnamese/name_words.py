"""The word lists of names.toml, in the forms in which they are compared."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from vnparty_nlp.vietnamese.name_tokens import Token
from vnparty_nlp.vietnamese.unicode import fold, strip_marks

_NO_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))


@dataclass(frozen=True, slots=True)
class Words:
    """Syllables in lower case: `marked` with their marks, `bare` without."""

    marked: frozenset[str]
    bare: frozenset[str]

    def holds(self, token: Token, *, unmarked: bool) -> bool:
        """Whether the word is one of them; without marks where the text has none."""
        return token.bare in self.bare if unmarked else token.key in self.marked


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases as tuples of syllables, with and without marks."""

    marked: frozenset[tuple[str, ...]]
    bare: frozenset[tuple[str, ...]]
    longest: int
    first_words: frozenset[str]

    def length_at(self, tokens: Sequence[Token], index: int, *, unmarked: bool) -> int:
        """Number of words of the longest phrase that starts at `index`; 0 for none."""
        if index >= len(tokens) or tokens[index].bare not in self.first_words:
            return 0
        for count in range(min(self.longest, len(tokens) - index), 0, -1):
            part = tokens[index : index + count]
            if unmarked and tuple(token.bare for token in part) in self.bare:
                return count
            if not unmarked and tuple(token.key for token in part) in self.marked:
                return count
        return 0

    def ends_at(self, tokens: Sequence[Token], index: int, *, unmarked: bool) -> bool:
        """Whether one of the phrases ends right before the word `index`."""
        return any(
            self.length_at(tokens[:index], index - count, unmarked=unmarked) == count
            for count in range(1, min(self.longest, index) + 1)
        )


@dataclass(frozen=True, slots=True)
class NameWords:
    """Everything that names.toml lists."""

    surnames: Words
    frequent: Words
    frequent_worn: frozenset[str]
    minority: Words
    double: Phrases
    middle: Words
    given: Words
    also_words: Words
    order: Words
    not_order_behind: Words
    additions: Words
    addition_stops: Words
    never: Phrases
    never_untitled: Phrases
    places: Phrases
    ends: Phrases
    openers: Phrases
    passive_before: Words
    follow: Words
    before_note: Words
    function: Words
    everyday: frozenset[str]
    compounds: Phrases
    fillers: Phrases
    comrade_titles: tuple[str, ...]
    kin_titles: tuple[str, ...]
    clear_titles: tuple[str, ...]
    letter_titles: tuple[str, ...]
    not_letters_behind: Words
    rank_titles: tuple[str, ...]


def _words(*texts: str) -> Words:
    marked = frozenset(fold(word) for text in texts for word in text.split())
    return Words(marked, frozenset(map(strip_marks, marked)))


def _list(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split("|") if phrase.strip())


def _phrases(items: Iterable[str]) -> Phrases:
    marked = frozenset(tuple(re.split(r"[\s/_]+", fold(item))) for item in items)
    bare = frozenset(tuple(map(strip_marks, phrase)) for phrase in marked)
    return Phrases(marked, bare, max(map(len, marked)), frozenset(phrase[0] for phrase in bare))


def _worn(words: frozenset[str]) -> frozenset[str]:
    """The words as scanners leave them: without the tone, or without any mark."""
    toneless = {unicodedata.normalize("NFD", word).translate(_NO_TONES) for word in words}
    return frozenset(map(strip_marks, words)) | {
        unicodedata.normalize("NFC", word) for word in toneless
    }


def _without(phrases: Phrases, words: frozenset[str]) -> Phrases:
    """The phrases, but where a text has no marks without the single words that `words` hold.

    "Ngày" never is a part of a name, "ngay" may be.
    """
    bare = frozenset(phrase for phrase in phrases.bare if phrase[0] not in words or phrase[1:])
    return replace(phrases, bare=bare)


@cache
def load_name_words() -> NameWords:
    """The lists shipped with the package."""
    source = resources.files("vnparty_nlp.vietnamese").joinpath("names.toml").read_text("utf-8")
    table = tomllib.loads(source)
    surnames, never, titles = table["surnames"], table["never"], table["titles"]
    notes = table["notes"]
    given, middle = _words(table["given"]["words"]), _words(table["middle"]["words"])
    return NameWords(
        surnames=_words(surnames["frequent"], surnames["common"], surnames["minority"]),
        frequent=_words(surnames["frequent"]),
        frequent_worn=_worn(_words(surnames["frequent"]).marked),
        minority=_words(surnames["minority"]),
        double=_phrases(_list(surnames["double"])),
        middle=middle,
        given=given,
        also_words=_words(table["given"]["also_words"]),
        order=_words(table["order"]["words"]),
        not_order_behind=_words(table["order"]["not_behind"]),
        additions=_words(table["additions"]["words"]),
        addition_stops=_words(table["additions"]["stopped_by"]),
        never=_phrases(_list(never["phrases"])),
        never_untitled=_phrases(_list(never["phrases_untitled"])),
        places=_phrases(never["places"].split()),
        ends=_without(_phrases(_list(never["ends"])), given.bare | middle.bare),
        openers=_phrases(_list(never["openers"])),
        passive_before=_words(never["passive_before"]),
        follow=_words(notes["follow"]),
        function=_words(notes["function"]),
        before_note=_words(notes["before"]),
        everyday=_words(notes["everyday"]).marked,
        compounds=_phrases(_list(notes["compounds"])),
        fillers=_phrases(_list(titles["filler"])),
        comrade_titles=_list(titles["comrade"]) + _list(titles["misread"]),
        kin_titles=_list(titles["kin"]),
        clear_titles=_list(titles["clear"]),
        letter_titles=_list(titles["letters"]),
        not_letters_behind=_words(titles["not_letters_behind"]),
        rank_titles=_list(titles["rank"]),
    )
