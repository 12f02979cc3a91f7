"""Which code before Unicode a text is in, by the Vietnamese syllables that it makes."""

import re
from typing import NamedTuple

from vnparty_nlp.parsing.syllables import is_syllable
from vnparty_nlp.vietnamese.legacy import ENCODINGS, letters_of, mark_capitals, to_unicode

# Letters that only Unicode has: a text with one of them is in no older code.
_MODERN = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u0300-\u0323]")
_TOKEN = re.compile(r"[^ \t\r\n\f\v\xa0|/]+")
_WORDS = re.compile(r"[^\W\d_]+")
_BEYOND_ASCII = re.compile(r"[^\x20-\x7e\t\r\n\f\v\xa0]")
# Characters that ordinary Unicode text holds next to none of, and text in an older code many.
_SUSPECT = re.compile(
    "[\x01-\x08\x0e-\x1f\x80-\x9f¡-¦©ª¬-¯±-¶¸-º¼-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñöøûüþÿ"
    "ŒœŠšŽžŸƒˆ˜†‡‰‹›€™\u2212\u2219]"
)
# Quotes, dashes and dots that every code has in the same place, at both ends of a word.
_PUNCTUATION = "“”‘’„‚…–—•°\"'()[]{}.,;:!?*-+=<>"
_SYMBOLS = re.compile("[^\\W\\d_][¡-¿×÷]|[¡-¿×÷][^\\W\\d_]")
# An abbreviation is no syllable in any code and says nothing.
_MOST_ABBREVIATED = 5

_LEAST_WORDS = 3
_MIN_SHARE = 0.8
_MIN_LEAD = 0.3
# VPS shares so many bytes with VISCII that a few words fit both.
_LEAST_WORDS_VPS = 8


class Evidence(NamedTuple):
    """Of the words with letters beyond ASCII: how many make syllables, how many do not."""

    good: int
    bad: int

    @property
    def words(self) -> int:
        """How many words there are to judge by."""
        return self.good + self.bad

    @property
    def share(self) -> float:
        """The share of syllables; 0 where there is nothing to judge by."""
        return self.good / self.words if self.words else 0.0


def is_suspect(text: str) -> bool:
    """Whether the text holds a character that hints at an older code. Cheap: for every page."""
    return not text.isascii() and _SUSPECT.search(text) is not None


def is_modern(text: str) -> bool:
    """Whether the text holds letters of Vietnamese that only Unicode has."""
    return _MODERN.search(text) is not None


def weigh(text: str, encoding: str | None) -> Evidence:
    """How well the text reads in a code; None stands for the text as it is."""
    good = bad = 0
    for token in set(_tokens(text)):
        verdict = _reads(token, encoding)
        good += verdict is True
        bad += verdict is False
    return Evidence(good, bad)


def detect(text: str) -> str | None:
    """The code of the text, by its content alone; None for Unicode, other languages, short texts.

    A code must make syllables of four words in five, of every word in a short text, and clearly
    more than the text makes as it stands.
    """
    if not is_suspect(text) and not _looks_marked(text):
        return None
    plain = weigh(text, None)
    best, best_share = None, 0.0
    for encoding in ENCODINGS:
        found = weigh(text, encoding)
        least = _LEAST_WORDS_VPS if encoding == "vps" else _LEAST_WORDS
        sure = found.share == 1.0 or found.words > 2 * _LEAST_WORDS
        lead = best_share + (0.1 if best else 0.0)
        if found.words >= least and sure and found.share >= max(_MIN_SHARE, lead):
            best, best_share = encoding, found.share
    return best if best_share - plain.share >= _MIN_LEAD else None


def _looks_marked(text: str) -> bool:
    return _BEYOND_ASCII.search(text) is not None and not is_modern(text)


def _tokens(text: str) -> list[str]:
    found = (token.strip(_PUNCTUATION) for token in _TOKEN.findall(text))
    return [token for token in found if token and _BEYOND_ASCII.search(token)]


def _reads(token: str, encoding: str | None) -> bool | None:
    """Whether a word reads as Vietnamese in a code; None for what tells nothing."""
    if is_modern(token):
        return encoding is None
    if encoding is not None:
        known = letters_of(encoding)
        marked = mark_capitals(token) if encoding == "tcvn3" else token
        if any(sign not in known for sign in _BEYOND_ASCII.findall(marked)):
            return False
        token = to_unicode(token, encoding)
    if _SYMBOLS.search(token) or not _WORDS.search(token):
        return False
    words = [word for word in _WORDS.findall(token) if not word.isascii()]
    if words and all(len(word) == 1 for word in words):
        # "25.000 đ", "à": single letters read well in every code.
        return None
    # "chÝ": capitals inside a word are small letters of another code.
    broken = (
        encoding is None
        and any(word[1:].lower() != word[1:] for word in words)
        and not token.isupper()
    )
    if words and not broken and all(map(is_syllable, words)):
        return True
    short = all(len(word) <= _MOST_ABBREVIATED for word in words)
    return None if words and short and token.isupper() else False
