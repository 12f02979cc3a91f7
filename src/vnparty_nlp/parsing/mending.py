"""Words that a PDF's producer tore apart or ran together, put right where the gaps prove it."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby
from statistics import median
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from vnparty_nlp.parsing.paper import Edges
from vnparty_nlp.parsing.syllables import has_tone, is_syllable

# Gaps in heights of the words' boxes. A blank is about 0.2 high; pdfium sees one from 0.12 on.
_TIGHT = 0.16
_TORN_SHARE = 0.65
_SAME_LINE = 0.35
_NEIGHBOURS = 6
_MIN_SPLIT = 0.04
_SPLIT_RATIO = 2.5
_CORE = re.compile(r"[^\W\d_]+")
_MIN_FUSED = 4
_MIN_SPACED, _WORD_GAP = 4, 1.5
# Marked letters that are words: "ở xã", "ý kiến", "ô số 5".
_LETTER_WORDS = frozenset("ởýôÝỞÔđĐ")
_MAX_LONE_LETTERS = 1

Box: TypeAlias = NDArray[np.float32]
LetterBoxes = Callable[[int], NDArray[np.float32]]
"""For the word of that number: left and right edge of each of its letters, (letters, 2)."""


def mend(texts: list[str], boxes: Edges, letters: LetterBoxes) -> tuple[list[str], Edges]:
    """The words and boxes of a page with torn syllables joined and fused words parted.

    A blank is only taken out where it is narrower
    than those beside it or where what stands before it is no syllable, and the whole is one.
    """
    odd = _odd(texts)
    tight = _tight_pairs(boxes)
    if not odd and not tight:
        return texts, boxes
    spaced, joins = _spaced_letters(texts, boxes) if len(odd) > 1 else (set(), set())
    torn = (tight | odd | {n - 1 for n in odd}) - spaced
    joins |= {n for n in torn if _is_torn(n, texts, boxes, n in tight)}
    long = {n for n in odd - joins if len(texts[n]) >= _MIN_FUSED}
    pieces = {n: found for n in long if (found := _pieces(texts[n], boxes[n], letters(n)))}
    return _apply(texts, boxes, joins, pieces) if joins or pieces else (texts, boxes)


def is_scattered(texts: Sequence[str]) -> bool:
    """Whether marked letters stand alone, so that letters were not drawn word by word."""
    return sum(len(texts[number]) == 1 for number in _odd(texts)) > _MAX_LONE_LETTERS


def _odd(texts: Sequence[str]) -> set[int]:
    """Numbers of the words that something speaks against; on most pages there are none."""
    plain = list(map(_is_plain, texts))
    return set() if all(plain) else {number for number, fine in enumerate(plain) if not fine}


@lru_cache(maxsize=1 << 16)
def _is_plain(text: str) -> bool:
    """Whether nothing in a word speaks against it."""
    if len(text) == 1:
        return text in _LETTER_WORDS or not text.isalpha() or text.isascii()
    return text.isascii() or all(
        part.isascii() or is_syllable(part) or (part.isupper() and not has_tone(part))
        for part in _CORE.findall(text)
    )


def _tight_pairs(boxes: Edges) -> set[int]:
    """Numbers of the words that stand unusually near to the next one on their line."""
    left, top, right, bottom = boxes.T
    height = bottom - top
    gap = left[1:] - right[:-1]
    near = (
        (gap < _TIGHT * height[1:])
        & (gap > -_TIGHT * height[1:])
        & (np.abs(bottom[1:] - bottom[:-1]) < _SAME_LINE * height[1:])
    )
    return set(np.flatnonzero(near).tolist())


def _is_torn(number: int, texts: Sequence[str], boxes: Edges, tight: bool) -> bool:
    if not 0 <= number < len(texts) - 1:
        return False
    first, second = texts[number], texts[number + 1]
    core = _CORE.match(second)
    if core is None or not first[-1].isalpha() or not _is_one_case(first, core.group()):
        return False
    before = _CORE.findall(first)[-1]
    if (before + core.group()).isascii() or not is_syllable(before + core.group()):
        return False
    gap = _gap(boxes, number)
    if gap is None:
        return False
    if not is_syllable(before) and len(core.group()) <= 2:
        return True
    usual = [g for g in _gaps_beside(boxes, number) if g > 0]
    return tight and len(usual) > 1 and gap < _TORN_SHARE * median(usual)


def _spaced_letters(texts: Sequence[str], boxes: Edges) -> tuple[set[int], set[int]]:
    """The letters of lines like "B Á O  C Á O", and those that the next one belongs to.

    Words are parted by wider gaps than letters; where they make no syllables all stays apart.
    """
    spaced: set[int] = set()
    joins: set[int] = set()
    lone = [n for n, text in enumerate(texts) if len(text) == 1 and text.isalpha()]
    # Numbers that follow each other differ from their places in the list by the same amount.
    for _, group in groupby(enumerate(lone), key=lambda pair: pair[1] - pair[0]):
        run = [n for _, n in group]
        if len(run) >= _MIN_SPACED:
            spaced |= set(run)
            joins |= _letters_of_words(texts, boxes, range(run[0], run[-1] + 1))
    return spaced, joins


def _letters_of_words(texts: Sequence[str], boxes: Edges, run: range) -> set[int]:
    gaps = {n: float(boxes[n + 1, 0] - boxes[n, 2]) for n in run[:-1]}
    limit = _WORD_GAP * min(gaps.values())
    joins = {n for n, gap in gaps.items() if gap < limit}
    words = [""]
    for n in run:
        words[-1] += texts[n]
        words += [""] if n not in joins and n != run[-1] else []
    return joins if all(map(is_syllable, words)) else set()


def _is_one_case(first: str, second: str) -> bool:
    return second.islower() or (first.isupper() and second.isupper())


def _gap(boxes: Edges, number: int) -> float | None:
    """The gap behind a word in points; None where the next one stands on another line."""
    here, there = boxes[number], boxes[number + 1]
    height = float(here[3] - here[1])
    gap = float(there[0] - here[2])
    on_line = abs(float(there[3] - here[3])) < _SAME_LINE * height
    return gap if on_line and -height < gap < 2 * height else None


def _gaps_beside(boxes: Edges, number: int) -> list[float]:
    start, end = max(0, number - _NEIGHBOURS), min(len(boxes) - 1, number + _NEIGHBOURS + 1)
    found = [_gap(boxes, other) for other in range(start, end) if other != number]
    return [gap for gap in found if gap is not None]


def _pieces(text: str, box: Box, letters: NDArray[np.float32]) -> list[tuple[str, Box]]:
    """The words that were run together, each with its box; none where it is one word.

    It is parted at gaps wider than those between its letters, or where the case changes. Every
    part must be able to be a word of its own.
    """
    if len(letters) != len(text):
        return []
    gaps = letters[1:, 0] - letters[:-1, 1]
    least = max(_MIN_SPLIT * float(box[3] - box[1]), _SPLIT_RATIO * float(np.median(gaps)))
    cuts = [int(place) + 1 for place in np.flatnonzero(gaps > least)] or _case_cuts(text)
    if not cuts:
        return []
    ranges = list(zip([0, *cuts], [*cuts, len(text)], strict=True))
    cores = ["".join(_CORE.findall(text[start:end])) for start, end in ranges]
    if not all(core and is_syllable(core) for core in cores):
        return []
    return [
        (text[start:end], _between(box, letters[start, 0], letters[end - 1, 1]))
        for start, end in ranges
    ]


def _between(box: Box, left: float, right: float) -> Box:
    return np.array([left, box[1], right, box[3]], dtype=np.float32)


def _case_cuts(text: str) -> list[int]:
    """Where capitals end a word and another one begins: 'MAIĐồng', 'bộThôn'."""
    return [
        place
        for place in range(1, len(text))
        if text[place].isupper()
        and (
            text[place - 1].islower()
            or (text[:place].isupper() and place + 1 < len(text) and text[place + 1].islower())
        )
    ]


def _apply(
    texts: Sequence[str], boxes: Edges, joins: set[int], pieces: dict[int, list[tuple[str, Box]]]
) -> tuple[list[str], Edges]:
    mended: list[tuple[str, Box]] = []
    for number, text in enumerate(texts):
        if number - 1 in joins:
            before, box = mended[-1]
            mended[-1] = before + text, _around(box, boxes[number])
        else:
            mended += pieces.get(number, [(text, boxes[number])])
    return [text for text, _ in mended], np.array([box for _, box in mended], dtype=np.float32)


def _around(one: Box, other: Box) -> Box:
    low, high = np.minimum(one, other), np.maximum(one, other)
    return np.array([low[0], low[1], high[2], high[3]], dtype=np.float32)
