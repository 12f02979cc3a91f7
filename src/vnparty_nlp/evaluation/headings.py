"""How well the header fields of documents are read, field by field."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from typing import Any

from vnparty_nlp.evaluation.metrics import Counts
from vnparty_nlp.parsing.flow import assemble
from vnparty_nlp.parsing.heading import read_heading
from vnparty_nlp.parsing.plain import PlainReader
from vnparty_nlp.parsing.roles import assign_roles
from vnparty_nlp.records import Heading, Meeting

HEADER_FIELDS = ("kind", "number", "issued_on", "issuer", "place")
MEETING_FIELDS = tuple(field.name for field in fields(Meeting))


def field_counts(gold: Mapping[str, Any], answer: Mapping[str, Any]) -> dict[str, Counts]:
    """The counts of each header and meeting field, compared without case and spacing."""
    wanted, given = gold["meeting"] or {}, answer["meeting"] or {}
    pairs = {name: (gold[name], answer[name]) for name in HEADER_FIELDS}
    pairs |= {name: (wanted.get(name), given.get(name)) for name in MEETING_FIELDS}
    return {name: _counts(one, other) for name, (one, other) in pairs.items()}


def score_headings(heads: Iterable[Mapping[str, Any]]) -> dict[str, Counts]:
    """The counts of each field over heads, `text` (a plain text file) with its `gold`."""
    totals = dict.fromkeys((*HEADER_FIELDS, *MEETING_FIELDS), Counts())
    for head in heads:
        for name, counts in field_counts(head["gold"], asdict(read_head(head["text"]))).items():
            totals[name] += counts
    return totals


def read_head(text: str) -> Heading:
    """The heading that the toolkit reads in a plain text."""
    reading = PlainReader().read(text.encode("utf-8"), "head.txt")
    return read_heading(*assemble(assign_roles(reading.drafts)))[0]


def _counts(gold: object, answer: object) -> Counts:
    same = gold is not None and _plain(gold) == _plain(answer)
    return Counts(
        right=int(same),
        wrong=int(answer is not None and not same),
        missed=int(gold is not None and not same),
    )


def _plain(value: object) -> str:
    return "".join(str(value).casefold().split())
