"""What Tesseract tells of a page → its words, each in a box as high as its line."""

import unicodedata
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vnparty_nlp.parsing.characters import clean
from vnparty_nlp.parsing.paper import Edges, no_edges

# Tesseract's columns: level, page, block, paragraph, line, word, left, top, width, height,
# confidence, text; a word has level 5.
_WORD_LEVEL = "5"
# Icelandic letters that look like the Vietnamese one, a bar of fractions that looks like a slash.
_LOOK_ALIKES = str.maketrans({"ð": "đ", "Ð": "Đ", "⁄": "/"})
# Specks and remains of lines read as punctuation; a dash or a star of a list is seldom doubted.
_MIN_SIGN_CONFIDENCE, _MIN_WORD_CONFIDENCE = 60.0, 12.0
_LIST_SIGNS = frozenset("-–—*+•")
# Of ruled lines beside a letter or a figure.
_REMAINS = "_|~¦"
_NEVER_WORDS = frozenset("|_~¦[]{}\\`´^¬")

# Heights above and below the baseline in type sizes, of Times and its kin.
_DEEP = frozenset("gpqyjQ,;()[]/|@")
_TALL = frozenset("bdđfhklt0123456789/()|!?%&")
_X_HEIGHT, _CAP_HEIGHT, _MARK, _DEPTH = 0.46, 0.67, 0.22, 0.21
_DOT_BELOW = "\u0323"
# A line reaches from the baseline by these shares of its type size, as in word_boxes.py.
_ASCENT, _DESCENT = 0.92, 0.24


@dataclass(frozen=True, slots=True)
class ReadWords:
    """Words in the order they were read: the boxes of their ink in pixels, confidence 0 to 100,
    and the number of their line.
    """

    texts: list[str]
    ink: Edges
    confidences: NDArray[np.float64]
    lines: NDArray[np.int64]


def parse_words(table: str) -> ReadWords:
    """The words of Tesseract's table without specks."""
    texts: list[str] = []
    boxes: list[list[int]] = []
    confidences: list[float] = []
    lines: list[tuple[str, ...]] = []
    for row in table.splitlines():
        fields = row.split("\t")
        if len(fields) < 12 or fields[0] != _WORD_LEVEL:
            continue
        text, confidence = clean(fields[11]).strip(_REMAINS), float(fields[10])
        for word in text.translate(_LOOK_ALIKES).split():
            if _is_word(word, confidence):
                left, top, width, height = map(int, fields[6:10])
                texts.append(word)
                boxes.append([left, top, left + width, top + height])
                confidences.append(confidence)
                lines.append(tuple(fields[1:5]))
    numbers = {line: number for number, line in enumerate(dict.fromkeys(lines))}
    return ReadWords(
        texts,
        np.array(boxes, dtype=np.float32) if boxes else no_edges(),
        np.array(confidences),
        np.array([numbers[line] for line in lines], dtype=np.int64),
    )


def _is_word(text: str, confidence: float) -> bool:
    if _NEVER_WORDS.issuperset(text):
        return False
    if any(letter.isalnum() for letter in text) or _LIST_SIGNS.issuperset(text):
        return confidence >= _MIN_WORD_CONFIDENCE
    return confidence >= _MIN_SIGN_CONFIDENCE


def line_boxes(words: ReadWords) -> Edges:
    """The boxes of the words as high as their lines, whatever their letters are, in pixels.

    The type size of a line is told by its words: how high their ink is, and how high it would be.
    """
    boxes = words.ink.copy()
    if not len(boxes):
        return boxes
    reach = np.array([_reach(text) for text in words.texts])
    above, below = reach.T
    sizes = (boxes[:, 3] - boxes[:, 1]) / (above + below)
    baselines = boxes[:, 3] - below * sizes
    for line in range(int(words.lines.max()) + 1):
        members = np.flatnonzero(words.lines == line)
        size = float(np.median(sizes[members]))
        middles = (boxes[members, 0] + boxes[members, 2]) / 2
        baseline = _straight_line(middles, baselines[members], size)
        boxes[members, 1] = baseline - _ASCENT * size
        boxes[members, 3] = baseline + _DESCENT * size
    return boxes


def _straight_line(
    middles: NDArray[np.float32], baselines: NDArray[np.float64], size: float
) -> NDArray[np.float64]:
    """Where the baseline runs at each word; words far from it do not bend it."""
    usual = float(np.median(baselines))
    near = np.abs(baselines - usual) < size / 2
    if near.sum() < 4:
        return np.full(len(baselines), usual)
    slope, offset = np.polyfit(middles[near], baselines[near], 1)
    line: NDArray[np.float64] = slope * middles + offset
    return line


def _reach(text: str) -> tuple[float, float]:
    """How high the ink of a word reaches above and below its baseline, in type sizes."""
    above = below = 0.0
    for letter in text:
        bare, marks = (parts := unicodedata.normalize("NFD", letter))[0], parts[1:]
        tall = letter.isupper() or bare in _TALL
        upper = sum(mark != _DOT_BELOW for mark in marks)
        # The horn stands beside the letter; the second mark sits half beside the first.
        upper -= "\u031b" in marks
        height = (_CAP_HEIGHT if tall else _X_HEIGHT) + _MARK * min(upper, 1.5)
        if letter in "-–—.,_":
            height = 0.3
        above = max(above, height)
        below = max(below, _DEPTH if bare in _DEEP or _DOT_BELOW in marks else 0.0)
    return above, below
