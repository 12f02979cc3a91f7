"""Where a tagger is weak: by length of passage, by noise, and passage by passage."""

from collections.abc import Iterator, Sequence
from typing import Any

from vnparty_nlp.evaluation.corpus import AnnotatedPassage, syllables
from vnparty_nlp.evaluation.metrics import compare, micro
from vnparty_nlp.evaluation.noise import NOISES
from vnparty_nlp.pipeline import passage_of
from vnparty_nlp.records import Tag
from vnparty_nlp.tagging.protocol import Tagger

Tags = Sequence[tuple[Tag, ...]]
# Upper bounds in syllables; the last bucket has none.
LENGTHS = (10, 20, 40)


def labels_of(tags: Tags) -> list[frozenset[str]]:
    """The labels given to each passage."""
    return [frozenset(tag.label for tag in given) for given in tags]


def by_length(annotated: Sequence[AnnotatedPassage], tags: Tags) -> dict[str, dict[str, float]]:
    """Micro F1 and number of passages of each length, lengths in syllables."""
    buckets: dict[str, list[int]] = {name: [] for name in _names()}
    for index, passage in enumerate(annotated):
        size = len(syllables(passage.text))
        place = sum(size > bound for bound in LENGTHS)
        buckets[_names()[place]].append(index)
    answers = labels_of(tags)
    return {
        name: {"f1": round(_f1(annotated, answers, chosen), 4), "passages": len(chosen)}
        for name, chosen in buckets.items()
        if chosen
    }


def _names() -> list[str]:
    starts = (1, *(bound + 1 for bound in LENGTHS))
    return [*(f"{a}–{b}" for a, b in zip(starts, LENGTHS, strict=False)), f"{starts[-1]} and more"]


def _f1(
    annotated: Sequence[AnnotatedPassage], answers: Sequence[frozenset[str]], chosen: Sequence[int]
) -> float:
    return micro(compare(annotated[i].labels, answers[i]) for i in chosen).f1


def by_noise(annotated: Sequence[AnnotatedPassage], tagger: Tagger) -> dict[str, float]:
    """Micro F1 on the passages with each kind of noise put on them."""
    scores = {}
    for name, noise in NOISES.items():
        answers = labels_of(tagger.tag([passage_of(noise(p.text)) for p in annotated]))
        scores[name] = round(_f1(annotated, answers, range(len(annotated))), 4)
    return scores


def errors(annotated: Sequence[AnnotatedPassage], tags: Tags) -> Iterator[dict[str, Any]]:
    """A line for each passage with a label too many or too few, with its text."""
    for passage, given in zip(annotated, tags, strict=True):
        chances = {tag.label: tag.probability for tag in given}
        wrong = {label: p for label, p in chances.items() if label not in passage.labels}
        missed = sorted(passage.labels - chances.keys())
        if wrong or missed:
            yield {"id": passage.id, "text": passage.text, "wrong": wrong, "missed": missed}
