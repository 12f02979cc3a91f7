"""The XML parts of a DOCX or ODT, unpacked within a limit and parsed without entities."""

import io
import struct
import zipfile
import zlib
from typing import TypeAlias

from lxml import etree

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import problems

Element: TypeAlias = etree._Element

_CHUNK_BYTES = 1 << 20
# What zipfile raises over a damaged archive, found by changing the bytes of good ones.
BROKEN_ZIP = (
    *(zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, EOFError, OSError),
    *(ValueError, KeyError),
)


class Package:
    """Gives the parts of a DOCX by name. Bytes are counted as they unpack, over all parts.

    `format_name` stands in messages.
    """

    def __init__(
        self, data: bytes, source: str, max_bytes: int, *, format_name: str = "DOCX"
    ) -> None:
        self._source, self._left, self._max_bytes = source, max_bytes, max_bytes
        self._format_name = format_name
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN_ZIP as error:
            raise DocumentError(source, *problems.broken(format_name)) from error

    def part(self, name: str) -> Element | None:
        """The root element of a part; None where the package has no such part."""
        if name not in self._archive.namelist():
            return None
        return parse_xml(self._unpack(name), self._source, self._format_name)

    def _unpack(self, name: str) -> bytes:
        chunks: list[bytes] = []
        try:
            with self._archive.open(name) as member:
                while chunk := member.read(_CHUNK_BYTES):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise DocumentError(
                            self._source,
                            *problems.unpacks_too_large(self._max_bytes // 1_000_000),
                        )
                    chunks.append(chunk)
        except BROKEN_ZIP as error:
            raise DocumentError(self._source, *problems.broken(self._format_name)) from error
        except RuntimeError as error:
            # zipfile says so of a member with a password.
            raise DocumentError(self._source, *problems.password(self._format_name)) from error
        return b"".join(chunks)


def parse_xml(data: bytes, source: str, format_name: str = "DOCX") -> Element:
    """The root element. A document type, and with it every entity, is refused."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(source, *problems.broken(format_name)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DocumentError(source, *problems.entities(format_name))
    return root


def local(element: Element) -> str:
    """The tag without its namespace; "" for comments and entities. Word writes two namespaces."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, *names: str) -> Element | None:
    """The element found by walking down `names`; None where one is missing."""
    for name in names:
        if element is None:
            return None
        element = next((below for below in element if local(below) == name), None)
    return element


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute by its local name."""
    if element is None:
        return None
    for key, text in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(text)
    return None


def integer(element: Element | None, default: int, name: str = "val") -> int:
    """An attribute as a number from 0 to 9,999; `default` where it is none."""
    text = value(element, name) or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else default


def is_on(element: Element | None) -> bool:
    """Whether a property such as <w:caps/> is there and not switched off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")
