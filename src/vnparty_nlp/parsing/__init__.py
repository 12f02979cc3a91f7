"""File → Document: a reader for each format, the content decides which one."""

from vnparty_nlp.parsing.docx import DocxReader
from vnparty_nlp.parsing.image import ImageReader
from vnparty_nlp.parsing.markup import MarkupReader
from vnparty_nlp.parsing.ocr import Ocr
from vnparty_nlp.parsing.odt import OdtReader
from vnparty_nlp.parsing.office import OfficeReader
from vnparty_nlp.parsing.pdf import PdfReader
from vnparty_nlp.parsing.plain import PlainReader
from vnparty_nlp.parsing.protocol import DocumentReader, FormatReader
from vnparty_nlp.parsing.reader import ENDINGS, ContentReader, content_id
from vnparty_nlp.parsing.rtf import RtfReader
from vnparty_nlp.parsing.web_archive import WebArchiveReader
from vnparty_nlp.settings import ParsingSettings

__all__ = ["ENDINGS", "DocumentReader", "build", "content_id"]


def build(settings: ParsingSettings) -> DocumentReader:
    """The reader for all formats, with the limits of `settings`."""
    max_unpacked_bytes = settings.max_unpacked_megabytes * 1_000_000
    ocr = Ocr(max_pixels=settings.max_megapixels * 1_000_000)
    docx, html = DocxReader(max_unpacked_bytes), MarkupReader()
    readers: dict[str, FormatReader] = {
        "pdf": PdfReader(settings.max_pages, ocr),
        "image": ImageReader(settings.max_pages, ocr),
        "docx": docx,
        "doc": OfficeReader(docx, seconds=settings.office_seconds, max_bytes=max_unpacked_bytes),
        "odt": OdtReader(max_unpacked_bytes),
        "rtf": RtfReader(),
        "html": html,
        "mht": WebArchiveReader(html),
        "txt": PlainReader(),
    }
    return ContentReader(readers, max_bytes=settings.max_megabytes * 1_000_000)
