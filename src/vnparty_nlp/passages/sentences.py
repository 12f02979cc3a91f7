"""Where sentences end in Vietnamese office prose."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from vnparty_nlp.records import Span

# A mark that may end a sentence, with closing quotes and brackets that still belong to it.
_END = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s+\S)")
_SEMICOLON = re.compile(r";\s+")
_LAST_WORD = re.compile(r"[\w./]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
# "1.", "1.1.", "II.", "A.", "a." at the start of a line number the line.
_NUMBERING = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVXLC]{1,5}|[A-Za-zĐđ])\s*")


@cache
def _abbreviations() -> frozenset[str]:
    source = resources.files("vnparty_nlp.passages").joinpath("abbreviations.toml")
    table: dict[str, list[str]] = tomllib.loads(source.read_text("utf-8"))
    return frozenset(word for words in table.values() for word in words)


def sentences(text: str, *, max_characters: int) -> Iterator[Span]:
    """The sentences of one paragraph, without the space around them, in order.

    A sentence longer than `max_characters` code points is cut at its semicolons.
    """
    start = 0
    for match in _END.finditer(text):
        if _ends_sentence(text, start, match):
            yield from _bounded(text, start, match.end(), max_characters)
            start = match.end()
    yield from _bounded(text, start, len(text), max_characters)


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    following = text[match.end() :].lstrip()[0]
    if following.islower() or following in ",;:)/%":
        return False
    if match.group()[0] != ".":
        return True
    before = text[start : match.start()]
    if _NUMBERING.fullmatch(before):
        return False
    word = _LAST_WORD.search(before)
    if word is None:
        return True
    last = word.group()
    if last.lower() in _abbreviations():
        return False
    # Initials: "N.V. Hùng", "Ô. Thìn"; a lone capital is never the last word of a sentence
    # unless it names something ("tổ B."), which the next capital letter cannot tell: keep whole.
    return not (last.isupper() and _INITIALS.fullmatch(last))


def _bounded(text: str, start: int, end: int, max_characters: int) -> Iterator[Span]:
    if end - start > max_characters:
        for match in _SEMICOLON.finditer(text, start, end):
            cut = match.start() + 1
            yield from _stripped(text, start, cut)
            start = cut
    yield from _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    part = text[start:end]
    if part.strip():
        left = start + len(part) - len(part.lstrip())
        yield Span(left, left + len(part.strip()))
