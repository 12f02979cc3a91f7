"""PDF → words with boxes, through pdfium; layout.py puts them in reading order."""

import re
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import problems
from vnparty_nlp.parsing.characters import clean
from vnparty_nlp.parsing.flow import Reading
from vnparty_nlp.parsing.layout import read_pages
from vnparty_nlp.parsing.paper import Edges, PageWords
from vnparty_nlp.parsing.rules import find_rules
from vnparty_nlp.parsing.word_boxes import word_boxes

# pdfium writes a hyphen at the end of a line as U+0002 (older builds U+FFFE) and joins the lines;
# in Vietnamese such a hyphen is always a real one ("15-" / "QĐ/ĐU").
_WORD = re.compile(r"[^\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_LINE_HYPHEN = str.maketrans({"\x02": "-", "\ufffe": "-"})
_PROBLEMS = {
    raw.FPDF_ERR_PASSWORD: problems.PDF_PASSWORD,
    raw.FPDF_ERR_SECURITY: problems.PDF_PROTECTED,
}


class PdfReader:
    """Reads the text layer of a PDF. A scan without one raises DocumentError."""

    def __init__(self, max_pages: int) -> None:
        self._max_pages = max_pages

    def read(self, data: bytes, source: str) -> Reading:
        """The text in reading order, with a box for every word."""
        try:
            pdf = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            raise DocumentError(
                source, *_PROBLEMS.get(error.err_code, problems.PDF_BROKEN)
            ) from error
        try:
            return self._read_open(pdf, source)
        finally:
            pdf.close()

    def _read_open(self, pdf: Any, source: str) -> Reading:
        count = len(pdf)
        if count == 0:
            raise DocumentError(source, *problems.PDF_BROKEN)
        if count > self._max_pages:
            raise DocumentError(source, *problems.too_many_pages(count, self._max_pages))
        pages: list[PageWords] = []
        warnings: list[str] = []
        for number in range(1, count + 1):
            try:
                page, warning = _read_page(pdf, number)
            except pdfium.PdfiumError:
                page, warning = PageWords(number), f"trang {number}: không đọc được, đã bỏ qua"
            pages.append(page)
            warnings += [warning] if warning else []
        if not any(page.texts for page in pages):
            raise DocumentError(source, *_no_text(warnings))
        reading = read_pages(pages)
        return Reading(reading.drafts, reading.pages, reading.places, tuple(warnings))


def _no_text(warnings: list[str]) -> problems.Problem:
    if not warnings:
        return problems.NO_TEXT
    scanned = any("ảnh" in warning for warning in warnings)
    return problems.PDF_SCAN if scanned else problems.PDF_GARBLED


def _read_page(pdf: Any, number: int) -> tuple[PageWords, str | None]:
    page = pdf[number - 1]
    try:
        text_page = page.get_textpage()
        try:
            return _read_text(page, text_page, number)
        finally:
            text_page.close()
    finally:
        page.close()


def _read_text(page: Any, text_page: Any, number: int) -> tuple[PageWords, str | None]:
    text, count = text_page.get_text_range(), text_page.count_chars()
    spans = [match.span() for match in _WORD.finditer(text)]
    boxes = word_boxes(text_page, spans, identical=len(text) == count)
    texts, kept = _word_texts(text, spans)
    frame = _Frame(page)
    edges = frame.turn(boxes if kept is None else boxes[kept])
    words = PageWords(number, frame.width, frame.height, texts, edges, find_rules(page, frame.turn))
    unread = _count_unread(text_page, count) if len(text) != count else 0
    if unread > 0.3 * count:
        blank = PageWords(number, frame.width, frame.height)
        return blank, f"trang {number}: lớp chữ hỏng ({unread}/{count} chữ không có mã), đã bỏ qua"
    if unread:
        return words, f"trang {number}: {unread} chữ không có mã Unicode, đã bỏ qua"
    if not texts and _has_image(page):
        return words, f"trang {number}: chỉ có ảnh quét, không có lớp chữ"
    return words, None


def _word_texts(text: str, spans: list[tuple[int, int]]) -> tuple[list[str], list[int] | None]:
    """The words, cleaned; and which of the spans they are, None for all."""
    # Cleaning the page at once costs a tenth of cleaning word by word, and divides it alike
    # as long as no word is made of silent characters or holds a hyphen at a line's end.
    texts = clean(text).split()
    if len(texts) == len(spans) and "\x02" not in text and "\ufffe" not in text:
        return texts, None
    cleaned = [clean(text[a:b].translate(_LINE_HYPHEN)) for a, b in spans]
    kept = [index for index, word in enumerate(cleaned) if word]
    return [cleaned[index] for index in kept], kept


class _Frame:
    """The page as a reader sees it: turned upright, origin top left."""

    def __init__(self, page: Any) -> None:
        self._left, self._bottom, self._right, self._top = page.get_bbox()
        self._rotation = page.get_rotation()
        self.width, self.height = page.get_size()

    def turn(self, boxes: Edges) -> Edges:
        """Boxes (left, top, right, bottom in page space) as seen on the upright page."""
        left, top, right, bottom = boxes.T
        from_left, to_right = left - self._left, self._right - right
        from_top, to_bottom = self._top - top, bottom - self._bottom
        width, height = right - left, top - bottom
        if self._rotation == 90:
            x, y, width, height = to_bottom, from_left, height, width
        elif self._rotation == 180:
            x, y = to_right, to_bottom
        elif self._rotation == 270:
            x, y, width, height = from_top, to_right, height, width
        else:
            x, y = from_left, from_top
        return np.stack([x, y, x + width, y + height], axis=1).astype(np.float32)


def _count_unread(text_page: Any, count: int) -> int:
    unicode_of, handle = raw.FPDFText_GetUnicode, text_page.raw
    return sum(unicode_of(handle, index) == 0 for index in range(count))


def _has_image(page: Any) -> bool:
    handle = page.raw
    return any(
        raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(handle, index)) == raw.FPDF_PAGEOBJ_IMAGE
        for index in range(raw.FPDFPage_CountObjects(handle))
    )
