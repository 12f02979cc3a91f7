import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.facts.composed import compose_with_offsets
from vnparty_nlp.records import Span


def test_spans_lead_back_to_the_decomposed_text() -> None:
    text = unicodedata.normalize("NFD", "Đ/c Lượm nợ đảng phí")
    composed = compose_with_offsets(text)
    assert composed is not None
    start = composed.text.index("nợ")
    original = composed.original(Span(start, start + 2))
    assert unicodedata.normalize("NFC", original.of(text)) == "nợ"


def test_a_composed_text_needs_nothing() -> None:
    assert compose_with_offsets("Đ/c Lượm nợ đảng phí") is None


@given(st.text(alphabet="aăâeêioôơuưyđàáảãạằắẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữự ,.", min_size=1))
def test_every_letter_keeps_its_place(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)
    composed = compose_with_offsets(decomposed)
    if composed is None:
        assert decomposed == text
        return
    assert composed.text == text
    for index in range(len(text)):
        back = composed.original(Span(index, index + 1)).of(decomposed)
        assert unicodedata.normalize("NFC", back) == text[index]
