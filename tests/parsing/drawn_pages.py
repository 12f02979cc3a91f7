"""Pages of words with boxes, as a PDF would give them, drawn line by line."""

from collections.abc import Iterable

import numpy as np

from vnparty_nlp.parsing.flow import Draft, Reading
from vnparty_nlp.parsing.paper import Edges, PageWords

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT = 85.0, 552.0
PITCH = 18.0
# A letter is half as wide as its type is high, a blank a quarter.
LETTER, BLANK = 0.5, 0.25
SHORT = {"letterhead": "L", "title": "T", "paragraph": "p", "row": "r", "signature": "S", "footnote": "f"}  # fmt: skip


def width_of(text: str, size: float = 12.0) -> float:
    """Width of a text in points."""
    return sum(BLANK if letter == " " else LETTER for letter in text) * size


class Sheet:
    """One page; text is put at its left edge (or middle) and its baseline, from the top."""

    def __init__(self, number: int = 1) -> None:
        self.number = number
        self._texts: list[str] = []
        self._boxes: list[tuple[float, float, float, float]] = []
        self._rules: list[tuple[float, float, float, float]] = []

    def put(self, text: str, left: float, baseline: float, size: float = 12.0) -> "Sheet":
        """A line of text that begins at `left`."""
        for word in text.split():
            right = left + width_of(word, size)
            self._texts.append(word)
            self._boxes.append((left, baseline - 0.92 * size, right, baseline + 0.24 * size))
            left = right + BLANK * size
        return self

    def centre(self, text: str, middle: float, baseline: float, size: float = 12.0) -> "Sheet":
        """A line of text around `middle`."""
        return self.put(text, middle - width_of(text, size) / 2, baseline, size)

    def lines(self, texts: Iterable[str], baseline: float, left: float = LEFT) -> "Sheet":
        """Lines one below the other."""
        for number, text in enumerate(texts):
            self.put(text, left, baseline + number * PITCH)
        return self

    def grid(self, xs: Iterable[float], ys: Iterable[float]) -> "Sheet":
        """The lines of a ruled table."""
        columns, rows = list(xs), list(ys)
        self._rules += [(columns[0], y, columns[-1], y + 0.5) for y in rows]
        self._rules += [(x, rows[0], x + 0.5, rows[-1]) for x in columns]
        return self

    def rule(self, left: float, top: float, right: float, bottom: float) -> "Sheet":
        """One drawn line."""
        self._rules.append((left, top, right, bottom))
        return self

    @property
    def words(self) -> PageWords:
        """The page as the layout takes it."""
        return PageWords(
            self.number, WIDTH, HEIGHT, list(self._texts), _edges(self._boxes), _edges(self._rules), len(self._texts)
        )  # fmt: skip


def _edges(boxes: list[tuple[float, float, float, float]]) -> Edges:
    return np.array(boxes, dtype=np.float32).reshape(-1, 4)


def wrap(text: str, left: float = LEFT, right: float = RIGHT, indent: float = 0.0) -> list[str]:
    """The text broken into lines that fit between the edges."""
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer) > right - left - (indent if len(lines) == 1 else 0):
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def told(drafts: Iterable[Draft]) -> list[str]:
    """Each draft in a line: a letter for its kind, then its text."""
    return [f"{SHORT[draft.kind]} {draft.text}" for draft in drafts]


def words_of(reading: Reading) -> list[str]:
    """All words of a reading in their order."""
    return [word for draft in reading.drafts for cell in draft.cells for word in cell]
