import pytest

from vnparty_nlp.vietnamese.name_tokens import is_syllable, tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Trần Văn Bình, 1962", ["Trần", "Văn", "Bình"], id="words without figures"),
        pytest.param("H’ Lan Êban", ["H’ Lan", "Êban"], id="apostrophe and space"),
        pytest.param("Ksor H'Blin", ["Ksor", "H'Blin"], id="apostrophe"),
        pytest.param("H-Mai", ["H-Mai"], id="hyphen behind a marker"),
        pytest.param("Lan-Mai", ["Lan", "Mai"], id="hyphen between names"),
        pytest.param("N.V. Hùng", ["N.V.", "Hùng"], id="initials"),
        pytest.param("Ng. Văn Hùng", ["Ng.", "Văn", "Hùng"], id="abbreviated surname"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_tokenize(text: str, words: list[str]) -> None:
    tokens = tokenize(text)
    assert [token.text for token in tokens] == words
    assert all(text[token.start : token.end] == token.text for token in tokens)


def test_forms_and_gaps() -> None:
    first, second = tokenize("HOÀ  Bình")
    assert (first.key, first.bare, first.is_upper) == ("hòa", "hoa", True)
    assert (second.gap, second.joins, second.is_capital) == ("  ", False, True)


@pytest.mark.parametrize("bare", ["binh", "nguyen", "y", "yen", "quyet", "oanh", "thuy", "giang"])
def test_syllables(bare: str) -> None:
    assert is_syllable(bare)


@pytest.mark.parametrize("bare", ["mlo", "ksor", "hyeo", "krong", "btcb", "damrey"])
def test_no_syllables(bare: str) -> None:
    assert not is_syllable(bare)
