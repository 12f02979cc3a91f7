import pytest

from vnparty_nlp.evaluation.metrics import Counts
from vnparty_nlp.evaluation.pairing import Item, Pair, evidence_overlap, pair_items, slot_counts
from vnparty_nlp.records import Span

TEXT = "Bình nợ quý I, Lan nợ quý II"
BINH = Item("dues.unpaid", "asserted", Span(5, 13), {"period": "XXXX-Q1"}, "Bình")
LAN = Item("dues.unpaid", "asserted", Span(19, 28), {"period": "XXXX-Q2"}, "Lan")


def test_items_are_paired_by_label_place_and_mention() -> None:
    assert pair_items([BINH, LAN], [LAN, BINH]) == [Pair(BINH, BINH), Pair(LAN, LAN)]


def test_people_who_share_an_evidence_are_told_apart_by_their_mention() -> None:
    shared = Item("dues.unpaid", "asserted", BINH.evidence, {}, "Lan")
    assert pair_items([BINH, shared], [shared, BINH]) == [Pair(BINH, BINH), Pair(shared, shared)]


def test_what_stands_elsewhere_or_has_another_label_is_no_pair() -> None:
    other = Item("dues.paid", "asserted", BINH.evidence, {})
    assert pair_items([BINH], [LAN, other]) == [
        Pair(BINH, None),
        Pair(None, LAN),
        Pair(None, other),
    ]


@pytest.mark.parametrize(
    ("answer", "overlap"),
    [
        pytest.param(Span(5, 13), 1.0, id="the same"),
        pytest.param(Span(5, 7), 0.5, id="one syllable of three"),
        pytest.param(Span(15, 18), 0.0, id="elsewhere"),
    ],
)
def test_evidence_overlap(answer: Span, overlap: float) -> None:
    pair = Pair(BINH, Item("dues.unpaid", "asserted", answer, {}))
    assert evidence_overlap(TEXT, pair) == overlap
    assert evidence_overlap(TEXT, Pair(BINH, None)) == 0.0


def test_slots_are_compared_without_case_and_spacing() -> None:
    gold = Item(
        "duty.fulfilled", "asserted", Span(0, 1), {"task": "nạo vét  mương", "date": "2023"}
    )
    answer = Item("duty.fulfilled", "asserted", Span(0, 1), {"task": "Nạo vét mương"})
    assert slot_counts(Pair(gold, answer)) == Counts(right=1, missed=1)
    assert slot_counts(Pair(None, answer)) == Counts(wrong=1)
