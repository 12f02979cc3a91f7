"""How well the tagger does on passages of writers it never saw."""

from collections.abc import Sequence
from dataclasses import dataclass

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.evaluation import paired
from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.evaluation.metrics import (
    Bin,
    Counts,
    bootstrap_interval,
    by_label,
    macro_f1,
    micro,
    reliability,
)
from vnparty_nlp.evaluation.paired import count_table
from vnparty_nlp.pipeline import passage_of
from vnparty_nlp.records import Passage, Tag
from vnparty_nlp.tagging.protocol import Tagger


@dataclass(frozen=True, slots=True)
class TaggingScores:
    """Scores over passages; intervals are 95 % bootstrap intervals over passages."""

    passages: int
    micro_f1: float
    micro_interval: tuple[float, float]
    macro_f1: float
    macro_interval: tuple[float, float]
    labels: dict[str, Counts]
    writers: dict[str, float]
    unlabelled: int
    flagged: int
    reliability: tuple[Bin, ...]


def as_passage(annotated: AnnotatedPassage) -> Passage:
    """The passage as a tagger meets it: composed, without its annotations."""
    return passage_of(annotated.text)


def score_tagging(tagger: Tagger, annotated: Sequence[AnnotatedPassage]) -> TaggingScores:
    """Compare the tagger's label sets with the annotated ones."""
    return score_tags(tagger.tag([as_passage(passage) for passage in annotated]), annotated)


def score_tags(
    tags: Sequence[tuple[Tag, ...]], annotated: Sequence[AnnotatedPassage]
) -> TaggingScores:
    """Compare the tags of each passage with its annotations."""
    labels = tuple(load_catalogue().labels)
    gold = [passage.labels for passage in annotated]
    answers = [frozenset(tag.label for tag in passage_tags) for passage_tags in tags]
    counts = by_label(gold, answers, labels)
    unlabelled = [answer for wanted, answer in zip(gold, answers, strict=True) if not wanted]
    given = [
        (tag.probability, tag.label in wanted)
        for wanted, passage_tags in zip(gold, tags, strict=True)
        for tag in passage_tags
    ]
    micro_interval, macro_interval = _intervals(gold, answers)
    return TaggingScores(
        passages=len(annotated),
        micro_f1=micro(counts.values()).f1,
        micro_interval=micro_interval,
        macro_f1=macro_f1(counts.values()),
        macro_interval=macro_interval,
        labels=counts,
        writers=_by_writer(annotated, gold, answers),
        unlabelled=len(unlabelled),
        flagged=sum(bool(answer) for answer in unlabelled),
        reliability=tuple(reliability([p for p, _ in given], [hit for _, hit in given])),
    )


def _intervals(
    gold: Sequence[frozenset[str]], answers: Sequence[frozenset[str]]
) -> tuple[tuple[float, float], tuple[float, float]]:
    """The intervals of micro and of macro F1."""
    table = count_table(gold, answers)
    return (
        bootstrap_interval(len(gold), lambda chosen: paired.micro_f1(table[chosen])),
        bootstrap_interval(len(gold), lambda chosen: paired.macro_f1(table[chosen])),
    )


def _by_writer(
    annotated: Sequence[AnnotatedPassage],
    gold: Sequence[frozenset[str]],
    answers: Sequence[frozenset[str]],
) -> dict[str, float]:
    labels = tuple(load_catalogue().labels)
    scores = {}
    # Of a writer of ordinary text alone F1 tells nothing; `flagged` does.
    for writer in sorted({passage.writer for passage in annotated if passage.labels}):
        chosen = [i for i, passage in enumerate(annotated) if passage.writer == writer]
        counts = by_label([gold[i] for i in chosen], [answers[i] for i in chosen], labels)
        scores[writer] = micro(counts.values()).f1
    return scores
