"""Other ways in which the same record could have been written. For the training split only.

Each function returns texts that carry the same labels as the passage, or, for clauses, the labels
whose evidence lies inside.
"""

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.passages.sentences import sentences
from vnparty_nlp.records import Span
from vnparty_nlp.vietnamese.unicode import compose, strip_marks

MIN_CLAUSE_CHARACTERS = 25
# A clause carries a label where it holds at least this share of the label's evidence.
EVIDENCE_SHARE = 0.5
# The share of passages that are learnt as they stand, where every epoch draws anew.
ORIGINAL = 0.4
# What becomes of the others. Text without marks is what an encoder finds hardest: dev F1 fell by a
# fifth where a tenth of the passages were so, by a twentieth for the linear model.
_KINDS = ("clause", "lower", "bare", "bare", "bare", "misread", "short")
_CLAUSE_END = re.compile(r"[;,]\s+|\s[-–+>|]+\s|\t")


@dataclass(frozen=True, slots=True)
class Example:
    """A text to learn from, with the (label, status) pairs that it records."""

    text: str
    records: tuple[tuple[str, str], ...]

    @property
    def labels(self) -> frozenset[str]:
        """The labels, each once."""
        return frozenset(label for label, _ in self.records)


@cache
def _lists() -> tuple[tuple[tuple[str, str], ...], dict[str, str]]:
    source = resources.files("vnparty_nlp.training").joinpath("augment.toml").read_text("utf-8")
    table = tomllib.loads(source)
    pairs = [(full, short) for full, shorts in table["abbreviations"].items() for short in shorts]
    return tuple(pairs), table["confusions"]


def whole(passage: AnnotatedPassage) -> Example:
    """The passage as it stands, in the one form of letters that a tagger meets."""
    return Example(compose(passage.text), tuple((a.label, a.status) for a in passage.annotations))


def clauses(passage: AnnotatedPassage) -> list[Example]:
    """The passage's sentences and longer clauses, where there is more than one."""
    spans = list(_clause_spans(passage.text))
    if len(spans) < 2:
        return []
    return [
        Example(compose(span.of(passage.text)), _records_inside(passage, span)) for span in spans
    ]


def _clause_spans(text: str) -> Iterator[Span]:
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


def _records_inside(passage: AnnotatedPassage, span: Span) -> tuple[tuple[str, str], ...]:
    inside = []
    for annotation in passage.annotations:
        evidence = annotation.evidence
        shared = min(span.end, evidence.end) - max(span.start, evidence.start)
        if shared >= EVIDENCE_SHARE * (evidence.end - evidence.start):
            inside.append((annotation.label, annotation.status))
    return tuple(inside)


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
    original = whole(passage)
    short = abbreviate(original.text, chance)
    yield original
    yield from clauses(passage)
    for text in (short.lower(), strip_marks(short), misread(original.text, chance)):
        yield replace(original, text=text)


def draw(
    passage: AnnotatedPassage, chance: random.Random, *, original: float = ORIGINAL
) -> Example:
    """One variant, drawn at random; with the chance `original` the passage as it stands."""
    plain = whole(passage)
    if chance.random() < original:
        return plain
    kind = chance.choice(_KINDS)
    if kind == "clause":
        return chance.choice(clauses(passage) or [plain])
    if kind == "misread":
        return replace(plain, text=misread(plain.text, chance))
    short = abbreviate(plain.text, chance) if chance.random() < 0.5 else plain.text
    if kind == "bare":
        return replace(plain, text=strip_marks(short))
    return replace(plain, text=short.lower() if kind == "lower" else short)
