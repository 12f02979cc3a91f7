import random

from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.evaluation.corpus import parse_passage
from vnparty_nlp.training.augment import abbreviate, clauses, draw, misread, variants, whole

TEXT = "Đồng chí Lan báo cáo: chi bộ đã trồng cây xong; đồng chí Mạc còn nợ đảng phí quý II."
EVIDENCE = "còn nợ đảng phí quý II"
START = TEXT.index(EVIDENCE)
PASSAGE = parse_passage(
    {
        "id": "1",
        "text": TEXT,
        "kind": "minutes",
        "section": "dues",
        "labels": [
            {
                "label": "dues.unpaid",
                "status": "asserted",
                "evidence": [START, START + len(EVIDENCE)],
                "slots": {},
            }
        ],
    },
    writer="w99",
)


def test_a_clause_carries_the_labels_whose_evidence_it_holds() -> None:
    assert [(c.text, c.labels) for c in clauses(PASSAGE)] == [
        ("Đồng chí Lan báo cáo: chi bộ đã trồng cây xong", frozenset()),
        ("đồng chí Mạc còn nợ đảng phí quý II.", {"dues.unpaid"}),
    ]


def test_abbreviations_keep_the_rest() -> None:
    short = abbreviate(TEXT, random.Random(1))
    assert len(short) < len(TEXT)
    assert "nợ" in short


def test_misreading_changes_letters_and_nothing_else() -> None:
    read = misread(TEXT, random.Random(1))
    assert len(read) == len(TEXT)
    assert read != TEXT
    assert sum(a != b for a, b in zip(read, TEXT, strict=True)) < len(TEXT) / 4


@given(st.integers())
def test_a_drawn_variant_never_gains_a_label(seed: int) -> None:
    assert draw(PASSAGE, random.Random(seed)).labels <= whole(PASSAGE).labels


def test_variants_hold_the_passage_its_clauses_and_three_kinds_of_noise() -> None:
    found = list(variants(PASSAGE, random.Random(3)))
    assert [e.text for e in found[:3]] == [TEXT, *(clause.text for clause in clauses(PASSAGE))]
    assert len(found) == 6
    assert found == list(variants(PASSAGE, random.Random(3)))
