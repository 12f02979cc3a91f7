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
from vnparty_nlp.parsing.pdf_fonts import LINE_HYPHEN, modern_words
from vnparty_nlp.parsing.raised import part_marks
from vnparty_nlp.parsing.rules import find_rules
from vnparty_nlp.parsing.tables import in_reading_order
from vnparty_nlp.parsing.word_boxes import Ends, letter_edges, text_rotation, word_boxes

# pdfium writes a hyphen at the end of a line as U+0002 (older builds U+FFFE) and joins the lines;
# in Vietnamese such a hyphen is always a real one ("15-" / "QĐ/ĐU").
_WORD = re.compile(r"[^\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
# Above this share of characters without a code point the rest is a riddle too.
_MAX_UNREAD_SHARE = 0.3

_BLANKS = np.array([chr(code).isspace() for code in range(0x3002)])


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
        texts, places = part_marks(self.text_page, texts, places)
        shown = frame = Frame(self.page)
        boxes, upright = word_boxes(self.text_page, places, frame)
        if 2 * int(upright.sum()) < len(texts):
            frame = Frame(self.page, text_rotation(self.text_page, places))
            boxes, upright = word_boxes(self.text_page, places, frame)
        if is_scattered(texts):
            texts, places = words_from_letters(self.text_page, frame, count)
            boxes, upright = word_boxes(self.text_page, places, frame)
        texts, converted = modern_words(self.text_page, self.number, text, (texts, places))
        lying = self._in_order(np.flatnonzero(~upright), places, frame)
        asides, aside_boxes = [texts[word] for word in lying], boxes[lying]
        if lying:
            standing = np.flatnonzero(upright).tolist()
            texts, places = [texts[word] for word in standing], places[standing]
            boxes = boxes[standing]

        def letters(word: int) -> Edges:
            return letter_edges(self.text_page, (places[word, 0], places[word, 1]), frame)

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
            converted=converted,
        )

    def _in_order(self, lying: NDArray[np.int64], places: Ends, frame: Frame) -> list[int]:
        """The words that do not stand upright, as they are read when the page is held so."""
        numbers: list[int] = lying.tolist()
        if len(numbers) < 2:
            return numbers
        held = frame.held(text_rotation(self.text_page, places[lying]))
        boxes, upright = word_boxes(self.text_page, places[lying], held)
        if not upright.all():
            return numbers
        order = in_reading_order(range(len(numbers)), boxes.tolist())
        return [numbers[place] for place in order]

    def _places(self, spans: Ends, *, identical: bool) -> Ends:
        """Pdfium's list also holds characters without a code point, which its text leaves out."""
        ends = spans - (0, 1)
        if identical:
            return ends
        index, handle = raw.FPDFText_GetCharIndexFromTextIndex, self.text_page.raw
        found = [index(handle, place) for place in ends.ravel().tolist()]
        return np.array(found, dtype=np.int64).reshape(-1, 2)


def _on_page(texts: list[str], boxes: Edges, frame: Frame) -> tuple[list[str], Edges]:
    """The words that a reader can see: those whose middle is on the page."""
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    inside = (middles >= 0) & (middles <= (frame.width, frame.height))
    seen: NDArray[np.bool_] = np.logical_and(inside[:, 0], inside[:, 1])
    if seen.all():
        return texts, boxes
    return [text for text, on in zip(texts, seen.tolist(), strict=True) if on], boxes[seen]


def _words(text: str) -> tuple[Ends, list[str]]:
    """Where the words stand in pdfium's text (from, to), and the words, cleaned."""
    # Cleaning the page at once costs a tenth of cleaning word by word, and divides it alike
    # as long as no word is made of silent characters or holds a hyphen at a line's end.
    if "\x02" not in text and "\ufffe" not in text:
        spans, texts = _spans(text), clean(text).split()
        if len(texts) == len(spans):
            return spans, texts
    matches = list(_WORD.finditer(text))
    cleaned = [clean(match.group().translate(LINE_HYPHEN)) for match in matches]
    spans = np.array([match.span() for match in matches], dtype=np.int64).reshape(-1, 2)
    return spans[[bool(word) for word in cleaned]], [word for word in cleaned if word]


def _spans(text: str) -> Ends:
    """Where each stretch without blanks begins and ends."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    blank = np.ones(len(codes) + 2, dtype=np.bool_)
    blank[1:-1] = _BLANKS[np.minimum(codes, len(_BLANKS) - 1)]
    return np.flatnonzero(blank[1:] != blank[:-1]).reshape(-1, 2)


def _count_unread(text_page: Any, count: int) -> int:
    unicode_of, handle = raw.FPDFText_GetUnicode, text_page.raw
    return sum(unicode_of(handle, index) == 0 for index in range(count))


def _has_image(page: Any) -> bool:
    handle = page.raw
    return any(
        raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(handle, index)) == raw.FPDF_PAGEOBJ_IMAGE
        for index in range(raw.FPDFPage_CountObjects(handle))
    )
