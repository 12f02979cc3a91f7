"""Every record that crosses a stage: frozen, small, without reading, writing or scoring.

No record holds an opinion, a belief or a total over a member.
"""

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

SlotValue = int | str | bool | list[str]
DocumentKind = Literal["minutes", "guidance", "decision", "report", "other"]
DocumentStatus = Literal["ok", "partial", "failed"]
BlockKind = Literal["letterhead", "title", "paragraph", "row", "signature", "footnote"]
MinutesPart = Literal[
    "header",
    "opening",
    "attendance",
    "agenda",
    "discussion",
    "turn",
    "vote",
    "conclusion",
    "signatures",
]
Disposition = Literal["linked", "review", "incomplete", "tagged", "context"]


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range [start, end) of code points in `Document.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span needs 0 <= start < end, got [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The part of `text` that this span covers."""
        return text[self.start : self.end]

    def shift(self, offset: int) -> "Span":
        """The same span, `offset` code points further on."""
        return Span(self.start + offset, self.end + offset)

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in points (1/72 inch); the origin is the page's top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def union(self, other: "Box") -> "Box":
        """The smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `number` starts at 1. Formats without pages have one page of size 0."""

    number: int
    width_points: float = 0.0
    height_points: float = 0.0


@dataclass(frozen=True, slots=True)
class WordBoxes:
    """Where each word stands: parallel columns, one entry a word, sorted by `starts`.

    `starts` and `ends` are code points in `Document.text`, `pages` 1-based page numbers,
    `edges` four numbers a word (left, top, right, bottom in points).
    """

    starts: "array[int]" = field(default_factory=lambda: array("L"))
    ends: "array[int]" = field(default_factory=lambda: array("L"))
    pages: "array[int]" = field(default_factory=lambda: array("L"))
    edges: "array[float]" = field(default_factory=lambda: array("f"))

    def locate(self, span: Span) -> tuple[int, Box] | None:
        """Page and box of the part of `span` on its first page; None where no word has a box."""
        found: tuple[int, Box] | None = None
        index = bisect_left(self.ends, span.start + 1)
        while index < len(self.starts) and self.starts[index] < span.end:
            box = Box(*self.edges[4 * index : 4 * index + 4])
            if found is None:
                found = self.pages[index], box
            elif self.pages[index] == found[0]:
                found = found[0], found[1].union(box)
            index += 1
        return found


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, table row or the like, in reading order.

    `cells` and `columns` are filled for rows only: the span of each cell that is not empty, and
    the column name above it ("" where the table has no header row).
    """

    kind: BlockKind
    span: Span
    cells: tuple[Span, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the minutes say about their own meeting; None where they do not say it."""

    held_on: str | None = None
    chair: str | None = None
    secretary: str | None = None
    present: int | None = None
    excused: int | None = None
    unexcused: int | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """The header fields of a document: number as written, ISO date, issuing body, place."""

    kind: DocumentKind = "other"
    number: str | None = None
    issued_on: str | None = None
    issuer: str | None = None
    place: str | None = None
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: its text in reading order (NFC), and where each word stands.

    Blocks do not overlap, are sorted, and cover all text but the line breaks between them.
    `unread_pages` are pages that could not be read; where there is one, the document is partial.
    """

    doc_id: str
    source: str
    text: str
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    words: WordBoxes
    heading: Heading
    ocr_pages: int = 0
    legacy_encoding: str | None = None
    unread_pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a guidance or regulation, or a part of minutes.

    `path` joins the numbers as a person would cite them and is unique in its document; `title` is
    the clause's own first line, with its heading where that stands on lines of its own; `head`
    covers it in the text. `span` runs to the end of the clause, its parts included. `level`
    counts the clauses around it, from 0; `part` says what a part of minutes is.
    """

    path: str
    title: str
    head: Span
    span: Span
    level: int = 0
    part: MinutesPart | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, list item or table row, with what a reader would have in mind at that place.

    `text` is exactly the part of the document's text that `span` covers. `section` is the heading
    above it ("" for none), `columns` each cell of a table row (its span in the document) with the
    name of its column, `held_on` the date of the document's meeting, `kind` the document's kind.
    """

    text: str
    span: Span
    section: str = ""
    columns: tuple[tuple[Span, str], ...] = ()
    kind: DocumentKind = "minutes"
    held_on: str | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """A label that a passage may carry, with its calibrated probability.

    A tagger that can tell also gives the probability of each status.
    """

    label: str
    probability: float
    statuses: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a document names in full, with the position it gives them ("" for none)."""

    name: str
    position: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A person as a document names them, with what the document tells of who it may be.

    `people` are the persons the same document names in full, `branch` its own branch.
    """

    text: str
    span: Span
    context: str = ""
    branch: str | None = None
    birth_year: int | None = None
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A recorded fact: its status, the evidence that covers it and nothing else, its slots.

    Spans are code points in `Document.text`. `subject` is the person it is about, never the
    speaker; None for meeting labels and where it is about nobody in particular. `guessed` tells
    that the subject is not named where the fact stands: a person decides whether it is the one.
    """

    label: str
    probability: float
    status: str
    evidence: Span
    slots: Mapping[str, SlotValue]
    subject: Span | None = None
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """A row of the member register."""

    member_id: str
    full_name: str
    birth_year: int | None = None
    branch: str = ""
    position: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A member whom a mention may mean; `reasons` tell why, in plain words."""

    member_id: str
    probability: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """The candidates of a mention, best first; `member_id` only where one of them is certain."""

    member_id: str | None
    probability: float
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """The person a finding is about: the mention as written, and its link."""

    mention: str
    link: Link


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of `findings.jsonl`; the fields are those of docs/output.md.

    `passage` is the span of the passage that holds the evidence.
    """

    finding_id: str
    doc_id: str
    source: str
    page: int
    bbox: Box | None
    span: Span
    text: str
    label: str
    status: str
    probability: float
    slots: Mapping[str, SlotValue]
    subject: Subject | None
    disposition: Disposition
    passage: Span
    section: str
