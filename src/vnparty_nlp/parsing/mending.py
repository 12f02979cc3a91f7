"""Words that a PDF's producer tore apart or ran together, put right where the gaps prove it."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from statistics import median

import numpy as np
from numpy.typing import NDArray

from vnparty_nlp.parsing.paper import Edges
from vnparty_nlp.parsing.syllables import is_syllable

# Gaps in heights of the words' boxes. A blank is about 0.2 high; pdfium sees one from 0.12 on.
_TIGHT = 0.16
_TORN_SHARE = 0.55
_SAME_LINE = 0.35
_NEIGHBOURS = 6
_MIN_SPLIT = 0.04
_SPLIT_RATIO = 2.5
_CORE = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"[^\W\d_]+[^\w\s]*|[^\w\s]*[^\W\d_]+[^\w\s]*")

LetterBoxes = Callable[[int], NDArray[np.float32]]
"""For the word of that number: left and right edge of each of its letters, (letters, 2)."""


def mend(texts: list[str], boxes: Edges, letters: LetterBoxes) -> tuple[list[str], Edges]:
    """The words and boxes of a page with torn syllables joined and fused words parted.

    `boxes` are in page space (y grows upwards). A blank is only taken out where it is narrower
    than those beside it or where what stands before it is no syllable, and the whole is one.
    """
    odd = {number for number, text in enumerate(texts) if not _is_plain(text)}
    tight = _tight_pairs(boxes)
    if not odd and not tight:
        return texts, boxes
    joins = {n for n in tight | odd | {n - 1 for n in odd} if _is_torn(n, texts, boxes, n in tight)}
    splits = {n: cuts for n in odd if n not in joins and (cuts := _cuts(texts[n], letters(n)))}
    return _apply(texts, boxes, joins, splits) if joins or splits else (texts, boxes)


@lru_cache(maxsize=1 << 16)
def _is_plain(text: str) -> bool:
    """Whether nothing in a word speaks against it."""
    return text.isascii() or all(
        part.isascii() or part.isupper() and len(part) < 4 or is_syllable(part)
        for part in _CORE.findall(text)
    )


def _tight_pairs(boxes: Edges) -> set[int]:
    """Numbers of the words that stand unusually near to the next one on their line."""
    left, top, right, bottom = boxes.T
    height = top - bottom
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


def _is_one_case(first: str, second: str) -> bool:
    return second.islower() or (first.isupper() and second.isupper())


def _gap(boxes: Edges, number: int) -> float | None:
    """The gap behind a word in points; None where the next one stands on another line."""
    here, there = boxes[number], boxes[number + 1]
    height = float(here[1] - here[3])
    gap = float(there[0] - here[2])
    on_line = abs(float(there[3] - here[3])) < _SAME_LINE * height
    return gap if on_line and -height < gap < 2 * height else None


def _gaps_beside(boxes: Edges, number: int) -> list[float]:
    start, end = max(0, number - _NEIGHBOURS), min(len(boxes) - 1, number + _NEIGHBOURS + 1)
    found = [_gap(boxes, other) for other in range(start, end) if other != number]
    return [gap for gap in found if gap is not None]


def _cuts(text: str, letters: NDArray[np.float32]) -> list[int]:
    """Where a run of words has to be parted: at gaps wider than those between its letters.

    Every part must be able to be a word of its own.
    """
    if len(letters) != len(text) or len(text) < 4:
        return []
    gaps = letters[1:, 0] - letters[:-1, 1]
    height = float(np.median(letters[:, 1] - letters[:, 0])) * 2
    least = max(_MIN_SPLIT * height, _SPLIT_RATIO * max(0.0, float(np.median(gaps))))
    cuts = [int(place) + 1 for place in np.flatnonzero(gaps > least)]
    cuts = cuts or _case_cuts(text)
    parts = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    cores = ["".join(_CORE.findall(part)) for part in parts]
    return cuts if all(core and is_syllable(core) for core in cores) else []


def _case_cuts(text: str) -> list[int]:
    """Where capitals end a word and another one begins: 'MAIĐồng', 'bộThôn'."""
    return [
        place
        for place in range(1, len(text))
        if text[place].isupper()
        and (
            text[place - 1].islower()
            or (text[: place].isupper() and place + 1 < len(text) and text[place + 1].islower())
        )
    ]


def _apply(
    texts: Sequence[str], boxes: Edges, joins: set[int], splits: dict[int, list[int]]
) -> tuple[list[str], Edges]:
    mended: list[str] = []
    rows: list[NDArray[np.float32]] = []
    for number, text in enumerate(texts):
        if number - 1 in joins:
            mended[-1] += text
            rows[-1] = _union(rows[-1], boxes[number])
        elif number in splits:
            cuts = [0, *splits[number], len(text)]
            for start, end in zip(cuts, cuts[1:], strict=False):
                mended.append(text[start:end])
                rows.append(_part(boxes[number], start / len(text), end / len(text)))
        else:
            mended.append(text)
            rows.append(boxes[number])
    return mended, np.array(rows, dtype=np.float32)
