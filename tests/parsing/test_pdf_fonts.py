from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest

from vnparty_nlp.parsing.legacy_report import Conversion
from vnparty_nlp.parsing.pdf_fonts import modern_words

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Chi bộ họp, “đã” nộp đủ – hết 5 m², giá 20 °C", id="Vietnamese"),
        pytest.param("ASCII only", id="ASCII"),
        pytest.param("", id="empty page"),
        pytest.param("một dấu − thôi", id="one sign is no hint"),
    ],
)
def test_a_page_without_hints_is_not_looked_at(text: str) -> None:
    texts = text.split()
    places = np.zeros((len(texts), 2), dtype=np.int64)
    # There is no page behind it: asking pdfium would fail.
    assert modern_words(None, 1, text, (texts, places)) == (texts, ())


def test_lines_are_converted_word_by_word() -> None:
    with pdfium.PdfDocument(FIXTURES / "legacy" / "named.pdf") as pdf:
        text_page = pdf[0].get_textpage()
        text = text_page.get_text_range()
        starts = [place for place in range(len(text)) if text[place : place + 1].strip()]
        words = [text[place] for place in starts]
        places = np.array([(place, place) for place in starts], dtype=np.int64)
        letters, done = modern_words(text_page, 7, text, (words, places))
    assert len(letters) == len(words)
    assert "".join(letters).startswith("BIÊNBẢNHỌP")
    assert [(one.encoding, one.page) for one in done] == [("tcvn3", 7)] * 3 + [("vni", 7)]
    assert all(isinstance(one, Conversion) for one in done)
