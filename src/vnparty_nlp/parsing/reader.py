"""Any file → Document: limits, the format by content, the reader of that format, the heading."""

import hashlib
from collections.abc import Mapping, Set
from io import BufferedReader, BytesIO
from pathlib import Path

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import problems
from vnparty_nlp.parsing.flow import assemble, place_words
from vnparty_nlp.parsing.heading import read_heading
from vnparty_nlp.parsing.protocol import FormatReader
from vnparty_nlp.parsing.roles import assign_roles
from vnparty_nlp.parsing.sniff import sniff
from vnparty_nlp.records import Document

ENDINGS: Mapping[str, Set[str]] = {
    "pdf": {".pdf"},
    "docx": {".docx", ".docm", ".dotx", ".dotm"},
    "html": {".html", ".htm", ".xhtml"},
    "txt": {".txt", ".text", ".md", ".csv", ".log"},
    "rtf": {".rtf"},
    "odt": {".odt", ".ott", ".fodt"},
    "doc": {".doc", ".dot"},
    "mht": {".mht", ".mhtml"},
    "image": {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif"},
}
"""The extensions of file names, in small letters, by the name of the format that is read."""


def content_id(content: BufferedReader | BytesIO) -> str:
    """The id of a document: 16 hexadecimal digits, made from all its bytes and nothing else."""
    return hashlib.file_digest(content, "sha256").hexdigest()[:16]


class ContentReader:
    """Reads a file with the reader that its content calls for, whatever its extension says."""

    def __init__(self, readers: Mapping[str, FormatReader], *, max_bytes: int) -> None:
        self._readers = readers
        self._max_bytes = max_bytes

    def read(self, path: Path, source: str) -> Document:
        """The document; the same bytes give the same document. DocumentError if unreadable."""
        data = self._bytes(path, source)
        name = sniff(data, source)
        reading = self._readers[name].read(data, source)
        drafts = assign_roles(reading.drafts)
        if not drafts:
            raise DocumentError(source, *problems.NO_TEXT)
        text, blocks = assemble(drafts)
        heading, doubts = read_heading(text, blocks)
        suffix = path.suffix.lower()
        misnamed = suffix and suffix not in ENDINGS[name]
        warnings = [f"đuôi tệp là {suffix} nhưng nội dung là {name.upper()}"] if misnamed else []
        return Document(
            doc_id=content_id(BytesIO(data)),
            source=source,
            text=text,
            pages=reading.pages,
            blocks=blocks,
            words=place_words(drafts, reading.places),
            heading=heading,
            ocr_pages=reading.ocr_pages,
            legacy_encoding=reading.legacy_encoding,
            unread_pages=reading.unread_pages,
            warnings=(*warnings, *reading.warnings, *doubts),
        )

    def _bytes(self, path: Path, source: str) -> bytes:
        try:
            size = path.stat().st_size
            if size > self._max_bytes:
                raise DocumentError(source, *problems.too_large(size / 1e6, self._max_bytes / 1e6))
            data = path.read_bytes()
        except FileNotFoundError as error:
            raise DocumentError(source, *problems.MISSING) from error
        except IsADirectoryError as error:
            raise DocumentError(source, *problems.FOLDER) from error
        except PermissionError as error:
            raise DocumentError(source, *problems.FORBIDDEN) from error
        except OSError as error:
            raise DocumentError(source, *problems.unreadable(error.strerror or "")) from error
        if not data.strip(b"\x00 \t\r\n"):
            raise DocumentError(source, *problems.EMPTY)
        return data
