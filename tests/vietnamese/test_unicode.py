"""One form for letters: what is composed, what is folded, and what must stay as it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.vietnamese.unicode import compose, fold, fold_tone_place, strip_marks

VIETNAMESE = st.text(alphabet="aăâeêioôơuưyđàáảãạằắẳẵặầấẩẫậềếểễệồốổỗộờớởỡợừứửữự ĐÊÔƠƯ,.-0123456789")
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
VOWELS = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]
# Every vowel with every tone, in both cases: all letters of Vietnamese but the consonants.
LETTERS = [
    unicodedata.normalize("NFC", letter + tone)
    for vowel in VOWELS
    for letter in (vowel, vowel.upper())
    for tone in TONES
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ð/c Bình", "Đ/c Bình", id="eth is read as đ"),
        pytest.param("262-QÐ/TW", "262-QĐ/TW", id="eth in a document's number"),
        pytest.param("ðảng", "đảng", id="small eth"),
        pytest.param("Ɖảng", "Đảng", id="African đ"),
        pytest.param(unicodedata.normalize("NFD", "Nghị quyết"), "Nghị quyết", id="NFD"),
        pytest.param("quye\u0301\u0302t", "quyết", id="tone typed before the circumflex"),
        pytest.param("nu\u0301\u031b", "nứ", id="tone typed before the horn"),
        pytest.param("ba\u0306\u0301c", "bắc", id="breve, then tone"),
        pytest.param("ba\u0301\u0306c", "bắc", id="tone, then breve"),
        pytest.param("e\u0323\u0302", "ệ", id="dot below, then circumflex"),
        pytest.param("ê\u0301", "ế", id="cp1258: built-in circumflex and loose tone"),
        pytest.param("quyé\u0302t", "quyết", id="built-in tone and loose circumflex"),
        pytest.param("Señor, déjà vu", "Señor, déjà vu", id="other languages keep their letters"),
        pytest.param("½ × 25 m²", "½ × 25 m²", id="signs keep their form"),
        pytest.param("H’Lan, Êñuôl, Ayŭn", "H’Lan, Êñuôl, Ayŭn", id="Ê Đê script"),
        pytest.param("", "", id="empty"),
    ],
)
def test_compose(text: str, expected: str) -> None:
    assert compose(text) == expected
    assert compose(expected) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Hoà, THUỶ, khoẻ", "Hòa, THỦY, khỏe", id="tone moves to the first vowel"),
        pytest.param("oà oá oả oã oạ", "òa óa ỏa õa ọa", id="oa in all tones"),
        pytest.param("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe", id="oe in all tones"),
        pytest.param("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy", id="uy in all tones"),
        pytest.param("hòa, thủy, khỏe", "hòa, thủy, khỏe", id="already there"),
        pytest.param("hoàn, toàn, khoét", "hoàn, toàn, khoét", id="closed syllables stay"),
        pytest.param("quý, quỳ, Quỹ, QUÝ", "quý, quỳ, Quỹ, QUÝ", id="qu stays"),
        pytest.param("giá, già, giỏ", "giá, già, giỏ", id="gi stays"),
        pytest.param("thuở, khuê, huệ", "thuở, khuê, huệ", id="other pairs stay"),
        pytest.param("hoài, ngoái, khoáy", "hoài, ngoái, khoáy", id="three vowels stay"),
        pytest.param("đảng uỷ", "đảng ủy", id="at the end of a text"),
        pytest.param("uỷ ban", "ủy ban", id="at its start"),
        pytest.param("Thuý-Hoà", "Thúy-Hòa", id="beside a hyphen"),
    ],
)
def test_fold_tone_place(text: str, expected: str) -> None:
    assert fold_tone_place(text) == expected
    assert fold_tone_place(expected) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Đảng ủy phường Mỹ Thượng", "Dang uy phuong My Thuong", id="all marks"),
        pytest.param("đ Đ", "d D", id="đ has no decomposition"),
        pytest.param("Y Thông Mlô, H'Lan Êban", "Y Thong Mlo, H'Lan Eban", id="highlands"),
        pytest.param("Rơ Châm Kpă Ayŭn", "Ro Cham Kpa Ayun", id="breves of Gia Rai"),
        pytest.param("Neáng Kim", "Neang Kim", id="Khmer"),
        pytest.param("25/28 = 89,3%", "25/28 = 89,3%", id="figures stay"),
        pytest.param("“ngoặc” – gạch…", "“ngoac” – gach…", id="quotation marks and dashes stay"),
    ],
)
def test_strip_marks(text: str, expected: str) -> None:
    assert strip_marks(text) == expected
    assert strip_marks(expected) == expected


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        pytest.param("HOÀ", "hòa", True, id="case and place of the tone"),
        pytest.param("Đảng uỷ", "ĐẢNG ỦY", True, id="a body"),
        pytest.param("Lý", "Lí", False, id="i and y are two spellings"),
        pytest.param("Bình", "Bính", False, id="two tones"),
        pytest.param("Doan", "Đoan", False, id="d and đ"),
        pytest.param("Huỳnh", "Hùynh", False, id="a misplaced tone in a closed syllable"),
    ],
)
def test_fold(one: str, other: str, equal: bool) -> None:
    assert (fold(one) == fold(other)) is equal


@pytest.mark.parametrize("letter", LETTERS)
def test_no_letter_is_lost(letter: str) -> None:
    bare = strip_marks(letter)
    assert bare.isascii()
    assert bare.isupper() == letter.isupper()
    assert compose(unicodedata.normalize("NFD", letter)) == letter
    assert fold(letter) == letter.lower()


@given(VIETNAMESE)
def test_comparing_forms_keep_the_length(text: str) -> None:
    assert len(strip_marks(text)) == len(fold(text)) == len(fold_tone_place(text)) == len(text)


@given(VIETNAMESE)
def test_composing_undoes_decomposing(text: str) -> None:
    assert compose(unicodedata.normalize("NFD", text)) == unicodedata.normalize("NFC", text)


@given(st.text(max_size=40))
def test_every_form_is_reached_in_one_step(text: str) -> None:
    composed = compose(text)
    assert compose(composed) == composed
    assert unicodedata.is_normalized("NFC", composed)
    assert fold(fold(composed)) == fold(composed)
    assert strip_marks(strip_marks(composed)) == strip_marks(composed)


@given(st.sampled_from(VOWELS), st.sampled_from(TONES[1:]))
def test_the_order_of_marks_does_not_matter(vowel: str, tone: str) -> None:
    marks = unicodedata.normalize("NFD", vowel)[1:] + tone
    base = unicodedata.normalize("NFD", vowel)[0]
    assert compose(base + marks) == compose(base + marks[::-1])


@given(VIETNAMESE)
def test_marks_and_case_can_be_dropped_in_any_order(text: str) -> None:
    composed = compose(text)
    assert strip_marks(fold(composed)) == strip_marks(composed).lower()
