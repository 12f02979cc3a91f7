"""Small repairs of what was read: words set too close, and Roman numbers.

Only what cannot be read otherwise is changed: there is no eleventh quarter, and no Vietnamese word
has a capital inside.
"""

import re
from dataclasses import replace
from itertools import pairwise

import numpy as np

from vnparty_nlp.parsing.ocr_words import ReadWords
from vnparty_nlp.parsing.syllables import is_syllable

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_QUARTER = "quý"
_STROKES = re.compile(r"([1IlH]{2,4}|[1Il]V)(?=\W|$)")
_HEADING = re.compile(r"(?=.*[IlHV])([1IlHV]{2,4})(?=\.$)")
_ROMAN = frozenset(["II", "III", "IV", "VI", "VII", "VIII"])
_AS_STROKES = str.maketrans({"1": "I", "l": "I", "H": "II"})


def mend(words: ReadWords) -> ReadWords:
    """The words with repairs; a word that is divided shares its box by the number of letters."""
    texts: list[str] = []
    origins: list[int] = []
    shares: list[tuple[float, float]] = []
    for number, text in enumerate(words.texts):
        first_of_line = number == 0 or words.lines[number] != words.lines[number - 1]
        text = _roman(text, words.texts[number - 1] if number else "", first_of_line=first_of_line)
        pieces = _apart(text)
        lengths = np.cumsum([0, *map(len, pieces)]) / sum(map(len, pieces))
        for place, piece in enumerate(pieces):
            texts.append(piece)
            origins.append(number)
            shares.append((float(lengths[place]), float(lengths[place + 1])))
    if len(texts) == len(words.texts):
        return replace(words, texts=texts)
    ink = words.ink[origins]
    left, width = ink[:, 0].copy(), ink[:, 2] - ink[:, 0]
    begin, end = np.array(shares, dtype=np.float32).T
    ink[:, 0], ink[:, 2] = left + begin * width, left + end * width
    return ReadWords(texts, ink, words.confidences[origins], words.lines[origins])


def _apart(text: str) -> list[str]:
    """The words that a word is made of, mostly itself: a capital inside begins a new one."""
    if " " in text:
        return text.split()
    starts = [n for n in range(1, len(text)) if text[n].isupper() and text[n - 1].islower()]
    pieces = [text[start:end] for start, end in pairwise([0, *starts, len(text)])]
    cores = [_LETTERS.search(piece) for piece in pieces]
    whole = all(core is not None and is_syllable(core.group()) for core in cores)
    return pieces if whole else [text]


def _roman(text: str, before: str, *, first_of_line: bool) -> str:
    """A Roman number whose strokes were read as figures or other letters."""
    pattern = _STROKES if before.lower() == _QUARTER else _HEADING if first_of_line else None
    found = pattern.match(text) if pattern else None
    if found is None:
        return text
    number = found[1].translate(_AS_STROKES)
    return number + text[found.end() :] if number in _ROMAN else text
