from collections.abc import Sequence

from tests.evaluation.annotated import passage
from vnparty_nlp.evaluation.noise import NOISES
from vnparty_nlp.evaluation.slices import by_length, by_noise, errors
from vnparty_nlp.records import Passage, Tag

PAID = ("dues.paid", "asserted", "đã nộp")
SHORT, LONG = (
    passage("Lụa đã nộp.", PAID),
    passage(f"Lụa đã nộp. {'Mưa to. ' * 20}", PAID, name="p2"),
)
PLAIN = passage("Trời mưa.", name="p3")
ALL = [SHORT, LONG, PLAIN]


class KnowsMarks:
    """Finds what is written with its marks."""

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Tag, ...]]:
        return [(Tag("dues.paid", 0.9),) if "đã nộp" in p.text else () for p in passages]


def test_lengths_are_told_apart() -> None:
    right: tuple[Tag, ...] = (Tag("dues.paid", 0.9),)
    found = by_length(ALL, [right, (), ()])
    assert found == {
        "1–10": {"f1": 1.0, "passages": 2},
        "41 and more": {"f1": 0.0, "passages": 1},
    }


def test_each_noise_is_put_on_the_passages_and_their_form_does_not_count() -> None:
    scores = by_noise(ALL, KnowsMarks())
    assert list(scores) == list(NOISES)
    assert (scores["NFD"], scores["no diacritics"], scores["shorthand"]) == (1.0, 0.0, 1.0)


def test_only_what_is_wrong_is_listed() -> None:
    wrong = [(Tag("dues.unpaid", 0.8),), (Tag("dues.paid", 0.9),), ()]
    assert list(errors(ALL, wrong)) == [
        {"id": "p1", "text": SHORT.text, "wrong": {"dues.unpaid": 0.8}, "missed": ["dues.paid"]}
    ]
