"""The header fields of heads in many styles, written apart from the reader, field by field."""

from collections.abc import Mapping
from functools import partial

from benchmarks.plan import Plan
from benchmarks.rows import Row
from vnparty_nlp.evaluation.headings import score_headings
from vnparty_nlp.evaluation.metrics import Counts, macro_f1, micro
from vnparty_nlp.output import read_json_lines

SUITE = "headings"


def run(plan: Plan) -> list[Row]:
    """F1 of each field, micro and macro F1 over the fields, for each file of heads."""
    rows: list[Row] = []
    for path in sorted((plan.corpora / "heads").glob("*.jsonl")):
        scores = score_headings(read_json_lines(path))
        rows += score_rows(path.stem, scores, plan.command(SUITE))
    return rows


def score_rows(name: str, scores: Mapping[str, Counts], command: str) -> list[Row]:
    """The fields in their order, then the sums; `count` is how often the gold states a field."""
    total = micro(scores.values())
    row = partial(Row, SUITE, unit="F1", of="gold fields", command=command)
    stated = total.right + total.missed
    return [
        *(
            row(name=f"{name}: {field}", value=c.f1, count=c.right + c.missed)
            for field, c in scores.items()
        ),
        row(name=f"{name}: micro F1", value=total.f1, count=stated),
        row(name=f"{name}: macro F1", value=macro_f1(scores.values()), count=stated),
        Row(SUITE, f"{name}: wrong fields", total.wrong, "fields", "answers", command,
            total.right + total.wrong),
    ]  # fmt: skip
