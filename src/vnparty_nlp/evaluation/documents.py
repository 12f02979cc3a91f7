"""How well whole documents are read: header fields, findings and links against gold."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vnparty_nlp.evaluation.headings import field_counts
from vnparty_nlp.evaluation.metrics import Counts, micro
from vnparty_nlp.evaluation.pairing import (
    Item,
    Pair,
    evidence_overlap,
    pair_items,
    slot_counts,
)
from vnparty_nlp.output import DOCUMENTS, FINDINGS, TEXT, read_json_lines
from vnparty_nlp.records import Span

# Cells of a row are joined in their own way by each format, and gold joins them by a space.
_GAP = re.compile(r"[\s|]+")


@dataclass(frozen=True, slots=True)
class DocumentScores:
    """Scores over documents. `findings` counts label and overlapping evidence; `status`,
    `overlap` and `slots` are over matched findings; `linked` counts member ids of linked
    findings (wrong: another member than gold, or any where gold has none).
    """

    header: Counts
    findings: Counts
    status: float
    overlap: float
    slots: Counts
    linked: Counts
    lost_evidence: int


def score_documents(out: Path, gold: Path) -> DocumentScores:
    """Compare an output folder with gold `documents.jsonl` and `gold.jsonl` in a folder.

    Gold that is marked doubtful, and answers paired with it, count neither way.
    """
    documents = list(read_json_lines(out / DOCUMENTS))
    wanted = {line["source"]: line for line in read_json_lines(gold / DOCUMENTS)}
    gold_lines = list(read_json_lines(gold / "gold.jsonl"))
    findings = list(read_json_lines(out / FINDINGS))
    header, pairs, lost = Counts(), [], 0
    for document in documents:
        name = Path(document["source"]).name
        header += header_counts(wanted[name], document)
        text = _flat((out / TEXT / f"{document['doc_id']}.txt").read_text("utf-8"))
        of_gold = [line for line in gold_lines if line["source"] == name]
        found, missing = _gold_items(text, of_gold)
        lost += missing
        answers = [_answer(text, x) for x in findings if x["source"] == document["source"]]
        doubtful = {id(item) for item, line in found if line.get("doubtful")}
        for pair in pair_items([item for item, _ in found], answers):
            if id(pair.gold) not in doubtful:
                pairs.append((text.text, pair))
    return _scores(header, pairs, lost)


@dataclass(frozen=True, slots=True)
class _Flat:
    """A text with one space for every gap, and where each of its letters stood."""

    text: str
    places: Mapping[int, int]


def _flat(text: str) -> _Flat:
    pieces, places, length = [], {}, 0
    position = 0
    for gap in (*_GAP.finditer(text), None):
        end = gap.start() if gap else len(text)
        for offset in range(position, end):
            places[offset] = length + offset - position
        pieces.append(text[position:end])
        length += end - position + 1
        position = gap.end() if gap else end
    return _Flat(" ".join(pieces), places)


def _gold_items(
    text: _Flat, lines: Iterable[Mapping[str, Any]]
) -> tuple[list[tuple[Item, Mapping[str, Any]]], int]:
    items, missing = [], 0
    for line in lines:
        evidence = _GAP.sub(" ", line["evidence"])
        start = text.text.find(evidence)
        if start < 0:
            missing += 1
            continue
        subject = line["subject"] or {}
        item = Item(
            line["label"],
            line["status"],
            Span(start, start + len(evidence)),
            line["slots"],
            subject.get("mention") or "",
            subject.get("member_id"),
        )
        items.append((item, line))
    return items, missing


def _answer(text: _Flat, line: Mapping[str, Any]) -> Item:
    start, end = line["span"]
    subject = line["subject"] or {}
    return Item(
        line["label"],
        line["status"],
        Span(text.places[start], text.places[end - 1] + 1),
        line["slots"],
        subject.get("mention") or "",
        subject.get("member_id"),
        line["disposition"],
    )


def header_counts(gold: Mapping[str, Any], answer: Mapping[str, Any]) -> Counts:
    """Header fields and meeting fields, compared without case and spacing."""
    return micro(field_counts(gold, answer).values())


def _scores(header: Counts, pairs: Sequence[tuple[str, Pair]], lost: int) -> DocumentScores:
    matched = [(t, p, p.gold, p.answer) for t, p in pairs if p.gold and p.answer]
    findings = Counts(
        right=len(matched),
        wrong=sum(p.gold is None for _, p in pairs),
        missed=sum(p.answer is None for _, p in pairs) + lost,
    )
    count = max(1, len(matched))
    linked = [(g, a) for _, _, g, a in matched if a.disposition == "linked"]
    could = sum(
        g.member_id is not None
        and g.status in {"asserted", "resolved"}
        and g.label.split(".")[0] != "sanction"
        for _, _, g, _ in matched
    )
    right = sum(g.member_id == a.member_id for g, a in linked)
    return DocumentScores(
        header=header,
        findings=findings,
        status=sum(g.status == a.status for _, _, g, a in matched) / count,
        overlap=sum(evidence_overlap(t, p) for t, p, _, _ in matched) / count,
        slots=micro(slot_counts(p) for _, p, _, _ in matched),
        linked=Counts(right=right, wrong=len(linked) - right, missed=max(0, could - right)),
        lost_evidence=lost,
    )
