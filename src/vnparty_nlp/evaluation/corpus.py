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
from vnparty_nlp.errors import CatalogueError, CorpusError, UsageError, Wording
from vnparty_nlp.records import SlotValue, Span

SHARED_RUN_SYLLABLES = 8
MIN_DISTINCT_STARTS = 0.85

_SYLLABLE = re.compile(r"\w+")
_FIELDS = {"id": str, "text": str, "kind": str, "section": str, "labels": list}


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
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                yield parse_line(line, path, number)


def parse_line(line: bytes, path: Path, number: int) -> AnnotatedPassage:
    """The passage of one line; CorpusError where it breaks a rule."""
    try:
        return parse_passage(json.loads(line), writer=path.stem)
    except KeyError as error:
        raise CorpusError(str(path), number, f"the field {error} is missing") from error
    except (ValueError, TypeError, CatalogueError) as error:
        raise CorpusError(str(path), number, f"{error}") from error


def parse_passage(entry: Mapping[str, Any], *, writer: str) -> AnnotatedPassage:
    """A checked passage; ValueError, KeyError, TypeError or CatalogueError where the entry breaks
    a rule.
    """
    for name, kind in _FIELDS.items():
        if not isinstance(entry[name], kind):
            raise TypeError(f"the field {name!r} must be a {kind.__name__}")
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
    if not isinstance(slots, dict):
        raise TypeError("the field 'slots' must be a dict")
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


def passage_line(passage: AnnotatedPassage) -> dict[str, Any]:
    """The record of docs/corpus.md that `parse_passage` reads."""
    return {
        "id": passage.id,
        "text": passage.text,
        "kind": passage.kind,
        "section": passage.section,
        "labels": [_annotation_entry(annotation) for annotation in passage.annotations],
    }


def _annotation_entry(annotation: Annotation) -> dict[str, Any]:
    entry = {
        "label": annotation.label,
        "status": annotation.status,
        "evidence": [annotation.evidence.start, annotation.evidence.end],
        "slots": dict(annotation.slots),
    }
    if annotation.subject is not None:
        entry["subject"] = [annotation.subject.start, annotation.subject.end]
    return entry


def write_corpus(path: Path, passages: Sequence[AnnotatedPassage]) -> None:
    """Write the passages as JSON Lines; UsageError where that cannot be done."""
    lines = [json.dumps(passage_line(p), ensure_ascii=False) + "\n" for p in passages]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise UsageError(
            Wording(
                vi=f"{path}: không ghi được ({error}). Hãy chọn nơi khác.",
                en=f"{path}: cannot be written ({error}). Choose another place.",
            )
        ) from error


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
