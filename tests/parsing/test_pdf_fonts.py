import re
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


def pdf_of(lines: list[str], font: str) -> bytes:
    """A page with these lines in a font with Windows' own encoding, which has no soft hyphen."""
    shown = b"".join(
        b"(" + line.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj 0 -20 Td "
        for line in lines
    )
    content = b"BT /F1 12 Tf 50 700 Td " + shown + b"ET"
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
        b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n"
        b"5 0 obj<</Type/Font/Subtype/TrueType/BaseFont/%s/Encoding/WinAnsiEncoding>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%%%EOF\n"
    ) % (len(content), content, font.encode())


def read_lines(lines: list[str], font: str) -> list[str]:
    with pdfium.PdfDocument(pdf_of(lines, font)) as pdf:
        text_page = pdf[0].get_textpage()
        text = text_page.get_text_range()
        found = list(re.finditer(r"\S+", text))
        places = np.array([(word.start(), word.end() - 1) for word in found], dtype=np.int64)
        words = [word.group().replace("\ufffe", "-").replace("\x02", "-") for word in found]
        modern, _ = modern_words(text_page, 1, text, (words, places))
    return " ".join(modern).split(" | ")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("BÝ th- chi bé, Th- ký ghi", "Bí thư chi bộ, Thư ký ghi", id="end of a word"),
        pytest.param("®ång chÝ BÝ th-, (phã BÝ th-).", "đồng chí Bí thư, (phó Bí thư).", id="before a mark"),
        pytest.param("nh- vËy, d©n c- ®Þnh c-", "như vậy, dân cư định cư", id="other onsets"),
        pytest.param("c- Ph©n c«ng ®¶ng viªn", "c- Phân công đảng viên", id="an item"),
        pytest.param("tõ 5- 10 ®ång, Hµ- Néi, tæ- bé", "từ 5- 10 đồng, Hà- Nội, tổ- bộ", id="hyphens"),
    ],
)  # fmt: skip
def test_a_hyphen_behind_an_onset_is_a_letter(line: str, expected: str) -> None:
    lines = ["Chi bé häp biÓu quyÕt ®ñ sè phiÕu |", line]
    assert read_lines(lines, "#2EVnTime")[1] == expected


def test_hyphens_of_other_fonts_stay() -> None:
    lines = ["Chi boä hoïp, ñoàng chí Nuï ghi bieân baûn |", "th- ñoàng chí, nh- ñaûng vieân"]
    assert read_lines(lines, "VNI-Times")[1] == "th- đồng chí, nh- đảng viên"


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
