"""The picture of a page → its words in their places, through Tesseract."""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import tesserocr
from numpy.typing import NDArray
from PIL import Image

from vnparty_nlp.parsing.ocr_image import CleanPage, clean_page, half_turned, moved_boxes
from vnparty_nlp.parsing.ocr_ink import Picture
from vnparty_nlp.parsing.ocr_mend import mend
from vnparty_nlp.parsing.ocr_report import OcrPage
from vnparty_nlp.parsing.ocr_second import SecondReader
from vnparty_nlp.parsing.ocr_words import ReadWords, line_boxes, parse_words
from vnparty_nlp.parsing.paper import Edges, PageWords

_POINTS = 72.0
# A page upside down is read with little confidence; only such a page is read again, turned.
_POOR_CONFIDENCE = 65.0
_FEW_WORDS = 5
_COVERED_SHARE = 0.5
# A table of two columns has three upright lines.
_TABLE_LINES = 3


@dataclass(frozen=True, slots=True)
class _Pass:
    """One reading of a page."""

    page: CleanPage
    words: ReadWords
    failed: bool = False

    @property
    def is_poor(self) -> bool:
        """Whether there is little that makes sense."""
        count = len(self.words.texts)
        return count < _FEW_WORDS or self.sense < _POOR_CONFIDENCE * count

    @property
    def sense(self) -> float:
        """The sum of the words' confidences."""
        return float(self.words.confidences.sum())


class PageReader:
    """Reads pictures of pages with Tesseract's Vietnamese model in `folder`, one thread."""

    def __init__(self, folder: Path) -> None:
        self._tesseract = tesserocr.PyTessBaseAPI(path=str(folder), lang="vie")
        self._second = SecondReader()

    def read(self, picture: Picture, dpi: float, number: int) -> OcrPage:
        """The words of a page with their boxes in points as the picture shows it.

        `failed` is set where Tesseract refuses the picture; MemoryError where there is too little
        memory for it.
        """
        try:
            return self._read(picture, dpi, number)
        except cv2.error as error:
            # OpenCV has a word of its own for it.
            if error.code == cv2.Error.StsNoMem:
                raise MemoryError from error
            raise

    def _read(self, picture: Picture, dpi: float, number: int) -> OcrPage:
        best = self._best(picture, dpi)
        page, words = best.page, best.words
        height, width = picture.shape[:2]
        scale = _POINTS / page.dpi
        words, doubts = self._second.check(page.grey, words, line_boxes(words))
        words = mend(words)
        boxes = line_boxes(words)
        back = cv2.invertAffineTransform(page.matrix)
        return OcrPage(
            PageWords(
                number,
                page.grey.shape[1] * scale,
                page.grey.shape[0] * scale,
                words.texts,
                boxes * np.float32(scale),
                page.rules * np.float32(scale),
                upright=len(words.texts),
                shown=_within(moved_boxes(boxes, back), width, height) * np.float32(_POINTS / dpi),
                size_shown=(width * _POINTS / dpi, height * _POINTS / dpi),
            ),
            confidences=words.confidences.tolist(),
            doubts=doubts,
            sealed=_covered(words.ink, page.seals).tolist(),
            failed=best.failed,
        )

    def _best(self, picture: Picture, dpi: float) -> _Pass:
        """The page as its lines run; one that makes no sense so is read turned other ways too."""
        first = self._pass(clean_page(picture, dpi))
        passes = [first]
        if first.is_poor:
            passes.append(self._pass(half_turned(first.page)))
        if all(one.is_poor for one in passes):
            other = clean_page(picture, dpi, lying=not first.page.lying)
            passes += [self._pass(other), self._pass(half_turned(other))]
        return max(passes, key=lambda one: one.sense)

    def _pass(self, page: CleanPage) -> _Pass:
        try:
            self._tesseract.SetPageSegMode(_mode(page.rules))
            self._tesseract.SetImage(Image.fromarray(page.grey))
            self._tesseract.SetSourceResolution(round(page.dpi))
            return _Pass(page, parse_words(self._tesseract.GetTSVText(0)))
        except RuntimeError:
            # The only error that its binding knows: a picture that Tesseract does not take.
            return _Pass(page, parse_words(""), failed=True)


def _mode(rules: Edges) -> int:
    """How Tesseract is to look for lines; our own rules find the layout.

    As a column of lines of any size it reads real scans best, but where the lines of a table were
    taken away it leaves out whole columns of short numbers; as one block it does not.
    """
    upright = rules[:, 3] - rules[:, 1] > rules[:, 2] - rules[:, 0]
    table = upright.sum() >= _TABLE_LINES
    mode: int = tesserocr.PSM.SINGLE_BLOCK if table else tesserocr.PSM.SINGLE_COLUMN
    return mode


def _within(boxes: Edges, width: int, height: int) -> Edges:
    return np.clip(boxes, 0, np.array([width, height, width, height], dtype=np.float32))


def _covered(ink: Edges, seals: Edges) -> NDArray[np.bool_]:
    """Which words lie under a seal by half or more."""
    covered = np.zeros(len(ink), dtype=np.bool_)
    area = np.prod(ink[:, 2:] - ink[:, :2], axis=1)
    for seal in seals:
        common = np.minimum(ink[:, 2:], seal[2:]) - np.maximum(ink[:, :2], seal[:2])
        covered |= np.prod(common.clip(min=0), axis=1) >= _COVERED_SHARE * area
    return covered
