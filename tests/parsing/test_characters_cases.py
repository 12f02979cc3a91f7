import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.parsing.characters import clean


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Chi bộ họp", "Chi bộ họp", id="nothing to do"),
        pytest.param("Ho\u0323p chi bo\u0323\u0302", "Họp chi bộ", id="loose marks"),
        pytest.param("tuye\u0301\u0302t", "tuyết", id="marks in the wrong order"),
        pytest.param("QÐ", "QĐ", id="U+00D0"),
        pytest.param("ðồng chí", "đồng chí", id="U+00F0"),
        pytest.param("Ɖảng", "Đảng", id="U+0189"),
        pytest.param("Chi\u200bbộ", "Chibộ", id="zero-width space"),
        pytest.param("kinh\u00adtế", "kinhtế", id="soft hyphen"),
        pytest.param("\ufeffBiên bản", "Biên bản", id="byte order mark"),
        pytest.param("a\u202eb\u202cc", "abc", id="bidi marks"),
        pytest.param("a\x00b\x07c\x1bd", "abcd", id="control characters"),
        pytest.param("a\tb\nc\r\nd", "a\tb\nc\r\nd", id="blanks stay"),
        pytest.param("\uf0b7 Việc", "• Việc", id="bullet of Symbol"),
        pytest.param("\uf0fc nộp", "✓ nộp", id="tick of Wingdings"),
        pytest.param("\uf02d Việc", "- Việc", id="dash of Symbol"),
        pytest.param("15\u2011QĐ", "15-QĐ", id="hyphen that does not break"),
        pytest.param("năm 2020 – 2025", "năm 2020 – 2025", id="a dash is a dash"),
        pytest.param("a\u00a0b", "a\u00a0b", id="a blank that does not break stays one"),
        pytest.param("", "", id="empty"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(st.text())
def test_the_result_is_composed_and_clean_again(text: str) -> None:
    found = clean(text)
    assert unicodedata.is_normalized("NFC", found)
    assert clean(found) == found


@given(st.text(alphabet="ăâđêôơưàáảãạếềểễệ ĂÂĐabc.,\n"))
def test_vietnamese_in_any_form_gives_the_same(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert clean(unicodedata.normalize("NFD", text)) == clean(text) == composed
