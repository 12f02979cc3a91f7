"""Tagger and extractor on the passages of the writers kept for judging."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from benchmarks.plan import Plan
from benchmarks.rows import Row, share_interval
from vnparty_nlp.evaluation.run import evaluate

SUITE = "accuracy"
LABEL_UNIT = "label F1"
_COMMAND = "vnparty evaluate --corpora corpora --split test"


def run(plan: Plan) -> list[Row]:
    """Label F1 in all, by label and by writer; status, slots and evidence given the labels."""
    scores = evaluate(plan.corpora, "test", plan.settings)
    return [*_tagging(scores), *_facts(scores["facts_given_labels"]), *_labels(scores)]


def _tagging(scores: Mapping[str, Any]) -> list[Row]:
    row = partial(Row, SUITE, command=_COMMAND, count=scores["passages"], of="passages, test split")
    micro, *micro_interval = scores["micro_f1"]
    macro, *macro_interval = scores["macro_f1"]
    ordinary = scores["unlabelled"]
    flagged, count = ordinary["flagged"], ordinary["passages"]
    return [
        row("labels, micro", micro, "F1", interval=tuple(micro_interval)),
        row("labels, macro", macro, "F1", interval=tuple(macro_interval)),
        row("label and status, micro", scores["label_status_f1"], "F1"),
        row("expected calibration error", scores["calibration_error"], "error"),
        row("passages without a label, flagged", flagged, "passages", count=count),
        row(
            "share of them flagged",
            flagged / max(1, count),
            "share",
            count=count,
            interval=share_interval(flagged, count),
        ),
        *(row(f"labels, micro, writer {w}", f1, "F1", count=None, of="passages of one writer")
          for w, f1 in scores["writers"].items()),
    ]  # fmt: skip


def _facts(given: Mapping[str, Any]) -> list[Row]:
    row = partial(
        Row, SUITE, command=_COMMAND, count=given["findings"], of="gold findings, labels given"
    )
    return [
        row("given labels: found", given["found"], "share"),
        row("given labels: right status", given["status"], "share"),
        row(
            "given labels: right subject",
            given["subject"],
            "share",
            count=None,
            of="gold findings of member labels",
        ),
        row("given labels: evidence overlap", given["evidence_overlap"], "F1"),
        row(
            "given labels: slots",
            given["slots"]["f1"],
            "F1",
            count=given["slots"]["gold"],
            of="gold slots",
        ),
    ]


def _labels(scores: Mapping[str, Any]) -> list[Row]:
    return [
        Row(SUITE, label, counts["f1"], LABEL_UNIT, "passages carry it", _COMMAND, counts["gold"])
        for label, counts in scores["labels"].items()
    ]
