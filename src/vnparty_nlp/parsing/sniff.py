"""Which format a file has, by what is in it: magic numbers, members of a zip, tags, bytes."""

import io
import re
import zipfile

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import problems
from vnparty_nlp.parsing.encoding import wide_encoding
from vnparty_nlp.parsing.ole import SIGNATURE, root_streams
from vnparty_nlp.parsing.package import BROKEN_ZIP

_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF87a", b"GIF89a")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_HTML = re.compile(
    rb"<\s*(!doctype\s+html|html|head|body|table|div|p|h[1-6]|meta)\b", re.IGNORECASE
)
_OTHER_OFFICE = {"xl/": "Excel", "ppt/": "PowerPoint"}
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_OTHER_OPEN_DOCUMENT = {b"spreadsheet": "ODS", b"presentation": "ODP", b"graphics": "ODG"}
# Streams in the root of OLE files that are no text.
_OTHER_OLE = {
    "Workbook": "Excel",
    "Book": "Excel",
    "PowerPoint Document": "PowerPoint",
    "VisioDocument": "Visio",
    "__properties_version1.0": "Outlook",
    "Catalog": "Thumbs.db",
}
# The head of a Word file's text, and the flag that it is encrypted ([MS-DOC] 2.5.2).
_WORD_MAGIC, _FLAGS_PLACE, _ENCRYPTED_FLAG = 0xA5EC, 10, 0x0100
_PEEK = 4096
# Control characters are rare in a text: a few strays, or this share of its bytes.
_FEW_CONTROL, _MAX_CONTROL = 3, 0.02


def sniff(data: bytes, source: str) -> str:
    """The name of the format of these bytes; DocumentError where it is none of a document."""
    head = data[:_PEEK]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(data, source)
    if head.startswith(SIGNATURE):
        return _sniff_ole(data, source)
    if head.lstrip(b"\xef\xbb\xbf\x00 \t\r\n").startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(_IMAGES) or (head.startswith(b"BM") and b"\x00" in head[:20]):
        return "image"
    if head.startswith(_ARCHIVES):
        raise DocumentError(source, *problems.ARCHIVE)
    return _sniff_text(head, source)


def _sniff_zip(data: bytes, source: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            kind = _open_document_kind(archive) if "mimetype" in names else b""
    except BROKEN_ZIP as error:
        raise DocumentError(source, *problems.broken("DOCX")) from error
    if "word/document.xml" in names:
        return "docx"
    for folder, format_name in _OTHER_OFFICE.items():
        if any(name.startswith(folder) for name in names):
            raise DocumentError(source, *problems.no_document(format_name))
    for start, format_name in _OTHER_OPEN_DOCUMENT.items():
        if kind.startswith(start):
            raise DocumentError(source, *problems.no_document(format_name))
    if "content.xml" in names or kind.startswith(b"text"):
        return "odt"
    raise DocumentError(source, *problems.ARCHIVE)


def _open_document_kind(archive: zipfile.ZipFile) -> bytes:
    """What the member "mimetype" says behind the words that all of the family share."""
    try:
        with archive.open("mimetype") as member:
            told = member.read(200).strip()
    except (*BROKEN_ZIP, RuntimeError):
        return b""
    return told.removeprefix(_OPEN_DOCUMENT) if told.startswith(_OPEN_DOCUMENT) else b""


def _sniff_ole(data: bytes, source: str) -> str:
    streams = root_streams(data)
    if "EncryptedPackage" in streams:
        raise DocumentError(source, *problems.password("Word"))
    if "WordDocument" in streams:
        start = data[streams["WordDocument"].place :][: _FLAGS_PLACE + 2]
        magic, flags = (int.from_bytes(start[at : at + 2], "little") for at in (0, _FLAGS_PLACE))
        if magic == _WORD_MAGIC and flags & _ENCRYPTED_FLAG:
            raise DocumentError(source, *problems.password("Word"))
        return "doc"
    for name, format_name in _OTHER_OLE.items():
        if name in streams:
            raise DocumentError(source, *problems.no_document(format_name))
    raise DocumentError(source, *(problems.UNKNOWN if streams else problems.broken("DOC")))


def _sniff_text(head: bytes, source: str) -> str:
    if wide_encoding(head):
        return "html" if _looks_like_html(head.replace(b"\x00", b"")) else "txt"
    if b"<office:document" in head and _OPEN_DOCUMENT + b"text" in head:
        return "odt"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml") and not _looks_like_html(head):
        raise DocumentError(source, *problems.not_yet("XML"))
    lowered = head.lower()
    if b"mime-version:" in lowered and b"multipart/related" in lowered:
        return "mht"
    control = sum(byte < 9 or 13 < byte < 32 for byte in head)
    # VISCII and VPS hold a few letters among the control characters; a program holds many.
    if b"\x00" in head or control > max(_FEW_CONTROL, _MAX_CONTROL * len(head)):
        raise DocumentError(source, *problems.UNKNOWN)
    return "html" if _looks_like_html(head) else "txt"


def _looks_like_html(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<") and _HTML.search(start) is not None
