from collections.abc import Mapping

import pytest

from vnparty_nlp.evaluation.corpus import AnnotatedPassage, Annotation
from vnparty_nlp.evaluation.facts import (
    extract_all,
    fact_items,
    gold_items,
    label_status_counts,
    score_facts,
)
from vnparty_nlp.evaluation.metrics import Counts
from vnparty_nlp.records import Fact, Passage, SlotValue, Span, Tag

TEXT = "Đ/c Lụa còn nợ đảng phí quý II."
LUA, ARREARS = Span(4, 7), Span(8, 30)
SLOTS: Mapping[str, SlotValue] = {"period": "XXXX-Q2"}


def annotated(*annotations: Annotation) -> AnnotatedPassage:
    return AnnotatedPassage("1", "w99", TEXT, "minutes", "dues", annotations)


def annotation(
    label: str = "dues.unpaid",
    status: str = "asserted",
    evidence: Span = ARREARS,
    slots: Mapping[str, SlotValue] = SLOTS,
    subject: Span | None = LUA,
) -> Annotation:
    return Annotation(label, status, evidence, slots, subject)


def fact(
    label: str = "dues.unpaid",
    status: str = "asserted",
    evidence: Span = ARREARS,
    slots: Mapping[str, SlotValue] = SLOTS,
    subject: Span | None = LUA,
) -> Fact:
    return Fact(label, 1.0, status, evidence, slots, subject)


class Answers:
    """An extractor that gives prepared facts of the tag's label, and remembers the passages."""

    def __init__(self, *facts: Fact) -> None:
        self._facts = facts
        self.asked: list[tuple[Passage, Tag]] = []

    def extract(self, passage: Passage, tag: Tag) -> tuple[Fact, ...]:
        self.asked.append((passage, tag))
        return tuple(given for given in self._facts if given.label == tag.label)


def test_items_tell_the_mention_in_words() -> None:
    (gold,) = gold_items(annotated(annotation()))
    (answer,) = fact_items(TEXT, [fact()])
    assert gold == answer
    assert gold.mention == "Lụa"


def test_nobody_is_an_empty_mention() -> None:
    assert gold_items(annotated(annotation(subject=None)))[0].mention == ""
    assert fact_items(TEXT, [fact(subject=None)])[0].mention == ""


def test_the_extractor_gets_each_gold_label_once_with_full_probability() -> None:
    answers = Answers(fact())
    ballot = annotation("meeting.ballot", subject=None, slots={"for": 3})
    found = extract_all(answers, annotated(annotation(), annotation(), ballot))
    assert found == [fact()]
    assert [tag for _, tag in answers.asked] == [
        Tag("dues.unpaid", 1.0),
        Tag("meeting.ballot", 1.0),
    ]
    assert {passage for passage, _ in answers.asked} == {
        Passage(TEXT, Span(0, len(TEXT)), section="dues")
    }


def test_all_right_scores_one() -> None:
    scores = score_facts(Answers(fact()), [annotated(annotation())])
    assert (scores.findings, scores.found, scores.status) == (1, 1.0, 1.0)
    assert (scores.subject, scores.overlap) == (1.0, 1.0)
    assert scores.slots == Counts(right=1)


@pytest.mark.parametrize(
    ("answer", "found", "status", "subject", "overlap", "slots"),
    [
        pytest.param(fact(status="alleged"), 1, 0, 1, 1, Counts(1, 0, 0), id="status"),
        pytest.param(fact(subject=None), 1, 1, 0, 1, Counts(1, 0, 0), id="subject missing"),
        pytest.param(fact(subject=Span(0, 3)), 1, 1, 0, 1, Counts(1, 0, 0), id="subject wrong"),
        pytest.param(fact(slots={}), 1, 1, 1, 1, Counts(0, 0, 1), id="slot missing"),
        pytest.param(fact(slots={"period": "2023"}), 1, 1, 1, 1, Counts(0, 1, 1), id="slot wrong"),
        pytest.param(
            fact(slots={**SLOTS, "amount": 9}), 1, 1, 1, 1, Counts(1, 1, 0), id="slot invented"
        ),
        pytest.param(fact(evidence=Span(0, 7)), 0, 0, 0, 0, Counts(0, 0, 1), id="elsewhere"),
        pytest.param(fact("dues.paid"), 0, 0, 0, 0, Counts(0, 0, 1), id="another label"),
    ],
)
def test_an_error_costs_where_it_is(
    answer: Fact, found: int, status: int, subject: int, overlap: int, slots: Counts
) -> None:
    scores = score_facts(Answers(answer), [annotated(annotation())])
    assert (scores.found, scores.status, scores.subject) == (found, status, subject)
    assert (scores.overlap, scores.slots) == (overlap, slots)


def test_a_subject_counts_for_member_labels_only() -> None:
    heard = annotation("meeting.heard", slots={}, subject=None)
    scores = score_facts(Answers(fact()), [annotated(annotation(), heard)])
    assert scores.findings == 2
    assert scores.subject == 1.0
    assert scores.found == 0.5


def test_part_of_the_evidence_is_part_of_the_overlap() -> None:
    # Three of the six syllables "còn nợ đảng phí quý II".
    scores = score_facts(Answers(fact(evidence=Span(8, 19))), [annotated(annotation())])
    assert scores.overlap == pytest.approx(2 * 3 / (3 + 6))


def test_nothing_to_find_scores_nothing() -> None:
    scores = score_facts(Answers(), [annotated()])
    assert (scores.findings, scores.found, scores.overlap) == (0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param([fact()], Counts(1, 0, 0), id="right"),
        pytest.param([fact(), fact(subject=None)], Counts(1, 0, 0), id="twice is once"),
        pytest.param([fact(status="negated")], Counts(0, 1, 1), id="another status"),
        pytest.param([], Counts(0, 0, 1), id="missed"),
        pytest.param([fact(), fact("dues.paid")], Counts(1, 1, 0), id="one too many"),
    ],
)
def test_label_and_status_count_together(facts: list[Fact], expected: Counts) -> None:
    assert label_status_counts([annotated(annotation())], [facts]) == expected


def test_every_passage_needs_its_facts() -> None:
    with pytest.raises(ValueError, match="zip"):
        label_status_counts([annotated()], [])
