"""The interface of a reader."""

from pathlib import Path
from typing import Protocol

from vnparty_nlp.records import Document


class Reader(Protocol):
    """Reads one file format. What cannot be read raises DocumentError."""

    def read(self, path: Path) -> Document: ...
