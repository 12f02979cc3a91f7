"""The same passage as it would look without diacritics, from a scanner, in shorthand, decomposed.

Only to judge with; each kind is the same for the same text.
"""

import random
import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from zlib import crc32

from vnparty_nlp.vietnamese.unicode import compose, strip_marks

_CONFUSED, _JOINED = 0.1, 0.02


@cache
def _lists() -> Mapping[str, Mapping[str, str]]:
    source = resources.files("vnparty_nlp.evaluation").joinpath("noise.toml").read_text("utf-8")
    return tomllib.loads(source)


def scanned(text: str) -> str:
    """Some letters taken for others of their shape, some spaces lost."""
    chance, confusions = random.Random(crc32(text.encode())), _lists()["confusions"]
    letters = []
    for letter in compose(text):
        if letter == " " and chance.random() < _JOINED:
            continue
        confused = letter in confusions and chance.random() < _CONFUSED
        letters.append(confusions[letter] if confused else letter)
    return "".join(letters)


def shorthand(text: str) -> str:
    """Office words abbreviated, all in lower case."""
    text = compose(text).lower()
    for full, short in _lists()["abbreviations"].items():
        text = re.sub(rf"(?<!\w){re.escape(full)}(?!\w)", short, text)
    return text


def decomposed(text: str) -> str:
    """In NFD."""
    return unicodedata.normalize("NFD", text)


def bare(text: str) -> str:
    """Without diacritics."""
    return strip_marks(compose(text))


NOISES: Mapping[str, Callable[[str], str]] = {
    "no diacritics": bare,
    "scanned": scanned,
    "shorthand": shorthand,
    "NFD": decomposed,
}
