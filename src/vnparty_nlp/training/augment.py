"""Other ways in which the same record could have been written. For the training split only.

Each function returns texts that carry the same labels as the passage, or, for clauses, the labels
whose evidence lies inside.
"""

import random
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.passages.sentences import sentences
from vnparty_nlp.records import Span
from vnparty_nlp.vietnamese.unicode import strip_marks

MIN_CLAUSE_CHARACTERS = 25
# A clause carries a label where it holds at least this share of the label's evidence.
EVIDENCE_SHARE = 0.5
_CLAUSE_END = re.compile(r"[;,]\s+|\s[-–+>|]+\s|\t")


@dataclass(frozen=True, slots=True)
class Example:
    """A text to learn from, with the labels it carries."""

    text: str
    labels: frozenset[str]


@cache
def _lists() -> tuple[tuple[tuple[str, str], ...], dict[str, str]]:
    source = resources.files("vnparty_nlp.training").joinpath("augment.toml").read_text("utf-8")
    table = tomllib.loads(source)
    pairs = [(full, short) for full, shorts in table["abbreviations"].items() for short in shorts]
    return tuple(pairs), table["confusions"]


def clauses(passage: AnnotatedPassage) -> Iterator[Example]:
    """The passage's sentences and longer clauses, where there is more than one."""
    spans = list(clause_spans(passage.text))
    if len(spans) > 1:
        for span in spans:
            yield Example(span.of(passage.text), _labels_inside(passage, span))


def clause_spans(text: str) -> Iterator[Span]:
    """The sentences of a text, cut further at the borders of longer clauses."""
    for line in re.finditer(r"[^\n]+", text):
        for sentence in sentences(line.group(), max_characters=len(text)):
            yield from _cut(text, sentence.shift(line.start()))


def _cut(text: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    for match in _CLAUSE_END.finditer(text, sentence.start, sentence.end):
        if match.start() - start >= MIN_CLAUSE_CHARACTERS:
            yield Span(start, match.start())
            start = match.end()
    if start < sentence.end:
        yield Span(start, sentence.end)


def _labels_inside(passage: AnnotatedPassage, span: Span) -> frozenset[str]:
    inside = set()
    for annotation in passage.annotations:
        evidence = annotation.evidence
        shared = min(span.end, evidence.end) - max(span.start, evidence.start)
        if shared >= EVIDENCE_SHARE * (evidence.end - evidence.start):
            inside.add(annotation.label)
    return frozenset(inside)


def abbreviate(text: str, chance: random.Random) -> str:
    """The text with some of its office words abbreviated, as hurried secretaries do."""
    for full, short in _lists()[0]:
        if full in text.lower() and chance.random() < 0.7:
            text = re.sub(rf"(?<!\w){re.escape(full)}(?!\w)", short, text, flags=re.IGNORECASE)
    return text


def misread(text: str, chance: random.Random) -> str:
    """The text as OCR may leave it: about one letter in twenty-five confused.

    Source of the confusions: counts by viparse-corpus (docs/corpus.md).
    """
    confusions = _lists()[1]
    return "".join(
        confusions[letter] if letter in confusions and chance.random() < 0.12 else letter
        for letter in text
    )


def variants(passage: AnnotatedPassage, chance: random.Random) -> Iterator[Example]:
    """The passage, its clauses, and one copy of each kind of noise."""
    yield Example(passage.text, passage.labels)
    yield from clauses(passage)
    short = abbreviate(passage.text, chance)
    yield Example(short.lower(), passage.labels)
    yield Example(strip_marks(short), passage.labels)
    yield Example(misread(passage.text, chance), passage.labels)


def examples(passages: Sequence[AnnotatedPassage], *, seed: int) -> list[Example]:
    """All variants of all passages, the same for the same seed."""
    chance = random.Random(seed)
    return [example for passage in passages for example in variants(passage, chance)]
