"""A name cut into what is compared: syllables with and without marks."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from vnparty_nlp.linking.syllables import bare_syllable
from vnparty_nlp.vietnamese.name_words import load_name_words
from vnparty_nlp.vietnamese.names import fold_name

Style = Literal["full", "initials", "given"]
_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name without title: its syllables folded (`keys`) and without marks (`bares`).

    `addition` is what tells namesakes apart ("b" of "Hùng B", "thìn" of "Lan (Thìn)"), `unmarked`
    says that it carries no mark at all and may have been typed without diacritics.
    """

    keys: tuple[str, ...]
    bares: tuple[str, ...]
    addition: str
    unmarked: bool

    @property
    def spoken(self) -> tuple[str, ...]:
        """The syllables without marks that may stand alone for it: all but the surname."""
        if self.bares[0] in {"y", "h"} and len(self.bares) > 2:
            return self.bares[:2]
        if len(self.bares) > 1 and _is_highland_woman(self.bares):
            return self.bares[:1]
        return self.bares[1:] or self.bares


def _is_highland_woman(bares: tuple[str, ...]) -> bool:
    # "hlan eban": no Kinh syllable starts with h and a consonant.
    return len(bares[0]) > 2 and bares[0][0] == "h" and bares[0][1] not in "aeiouy"


@lru_cache(maxsize=50_000)
def name_form(name: str) -> NameForm:
    """The form of a name without title, as a register or a document writes it."""
    bracket = _BRACKET.search(name)
    text = _BRACKET.sub("", name) or name
    keys = tuple(fold_name(text).split()) or (name,)
    addition = fold_name(bracket.group(1)) if bracket else ""
    if len(keys) > 1 and not addition and "." not in text and _ends_in_addition(text):
        keys, addition = keys[:-1], keys[-1]
    bares = tuple(map(bare_syllable, keys))
    return NameForm(keys, bares, addition, keys == bares)


def _ends_in_addition(text: str) -> bool:
    """Whether the last word is the B of "Hùng B", the lớn of "Hùng lớn"; Ý is a name."""
    word, note = text.split()[-1], text.islower()
    if len(word) == 1:
        return word.isascii() and (word.isupper() or note)
    # In a note without capitals the bé of "trần văn bé" is the name.
    return word in load_name_words().additions.marked and not note


def mention_style(text: str, form: NameForm) -> Style:
    """Whether a mention gives the full name, initials before the given name, or no surname."""
    markers = {"y", "a", "h", "k"}
    short = [key for key in form.bares[:-1] if len(key) == 1 and key not in markers]
    if len(form.keys) > 1 and (short or "." in text):
        return "initials"
    words = load_name_words()
    first = form.keys[0] in words.surnames.marked or (
        form.unmarked and form.bares[0] in words.surnames.bare
    )
    if form.bares[0] in {"y", "k", "h"}:
        # "Y Bhăm" is the given name with its marker.
        return "full" if len(form.keys) > 2 else "given"
    several = len(form.keys) > 1
    return (
        "full"
        if several and (first or len(form.keys) > 2 or _is_highland_woman(form.bares))
        else "given"
    )
