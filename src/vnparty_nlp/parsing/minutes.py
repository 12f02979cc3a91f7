"""The parts of minutes: header, attendance, agenda, turns, votes, conclusions, signatures.

A turn is a step of procedure: neither who speaks nor what is said stands in any title.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from vnparty_nlp.parsing.clause_marks import body_of
from vnparty_nlp.parsing.cues import LIST_MARK, is_capitals, plain
from vnparty_nlp.parsing.outline import outline
from vnparty_nlp.parsing.speakers import (
    begins_with_somebody,
    load_words,
    names_speaker,
    parted,
    speaks_of_somebody,
    speaks_up,
)
from vnparty_nlp.records import Block, Clause, Document, MinutesPart, Span
from vnparty_nlp.vietnamese.name_scene import make_scene
from vnparty_nlp.vietnamese.name_words import load_name_words
from vnparty_nlp.vietnamese.names import find_names

# What a part is called where its own words would tell who speaks or what is said.
_TITLES: Mapping[MinutesPart, str] = {
    "opening": "(mở đầu)",
    "attendance": "(thành phần)",
    "vote": "(biểu quyết)",
    "conclusion": "(kết luận)",
    "discussion": "(thảo luận)",
    "agenda": "(nội dung)",
    "turn": "(ý kiến phát biểu)",
    "signatures": "(chữ ký)",
}
_MAX_HEADING_WORDS, _MAX_SHORT_WORDS = 16, 12
_WORDS_BEFORE_CUE = 2
_SENTENCE = re.compile(r"[.;]\s+(?=[A-ZĐÀ-Ỹ])")
_BULLET = re.compile(r"[\s\-–—+•*▪]+")
_ROMAN_PATH = re.compile(r"[IVXLC]+|[A-ZĐ]|Phần .+|Mục .+")
_OPINION, _CONCLUDES, _OF = "y kien", " ket luan", "cua"
_PREAMBLE = frozenset({"opening", "attendance"})
_PARTS: Mapping[str, MinutesPart] = {part: part for part in _TITLES}
# A part closes those of its rank and below: signatures, headings in capitals, numbered headings (by
# their level), headings without a number, single paragraphs.
_SIGNATURES, _CAPITALS, _UNNUMBERED, _SINGLE = -2, -1, 50, 60


@dataclass(frozen=True, slots=True)
class _Opening:
    """A part that begins at a line, with the last line of its heading.

    `path` is the heading's own number, "" for none.
    """

    line: int
    last: int
    part: MinutesPart
    rank: int
    path: str = ""


@cache
def _cues(where: str) -> Mapping[str, tuple[str, ...]]:
    """Part → the words of a `heading` or an `opening`, without marks."""
    return {part: tuple(map(plain, words[where])) for part, words in load_words().items()}


def sections(document: Document) -> tuple[Clause, ...]:
    """The parts of minutes in reading order; spans are nested or disjoint.

    The path is the heading's own number; a part without one has its running number among those of
    the part around it, in square brackets: `[1]`, `II.3 [2]`. A title ends before the first
    colon; where it would tell who speaks, and where a paragraph is a part without a heading, it is
    the part's own name in brackets.
    """
    found = _Reader(document).read()
    parts: list[Clause] = []
    around: list[tuple[int, str]] = []
    running: Counter[str] = Counter()
    for opening, end in found:
        while around and around[-1][0] >= opening.rank:
            around.pop()
        outer = around[-1][1] if around else ""
        running[outer] += not opening.path
        path = opening.path or f"{outer} [{running[outer]}]".strip()
        start = document.blocks[opening.line].span.start
        head = Span(start, document.blocks[opening.last].span.end)
        span = Span(start, document.blocks[end].span.end)
        title = _title(opening, " ".join(head.of(document.text).split()))
        parts.append(Clause(path, title, head, span, len(around), opening.part))
        around.append((opening.rank, path))
    return tuple(parts)


class _Reader:
    """Goes through the blocks once, with the parts that are open at each."""

    def __init__(self, document: Document) -> None:
        self._text, self._blocks = document.text, document.blocks
        self._clauses = {clause.span.start: clause for clause in outline(document)}
        roman = any(
            clause.level == 0 and _ROMAN_PATH.fullmatch(clause.path)
            for clause in self._clauses.values()
        )
        # Headings in capitals stand beside Roman numbers, and above any others.
        self._capitals = 0 if roman else _CAPITALS
        self._open: list[_Opening] = []
        self._ends: dict[_Opening, int] = {}

    def read(self) -> list[tuple[_Opening, int]]:
        """Each part with its last line."""
        for index, block in enumerate(self._blocks):
            if block.kind == "footnote" or (self._open and index <= self._open[-1].last):
                continue
            opening = self._opening(index, block)
            if opening is not None:
                while self._open and self._open[-1].rank >= opening.rank:
                    self._open.pop()
                self._open.append(opening)
            elif block.kind == "paragraph":
                self._close_single(block.span.of(self._text))
            # What stands inside ends no later than what is around it, headings of two lines too.
            last = max([index, *(part.last for part in self._open)])
            self._ends |= dict.fromkeys(self._open, last)
        return list(self._ends.items())

    def _opening(self, index: int, block: Block) -> _Opening | None:
        if block.kind in ("letterhead", "title"):
            return None if self._ends else _Opening(index, index, "header", _SINGLE)
        if block.kind == "signature":
            signed = self._holds("signatures")
            return None if signed else _Opening(index, index, "signatures", _SIGNATURES)
        if block.kind == "row":
            return None
        line = block.span.of(self._text)
        clause = self._clauses.get(block.span.start)
        if clause is not None:
            return self._numbered(index, clause, line)
        if not self._lists_people(line) and speaks_up(_unmarked(line)):
            return _Opening(index, index, "turn", _SINGLE)
        return self._heading(index, line) or self._paragraph(index, line)

    def _holds(self, *parts: MinutesPart) -> bool:
        return any(opening.part in parts for opening in self._open)

    def _lists_people(self, line: str) -> bool:
        """Whether an item here names somebody who attends, and not somebody who speaks."""
        if not self._open or self._open[-1].part != "attendance":
            return False
        return self._open[-1].rank < _SINGLE or _unmarked(line) != line

    def _numbered(self, index: int, clause: Clause, line: str) -> _Opening | None:
        """A heading with its number; a numbered turn; None for an item of a list."""
        body = body_of(line)
        inside = any(o.part == "discussion" and o.rank < clause.level for o in self._open)
        attends = bool(self._open) and self._open[-1].part == "attendance"
        if attends and self._open[-1].rank < clause.level and begins_with_somebody(body):
            return None
        if _is_turn(body, inside=inside, marked=True) or speaks_up(body):
            return _Opening(index, index, "turn", _SINGLE)
        last = index
        while self._blocks[last].span.end < clause.head.end:
            last += 1
        heading = (body.partition(":")[0] or body) + " " + clause.title[len(line) :]
        part = _part_of(heading, "heading") or _part_of(body, "opening")
        part = "conclusion" if _concludes(body) else part
        is_short = len(heading.split()) <= _MAX_HEADING_WORDS and not body.endswith((".", ";"))
        if part or is_short or ":" in body or clause.level == 0:
            return _Opening(index, last, part or "agenda", clause.level, clause.path)
        return None

    def _heading(self, index: int, line: str) -> _Opening | None:
        """A heading without a number: in capitals, before a colon, or behind a star."""
        words = len(line.split())
        body = _unmarked(line)
        part = _part_of(body.rstrip(":"), "heading")
        if is_capitals(line) and 1 < words <= _MAX_HEADING_WORDS:
            return _Opening(index, index, part or "agenda", self._capitals)
        starred = line.startswith("*") and not line.endswith((".", ";"))
        if words > _MAX_SHORT_WORDS or not (line.endswith(":") or starred):
            return None
        if part is None or part in _PREAMBLE:
            return None
        return _Opening(index, index, part, _UNNUMBERED)

    def _paragraph(self, index: int, line: str) -> _Opening | None:
        """A paragraph that is a part by itself, known by how it begins."""
        body = _unmarked(line)
        innermost = self._open[-1].part if self._open else None
        marked = body != line or LIST_MARK.match(line) is not None
        part = _part_of(body, "opening")
        if _concludes(body):
            part = "conclusion"
        if part in ("vote", "conclusion"):
            rank = _UNNUMBERED
            return None if self._holds(part) else _Opening(index, index, part, rank)
        if _is_turn(body, inside=self._holds("discussion"), marked=marked):
            return _Opening(index, index, "turn", _SINGLE)
        if part == "discussion" and not self._holds("discussion"):
            return _Opening(index, index, "discussion", _UNNUMBERED)
        before = not self._open or self._holds("header", "opening", "attendance")
        if part in _PREAMBLE and before:
            return None if innermost == part else _Opening(index, index, part, _SINGLE)
        if innermost in (None, "header"):
            return _Opening(index, index, "opening", _SINGLE)
        is_plain = not marked and self._open[-1].rank == _SINGLE and len(self._open) == 1
        if is_plain and innermost in _PREAMBLE:
            return _Opening(index, index, "agenda", _SINGLE)
        return None

    def _close_single(self, line: str) -> None:
        """Plain text ends a vote, and a turn outside a discussion."""
        if not self._open or LIST_MARK.match(line) or line.startswith(("-", "+", "*")):
            return
        last = self._open[-1]
        voted = last.part == "vote" and not last.path
        if voted or (last.part == "turn" and not self._holds("discussion")):
            self._open.pop()


def _part_of(line: str, where: str) -> MinutesPart | None:
    """The part whose words a line begins with, at most two words in; None for none."""
    words = plain(line).split()
    for skipped in range(_WORDS_BEFORE_CUE + 1 if where == "heading" else 1):
        rest = " ".join(words[skipped:])
        for part, cues in _cues(where).items():
            if part != "turn" and any(re.match(rf"{re.escape(c)}(?!\w)", rest) for c in cues):
                return _PARTS[part]
    return None


def _is_turn(body: str, *, inside: bool, marked: bool) -> bool:
    """Whether somebody speaks here: as an item of a discussion, or by the words."""
    bare = plain(body)
    speaker = speaks_of_somebody(body)
    if inside:
        return speaker or marked or bare.startswith(_OPINION)
    lead = re.split(r"[:.;]", bare, maxsplit=1)[0]
    return speaker and any(verb in lead for verb in _cues("heading")["turn"])


def _unmarked(line: str) -> str:
    """The line without its dash or star."""
    return _BULLET.sub("", line, count=1) if _BULLET.match(line) else line


def _title(opening: _Opening, head: str) -> str:
    """The words of a heading, as far as they tell neither who speaks nor what is said."""
    lead, colon, _ = parted(head)
    if opening.part == "header":
        return lead
    body = body_of(_unmarked(lead))
    is_heading = bool(opening.path) or opening.rank < _UNNUMBERED
    if not is_heading:
        short = len(lead.split()) <= _MAX_SHORT_WORDS and _SENTENCE.search(lead) is None
        cue = _part_of(body, "opening") or _part_of(body, "heading")
        is_heading = short and cue == opening.part and bool(colon or lead.startswith("*"))
    hidden = opening.part == "turn" or not is_heading or _tells_speaker(body, opening)
    hidden = hidden or (bool(colon) and opening.part != "attendance" and names_speaker(body))
    return _TITLES[opening.part] if hidden else lead


def _tells_speaker(body: str, opening: _Opening) -> bool:
    """Whether the words of a part tell who speaks there."""
    if begins_with_somebody(body):
        return True
    said = opening.part in ("discussion", "conclusion") or not opening.path
    said = said or any(verb in plain(body) for verb in _cues("heading")["turn"])
    if said and find_names(body):
        return True
    if opening.part == "discussion" and _OF in plain(body).split():
        return True
    given = load_name_words().given
    later = make_scene(body).tokens[1:]
    spoken = opening.part == "discussion" and not is_capitals(body)
    return spoken and any(token.is_capital and token.bare in given.bare for token in later)


def _concludes(body: str) -> bool:
    """Whether the one who presides concludes: "Đồng chí … kết luận: …"."""
    lead = re.split(r"[:.;,]", body, maxsplit=1)[0]
    return speaks_of_somebody(lead) and plain(lead).endswith(_CONCLUDES)
