"""Words put together from single letters, for pages whose producer drew parts of words apart.

LibreOffice does so where a font lacks Vietnamese letters: it draws the rest of the line first and
the missing letters, in another font, into the gaps.
"""

from typing import Any

import numpy as np
import pypdfium2.raw as raw

from vnparty_nlp.parsing.characters import clean
from vnparty_nlp.parsing.frame import Frame
from vnparty_nlp.parsing.word_boxes import Ends, word_boxes

# In heights of a line. Letters of one word touch; boxes without their sides' blank fall short.
_MAX_GAP = 0.09
_SAME_BASELINE = 0.2


def words_from_letters(
    text_page: Any, frame: Frame, count: int
) -> tuple[list[str], list[tuple[int, int]]]:
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
        return [], []
    ends: Ends = [(place, place) for place, _ in letters]
    boxes, _ = word_boxes(text_page, ends, frame)
    groups = _words(boxes, [letter for _, letter in letters])
    texts = [clean("".join(letters[number][1] for number in group)) for group in groups]
    places = [(letters[group[0]][0], letters[group[-1]][0]) for group in groups]
    kept = [number for number, text in enumerate(texts) if text]
    return [texts[number] for number in kept], [places[number] for number in kept]


def _words(boxes: Any, letters: list[str]) -> list[list[int]]:
    """Numbers of the letters of each word, line by line from left to right."""
    order = np.argsort(boxes[:, 3], kind="stable").tolist()
    lines: list[list[int]] = []
    bottom = float("-inf")
    for number in order:
        here, height = float(boxes[number, 3]), float(boxes[number, 3] - boxes[number, 1])
        if not lines or here - bottom > _SAME_BASELINE * height:
            lines.append([])
            bottom = here
        lines[-1].append(number)
    return [word for line in lines for word in _split(line, boxes, letters)]


def _split(line: list[int], boxes: Any, letters: list[str]) -> list[list[int]]:
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
