"""The interfaces of the room: one for the outside, one for each format."""

from pathlib import Path
from typing import Protocol

from vnparty_nlp.parsing.flow import Reading
from vnparty_nlp.records import Document


class DocumentReader(Protocol):
    """Reads a file of any known format. What cannot be read raises DocumentError.

    `source` is the path as the user gave it; it stands in the document and in every message.
    """

    def read(self, path: Path, source: str) -> Document: ...


class FormatReader(Protocol):
    """Reads the bytes of one format into drafts of blocks, in reading order."""

    def read(self, data: bytes, source: str) -> Reading: ...
