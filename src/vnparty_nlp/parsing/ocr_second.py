"""A second reader for doubtful words: the network of AsterOCR (MIT), run by itself.

Only its weights and its alphabet are used, none of its code. Measured on worn pages, it is right
more often than Tesseract where Tesseract's confidence is low, and less often on figures elsewhere.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import onnxruntime

from vnparty_nlp.parsing.ocr_ink import Picture
from vnparty_nlp.parsing.ocr_words import ReadWords
from vnparty_nlp.parsing.paper import Edges

PACKAGE = "asterocr"
# Below this confidence of Tesseract (0 to 100) a word is read again, the least certain first.
_DOUBTED, _MOST_WORDS = 92.0, 50
# "chi" (branch) and "chỉ" (only) differ by one mark and are confused with confidence.
_CONFUSED = frozenset({"chi", "chỉ"})
# Above this probability the second reading is taken; below it neither is certain.
_CERTAIN = 0.6
_VERY_DOUBTED = 70.0
# The network takes strips 32 pixels high, and fails on those beyond 1,000 pixels.
_HEIGHT, _STEP, _LEAST_WIDTH, _MOST_WIDTH = 32, 4, 32, 960
_MARGIN = 0.1
_BLANK = 0


class Doubt(NamedTuple):
    """A word that two readers read differently: as it stands in the text, and the other reading."""

    text: str
    other: str


class SecondReader:
    """Reads single words again."""

    def __init__(self) -> None:
        folder = _folder() / "assets"
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(folder / "asternet.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._letters: list[str] = json.loads((folder / "vocab.json").read_text("utf-8"))["chars"]

    def check(
        self, grey: Picture, words: ReadWords, boxes: Edges
    ) -> tuple[ReadWords, tuple[Doubt, ...]]:
        """The words, doubtful ones as the better of both readers has them, and what stays in doubt.

        `boxes` are the words' boxes as high as their lines, in pixels of `grey`.
        """
        texts = list(words.texts)
        doubts: list[Doubt] = []
        for word in _doubtful(words):
            first = texts[word]
            second, probability = self._read(_strip(grey, words.ink[word], boxes[word]))
            if not second or second == first:
                continue
            texts[word] = taken = _better(first, second, probability)
            if _is_divided(first, second):
                continue
            other = first if taken == second else second
            unsure = words.confidences[word] < _VERY_DOUBTED and probability < _CERTAIN
            if _digits(first) != _digits(second) or unsure:
                doubts.append(Doubt(taken, other))
        return replace(words, texts=texts), tuple(doubts)

    def _read(self, strip: Picture) -> tuple[str, float]:
        """The text of a strip, and the probability of its least certain letter."""
        height, width = strip.shape
        if min(height, width) < 4:
            return "", 0.0
        wide = round(width * _HEIGHT / height / _STEP) * _STEP
        wide = min(max(wide, _LEAST_WIDTH), _MOST_WIDTH)
        sized = cv2.resize(strip, (wide, _HEIGHT), interpolation=cv2.INTER_AREA)
        scaled = (sized.astype(np.float32) / 127.5 - 1)[None, None]
        channels = np.ascontiguousarray(np.broadcast_to(scaled, (1, 3, _HEIGHT, wide)))
        logs = self._session.run(None, {"images": channels})[0][:, 0]
        best = logs.argmax(axis=1)
        # Connectionist temporal classification: runs of a letter are one letter, blanks part them.
        starts = np.flatnonzero((best != _BLANK) & (best != np.concatenate([[_BLANK], best[:-1]])))
        text = "".join(self._letters[best[step]] for step in starts)
        least = float(np.exp(logs[starts, best[starts]].min())) if len(starts) else 0.0
        return " ".join(text.split()), least


def _folder() -> Path:
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"no package {PACKAGE}", name=PACKAGE)
    return Path(spec.submodule_search_locations[0])


def _doubtful(words: ReadWords) -> Sequence[int]:
    """The words to read again, the least certain first."""
    worth = [
        number
        for number, (text, confidence) in enumerate(
            zip(words.texts, words.confidences.tolist(), strict=True)
        )
        if (confidence < _DOUBTED and any(map(str.isalnum, text))) or text.lower() in _CONFUSED
    ]
    return sorted(worth, key=lambda number: float(words.confidences[number]))[:_MOST_WORDS]


def _better(first: str, second: str, probability: float) -> str:
    if first.lower() in _CONFUSED and second.lower() not in _CONFUSED:
        return first
    return second if probability >= _CERTAIN or _is_divided(first, second) else first


def _is_divided(first: str, second: str) -> bool:
    """Whether the second reading has the same letters as several words; figures are left whole."""
    return second.replace(" ", "") == first and not _digits(first)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _strip(grey: Picture, ink: Edges, box: Edges) -> Picture:
    """The part of the page around a word: its line's height, and all of its ink."""
    margin = _MARGIN * (box[3] - box[1])
    left, right = max(0, round(float(box[0] - margin))), round(float(box[2] + margin))
    top = max(0, round(float(min(box[1], ink[1] - 2))))
    bottom = round(float(max(box[3], ink[3] + 2)))
    return grey[top:bottom, left:right]
