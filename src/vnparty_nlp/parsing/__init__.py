"""File → Document: a reader for each format, the content decides which one."""

from vnparty_nlp.parsing.docx import DocxReader
from vnparty_nlp.parsing.markup import MarkupReader
from vnparty_nlp.parsing.pdf import PdfReader
from vnparty_nlp.parsing.plain import PlainReader
from vnparty_nlp.parsing.protocol import DocumentReader, FormatReader
from vnparty_nlp.parsing.reader import ContentReader, content_id
from vnparty_nlp.settings import ParsingSettings

__all__ = ["DocumentReader", "build", "content_id"]


def build(settings: ParsingSettings) -> DocumentReader:
    """The reader for all formats, with the limits of `settings`."""
    readers: dict[str, FormatReader] = {
        "pdf": PdfReader(settings.max_pages),
        "docx": DocxReader(settings.max_unpacked_megabytes * 1_000_000),
        "html": MarkupReader(),
        "txt": PlainReader(),
    }
    return ContentReader(readers, max_bytes=settings.max_megabytes * 1_000_000)
