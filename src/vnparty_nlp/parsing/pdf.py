"""PDF → words with boxes, through pdfium; layout.py puts them in reading order."""

import re
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import problems
from vnparty_nlp.parsing.characters import clean
from vnparty_nlp.parsing.flow import Reading
from vnparty_nlp.parsing.frame import Frame
from vnparty_nlp.parsing.layout import read_pages
from vnparty_nlp.parsing.letters import words_from_letters
from vnparty_nlp.parsing.mending import is_scattered, mend
from vnparty_nlp.parsing.paper import Edges, PageWords
from vnparty_nlp.parsing.rules import find_rules
from vnparty_nlp.parsing.word_boxes import letter_edges, word_boxes

# pdfium writes a hyphen at the end of a line as U+0002 (older builds U+FFFE) and joins the lines;
# in Vietnamese such a hyphen is always a real one ("15-" / "QĐ/ĐU").
_WORD = re.compile(r"[^\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_LINE_HYPHEN = str.maketrans({"\x02": "-", "\ufffe": "-"})
# Above this share of characters without a code point the rest is a riddle too.
_MAX_UNREAD_SHARE = 0.3
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
    spans, texts = _words(text)
    places = _places(text_page, spans, identical=len(text) == count)
    frame = Frame(page)
    if is_scattered(texts):
        texts, places = words_from_letters(text_page, frame, count)

    def letters(word: int) -> Edges:
        return letter_edges(text_page, places[word], frame)

    texts, boxes = mend(texts, word_boxes(text_page, places, frame), letters)
    texts, boxes = _on_page(texts, boxes, frame)
    rules = find_rules(page, frame.turn)
    words = PageWords(number, frame.width, frame.height, texts, boxes, rules)
    unread = _count_unread(text_page, count) if len(text) != count else 0
    if unread > _MAX_UNREAD_SHARE * count:
        blank = PageWords(number, frame.width, frame.height)
        return blank, f"trang {number}: lớp chữ hỏng ({unread}/{count} chữ không có mã), đã bỏ qua"
    if unread:
        return words, f"trang {number}: {unread} chữ không có mã Unicode, đã bỏ qua"
    if not texts and _has_image(page):
        return words, f"trang {number}: chỉ có ảnh quét, không có lớp chữ"
    return words, None


def _on_page(texts: list[str], boxes: Edges, frame: Frame) -> tuple[list[str], Edges]:
    """The words that a reader can see: those whose middle is on the page."""
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    inside = (middles >= 0) & (middles <= (frame.width, frame.height))
    seen = inside[:, 0] & inside[:, 1]
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


def _places(
    text_page: Any, spans: list[tuple[int, int]], *, identical: bool
) -> list[tuple[int, int]]:
    """The first and last place of each word in pdfium's list of characters.

    The list also holds characters without a code point, which its text leaves out.
    """
    if identical:
        return [(start, end - 1) for start, end in spans]
    index, handle = raw.FPDFText_GetCharIndexFromTextIndex, text_page.raw
    return [(index(handle, start), index(handle, end - 1)) for start, end in spans]


def _count_unread(text_page: Any, count: int) -> int:
    unicode_of, handle = raw.FPDFText_GetUnicode, text_page.raw
    return sum(unicode_of(handle, index) == 0 for index in range(count))


def _has_image(page: Any) -> bool:
    handle = page.raw
    return any(
        raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(handle, index)) == raw.FPDF_PAGEOBJ_IMAGE
        for index in range(raw.FPDFPage_CountObjects(handle))
    )
