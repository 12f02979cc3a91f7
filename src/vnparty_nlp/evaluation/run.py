"""`vnparty evaluate`: every figure on one split, as one table."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vnparty_nlp import facts, tagging
from vnparty_nlp.errors import UsageError, Wording
from vnparty_nlp.evaluation.corpus import AnnotatedPassage, read_corpus
from vnparty_nlp.evaluation.facts import label_status_counts, score_facts
from vnparty_nlp.evaluation.metrics import Counts, calibration_error
from vnparty_nlp.evaluation.paired import compare_taggers
from vnparty_nlp.evaluation.slices import by_length, by_noise, errors, labels_of
from vnparty_nlp.evaluation.splits import Split, split_files
from vnparty_nlp.evaluation.tagging import as_passage, score_tags
from vnparty_nlp.pipeline import facts_of
from vnparty_nlp.records import Passage, Tag
from vnparty_nlp.settings import Settings


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to measure beside the figures of every evaluation: on noisy copies of the passages;
    against the model named `against`; each wrong passage listed in the file `errors`.
    """

    noise: bool = False
    against: str | None = None
    errors: Path | None = None


def evaluate(
    corpora: Path, split: Split, settings: Settings, wanted: Wanted | None = None
) -> dict[str, Any]:
    """The figures of tagger and extractor on a split: shares between 0 and 1, rounded."""
    wanted = wanted or Wanted()
    if wanted.errors is not None and split == "test":
        raise UsageError(
            Wording(
                vi="các đoạn để đánh giá không được đọc; hãy liệt kê lỗi với --split dev.",
                en="passages that judge stay unread; list errors with --split dev.",
            )
        )
    annotated = list(read_corpus(split_files(corpora, split)))
    passages = [as_passage(passage) for passage in annotated]
    tagger = tagging.build(settings.tagging)
    tags = tagger.tag(passages)
    figures = {
        "split": split,
        "model_id": tagging.model_id(settings.tagging),
        **_figures(annotated, passages, tags),
    }
    if wanted.noise:
        figures["noise"] = by_noise(annotated, tagger)
    if wanted.against is not None:
        rival = replace(settings.tagging, model=wanted.against)
        theirs = tagging.build(rival).tag(passages)
        figures["against"] = {"model_id": tagging.model_id(rival)} | _against(
            annotated, tags, theirs
        )
    if wanted.errors is not None:
        lines = (json.dumps(line, ensure_ascii=False) for line in errors(annotated, tags))
        wanted.errors.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return figures


def _figures(
    annotated: Sequence[AnnotatedPassage],
    passages: Sequence[Passage],
    tags: Sequence[tuple[Tag, ...]],
) -> dict[str, Any]:
    extractor = facts.build()
    tagged = score_tags(tags, annotated)
    read = score_facts(extractor, annotated)
    found = facts_of(extractor, passages, tags)
    return {
        "passages": tagged.passages,
        "micro_f1": _rounded(tagged.micro_f1, tagged.micro_interval),
        "macro_f1": _rounded(tagged.macro_f1, tagged.macro_interval),
        "label_status_f1": round(label_status_counts(annotated, found).f1, 4),
        "calibration_error": round(calibration_error(tagged.reliability), 4),
        "reliability": [_rounded(b.probability, (b.right, b.answers)) for b in tagged.reliability],
        "unlabelled": {"passages": tagged.unlabelled, "flagged": tagged.flagged},
        "labels": {label: _counts(counts) for label, counts in tagged.labels.items()},
        "writers": {writer: round(score, 4) for writer, score in tagged.writers.items()},
        "lengths": by_length(annotated, tags),
        "facts_given_labels": {
            "findings": read.findings,
            "found": round(read.found, 4),
            "status": round(read.status, 4),
            "subject": round(read.subject, 4),
            "evidence_overlap": round(read.overlap, 4),
            "slots": _counts(read.slots),
        },
    }


def _against(
    annotated: Sequence[AnnotatedPassage],
    tags: Sequence[tuple[Tag, ...]],
    theirs: Sequence[tuple[Tag, ...]],
) -> dict[str, Any]:
    gold = [passage.labels for passage in annotated]
    differences = compare_taggers(gold, labels_of(tags), labels_of(theirs))
    return {
        name: {
            "difference": _rounded(found.value, found.interval),
            "p_value": round(found.p_value, 4),
        }
        for name, found in differences.items()
    }


def _rounded(value: float, interval: tuple[float, float]) -> list[float]:
    return [round(number, 4) for number in (value, *interval)]


def _counts(counts: Counts) -> dict[str, float]:
    return {
        "precision": round(counts.precision, 4),
        "recall": round(counts.recall, 4),
        "f1": round(counts.f1, 4),
        "gold": counts.right + counts.missed,
    }


def table(scores: Mapping[str, Any]) -> str:
    """The figures as Markdown, without the JSON's detail."""
    facts_given = scores["facts_given_labels"]
    unlabelled = scores["unlabelled"]
    rows = [
        ("label F1, micro [95 %]", "{:.3f} [{:.3f}, {:.3f}]".format(*scores["micro_f1"])),
        ("label F1, macro [95 %]", "{:.3f} [{:.3f}, {:.3f}]".format(*scores["macro_f1"])),
        ("label and status F1, micro", f"{scores['label_status_f1']:.3f}"),
        ("expected calibration error", f"{scores['calibration_error']:.3f}"),
        ("unlabelled passages flagged", f"{unlabelled['flagged']} of {unlabelled['passages']}"),
        ("given labels: finding found", f"{facts_given['found']:.3f}"),
        ("given labels: status", f"{facts_given['status']:.3f}"),
        ("given labels: subject", f"{facts_given['subject']:.3f}"),
        ("given labels: evidence overlap", f"{facts_given['evidence_overlap']:.3f}"),
        ("given labels: slot F1", f"{facts_given['slots']['f1']:.3f}"),
        *((f"label F1, writer {writer}", f"{f1:.3f}") for writer, f1 in scores["writers"].items()),
        *_more_rows(scores),
    ]
    head = f"{scores['model_id']}, {scores['split']} split, {scores['passages']} passages"
    lines = [f"| {head} | |", "| --- | --- |", *(f"| {name} | {value} |" for name, value in rows)]
    per_label = [
        "",
        "| label | precision | recall | F1 | gold |",
        "| --- | --- | --- | --- | --- |",
        *(_label_row(label, counts) for label, counts in scores["labels"].items()),
    ]
    return "\n".join(lines + per_label)


def _more_rows(scores: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, bucket in scores["lengths"].items():
        yield f"label F1, {name} syllables ({bucket['passages']})", f"{bucket['f1']:.3f}"
    for name, f1 in scores.get("noise", {}).items():
        yield f"label F1, {name}", f"{f1:.3f}"
    rival = scores.get("against", {})
    for name in [name for name in rival if name != "model_id"]:
        told = "{:+.3f} [{:+.3f}, {:+.3f}]".format(*rival[name]["difference"])
        kind = name.removesuffix("_f1")
        yield (
            f"better than {rival['model_id']} by, {kind}",
            f"{told}, p {rival[name]['p_value']:.3f}",
        )


def _label_row(label: str, counts: Mapping[str, float]) -> str:
    figures = (f"{counts[name]:.3f}" for name in ("precision", "recall", "f1"))
    return f"| `{label}` | {' | '.join(figures)} | {counts['gold']} |"
