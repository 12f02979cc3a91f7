import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.vietnamese.unicode import compose, fold, fold_tone_place, strip_marks

VIETNAMESE = st.text(alphabet="aăâeêioôơuưyđàáảãạằắẳẵặầấẩẫậềếểễệồốổỗộờớởỡợừứửữự ĐÊÔƠƯ,.-0123456789")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ð/c Bình", "Đ/c Bình", id="eth is read as đ"),
        pytest.param(unicodedata.normalize("NFD", "Nghị quyết"), "Nghị quyết", id="NFD"),
        pytest.param("quye\u0301\u0302t", "quyết", id="tone typed before the circumflex"),
        pytest.param("Señor, déjà vu", "Señor, déjà vu", id="other languages keep their letters"),
    ],
)
def test_compose(text: str, expected: str) -> None:
    assert compose(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Hoà, THUỶ, khoẻ", "Hòa, THỦY, khỏe", id="tone moves to the first vowel"),
        pytest.param("hoàn, quý, toàn, giá", "hoàn, quý, toàn, giá", id="closed syllables and qu stay"),
    ],
)
def test_fold_tone_place(text: str, expected: str) -> None:
    assert fold_tone_place(text) == expected


@given(VIETNAMESE)
def test_comparing_forms_keep_the_length(text: str) -> None:
    assert len(strip_marks(text)) == len(fold(text)) == len(fold_tone_place(text)) == len(text)


@given(VIETNAMESE)
def test_composing_undoes_decomposing(text: str) -> None:
    assert compose(unicodedata.normalize("NFD", text)) == unicodedata.normalize("NFC", text)


def test_strip_marks_leaves_bare_letters() -> None:
    assert strip_marks("Đảng ủy phường Mỹ Thượng") == "Dang uy phuong My Thuong"
