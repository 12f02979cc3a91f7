"""Whole documents, from the file to the linked finding, against gold made by hand."""

import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.plan import Plan
from benchmarks.rows import Row
from vnparty_nlp.batch.run import Options, run_batch
from vnparty_nlp.evaluation.documents import DocumentScores, score_documents
from vnparty_nlp.evaluation.metrics import Counts
from vnparty_nlp.settings import Settings

SUITE = "documents"


def run(plan: Plan) -> list[Row]:
    """Header fields, findings, status, slots, evidence and links, on the samples and on documents
    that nobody looked at while building.
    """
    rows = []
    for folder in (plan.samples, plan.unseen):
        scores = _scores(folder, plan.settings)
        rows += [
            replace(row, name=f"{folder.name}: {row.name}")
            for row in score_rows(scores, plan.command(SUITE))
        ]
    return rows


def _scores(documents: Path, settings: Settings) -> DocumentScores:
    with tempfile.TemporaryDirectory() as folder:
        inputs, register = documents / "files", documents / "members.csv"
        run_batch(Options((inputs,), register, Path(folder), settings), lambda _: None)
        return score_documents(Path(folder), documents)


def score_rows(scores: DocumentScores, command: str) -> list[Row]:
    """Precision, recall and F1 of what is counted, the means over matched findings."""
    row = partial(Row, SUITE, command=command)
    matched = scores.findings.right
    linked = scores.linked
    return [
        *_counted("header fields", scores.header, "gold fields", command),
        *_counted("findings", scores.findings, "gold findings", command),
        row("gold evidence not in the text", scores.lost_evidence, "findings", of="gold findings"),
        row("right status", scores.status, "share", of="matched findings", count=matched),
        row("evidence overlap", scores.overlap, "F1", of="matched findings", count=matched),
        *_counted("slots", scores.slots, "gold slots of matched findings", command),
        row("automatic links, wrong", linked.wrong, "links", of="links",
            count=linked.right + linked.wrong),
        *_counted("links", linked, "matched findings about a member", command),
    ]  # fmt: skip


def _counted(name: str, counts: Counts, of: str, command: str) -> list[Row]:
    row = partial(Row, SUITE, of=of, command=command, count=counts.right + counts.missed)
    return [
        row(f"{name}, precision", counts.precision, "share"),
        row(f"{name}, recall", counts.recall, "share"),
        row(f"{name}, F1", counts.f1, "F1"),
    ]
