import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        pytest.param("N.V.H vắng", ["N.V.", "H", "vắng"], id="nothing but initials"),
        pytest.param("K' Brêu, Bh'riu", ["K' Brêu", "Bh'riu"], id="Cơ Ho and Cơ Tu"),
        pytest.param("Y-Bhăm Niê", ["Y-Bhăm", "Niê"], id="hyphen behind Y"),
        pytest.param("đ/c Bình (ốm)", ["đ", "c", "Bình", "ốm"], id="signs part words"),
        pytest.param(
            "họp. Lan vắng", ["họp", "Lan", "vắng"], id="a sentence's point is no initial"
        ),
        pytest.param(
            "M001 19h30",
            [],
            id="codes and times hold no words",
            marks=pytest.mark.xfail(strict=True, reason="letters beside figures are words"),
        ),
        pytest.param("1. 2) 3/", [], id="numbering"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_tokenize(text: str, words: list[str]) -> None:
    tokens = tokenize(text)
    assert [token.text for token in tokens] == words
    assert all(text[token.start : token.end] == token.text for token in tokens)


@pytest.mark.parametrize(
    ("text", "joins"),
    [
        pytest.param("Thị Lan", True, id="a space"),
        pytest.param("Thị\u00a0Lan", True, id="a space that does not break"),
        pytest.param("Thị  Lan", False, id="two spaces"),
        pytest.param("Thị\tLan", False, id="a tabulator"),
        pytest.param("Thị\nLan", False, id="a line break"),
        pytest.param("Thị, Lan", False, id="a comma"),
        pytest.param("Thị-Lan", False, id="a hyphen"),
    ],
)
def test_joins(text: str, joins: bool) -> None:
    assert tokenize(text)[1].joins is joins


@given(st.text(alphabet="aăBìnhHKY'’-. ,/\n\t1Đ", max_size=40))
def test_words_and_gaps_make_up_the_text(text: str) -> None:
    tokens = tokenize(text)
    told = "".join(token.gap + token.text for token in tokens)
    assert text.startswith(told)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(len(token.key) == len(token.bare) == len(token.text) for token in tokens)


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
