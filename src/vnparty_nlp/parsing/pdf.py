"""PDF → drafts, through pdfium; layout.py puts the words in reading order."""

from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import problems
from vnparty_nlp.parsing.flow import Reading
from vnparty_nlp.parsing.layout import read_pages
from vnparty_nlp.parsing.legacy_report import conversion_warnings, main_encoding
from vnparty_nlp.parsing.ocr import Ocr
from vnparty_nlp.parsing.ocr_report import OcrPage, ocr_warnings, pages_told
from vnparty_nlp.parsing.paper import PageWords
from vnparty_nlp.parsing.pdf_page import read_page
from vnparty_nlp.parsing.pdf_scan import covering_pixels, is_readable, needs_ocr, picture_of

_PROBLEMS = {
    raw.FPDF_ERR_PASSWORD: problems.PDF_PASSWORD,
    raw.FPDF_ERR_SECURITY: problems.PDF_PROTECTED,
}


@dataclass(frozen=True, slots=True)
class _Read:
    """A page: its words, a warning, what OCR made of it, and whether OCR should but cannot.

    `refused` is the number of pixels of a picture above the limit.
    """

    words: PageWords
    warning: str | None = None
    ocr: OcrPage | None = None
    unread: bool = False
    wants_ocr: bool = False
    refused: int = 0


class PdfReader:
    """Reads the text layer of a PDF, and scanned pages by OCR where that is installed."""

    def __init__(self, max_pages: int, ocr: Ocr) -> None:
        self._max_pages = max_pages
        self._ocr = ocr

    def read(self, data: bytes, source: str) -> Reading:
        """The text in reading order, with a box for every word; DocumentError if there is none."""
        try:
            pdf = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            problem = _PROBLEMS.get(error.err_code, problems.PDF_BROKEN)
            raise DocumentError(source, *problem) from error
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
        pages = [self._page(pdf, number) for number in range(1, count + 1)]
        if not any(page.words.texts for page in pages):
            raise DocumentError(source, *_no_text(pages, self._ocr.max_pixels))
        reading = read_pages([page.words for page in pages])
        converted = [line for page in pages for line in page.words.converted]
        read = [page.ocr for page in pages if page.ocr is not None]
        return Reading(
            reading.drafts,
            reading.pages,
            reading.places,
            (
                *(page.warning for page in pages if page.warning is not None),
                *_wanting(pages),
                *ocr_warnings(read),
                *conversion_warnings(converted),
            ),
            ocr_pages=sum(not page.failed for page in read),
            legacy_encoding=main_encoding(converted),
            unread_pages=tuple(page.words.number for page in pages if page.unread),
        )

    def _page(self, pdf: Any, number: int) -> _Read:
        """One page; a page that pdfium cannot open is empty and named in the warning."""
        unread = _Read(PageWords(number), f"trang {number}: không đọc được, đã bỏ qua", unread=True)
        try:
            page = pdf[number - 1]
        except pdfium.PdfiumError:
            return unread
        try:
            text_page = page.get_textpage()
            try:
                words, warning = read_page(page, text_page, number)
            finally:
                text_page.close()
            is_blank = warning is not None and not words.texts
            if is_blank or needs_ocr(page, words):
                return self._scanned(page, words)
            return _Read(words, warning)
        except pdfium.PdfiumError:
            return unread
        finally:
            page.close()

    def _scanned(self, page: Any, layer: PageWords) -> _Read:
        """A page whose text layer is missing or broken."""
        if not self._ocr.available:
            return _Read(layer, unread=True, wants_ocr=True)
        pixels = covering_pixels(page)
        if pixels > self._ocr.max_pixels:
            told = _too_large(layer.number, pixels)
            return _Read(layer, told, unread=True, refused=pixels)
        read = self._ocr.read(*picture_of(page), layer.number)
        if read.failed:
            return _Read(layer, ocr=read, unread=True)
        if not is_readable(layer.texts):
            if read.words.texts:
                return _Read(read.words, ocr=read)
            return _Read(layer, _doubtful(layer.number), unread=True)
        # A stamp on a picture without text says more than the picture.
        if layer.texts and len(read.words.texts) <= len(layer.texts):
            return _Read(layer)
        return _Read(read.words, ocr=read)


def _too_large(number: int, pixels: int) -> str:
    return f"trang {number}: ảnh {pixels / 1e6:.0f} triệu điểm, quá giới hạn, đã bỏ qua"


def _doubtful(number: int) -> str:
    return (
        f"trang {number}: lớp chữ hỏng hoặc không có dấu, OCR không thấy chữ nào,"
        " cần người đối chiếu"
    )


def _wanting(pages: list[_Read]) -> list[str]:
    """One sentence for all pages that OCR would read."""
    numbers = [page.words.number for page in pages if page.wants_ocr]
    return [f"trang {pages_told(numbers)}: {problems.OCR_WANTED}"] if numbers else []


def _no_text(pages: list[_Read], max_pixels: int) -> problems.Problem:
    if any(page.wants_ocr for page in pages):
        return problems.PDF_SCAN
    refused = max(page.refused for page in pages)
    if refused:
        return problems.too_many_pixels(refused / 1e6, max_pixels / 1e6)
    if any(page.ocr is not None for page in pages):
        return problems.SCAN_BLANK
    return problems.NO_TEXT if all(page.warning is None for page in pages) else problems.PDF_BROKEN
