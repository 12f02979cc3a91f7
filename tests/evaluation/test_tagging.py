from collections.abc import Sequence

import pytest

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.evaluation.corpus import AnnotatedPassage, Annotation
from vnparty_nlp.evaluation.metrics import Counts, calibration_error
from vnparty_nlp.evaluation.tagging import TaggingScores, as_passage, score_tagging
from vnparty_nlp.records import Passage, Span, Tag


def passage(text: str, *labels: str, writer: str = "w1") -> AnnotatedPassage:
    annotations = tuple(Annotation(x, "asserted", Span(0, 1), {}, None) for x in labels)
    return AnnotatedPassage(text, writer, text, "minutes", "dues", annotations)


PASSAGES = [
    passage("nợ", "dues.unpaid"),
    passage("nộp", "dues.paid", writer="w2"),
    passage("nợ rồi nộp", "dues.unpaid", "dues.paid"),
    passage("mưa"),
    passage("nắng", writer="w2"),
]


class Answers:
    """A tagger that gives prepared labels by text."""

    def __init__(self, answers: dict[str, list[Tag]]) -> None:
        self._answers = answers

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Tag, ...]]:
        return [tuple(self._answers.get(given.text, [])) for given in passages]


def score(**answers: list[Tag]) -> TaggingScores:
    right = {
        "nợ": [Tag("dues.unpaid", 1.0)],
        "nộp": [Tag("dues.paid", 1.0)],
        "nợ rồi nộp": [Tag("dues.unpaid", 1.0), Tag("dues.paid", 1.0)],
    }
    return score_tagging(Answers({**right, **answers}), PASSAGES)


def test_a_perfect_tagger() -> None:
    scores = score()
    assert scores.passages == 5
    assert (scores.micro_f1, scores.macro_f1) == (1.0, 1.0)
    assert scores.micro_interval == scores.macro_interval == (1.0, 1.0)
    assert scores.writers == {"w1": 1.0, "w2": 1.0}
    assert (scores.unlabelled, scores.flagged) == (2, 0)
    assert calibration_error(scores.reliability) == pytest.approx(0.0)


def test_every_label_of_the_catalogue_is_counted() -> None:
    scores = score()
    assert list(scores.labels) == list(load_catalogue().labels)
    assert scores.labels["dues.unpaid"] == Counts(2, 0, 0)
    assert scores.labels["meeting.ballot"] == Counts(0, 0, 0)


def test_a_missed_label_costs_its_writer_alone() -> None:
    scores = score(nộp=[])
    assert scores.labels["dues.paid"] == Counts(1, 0, 1)
    assert scores.writers == {"w1": 1.0, "w2": 0.0}
    assert scores.micro_f1 == pytest.approx(2 * 3 / (2 * 3 + 1))
    assert scores.macro_f1 == pytest.approx((1 + 2 / 3) / 2)


def test_plain_text_that_is_flagged_is_told() -> None:
    scores = score(mưa=[Tag("dues.paid", 0.9)])
    assert (scores.unlabelled, scores.flagged) == (2, 1)
    assert scores.labels["dues.paid"] == Counts(2, 1, 0)


def test_being_too_sure_is_an_error() -> None:
    wrong = [Tag("dues.paid", 1.0)]
    assert calibration_error(score(mưa=wrong, nắng=wrong).reliability) == pytest.approx(2 / 6)


def test_intervals_hold_the_measure_and_open_with_errors() -> None:
    scores = score(nộp=[])
    low, high = scores.micro_interval
    assert low <= scores.micro_f1 <= high
    assert low < high
    low, high = scores.macro_interval
    assert 0 <= low < high <= 1


def test_the_same_answers_give_the_same_scores() -> None:
    assert score(nộp=[]) == score(nộp=[])


def test_a_tagger_meets_the_passage_composed_and_without_its_annotations() -> None:
    apart = passage("va\u0306\u0301ng", "dues.paid")
    assert as_passage(apart) == Passage("vắng", Span(0, 4))
