"""Which format a file has, by what is in it: magic numbers, members of a zip, tags, bytes."""

import io
import re
import zipfile

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import problems
from vnparty_nlp.parsing.encoding import wide_encoding
from vnparty_nlp.parsing.package import BROKEN_ZIP

_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_HTML = re.compile(
    rb"<\s*(!doctype\s+html|html|head|body|table|div|p|h[1-6]|meta)\b", re.IGNORECASE
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHER_OFFICE = {"xl/": "Excel", "ppt/": "PowerPoint"}
_PEEK = 4096
# Control characters are rare in a text: a few strays, or this share of its bytes.
_FEW_CONTROL, _MAX_CONTROL = 3, 0.02


def sniff(data: bytes, source: str) -> str:
    """The name of the reader for these bytes; DocumentError where there is none."""
    head = data[:_PEEK]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(data, source)
    if head.startswith(_OLE):
        encrypted = _ENCRYPTED in data
        raise DocumentError(
            source, *(problems.WORD_PASSWORD if encrypted else problems.not_yet("DOC"))
        )
    if head.lstrip().startswith(b"{\\rtf"):
        raise DocumentError(source, *problems.not_yet("RTF"))
    if head.startswith(_IMAGES) or (head.startswith(b"BM") and b"\x00" in head[:20]):
        raise DocumentError(source, *problems.PICTURE)
    if head.startswith(_ARCHIVES):
        raise DocumentError(source, *problems.ARCHIVE)
    return _sniff_text(head, source)


def _sniff_zip(data: bytes, source: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except BROKEN_ZIP as error:
        raise DocumentError(source, *problems.WORD_BROKEN) from error
    if "word/document.xml" in names:
        return "docx"
    for folder, format_name in _OTHER_OFFICE.items():
        if any(name.startswith(folder) for name in names):
            raise DocumentError(source, *problems.no_document(format_name))
    if "content.xml" in names:
        raise DocumentError(source, *problems.not_yet("ODT"))
    raise DocumentError(source, *problems.ARCHIVE)


def _sniff_text(head: bytes, source: str) -> str:
    if wide_encoding(head):
        return "html" if _looks_like_html(head.replace(b"\x00", b"")) else "txt"
    if head.lstrip().startswith(b"<?xml") and not _looks_like_html(head):
        raise DocumentError(source, *problems.not_yet("XML"))
    if b"MIME-Version:" in head and b"multipart/related" in head:
        raise DocumentError(source, *problems.not_yet("MHT"))
    control = sum(byte < 9 or 13 < byte < 32 for byte in head)
    # VISCII and VPS hold a few letters among the control characters; a program holds many.
    if b"\x00" in head or control > max(_FEW_CONTROL, _MAX_CONTROL * len(head)):
        raise DocumentError(source, *problems.UNKNOWN)
    return "html" if _looks_like_html(head) else "txt"


def _looks_like_html(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<") and _HTML.search(start) is not None
