"""Numbers of decisions and conclusions: '45-QĐ/ĐU', '05/KL-KTNN', 'QĐ số 70'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vnparty_nlp.records import Span

# Source: the number formats of decree 30/2020 and of party offices (15/QĐ-BNV, 45-QĐ/ĐU), with
# spaces, a term or year behind the figure, and the figures that OCR misreads.
_NUMBER = re.compile(
    r"(?<![\w/.,])(?P<figure>[\dOoIl]*\d[\dOoIl]*(?:\s?/\s?(?:19|20)\d\d)?)\s?[-–/]\s?"
    r"(?P<kind>[A-ZĐÐ][A-Za-zĐđÐð]{0,4})\s?[-–/]\s?(?P<body>[A-ZĐÐ][\wÐ.]*(?:-[A-ZĐ]\w*)?)"
)
_BARE = re.compile(
    r"(?:quyết định|quyet dinh|QĐ|QD|kết luận|ket luan|KL|thông báo|TB)\s*(?:số|so)\s*:?\s*"
    r"(?P<figure>\d{1,5})(?![\w/.]|\s?[-–/]\s?\w|\s?%)",
    re.IGNORECASE,
)
_CLEAN = str.maketrans({"Ð": "Đ", "–": "-", " ": ""})
_FIGURES = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1"})


@dataclass(frozen=True, slots=True)
class DecisionNumber:
    """A number as cleaned; `kind` is its code in capitals, "" where only a figure is told."""

    span: Span
    value: str
    kind: str


def find_decision_numbers(text: str) -> Iterator[DecisionNumber]:
    """Every number of a decision, conclusion or the like, in order."""
    taken = []
    for match in _NUMBER.finditer(text):
        figure = match.group("figure").translate(_FIGURES)
        rest = text[match.end("figure") : match.end()]
        taken.append(match.span())
        value = (figure + rest).translate(_CLEAN).rstrip(".")
        kind = match.group("kind").replace("Ð", "Đ").upper()
        yield DecisionNumber(
            Span(match.start(), match.start() + len(match.group().rstrip("."))), value, kind
        )
    for match in _BARE.finditer(text):
        start, end = match.span("figure")
        if not any(low <= start < high for low, high in taken):
            yield DecisionNumber(Span(start, end), match.group("figure"), "")
