import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.linking.syllables import bare_syllable, compare_syllables

SYLLABLES = st.sampled_from(
    ["bình", "bính", "hùng", "hưng", "thị", "nguyễn", "lý", "lí", "đức", "niê", "mlô"]
)


@pytest.mark.parametrize(
    ("written", "registered", "kind"),
    [
        pytest.param("bình", "bình", "same", id="same"),
        pytest.param("bình", "bính", "tone_swapped", id="two tones are two names"),
        pytest.param("binh", "bình", "marks_lost", id="mark lost"),
        pytest.param("nguyên", "nguyễn", "tone_lost", id="tone lost"),
        pytest.param("vĩ", "vỉ", "hook_or_tilde", id="hook and tilde sound alike"),
        pytest.param("đoan", "doan", "mark_swapped", id="đ and d"),
        pytest.param("lí", "lý", "i_or_y", id="i and y"),
        pytest.param("hùg", "hùng", "letter", id="letter lost"),
        pytest.param("hùgn", "hùng", "letter", id="letters turned round"),
        pytest.param("sung", "xung", "sound", id="s and x"),
        pytest.param("hương", "tường", None, id="another name"),
        pytest.param("dũng", "dủng", "hook_or_tilde", id="tilde and hook the other way"),
        pytest.param("hung", "hưng", "marks_lost", id="horn lost"),
        pytest.param("dung", "đúng", "marks_lost", id="all of two marks lost"),
        pytest.param("hưng", "hùng", "tone_swapped", id="another vowel and tone"),
        pytest.param("lân", "lăn", "mark_swapped", id="circumflex and breve"),
        pytest.param("quí", "quý", "i_or_y", id="quí and quý"),
        pytest.param("lì", "lý", None, id="i for y and another tone"),
        pytest.param("hảrng", "hảmg", "letter", id="rn read as m"),
        pytest.param("ian", "lan", "letter", id="i for l"),
        pytest.param("binhh", "bình", "letter", id="letter twice, mark lost"),
        pytest.param("trung", "chung", "sound", id="tr and ch"),
        pytest.param("nam", "lam", "sound", id="n and l"),
        pytest.param("lang", "lan", "sound", id="a final g too many"),
        pytest.param("lan", "lang", "sound", id="a final g lost"),
        pytest.param("cát", "các", "sound", id="final t and c"),
        pytest.param("a", "b", None, id="letters"),
        pytest.param("", "lan", None, id="nothing"),
        pytest.param("bình", "minh", None, id="a rhyme"),
        pytest.param("lan", "mai", None, id="nothing in common"),
    ],
)
def test_difference(written: str, registered: str, kind: str | None) -> None:
    match = compare_syllables(written, registered)
    if kind is None:
        assert match is None
    else:
        assert match is not None
        assert match.kind == kind


@given(SYLLABLES, SYLLABLES)
def test_only_the_same_is_as_good_as_the_same(first: str, second: str) -> None:
    match = compare_syllables(first, second)
    assert (match is not None and match.share == 1.0) == (first == second)


def test_letters_of_the_highland_scripts_have_a_bare_form() -> None:
    assert bare_syllable("ƀuôn") == "buon"
    assert bare_syllable("ayŭn") == "ayun"
