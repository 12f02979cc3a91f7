from dataclasses import replace

import pytest

from vnparty_nlp.findings import disposition, make_finding, wants_link
from vnparty_nlp.records import Candidate, Document, Fact, Link, Passage, Span

CERTAIN = Link("M001", 0.97, (Candidate("M001", 0.97),))
OPEN = Link(None, 0.5, (Candidate("M001", 0.5), Candidate("M002", 0.5)))
ARREARS = Fact("dues.unpaid", 0.9, "asserted", Span(23, 45), {"period": "XXXX-Q2"}, Span(9, 22))
SANCTION = replace(ARREARS, label="sanction.decided", slots={"form": "khiển trách", "date": "2023"})
BALLOT = replace(ARREARS, label="meeting.ballot", slots={"for": 17}, subject=None)


@pytest.mark.parametrize(
    ("fact", "link", "expected"),
    [
        pytest.param(ARREARS, CERTAIN, "linked", id="asserted and certain"),
        pytest.param(replace(ARREARS, status="resolved"), CERTAIN, "linked", id="resolved"),
        pytest.param(ARREARS, OPEN, "review", id="two namesakes"),
        pytest.param(replace(ARREARS, status="alleged"), CERTAIN, "review", id="alleged"),
        pytest.param(replace(ARREARS, guessed=True), CERTAIN, "review", id="named elsewhere"),
        pytest.param(SANCTION, CERTAIN, "review", id="a sanction always goes to a person"),
        pytest.param(replace(SANCTION, subject=None), None, "review", id="a sanction of nobody"),
        pytest.param(replace(ARREARS, slots={}), CERTAIN, "incomplete", id="no period"),
        pytest.param(replace(ARREARS, status="negated"), CERTAIN, "context", id="negated"),
        pytest.param(replace(SANCTION, status="conditional"), None, "context", id="rule"),
        pytest.param(replace(ARREARS, subject=None), None, "tagged", id="about nobody"),
        pytest.param(BALLOT, None, "tagged", id="meeting"),
        pytest.param(replace(BALLOT, slots={}), None, "incomplete", id="ballot without votes"),
    ],
)
def test_disposition(fact: Fact, link: Link | None, expected: str) -> None:
    assert disposition(fact, link) == expected


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        pytest.param(ARREARS, True, id="a recorded fact"),
        pytest.param(SANCTION, True, id="a sanction gets candidates"),
        pytest.param(replace(ARREARS, status="alleged"), False, id="alleged"),
        pytest.param(replace(ARREARS, status="conditional"), False, id="conditional"),
        pytest.param(replace(ARREARS, slots={}), False, id="incomplete"),
        pytest.param(BALLOT, False, id="meeting"),
    ],
)
def test_nobody_is_looked_up_without_a_recorded_fact(fact: Fact, expected: bool) -> None:
    assert wants_link(fact) is expected


def test_a_finding_shows_its_evidence_and_place(document: Document) -> None:
    finding = make_finding(document, Passage(document.text, Span(0, 46)), ARREARS, CERTAIN)
    assert finding.text == finding.span.of(document.text) == "còn nợ đảng phí quý II"
    assert finding.page == 1
    assert finding.bbox is not None
    assert finding.bbox.left == 50.0
    assert finding.subject is not None
    assert finding.subject.mention == "Trần Văn Bình"
    assert finding.subject.link.member_id == "M001"


@pytest.mark.parametrize(
    "fact", [SANCTION, replace(ARREARS, status="alleged")], ids=["sanction", "alleged"]
)
def test_no_member_stands_in_a_finding_that_a_person_must_decide(
    document: Document, fact: Fact
) -> None:
    finding = make_finding(document, Passage(document.text, Span(0, 46)), fact, CERTAIN)
    assert finding.subject is not None
    assert finding.subject.link.member_id is None


def test_ids_are_stable_and_tell_findings_apart(document: Document) -> None:
    passage = Passage(document.text, Span(0, 46))
    first = make_finding(document, passage, ARREARS, CERTAIN)
    assert make_finding(document, passage, ARREARS, OPEN).finding_id == first.finding_id
    other = make_finding(document, passage, replace(ARREARS, label="dues.paid"), CERTAIN)
    assert other.finding_id != first.finding_id
