"""Links from the report to the documents' own files."""

import os
from pathlib import Path
from urllib.parse import quote


def address_of(source: str, out: Path) -> str:
    """The relative address of a source file, as seen from a page in `out`.

    `source` is a path as it was given to the run, so a relative one is relative to the current
    folder. Every character that means something in an address is escaped, the colon included:
    no file name can pass for another scheme.
    """
    relative = os.path.relpath(source, out)
    return quote(relative)


def has_pages(source: str) -> bool:
    """Whether a browser can open the file at a page (`#page=3`)."""
    return source.lower().endswith(".pdf")
