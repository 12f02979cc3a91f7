"""Annotated passages on disk (`corpora/passages/<writer>.jsonl`) and the rules they keep.

The format is described in docs/corpus.md. Offsets are code points into `text`.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.errors import CatalogueError, CorpusError
from vnparty_nlp.records import SlotValue, Span

SHARED_RUN_SYLLABLES = 8
MIN_DISTINCT_STARTS = 0.85

_SYLLABLE = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Annotation:
    """One finding that a careful reader marked in a passage."""

    label: str
    status: str
    evidence: Span
    slots: Mapping[str, SlotValue]
    subject: Span | None


@dataclass(frozen=True, slots=True)
class AnnotatedPassage:
    """A passage with every finding it holds; none at all for ordinary text."""

    id: str
    writer: str
    text: str
    kind: str
    section: str
    annotations: tuple[Annotation, ...]

    @property
    def labels(self) -> frozenset[str]:
        """The labels of the passage, each once."""
        return frozenset(annotation.label for annotation in self.annotations)


def read_corpus(paths: Sequence[Path]) -> Iterator[AnnotatedPassage]:
    """Every passage of the files, in order; CorpusError at the first line that breaks a rule."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    yield parse_passage(json.loads(line), writer=path.stem)
                except (ValueError, KeyError, TypeError, CatalogueError) as error:
                    raise CorpusError(str(path), number, f"{error}") from error


def parse_passage(entry: Mapping[str, Any], *, writer: str) -> AnnotatedPassage:
    """A checked passage; ValueError, KeyError or CatalogueError where the entry breaks a rule."""
    text = entry["text"]
    if not text.strip():
        raise ValueError("the text is empty")
    return AnnotatedPassage(
        id=entry["id"],
        writer=writer,
        text=text,
        kind=entry["kind"],
        section=entry["section"],
        annotations=tuple(_parse_annotation(label, text) for label in entry["labels"]),
    )


def _parse_annotation(entry: Mapping[str, Any], text: str) -> Annotation:
    catalogue = load_catalogue()
    label, status, slots = entry["label"], entry["status"], entry["slots"]
    if status not in catalogue.statuses:
        raise CatalogueError(f"status {status!r} is none of {', '.join(catalogue.statuses)}")
    catalogue.check_slots(label, slots)
    subject = entry.get("subject")
    if subject is not None and catalogue.label(label).subject == "meeting":
        raise CatalogueError(f"{label} is about the meeting and takes no subject")
    return Annotation(
        label=label,
        status=status,
        evidence=_span(entry["evidence"], text, "evidence"),
        slots=slots,
        subject=None if subject is None else _span(subject, text, "subject"),
    )


def _span(offsets: Sequence[int], text: str, name: str) -> Span:
    span = Span(*offsets)
    covered = span.of(text)
    if span.end > len(text) or covered != covered.strip():
        raise ValueError(f"{name} {offsets} leaves the text or begins or ends with a space")
    if _cuts_word(text, span.start) or _cuts_word(text, span.end):
        raise ValueError(f"{name} {covered!r} cuts a syllable")
    return span


def _cuts_word(text: str, offset: int) -> bool:
    inside = 0 < offset < len(text)
    if inside and unicodedata.combining(text[offset]):
        return True
    return inside and text[offset - 1].isalpha() and text[offset].isalpha()


def writer_problems(passages: Sequence[AnnotatedPassage]) -> list[str]:
    """What one writer's passages lack in variety, in plain words; empty where nothing does."""
    problems = []
    repeated = [name for name, count in Counter(p.id for p in passages).items() if count > 1]
    problems += [f"id {name} occurs more than once" for name in repeated]
    starts = Counter(" ".join(syllables(p.text)[:4]) for p in passages)
    if len(starts) < MIN_DISTINCT_STARTS * len(passages):
        problems.append(
            f"{len(starts)} of {len(passages)} first four syllables are distinct; "
            f"at least {MIN_DISTINCT_STARTS:.0%} must be"
        )
    for run, ids in shared_runs(passages).items():
        if len(ids) > 1:
            problems.append(f"{', '.join(sorted(ids))} share the run {run!r}")
    return problems


def syllables(text: str) -> list[str]:
    """Lower-case syllables and numbers of a text, without marks of punctuation."""
    return _SYLLABLE.findall(unicodedata.normalize("NFC", text).lower())


def shared_runs(passages: Sequence[AnnotatedPassage]) -> dict[str, set[str]]:
    """Each run of `SHARED_RUN_SYLLABLES` syllables with the ids of the passages that hold it.

    Runs that hold four or more numbers are left out: rows of a table repeat their columns.
    """
    runs: dict[str, set[str]] = {}
    for passage in passages:
        words = syllables(passage.text)
        for start in range(len(words) - SHARED_RUN_SYLLABLES + 1):
            run = words[start : start + SHARED_RUN_SYLLABLES]
            if sum(word.isdigit() for word in run) < 4:
                runs.setdefault(" ".join(run), set()).add(passage.id)
    return runs
