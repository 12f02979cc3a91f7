import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.parsing.characters import clean, join_spaced_letters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Chi\u00ad bộ", "Chi bộ", id="soft hyphen"),
        pytest.param("Chi\u200b bộ\ufeff", "Chi bộ", id="zero width"),
        pytest.param("a\x00b\x07c", "abc", id="control characters"),
        pytest.param("a\tb\nc\u00a0d", "a\tb\nc\u00a0d", id="blanks stay"),
        pytest.param("\uf0b7 Việc", "• Việc", id="Symbol bullet"),
        pytest.param("\uf0fc đã nộp", "✓ đã nộp", id="Wingdings tick"),
        pytest.param("15\u2011QĐ", "15-QĐ", id="non-breaking hyphen"),
        pytest.param("Ho\u0323\u0302i nghi\u0323", "Hội nghị", id="loose marks"),
        pytest.param("QÐ/TW", "QĐ/TW", id="eth"),
        pytest.param("Chi bộ – “điều 5”", "Chi bộ – “điều 5”", id="nothing to do"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(st.text())
def test_cleaning_twice_changes_nothing_and_leaves_nfc(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(letter) == "Cs" for letter in once)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("B Á O  C Á O", "BÁO CÁO", id="two words"),
        pytest.param(" Q U Y Ế T   Đ Ị N H ", "QUYẾT ĐỊNH", id="more blanks"),
        pytest.param("A B C D", "A B C D", id="no syllable"),
        pytest.param("Ý A", "Ý A", id="too short"),
        pytest.param("Báo cáo", "Báo cáo", id="ordinary"),
    ],
)
def test_letters_set_apart(line: str, expected: str) -> None:
    assert join_spaced_letters(line) == expected
