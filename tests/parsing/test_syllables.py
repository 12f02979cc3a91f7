import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.parsing.syllables import is_syllable, share_of_syllables

ONSETS = ["", "b", "ch", "đ", "gh", "h", "kh", "ng", "ngh", "nh", "ph", "qu", "t", "th", "tr", "x"]
RHYMES = ["a", "anh", "ân", "ê", "iên", "oai", "oan", "ông", "uôc", "ương", "uyên", "ưu", "y", "ác"]


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("Nghị", id="three letters of onset"),
        pytest.param("quyết", id="qu and yê"),
        pytest.param("KHOẢN", id="capitals"),
        pytest.param("giếng", id="gi before iê"),
        pytest.param("gì", id="gi alone"),
        pytest.param("khuỷu", id="three vowels"),
        pytest.param("ý", id="one vowel"),
        pytest.param("hoà", id="new tone place"),
        pytest.param("hòa", id="old tone place"),
        pytest.param("boong", id="long o"),
        pytest.param("được", id="stop with the heavy tone"),
    ],
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("ĐIỀ", id="iê wants an end"),
        pytest.param("ngh", id="no vowel"),
        pytest.param("chibộ", id="two at once"),
        pytest.param("đườnng", id="letter twice"),
        pytest.param("đưàng", id="no such vowels"),
        pytest.param("càt", id="stop with the grave tone"),
        pytest.param("ắấ", id="two tones"),
        pytest.param("Kbuôr", id="Ê Đê name"),
        pytest.param("§¶ng", id="TCVN3 read as Latin"),
        pytest.param("Microsoft", id="foreign word"),
    ],
)
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


@given(st.sampled_from(ONSETS), st.sampled_from(RHYMES))
def test_onset_and_rhyme_make_a_syllable(onset: str, rhyme: str) -> None:
    assert is_syllable(onset + rhyme)


def test_share_counts_marked_words_only() -> None:
    assert share_of_syllables("The meeting of chi bộ at 9 am") == 1.0
    assert share_of_syllables("plain English") == 1.0
    assert share_of_syllables("chi bộ ñaûng") == 0.5
