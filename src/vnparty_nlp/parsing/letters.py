"""Words put together from single letters, for pages whose producer drew parts of words apart.

LibreOffice does so where a font lacks Vietnamese letters: it draws the rest of the line first and
the missing letters, in another font, into the gaps.
"""

from typing import Any

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

from vnparty_nlp.parsing.characters import clean
from vnparty_nlp.parsing.frame import Frame
from vnparty_nlp.parsing.paper import Edges
from vnparty_nlp.parsing.word_boxes import Ends, text_rotation, word_boxes

# In heights of a line. Letters of one word touch; boxes without their sides' blank fall short.
_MAX_GAP = 0.09
_SAME_BASELINE = 0.2
_OTHER_SIZE = 1.5


def words_from_letters(text_page: Any, frame: Frame, count: int) -> tuple[list[str], Ends]:
    """The words of a page line by line, and the places of each one's first and last letter.

    `count` is the number of characters in pdfium's list. Blanks that pdfium itself put in do not
    count, those of the file do.
    """
    handle = text_page.raw
    codes = [
        (place, raw.FPDFText_GetUnicode(handle, place))
        for place in range(count)
        if raw.FPDFText_IsGenerated(handle, place) != 1
    ]
    letters = [(place, chr(code)) for place, code in codes if code]
    if not letters:
        return [], np.zeros((0, 2), dtype=np.int64)
    places = np.array([place for place, _ in letters])
    ends = np.stack([places, places], axis=1)
    marks = [letter for _, letter in letters]
    boxes, upright = word_boxes(text_page, ends, frame)
    standing, lying = np.flatnonzero(upright), np.flatnonzero(~upright)
    groups = _words(standing, boxes, marks)
    if len(lying):
        # A stamp up the margin: read as the page is held to read it.
        held = frame.held(text_rotation(text_page, ends[lying]))
        groups += _words(lying, word_boxes(text_page, ends, held)[0], marks)
    texts = [clean("".join(letters[number][1] for number in group)) for group in groups]
    kept = [number for number, text in enumerate(texts) if text]
    words = [(groups[number][0], groups[number][-1]) for number in kept]
    return [texts[number] for number in kept], places[
        np.array(words, dtype=np.int64).reshape(-1, 2)
    ]


def _words(numbers: NDArray[np.int64], boxes: Edges, letters: list[str]) -> list[list[int]]:
    """The letters with these numbers, word by word: those of each word from left to right."""
    words: list[list[int]] = []
    for size in _sizes(numbers, boxes):
        lines: list[list[int]] = []
        bottom = float("-inf")
        for number in size[np.argsort(boxes[size, 3], kind="stable")].tolist():
            _, top, _, here = boxes[number].tolist()
            if not lines or here - bottom > _SAME_BASELINE * (here - top):
                lines.append([])
                bottom = here
            lines[-1].append(number)
        words += [word for line in lines for word in _split(line, boxes, letters)]
    return words


def _sizes(numbers: NDArray[np.int64], boxes: Edges) -> list[NDArray[np.int64]]:
    """The letters parted by size: a stamp over a line is no part of its words."""
    heights = boxes[numbers, 3] - boxes[numbers, 1]
    order = np.argsort(heights, kind="stable")
    ordered = heights[order]
    jumps = np.flatnonzero(ordered[1:] > _OTHER_SIZE * ordered[:-1]) + 1
    return [np.sort(numbers[part]) for part in np.split(order, jumps)]


def _split(line: list[int], boxes: Edges, letters: list[str]) -> list[list[int]]:
    words: list[list[int]] = []
    right = float("-inf")
    for number in sorted(line, key=lambda number: float(boxes[number, 0])):
        left, top, own_right, bottom = boxes[number].tolist()
        if letters[number].isspace():
            right = float("-inf")
            continue
        if left - right > _MAX_GAP * (bottom - top):
            words.append([])
        words[-1].append(number)
        right = max(right, own_right) if right > left - (bottom - top) else own_right
    return words
