"""MHT, Word's "web page, single file" → its page → drafts."""

import email
import re
from email.message import Message

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import problems
from vnparty_nlp.parsing.flow import Reading
from vnparty_nlp.parsing.protocol import FormatReader

# Python's own parser goes one call deeper with each part in a part; Word writes one level.
_HOLDER = re.compile(rb"content-type:[^a-z]*(?:multipart|message)/", re.IGNORECASE)
_MAX_HOLDERS = 20


class WebArchiveReader:
    """Reads the first page of a web archive."""

    def __init__(self, reader: FormatReader) -> None:
        self._reader = reader

    def read(self, data: bytes, source: str) -> Reading:
        """What the reader for HTML finds in the page. DocumentError where there is none."""
        if len(_HOLDER.findall(data)) > _MAX_HOLDERS:
            raise DocumentError(source, *problems.WEB_ARCHIVE_BROKEN)
        for part in email.message_from_bytes(data).walk():
            if part.get_content_type() == "text/html":
                return self._reader.read(_page(part), source)
        raise DocumentError(source, *problems.WEB_ARCHIVE_BROKEN)


def _page(part: Message) -> bytes:
    """The page in UTF-8 where the archive says in which encoding it stands."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return data.decode(part.get_content_charset("utf-8")).encode()
    except (ValueError, LookupError):
        # No such encoding, a name that can be none, or other bytes: the page may tell itself.
        return data
