import pytest

from vnparty_nlp.facts.mentions import find_named, lists_of
from vnparty_nlp.facts.syllables import SyllableReader

READER = SyllableReader([])


def named(text: str, acts: dict[int, int] | None = None) -> list[str]:
    syllables = READER.read(text)
    found = find_named(syllables, acts or {})
    return [syllables.span(name.start, name.end).of(text) for name in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Đồng chí Vũ Thị Ngoan vắng", ["Vũ Thị Ngoan"], id="full name"),
        pytest.param("hôm nay Ngoan vắng", ["Ngoan"], id="given name before a predicate"),
        pytest.param("a Quắn nợ đp", ["Quắn"], id="short title before a nickname"),
        pytest.param("vắng 1 (Mẽo)", ["Mẽo"], id="name alone in brackets"),
        pytest.param("Bảy Ghe Chài chưa nộp", ["Bảy Ghe Chài"], id="order name"),
        pytest.param("Lò Văn Toản (Hai Toản) chưa nộp", ["Lò Văn Toản"], id="alias in brackets"),
        pytest.param("Mạ và Vũ Thị Ngoan nộp đủ", ["Mạ", "Vũ Thị Ngoan"], id="beside a full name"),
        pytest.param("chị vũ thị ngoan đã nộp", ["vũ thị ngoan"], id="no capitals"),
        pytest.param("bạn tường vi nộp trễ", ["tường vi"], id="no capitals, up to the predicate"),
        pytest.param("thôn Bến Đá đã nộp", [], id="a place is no person"),
        pytest.param("Chưa nộp đảng phí", [], id="the first word of a sentence"),
        pytest.param("đồng chí vẫn chưa nộp", [], id="a title without a name"),
    ],
)
def test_named(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_words_of_an_act_before_and_around_a_capital() -> None:
    assert named("nhờ Nhài thu quỹ", {2: 4}) == ["Nhài"]
    assert named("Thông báo số 5", {0: 2}) == []


def test_names_of_one_list_are_one_stretch() -> None:
    syllables = READER.read("đ/c Vũ Thị Ngoan, đ/c Lò Văn Toản vắng; đ/c Hà Thị Mận có mặt")
    names = find_named(syllables, {})
    assert lists_of(syllables, names) == [(0, 9), (11, 15)]
