"""PDF → drafts, through pdfium; layout.py puts the words in reading order."""

from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import problems
from vnparty_nlp.parsing.flow import Reading
from vnparty_nlp.parsing.layout import read_pages
from vnparty_nlp.parsing.paper import PageWords
from vnparty_nlp.parsing.pdf_page import read_page

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
        pages: list[PageWords] = []
        warnings: list[str] = []
        for number in range(1, count + 1):
            page, warning = _read_page(pdf, number)
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
    """One page; a page that pdfium cannot open is empty and named in the warning."""
    try:
        page = pdf[number - 1]
    except pdfium.PdfiumError:
        return PageWords(number), f"trang {number}: không đọc được, đã bỏ qua"
    try:
        text_page = page.get_textpage()
        try:
            return read_page(page, text_page, number)
        finally:
            text_page.close()
    except pdfium.PdfiumError:
        return PageWords(number), f"trang {number}: không đọc được, đã bỏ qua"
    finally:
        page.close()
