"""The only module that knows the order of the stages."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vnparty_nlp import facts, linking, parsing, passages, tagging
from vnparty_nlp.errors import DocumentError
from vnparty_nlp.facts.protocol import Extractor
from vnparty_nlp.findings import make_finding, wants_link
from vnparty_nlp.linking.protocol import Linker
from vnparty_nlp.parsing import DocumentReader
from vnparty_nlp.passages.protocol import Splitter
from vnparty_nlp.records import (
    Document,
    Fact,
    Finding,
    Link,
    Member,
    Mention,
    Passage,
    Person,
    Span,
    Tag,
)
from vnparty_nlp.settings import Settings
from vnparty_nlp.tagging.protocol import Tagger
from vnparty_nlp.vietnamese.names import find_people
from vnparty_nlp.vietnamese.unicode import compose

_CONTEXT_CHARACTERS = 120


class _Clock:
    """Seconds by stage, from one lap to the next."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self._seconds: dict[str, float] = {}

    def lap(self, stage: str) -> dict[str, float]:
        """All laps so far, the time since the last one given to `stage`."""
        now = time.perf_counter()
        self._seconds[stage], self._last = now - self._last, now
        return self._seconds


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file: the document and its findings, or the error that stopped it.

    `seconds` gives the time of each stage by its name.
    """

    source: str
    document: Document | None
    findings: tuple[Finding, ...] = ()
    error: DocumentError | None = None
    seconds: dict[str, float] = field(default_factory=dict)


class ReadingPipeline:
    """Reads one file at a time, without tagging."""

    def __init__(self, settings: Settings) -> None:
        self._reader: DocumentReader = parsing.build(settings.parsing)

    def process(self, path: Path, source: str) -> Result:
        """The document of one file; a file that cannot be read is a result too."""
        clock = _Clock()
        try:
            document = self._reader.read(path, source)
        except DocumentError as error:
            return Result(source, None, error=error, seconds=clock.lap("parsing"))
        return Result(source, document, seconds=clock.lap("parsing"))


class Pipeline:
    """Every stage, built once; reads one file at a time."""

    def __init__(self, settings: Settings, members: Sequence[Member]) -> None:
        self._reading = ReadingPipeline(settings)
        self._splitter: Splitter = passages.build(settings.passages)
        self._fact_finder = FactFinder(settings)
        self._linker: Linker = linking.build(members, settings.linking)

    def process(self, path: Path, source: str) -> Result:
        """Document and findings of one file; a file that cannot be read is a result too."""
        read = self._reading.process(path, source)
        if read.document is None:
            return read
        clock = _Clock()
        cut = self._splitter.split(read.document)
        clock.lap("passages")
        found = self._fact_finder.find(cut)
        clock.lap("tagging and facts")
        findings = self._findings(read.document, cut, found)
        seconds = read.seconds | clock.lap("linking")
        return Result(source, read.document, findings, seconds=seconds)

    def _findings(
        self,
        document: Document,
        cut: Sequence[Passage],
        found: Sequence[tuple[Fact, ...]],
    ) -> tuple[Finding, ...]:
        people = find_people(document.text)
        findings: dict[str, Finding] = {}
        for passage, passage_facts in zip(cut, found, strict=True):
            for fact in passage_facts:
                link = self._link(document, fact, people)
                finding = make_finding(document, passage, fact, link)
                findings.setdefault(finding.finding_id, finding)
        return tuple(sorted(findings.values(), key=lambda f: (f.span.start, f.span.end, f.label)))

    def _link(self, document: Document, fact: Fact, people: tuple[Person, ...]) -> Link | None:
        if fact.subject is None or not wants_link(fact):
            return None
        start = max(0, fact.subject.start - _CONTEXT_CHARACTERS)
        mention = Mention(
            text=fact.subject.of(document.text),
            span=fact.subject,
            context=document.text[start : fact.subject.end + _CONTEXT_CHARACTERS],
            branch=document.heading.issuer,
            people=people,
        )
        return self._linker.link(mention)


class FactFinder:
    """Passages → facts: the tagger and the extractor, one after the other."""

    def __init__(self, settings: Settings) -> None:
        self._tagger: Tagger = tagging.build(settings.tagging)
        self._extractor: Extractor = facts.build()

    def find(self, cut: Sequence[Passage]) -> list[tuple[Fact, ...]]:
        """The facts of each passage, in the order of the passages."""
        return facts_of(self._extractor, cut, self._tagger.tag(cut))


def facts_of(
    extractor: Extractor, cut: Sequence[Passage], tags: Sequence[tuple[Tag, ...]]
) -> list[tuple[Fact, ...]]:
    """The facts of passages that are tagged already, in the order of the passages."""
    return [
        tuple(fact for tag in passage_tags for fact in extractor.extract(passage, tag))
        for passage, passage_tags in zip(cut, tags, strict=True)
    ]


def passage_of(text: str) -> Passage:
    """A passage that stands in no document; a text without letters gives one blank."""
    composed = compose(text) or " "
    return Passage(composed, Span(0, len(composed)))
