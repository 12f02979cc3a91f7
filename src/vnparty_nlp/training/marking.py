"""What the encoder learns to mark in a passage: evidence, subjects, and slots given as words."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vnparty_nlp.catalogue import Catalogue, load_catalogue
from vnparty_nlp.evaluation.corpus import AnnotatedPassage, Annotation
from vnparty_nlp.records import Span
from vnparty_nlp.training.augment import EVIDENCE_SHARE, abbreviate, clause_spans, misread
from vnparty_nlp.vietnamese.unicode import fold, strip_marks


def mark_names(catalogue: Catalogue) -> tuple[str, ...]:
    """The names of all marks: `evidence <label>`, `subject <label>`, `slot <key>`."""
    members = [label.id for label in catalogue.labels.values() if label.subject == "member"]
    slots = [key for key, kind in catalogue.slot_types.items() if kind == "text"]
    return (
        *(f"evidence {label}" for label in catalogue.labels),
        *(f"subject {label}" for label in members),
        *(f"slot {key}" for key in slots),
    )


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text to learn from: (label, status) pairs, marks with their spans, and the names of marks
    about which this text teaches nothing.
    """

    text: str
    labels: tuple[tuple[str, str], ...]
    marks: tuple[tuple[str, Span], ...]
    untaught: frozenset[str] = frozenset()


def lesson(passage: AnnotatedPassage) -> Lesson:
    """The passage as it stands."""
    marks: list[tuple[str, Span]] = []
    untaught: set[str] = set()
    for annotation in passage.annotations:
        marks.append((f"evidence {annotation.label}", annotation.evidence))
        if annotation.subject:
            marks.append((f"subject {annotation.label}", annotation.subject))
        for key, span in _word_slots(passage.text, annotation):
            if span is None:
                untaught.add(f"slot {key}")
            else:
                marks.append((f"slot {key}", span))
    labels = tuple((a.label, a.status) for a in passage.annotations)
    return Lesson(passage.text, labels, tuple(marks), frozenset(untaught))


def _word_slots(text: str, annotation: Annotation) -> Iterator[tuple[str, Span | None]]:
    """Slots whose value may stand in the text as written, with the place nearest the evidence."""
    kinds = load_catalogue().slot_types
    for key, value in annotation.slots.items():
        if isinstance(value, str) and kinds[key] == "text":
            pattern = rf"(?<!\w){re.escape(fold(value))}(?!\w)"
            places = [Span(m.start(), m.end()) for m in re.finditer(pattern, fold(text))]
            near = annotation.evidence.start
            yield key, min(places, key=lambda span: abs(span.start - near), default=None)


def vary(taught: Lesson, chance: random.Random) -> Lesson:
    """The lesson in another way of writing, drawn at random; about half the time as it stands.

    Where the writing changes the length, places are not taught.
    """
    draw = chance.random()
    if draw < 0.12:
        return _one_clause(taught, chance)
    if draw < 0.22:
        return replace(taught, text=taught.text.lower())
    if draw < 0.34:
        return replace(taught, text=strip_marks(taught.text))
    if draw < 0.44:
        return replace(taught, text=misread(taught.text, chance))
    if draw < 0.54:
        short = abbreviate(taught.text, chance)
        text = strip_marks(short) if chance.random() < 0.5 else short
        names = frozenset(name for name, _ in taught.marks)
        return replace(taught, text=text, marks=(), untaught=taught.untaught | names)
    return taught


def _one_clause(taught: Lesson, chance: random.Random) -> Lesson:
    spans = list(clause_spans(taught.text))
    if len(spans) < 2:
        return taught
    chosen = chance.choice(spans)
    marks = [(name, part) for name, span in taught.marks if (part := _inside(span, chosen))]
    kept = {name.removeprefix("evidence ") for name, _ in marks if name.startswith("evidence ")}
    return Lesson(
        chosen.of(taught.text),
        tuple((label, status) for label, status in taught.labels if label in kept),
        tuple((name, span) for name, span in marks if _speaks_of(name, kept)),
        taught.untaught,
    )


def _inside(span: Span, clause: Span) -> Span | None:
    start, end = max(span.start, clause.start), min(span.end, clause.end)
    if end - start < EVIDENCE_SHARE * (span.end - span.start):
        return None
    return Span(start - clause.start, end - clause.start)


def _speaks_of(name: str, labels: set[str]) -> bool:
    kind, _, rest = name.partition(" ")
    return kind == "slot" or rest in labels


def lessons(passages: Sequence[AnnotatedPassage]) -> list[Lesson]:
    """One lesson a passage."""
    return [lesson(passage) for passage in passages]
