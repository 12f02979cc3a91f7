"""Whether pictures of pages can be read here, and the reader that does it.

Nothing of the extra `ocr` is imported before the first page is read.
"""

import os
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from vnparty_nlp.parsing.ocr_report import OcrPage

READING_DPI = 220
"""Dots an inch at which pages are read: measured best for letters of 10 to 14 points."""
MOST_SIDE = 32_000
"""The longest side in pixels that is read: Tesseract counts them in 16 bits with a sign."""

_PACKAGES = ("asterocr", "cv2", "PIL", "tesserocr")
_DATA = "vie.traineddata"
# Where Debian, Ubuntu and Tesseract's own installation keep the models.
_FOLDERS = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
)


class ReadsPictures(Protocol):
    """Reads the picture of a page, grey or red, green, blue, of so many dots an inch."""

    def read(self, picture: NDArray[np.uint8], dpi: float, number: int) -> OcrPage:
        """The words of the page `number` and their boxes in points."""


class Ocr:
    """Reads pictures of pages where Tesseract, its Vietnamese model and the extra are installed.

    A picture of more than `max_pixels` should not be given to it.
    """

    def __init__(self, *, max_pixels: int) -> None:
        self.max_pixels = max_pixels

    @cached_property
    def available(self) -> bool:
        """Whether everything is installed that reading a picture needs."""
        return _data_folder() is not None and all(find_spec(name) for name in _PACKAGES)

    def read(self, picture: NDArray[np.uint8], dpi: float, number: int) -> OcrPage:
        """The words of the page `number`; only where `available`."""
        return self._reader.read(picture, dpi, number)

    @cached_property
    def _reader(self) -> ReadsPictures:
        from vnparty_nlp.parsing.ocr_reader import PageReader

        folder = _data_folder()
        if folder is None:
            raise RuntimeError("ask `available` before reading")
        return PageReader(folder)


def _data_folder() -> Path | None:
    own = os.environ.get("TESSDATA_PREFIX", "")
    folders = [Path(own), Path(own) / "tessdata"] if own else []
    folders += map(Path, _FOLDERS)
    return next((folder for folder in folders if (folder / _DATA).is_file()), None)
