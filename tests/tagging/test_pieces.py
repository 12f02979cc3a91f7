import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.records import Tag
from vnparty_nlp.tagging.pieces import LONG, pieces, tag_in_pieces

SENTENCE = "Trời mưa, họp muộn. "


@given(st.text(alphabet="ab. ;\nđ", max_size=3 * LONG))
def test_pieces_are_the_text(text: str) -> None:
    found = pieces(text)
    assert "".join(found) == text
    assert all(found) or not text


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        pytest.param("", [0], id="nothing"),
        pytest.param("x" * LONG, [LONG], id="just one"),
        pytest.param(SENTENCE * 12, [140, 100], id="behind a sentence"),
        pytest.param("chi bộ " * 40, [147, 133], id="at a space"),
        pytest.param("x" * 330, [150, 150, 30], id="anywhere"),
    ],
)
def test_long_text_is_cut_where_it_can_be(text: str, lengths: list[int]) -> None:
    assert [len(piece) for piece in pieces(text)] == lengths


def test_of_the_pieces_tags_the_likeliest_stays() -> None:
    def tag(texts: list[str]) -> list[tuple[Tag, ...]]:
        return [
            (
                Tag("dues.paid", 0.5 + 0.1 * number),
                *([Tag("dues.unpaid", 0.55)] if number == 1 else []),
            )
            for number, _ in enumerate(texts)
        ]

    long, short = SENTENCE * 20, "Đã nộp."
    assert len(pieces(long)) == 3
    (first, second) = tag_in_pieces([long, short], tag)  # type: ignore[arg-type]
    assert [(t.label, round(t.probability, 2)) for t in first] == [
        ("dues.paid", 0.7),
        ("dues.unpaid", 0.55),
    ]
    assert [(t.label, round(t.probability, 2)) for t in second] == [("dues.paid", 0.8)]
