"""Words of a text as names need them: syllables, minority names with their apostrophe, initials."""

import re
from dataclasses import dataclass
from functools import lru_cache

from vnparty_nlp.vietnamese.unicode import fold, strip_marks

APOSTROPHES = "'’‘ʼ`´"
HIGHLAND_MARKS = frozenset(APOSTROPHES + "-")
_LETTER = r"[^\W\d_]"
_CAPITALS = "".join(
    chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper()
)
_WORD = re.compile(
    # "Ng.", "N.V.": initials with their points, only before another capital
    rf"(?P<initials>(?:Ng|Ph|Tr|Th|[{_CAPITALS}])\.(?:\s?[{_CAPITALS}]\.)*(?=\s?[{_CAPITALS}]))"
    # "H'Lan", "K' Brêu", "H-Lan", "Bh'riu"
    rf"|[HYKhyk]\s?[{APOSTROPHES}]\s?{_LETTER}+"
    rf"|[HYK]-(?=[{_CAPITALS}]){_LETTER}+"
    rf"|{_LETTER}+(?:[{APOSTROPHES}]{_LETTER}+)*"
)
_SYLLABLE = re.compile(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|q|r|s|th?|tr|v|x)?(?:[aeiou][aeiouy]{0,2}|y)"
    r"(?:ch?|m|n|ng|nh|p|t)?|ye(?:u|m|n|ng|t)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word at [start, end) of the text, with `gap`, what stands between it and the word before.

    `key` is lower case with the tone in one place, `bare` the same without marks.
    """

    start: int
    end: int
    text: str
    key: str
    bare: str
    gap: str
    is_initials: bool

    @property
    def is_capital(self) -> bool:
        """Whether the first letter is a capital."""
        return self.text[0].isupper()

    @property
    def is_upper(self) -> bool:
        """Whether it has at least two letters and all of them are capitals."""
        return len(self.text) > 1 and self.text.isupper() and not self.is_initials

    @property
    def joins(self) -> bool:
        """Whether only a space (no line break, no tabulator) parts it from the word before."""
        return self.gap in {" ", "\u00a0"} or (self.gap == "")


def tokenize(text: str) -> tuple[Token, ...]:
    """The words of `text` (NFC) in reading order."""
    tokens = []
    last = 0
    for match in _WORD.finditer(text):
        word = match.group()
        key, bare = _forms(word)
        tokens.append(
            Token(
                start=match.start(),
                end=match.end(),
                text=word,
                key=key,
                bare=bare,
                gap=text[last : match.start()],
                is_initials=match.lastgroup == "initials",
            )
        )
        last = match.end()
    return tuple(tokens)


@lru_cache(maxsize=1 << 16)
def _forms(word: str) -> tuple[str, str]:
    key = fold(word)
    return key, strip_marks(key)


def is_syllable(bare: str) -> bool:
    """Whether a word without marks can be a syllable of Vietnamese; "Niê" can, "Mlô" cannot."""
    return _SYLLABLE.fullmatch(bare) is not None
