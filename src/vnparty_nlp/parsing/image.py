"""A picture of pages (PNG, JPEG, TIFF, BMP, GIF) → drafts, by OCR."""

import io
import struct
import warnings
from collections.abc import Iterator
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import problems
from vnparty_nlp.parsing.flow import Reading
from vnparty_nlp.parsing.layout import read_pages
from vnparty_nlp.parsing.ocr import Ocr
from vnparty_nlp.parsing.ocr_report import ocr_warnings

# Cameras and editors write 72 or 96 whatever they have seen; a page is between A6 and A2.
_LEAST_INCHES, _MOST_INCHES = 5.5, 24.0
_A4_INCHES = 11.69
# What Pillow raises over a damaged picture, found by changing the bytes of good ones.
_BROKEN = (OSError, SyntaxError, ValueError, TypeError, KeyError, EOFError, struct.error)


class ImageReader:
    """Reads each page of a picture where OCR is installed; DocumentError where it is not."""

    def __init__(self, max_pages: int, ocr: Ocr) -> None:
        self._max_pages = max_pages
        self._ocr = ocr

    def read(self, data: bytes, source: str) -> Reading:
        """The text in reading order, with a box for every word in points of the page."""
        if not self._ocr.available:
            raise DocumentError(source, *problems.PICTURE)
        pages = [
            self._ocr.read(picture, dpi, number)
            for number, (picture, dpi) in enumerate(self._pictures(data, source), start=1)
        ]
        if not any(page.words.texts for page in pages):
            raise DocumentError(source, *problems.SCAN_BLANK)
        reading = read_pages([page.words for page in pages])
        return Reading(
            reading.drafts,
            reading.pages,
            reading.places,
            ocr_warnings(pages),
            ocr_pages=sum(not page.failed for page in pages),
            unread_pages=tuple(page.words.number for page in pages if page.failed),
        )

    def _pictures(self, data: bytes, source: str) -> Iterator[tuple[NDArray[np.uint8], float]]:
        """Each page, turned as its camera held it, and its dots an inch."""
        from PIL import Image, ImageOps, ImageSequence

        try:
            with warnings.catch_warnings():
                # Pillow warns of large pictures; our own limit refuses them.
                warnings.simplefilter("ignore")
                image = Image.open(io.BytesIO(data))
            # A telephone's photograph (MPO) holds its own preview behind the page.
            count = 1 if image.format == "MPO" else getattr(image, "n_frames", 1)
            if count > self._max_pages:
                raise DocumentError(source, *problems.too_many_pages(count, self._max_pages))
            for frame in islice(ImageSequence.Iterator(image), count):
                self._check(frame.width * frame.height, source)
                upright = ImageOps.exif_transpose(frame)
                yield _on_white(upright), _dpi(upright, frame.info.get("dpi"))
        except Image.DecompressionBombError as error:
            # Pillow's own limit, before it tells the size.
            refused = problems.too_many_pixels(2 * (Image.MAX_IMAGE_PIXELS or 0) / 1e6, self._limit)
            raise DocumentError(source, *refused) from error
        except _BROKEN as error:
            raise DocumentError(source, *problems.PICTURE_BROKEN) from error

    @property
    def _limit(self) -> float:
        return self._ocr.max_pixels / 1e6

    def _check(self, pixels: int, source: str) -> None:
        if pixels > self._ocr.max_pixels:
            raise DocumentError(source, *problems.too_many_pixels(pixels / 1e6, self._limit))


def _on_white(image: Any) -> NDArray[np.uint8]:
    """The pixels, grey where there is no colour; what is transparent becomes paper."""
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        from PIL import Image

        layer = image.convert("RGBA")
        paper = Image.new("RGBA", layer.size, "white")
        paper.alpha_composite(layer)
        image = paper
    grey = image.mode in {"1", "L"}
    if image.mode.startswith(("I", "F")):
        return _stretched(np.asarray(image, dtype=np.float64))
    return np.array(image.convert("L" if grey else "RGB"), dtype=np.uint8)


def _stretched(values: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Deep grey values, the brightest of them white; what is no number is paper."""
    known = values[np.isfinite(values)]
    low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 0.0)
    if high <= low:
        return np.full(values.shape, 255, np.uint8)
    filled = np.nan_to_num(values, nan=high, posinf=high, neginf=low)
    return ((filled - low) * (255 / (high - low))).astype(np.uint8)


def _dpi(image: Any, stated: Any) -> float:
    """Dots an inch as stated; where that cannot be, as if the long side were that of A4."""
    longest: int = max(image.size)
    dpi = float(stated[1]) if isinstance(stated, tuple) and len(stated) == 2 else 0.0
    if dpi > 0 and _LEAST_INCHES <= longest / dpi <= _MOST_INCHES:
        return dpi
    return longest / _A4_INCHES
