"""The number of a document: figure, code of its kind, code of the body that issues it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vnparty_nlp.parsing.cues import plain
from vnparty_nlp.parsing.norms import load_norms

# What OCR makes of "Số", and of its figures.
_WORD = r"S[ốồôổỗộóòoỐỒÔỔỖỘÓÒO06](?:\s*/?\s*(?:và\s*)?ký\s*hiệu)?\s*[:.;]?\s*"
_OCR_FIGURES = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"})
_FIGURE = (
    r"(?P<figure>(?=[OolI|]{0,3}\d)[\dOolI|]{1,4}|[.…_\s]*)"
    r"(?P<suffix>[a-zA-Z]?(?:\s*/\s*(?:19|20)\d\d)?)"
)
_CODES = (
    r"(?P<rest>(?:\s*[-–—/]\s*(?:/\s*)?|\s+(?=[A-ZĐ]{1,3}[a-zđ]?\s*[-–—/]))"
    r"[^\W\d_][\w.Đđ]{0,9}(?:\s*[-–—/.&]\s*[^\W_][\w.]{0,12}){0,4})"
)
_AT_START = re.compile(rf"^[\W_]*{_WORD}{_FIGURE}{_CODES}", re.MULTILINE)
# Behind other text it needs a code that is known: "CHI BỘ KHU PHỐ SỐ 9 - PHƯỜNG AN TÂY" has none.
_INSIDE = re.compile(rf"\s{_WORD}{_FIGURE}{_CODES}")
_BARE = re.compile(
    r"(?P<figure>\d{1,4})(?P<suffix>[a-zA-Z]?)"
    r"(?P<rest>\s*[-–—/]\s*[A-ZĐ]\w{0,4}\s*[-–—/]\s*[A-ZĐ][\w.-]{0,14})"
)
_OPENING = re.compile(rf"^[\W_]*{_WORD}(?:\d{{1,4}}\s*)?[-–—/]?\s*$")
_LINE_BREAK = re.compile(r"\s*\n\s*")
_SEPARATOR = re.compile(r"\s*[-–—/]\s*")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number as written, cleaned of OCR errors (None where it is left blank), and its codes.

    `family` is "party" for "05-NQ/ĐU" and "state" for "05/NQ-UBND".
    """

    written: str | None
    code: str
    family: str
    issuer_code: str


def find_number(lines: Sequence[str]) -> DocumentNumber | None:
    """The number that a letterhead states; None where none is given.

    A line break in it is taken out, other blanks stand as they were typed.
    """
    match = _match("\n".join(lines))
    if match is None:
        match = next((m for line in lines if (m := _BARE.fullmatch(line.strip()))), None)
    if match is None:
        return None
    parts = [part.strip() for part in _SEPARATOR.split(match["rest"].strip()) if part.strip()]
    family = "state" if match["rest"].lstrip().startswith("/") and len(parts) > 1 else "party"
    return DocumentNumber(_written(match), parts[0], family, parts[-1].rstrip("."))


def is_number(line: str) -> bool:
    """Whether a line of a letterhead holds a number, or the first part of one."""
    return bool(_OPENING.match(line) or _match(line) or _BARE.fullmatch(line.strip()))


def without_number(line: str) -> str:
    """The line without the number at its start."""
    return _AT_START.sub("", line)


def _match(text: str) -> re.Match[str] | None:
    if match := _AT_START.search(text):
        return match
    known = {code for _, code in load_norms().codes}
    for match in _INSIDE.finditer(text):
        if plain(_SEPARATOR.split(match["rest"].lstrip("-–—/ \n"))[0]) in known:
            return match
    return None


def _written(match: re.Match[str]) -> str | None:
    figure = match["figure"].strip()
    if not figure.strip(".…_ "):
        return None
    figure = figure.translate(_OCR_FIGURES)
    written = _LINE_BREAK.sub("", figure + match["suffix"] + match["rest"])
    return " ".join(written.split()).rstrip(".")
