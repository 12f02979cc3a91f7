import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.records import Box, Document, Span


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_a_span_is_never_empty_or_negative(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start < end"):
        Span(start, end)


@given(st.text(min_size=1), st.data())
def test_a_span_covers_what_it_says(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Span(start, end).of(text) == text[start:end]
    assert Span(0, len(text)).covers(Span(start, end))
    assert Span(start, end).shift(2) == Span(start + 2, end + 2)


def test_a_place_is_the_box_around_the_words_of_the_span(document: Document) -> None:
    start = document.text.index("Trần Văn Bình")
    assert document.words.locate(Span(start, start + len("Trần Văn Bình"))) == (
        1,
        Box(20.0, 100.0, 49.0, 112.0),
    )


def test_half_a_word_is_found_by_its_word(document: Document) -> None:
    start = document.text.index("nợ")
    assert document.words.locate(Span(start + 1, start + 2)) == (1, Box(60.0, 100.0, 69.0, 112.0))


def test_what_has_no_box_has_no_place(document: Document) -> None:
    gap = document.text.index(" ")
    assert document.words.locate(Span(gap, gap + 1)) is None
