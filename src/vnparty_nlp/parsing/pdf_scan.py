"""Which pages of a PDF are scans or have a broken text layer, and their pictures."""

import re
from typing import Any

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

from vnparty_nlp.parsing.ocr import MOST_SIDE, READING_DPI
from vnparty_nlp.parsing.paper import PageWords
from vnparty_nlp.parsing.syllables import is_syllable

_POINTS = 72.0
_LETTERS = re.compile(r"[^\W\d_]{2,}")
# A picture that covers this much of the page is the page.
_COVERING = 0.6
# A scan's layer of fewer words is a signature, a stamp or a page number.
_FEW_WORDS = 25
# Of a long page so many words, from all over it, tell enough.
_ENOUGH_TO_TELL = 80
# Vietnamese text has marks on two words of three; a layer made by an English engine has none.
_MIN_MARKED = 0.15
# Of words with marks, fewer than this can be syllables where the fonts' codes are wrong.
_MIN_SYLLABLES, _ENOUGH_WORDS = 0.5, 20
# Text drawn as outlines has a path for each letter.
_DRAWN_LETTERS = 150
# A page larger than A2 is read at fewer dots.
_MAX_RENDERED_PIXELS = 20_000_000


def needs_ocr(page: Any, words: PageWords) -> bool:
    """Whether the text of the page is in a picture of it, and no usable layer lies over it."""
    texts = _sample(words.texts)
    if not texts:
        return covering_pixels(page) > 0 or _count(page, raw.FPDF_PAGEOBJ_PATH) > _DRAWN_LETTERS
    # Looking at all objects costs more than looking at the words, and most pages end here.
    if words.converted or (len(words.texts) >= _FEW_WORDS and is_readable(texts)):
        return False
    return _is_garbled(texts) or covering_pixels(page) > 0


def covering_pixels(page: Any) -> int:
    """The number of pixels of the largest picture that covers the page; 0 where there is none."""
    left, bottom, right, top = page.get_bbox()
    whole = (right - left) * (top - bottom)
    pixels = 0
    for shape in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        x, y, x_end, y_end = shape.get_bounds()
        area = max(0.0, min(x_end, right) - max(x, left)) * max(
            0.0, min(y_end, top) - max(y, bottom)
        )
        if area >= _COVERING * whole:
            width, height = shape.get_px_size()
            pixels = max(pixels, width * height)
    return pixels


def picture_of(page: Any) -> tuple[NDArray[np.uint8], float]:
    """The page as it is shown, red, green, blue, and its dots an inch."""
    width, height = page.get_size()
    scale = READING_DPI / _POINTS
    scale = min(scale, (_MAX_RENDERED_PIXELS / max(1.0, width * height)) ** 0.5)
    scale = min(scale, MOST_SIDE / max(1.0, width, height))
    bitmap = page.render(scale=scale, rev_byteorder=True, may_draw_forms=False)
    try:
        picture: NDArray[np.uint8] = np.ascontiguousarray(bitmap.to_numpy()[..., :3])
    finally:
        bitmap.close()
    return picture, scale * _POINTS


def _count(page: Any, kind: int) -> int:
    handle = page.raw
    return sum(
        raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(handle, index)) == kind
        for index in range(raw.FPDFPage_CountObjects(handle))
    )


def _sample(texts: list[str]) -> list[str]:
    return texts[:: max(1, len(texts) // _ENOUGH_TO_TELL)]


def is_readable(texts: list[str]) -> bool:
    """Whether the words of a layer are what the page says: they have marks, on syllables."""
    words = _LETTERS.findall(" ".join(_sample(texts)))
    # A page of figures has too few words to tell.
    if len(words) < _ENOUGH_WORDS:
        return True
    marked = [word for word in words if not word.isascii()]
    return len(marked) >= _MIN_MARKED * len(words) and not _are_garbled(marked)


def _is_garbled(texts: list[str]) -> bool:
    words = _LETTERS.findall(" ".join(texts))
    return _are_garbled([word for word in words if not word.isascii()])


def _are_garbled(marked: list[str]) -> bool:
    syllables = sum(map(is_syllable, marked))
    return len(marked) >= _ENOUGH_WORDS and syllables < _MIN_SYLLABLES * len(marked)
