"""How well status, slots, evidence and subject are read from annotated passages."""

from collections.abc import Sequence
from dataclasses import dataclass

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.evaluation.metrics import Counts, compare, micro
from vnparty_nlp.evaluation.pairing import (
    Item,
    Pair,
    evidence_overlap,
    pair_items,
    same_mention,
    slot_counts,
)
from vnparty_nlp.facts.protocol import Extractor
from vnparty_nlp.records import Fact, Passage, Span, Tag


@dataclass(frozen=True, slots=True)
class FactScores:
    """Scores given the gold labels of each passage, so that a tagger's errors do not count.

    `found`, `status` and `subject` are shares of the gold findings (of member labels for
    `subject`), `overlap` the mean evidence overlap, `slots` micro counts.
    """

    findings: int
    found: float
    status: float
    subject: float
    overlap: float
    slots: Counts


def gold_items(annotated: AnnotatedPassage) -> list[Item]:
    """The annotations of a passage."""
    text = annotated.text
    return [
        Item(a.label, a.status, a.evidence, a.slots, a.subject.of(text) if a.subject else "")
        for a in annotated.annotations
    ]


def fact_items(text: str, facts: Sequence[Fact]) -> list[Item]:
    """Facts of a passage that begins at offset 0."""
    return [
        Item(f.label, f.status, f.evidence, f.slots, f.subject.of(text) if f.subject else "")
        for f in facts
    ]


def score_facts(extractor: Extractor, annotated: Sequence[AnnotatedPassage]) -> FactScores:
    """Compare what the extractor reads from gold tags with the annotations."""
    pairs: list[tuple[str, Pair]] = []
    for passage in annotated:
        facts = extract_all(extractor, passage)
        items = pair_items(gold_items(passage), fact_items(passage.text, facts))
        pairs += [(passage.text, pair) for pair in items]
    gold = [(text, pair) for text, pair in pairs if pair.gold]
    both = [(text, pair, pair.gold, pair.answer) for text, pair in gold]
    matched = [(t, p, g, a) for t, p, g, a in both if g and a]
    members = [g for _, _, g, _ in both if g and _is_member(g)]
    return FactScores(
        findings=len(gold),
        found=len(matched) / max(1, len(gold)),
        status=sum(g.status == a.status for _, _, g, a in matched) / max(1, len(gold)),
        subject=sum(_is_member(g) and same_mention(g, a) for _, _, g, a in matched)
        / max(1, len(members)),
        overlap=sum(evidence_overlap(t, p) for t, p, _, _ in matched) / max(1, len(gold)),
        slots=micro(slot_counts(pair) for _, pair in gold),
    )


def extract_all(extractor: Extractor, annotated: AnnotatedPassage) -> list[Fact]:
    """All facts of a passage, given its gold labels."""
    passage = Passage(annotated.text, Span(0, len(annotated.text)), annotated.section)
    return [
        fact
        for label in sorted(annotated.labels)
        for fact in extractor.extract(passage, Tag(label, 1.0))
    ]


def _is_member(item: Item) -> bool:
    return load_catalogue().label(item.label).subject == "member"


def label_status_counts(
    annotated: Sequence[AnnotatedPassage], found: Sequence[Sequence[Fact]]
) -> Counts:
    """Counts of (label, status) pairs a passage, gold against found."""
    return micro(
        compare(
            {(a.label, a.status) for a in passage.annotations},
            {(fact.label, fact.status) for fact in facts},
        )
        for passage, facts in zip(annotated, found, strict=True)
    )
