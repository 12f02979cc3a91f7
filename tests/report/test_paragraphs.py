import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.records import Span
from vnparty_nlp.report.paragraphs import excerpt_around


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "passage", "expected"),
    [
        pytest.param("Đảng phí\nĐã thu. Còn nợ.\nII.", "Còn nợ.", "Đã thu. Còn nợ.", id="its line"),
        pytest.param("Đã thu đủ.", "Đã thu đủ.", "Đã thu đủ.", id="the only line"),
        pytest.param("Mở đầu.\nĐã thu đủ.", "Đã thu đủ.", "Đã thu đủ.", id="the last line"),
        pytest.param("a\nCòn nợ\n2 tháng.\nb", "nợ\n2", "Còn nợ\n2 tháng.", id="over two lines"),
    ],
)  # fmt: skip
def test_a_paragraph_is_the_line_that_holds_the_passage(
    text: str, passage: str, expected: str
) -> None:
    assert excerpt_around(text, span_of(text, passage)).text == expected


def test_a_very_long_line_is_cut_at_words_around_the_passage() -> None:
    text = "trước " * 500 + "Đ/c Páo còn nợ đảng phí." + " sau" * 500
    passage = span_of(text, "Đ/c Páo còn nợ đảng phí.")
    excerpt = excerpt_around(text, passage)
    assert excerpt.text.startswith("…trước ")
    assert excerpt.text.endswith(" sau…")
    assert len(excerpt.text) < 1400
    start, end = excerpt.marks(passage)
    assert excerpt.text[start:end] == "Đ/c Páo còn nợ đảng phí."


def test_marks_count_as_javascript_counts() -> None:
    text = "𝄞 còn nợ 𝄞 tháng"
    assert excerpt_around(text, span_of(text, "còn")).marks(span_of(text, "nợ 𝄞")) == (7, 12)


@given(
    st.text(st.sampled_from("aế đ.\n𝄞"), min_size=1, max_size=2000),
    st.data(),
)
def test_what_is_marked_is_what_the_span_covers(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    inner = data.draw(st.integers(start, end - 1))
    passage, evidence = Span(start, end), Span(inner, end)
    excerpt = excerpt_around(text, passage)
    for span in (passage, evidence):
        first, last = excerpt.marks(span)
        shown = excerpt.text.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le")
        assert shown == span.of(text)
