"""One page of a PDF → its words with boxes, upright ones first, and its ruled lines."""

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

from vnparty_nlp.parsing.characters import clean
from vnparty_nlp.parsing.frame import Frame
from vnparty_nlp.parsing.letters import words_from_letters
from vnparty_nlp.parsing.mending import is_scattered, mend
from vnparty_nlp.parsing.paper import Edges, PageWords
from vnparty_nlp.parsing.rules import find_rules
from vnparty_nlp.parsing.word_boxes import letter_edges, text_rotation, word_boxes

# pdfium writes a hyphen at the end of a line as U+0002 (older builds U+FFFE) and joins the lines;
# in Vietnamese such a hyphen is always a real one ("15-" / "QĐ/ĐU").
_WORD = re.compile(r"[^\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_LINE_HYPHEN = str.maketrans({"\x02": "-", "\ufffe": "-"})
# Above this share of characters without a code point the rest is a riddle too.
_MAX_UNREAD_SHARE = 0.3

Places = list[tuple[int, int]]
"""Places of each word's first and last character in pdfium's list of characters."""


def read_page(page: Any, text_page: Any, number: int) -> tuple[PageWords, str | None]:
    """The words of a page, and a warning in plain words where it was not read whole."""
    text, count = text_page.get_text_range(), text_page.count_chars()
    words = _Reader(page, text_page, number).words(text, count)
    unread = _count_unread(text_page, count) if len(text) != count else 0
    if unread > _MAX_UNREAD_SHARE * count:
        blank = PageWords(number, words.width, words.height)
        return blank, f"trang {number}: lớp chữ hỏng ({unread}/{count} chữ không có mã), đã bỏ qua"
    if unread:
        return words, f"trang {number}: {unread} chữ không có mã Unicode, đã bỏ qua"
    if not words.texts and _has_image(page):
        return words, f"trang {number}: chỉ có ảnh quét, không có lớp chữ"
    return words, None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the words of one page."""

    page: Any
    text_page: Any
    number: int

    def words(self, text: str, count: int) -> PageWords:
        """The words that stand on the page, mended, those that are turned behind the others."""
        spans, texts = _words(text)
        places = self._places(spans, identical=len(text) == count)
        shown = frame = Frame(self.page)
        boxes, upright = word_boxes(self.text_page, places, frame)
        if 2 * int(upright.sum()) < len(texts):
            frame = Frame(self.page, text_rotation(self.text_page, places))
            boxes, upright = word_boxes(self.text_page, places, frame)
        if is_scattered(texts):
            texts, places = words_from_letters(self.text_page, frame, count)
            boxes, upright = word_boxes(self.text_page, places, frame)
        lying = np.flatnonzero(~upright).tolist()
        asides, aside_boxes = [texts[word] for word in lying], boxes[lying]
        if lying:
            standing = np.flatnonzero(upright).tolist()
            texts, places = [texts[word] for word in standing], [places[n] for n in standing]
            boxes = boxes[standing]

        def letters(word: int) -> Edges:
            return letter_edges(self.text_page, places[word], frame)

        texts, boxes = _on_page(*mend(texts, boxes, letters), frame)
        asides, aside_boxes = _on_page(asides, aside_boxes, frame)
        edges = np.concatenate([boxes, aside_boxes]) if lying else boxes
        turned = frame.rotation != shown.rotation
        return PageWords(
            self.number,
            frame.width,
            frame.height,
            texts + asides,
            edges,
            find_rules(self.page, frame.turn),
            upright=len(texts),
            shown=shown.turn(frame.turn_back(edges)) if turned else None,
            size_shown=(shown.width, shown.height) if turned else None,
        )

    def _places(self, spans: list[tuple[int, int]], *, identical: bool) -> Places:
        """Pdfium's list also holds characters without a code point, which its text leaves out."""
        if identical:
            return [(start, end - 1) for start, end in spans]
        index, handle = raw.FPDFText_GetCharIndexFromTextIndex, self.text_page.raw
        return [(index(handle, start), index(handle, end - 1)) for start, end in spans]


def _on_page(texts: list[str], boxes: Edges, frame: Frame) -> tuple[list[str], Edges]:
    """The words that a reader can see: those whose middle is on the page."""
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    inside = (middles >= 0) & (middles <= (frame.width, frame.height))
    seen: NDArray[np.bool_] = np.logical_and(inside[:, 0], inside[:, 1])
    if seen.all():
        return texts, boxes
    return [text for text, on in zip(texts, seen.tolist(), strict=True) if on], boxes[seen]


def _words(text: str) -> tuple[list[tuple[int, int]], list[str]]:
    """Where the words stand in pdfium's text, and the words, cleaned."""
    spans = [match.span() for match in _WORD.finditer(text)]
    # Cleaning the page at once costs a tenth of cleaning word by word, and divides it alike
    # as long as no word is made of silent characters or holds a hyphen at a line's end.
    texts = clean(text).split()
    if len(texts) == len(spans) and "\x02" not in text and "\ufffe" not in text:
        return spans, texts
    cleaned = [clean(text[start:end].translate(_LINE_HYPHEN)) for start, end in spans]
    kept = [number for number, word in enumerate(cleaned) if word]
    return [spans[number] for number in kept], [cleaned[number] for number in kept]


def _count_unread(text_page: Any, count: int) -> int:
    unicode_of, handle = raw.FPDFText_GetUnicode, text_page.raw
    return sum(unicode_of(handle, index) == 0 for index in range(count))


def _has_image(page: Any) -> bool:
    handle = page.raw
    return any(
        raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(handle, index)) == raw.FPDF_PAGEOBJ_IMAGE
        for index in range(raw.FPDFPage_CountObjects(handle))
    )
