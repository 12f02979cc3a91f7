import pytest

from vnparty_nlp.parsing.syllables import is_syllable, share_of_syllables


@pytest.mark.parametrize(
    "word",
    [
        "chi",
        "bộ",
        "nghiêng",
        "khuỷu",
        "quyết",
        "giặt",
        "ngoằn",
        "ĐẢNG",
        "uỷ",
        "ủy",
        "hoà",
        "hòa",
        "thuở",
        "quý",
        "gì",
        "yêu",
        "ươm",
        "oái",
        "khuya",
        "xoong",
        "pháp",
        "sạch",
        "ướt",
        "ở",
        "ý",
        "Nụ",
        "Thìn",
    ],
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    [
        "chibộ",
        "nghịquyết",
        "§¶ng",
        "bé́",
        "fáy",
        "wế",
        "ngịchh",
        "sàch",
        "phãp",
        "đ",
        "bđ",
        "khuyểnh2",
    ],
)
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        pytest.param("Đồng chí Nụ đã nộp đảng phí", 1.0, id="Vietnamese"),
        pytest.param("plain ascii only", 1.0, id="nothing to judge by"),
        pytest.param("", 1.0, id="empty"),
        pytest.param("chibộ họp", 0.5, id="one of two"),
        pytest.param("§¶ng ñy x· Hßa S¬n", 0.0, id="a legacy code read as Latin-1"),
    ],
)
def test_share(text: str, share: float) -> None:
    assert share_of_syllables(text) == share
