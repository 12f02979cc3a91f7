"""Ordinary sentences of minutes, none of which states a recorded fact: nothing may be flagged."""

from collections.abc import Sequence

from benchmarks.plan import Plan
from benchmarks.rows import Row, share_interval
from vnparty_nlp import tagging
from vnparty_nlp.evaluation.corpus import read_corpus
from vnparty_nlp.evaluation.tagging import as_passage
from vnparty_nlp.pipeline import FactFinder
from vnparty_nlp.records import Passage

SUITE = "everyday"


def run(plan: Plan) -> list[Row]:
    """How many ordinary passages the tagger flags, and how many give a fact."""
    files = sorted((plan.corpora / "everyday").glob("*.jsonl"))
    passages = [as_passage(entry) for entry in read_corpus(files) if not entry.annotations]
    tags = tagging.build(plan.settings.tagging).tag(passages)
    facts = FactFinder(plan.settings).find(passages)
    return flag_rows(passages, {"tagger": tags, "tagger and facts": facts}, plan.command(SUITE))


def flag_rows(
    passages: Sequence[Passage], answers: dict[str, Sequence[Sequence[object]]], command: str
) -> list[Row]:
    """Two rows for each way of reading: passages with any answer, and their share."""
    rows = []
    for way, found in answers.items():
        flagged = sum(bool(each) for _, each in zip(passages, found, strict=True))
        count, of = len(passages), "ordinary passages"
        share, interval = flagged / max(1, count), share_interval(flagged, count)
        rows += [
            Row(SUITE, f"flagged by {way}", flagged, "passages", of, command, count),
            Row(SUITE, f"share flagged by {way}", share, "share", of, command, count, interval),
        ]
    return rows
