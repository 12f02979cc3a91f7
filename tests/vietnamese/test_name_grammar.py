import pytest

from vnparty_nlp.vietnamese.name_grammar import (
    addition_end,
    full_name_end,
    given_end,
    order_name_end,
)
from vnparty_nlp.vietnamese.name_scene import make_scene


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Trần Văn Bình vắng", 3, id="ends before lower case"),
        pytest.param("Trần Văn Bình Bí thư", 3, id="ends before an office"),
        pytest.param("Trần Văn Bình Chi bộ 2", 3, id="ends before a body"),
        pytest.param("Trần Văn Bình BCH", 3, id="ends before an abbreviation"),
        pytest.param("Trần Văn Bình\tLê An", 3, id="ends before a tabulator"),
        pytest.param("Nguyễn Thị Thu Hà Phương", 5, id="five syllables"),
        pytest.param("Trần Hùng", 2, id="two syllables"),
        pytest.param("Ung Hùng", None, id="two syllables, rare surname"),
        pytest.param("Trần Văn Bình, Lê An", 3, id="ends before a comma"),
        pytest.param("Trần Văn Bình - Phó", 3, id="ends before a dash"),
        pytest.param("Trần Văn Bình Trần Thị Lan", 3, id="ends before another name"),
        pytest.param("Trần Văn\nBình vắng", 3, id="broken behind Văn"),
        pytest.param("Trần\nVăn Bình vắng", 3, id="broken before Văn"),
        pytest.param("Trần Đức\nBình vắng", 2, id="not broken behind Đức"),
        pytest.param("Y Nguê Buôn Krông", 4, id="a surname that begins like a hamlet"),
        pytest.param("Trần Văn Bình Buôn Tría", 3, id="ends before a hamlet"),
        pytest.param("Giàng A Páo", 3, id="Mông"),
        pytest.param("H'Lan Êban", 2, id="Ê Đê"),
        pytest.param("N.V. Hùng", 2, id="initials"),
        pytest.param("T.P. Hùng", None, id="a city abbreviated"),
        pytest.param("Đinh Mùi", None, id="a year of the calendar"),
        pytest.param("Hồ Chí Minh", None, id="Uncle Hồ"),
        pytest.param("Hoàn Văn Thành", 3, id="any three capitals with Văn"),
        pytest.param("Trần Phú", None, id="a street's name"),
        pytest.param("Lưu Văn phòng", None, id="no name"),
        pytest.param("Bình", None, id="one syllable"),
    ],
)
def test_full_name_end(text: str, words: int | None) -> None:
    assert full_name_end(make_scene(text), 0, titled=False) == words


def test_behind_a_title_more_is_a_full_name() -> None:
    for text in ("Ung Hùng", "Trần Phú", "A Thút"):
        assert full_name_end(make_scene(text), 0, titled=False) is None
        assert full_name_end(make_scene(text), 0, titled=True) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Bình vắng", 1, id="one syllable"),
        pytest.param("Thu Hà vắng", 2, id="two"),
        pytest.param("Bình Phó Bí thư", 1, id="ends before an office"),
        pytest.param("Đảng ủy", None, id="a body"),
        pytest.param("Nghị quyết", None, id="a word in capitals"),
        pytest.param("CUV", None, id="an abbreviation"),
        pytest.param("BÌNH", 1, id="capitals"),
    ],
)
def test_given_end(text: str, words: int | None) -> None:
    assert given_end(make_scene(text), 0) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Ba Lành vắng", 2, id="order and name"),
        pytest.param("Bảy Ghe Bầu nghỉ", 3, id="nickname of two words"),
        pytest.param("Chín Kế Toán lập", 3, id="a trade as a nickname"),
        pytest.param("Ba Kế toán", None, id="a trade"),
        pytest.param("Hai Bà Trưng", None, id="a street"),
        pytest.param("BA LÀNH", None, id="capitals may be anything"),
        pytest.param("Sáu tháng", None, id="a number"),
    ],
)
def test_order_name_end(text: str, words: int | None) -> None:
    assert order_name_end(make_scene(text), 0, titled=False) == words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Hùng B vắng", "Hùng B", id="letter"),
        pytest.param("Hùng B.", "Hùng", id="an initial"),
        pytest.param("Lan (Thìn) vắng", "Lan (Thìn)", id="name in brackets"),
        pytest.param("Lan (vắng)", "Lan", id="remark in brackets"),
        pytest.param("Hùng lớn vắng", "Hùng lớn", id="word"),
        pytest.param("Hùng b vắng", "Hùng", id="a small letter"),
        pytest.param("Hùng Bình", "Hùng", id="a capital word"),
        pytest.param("Hùng\nB vắng", "Hùng", id="a letter of the next line"),
        pytest.param("Hùng\nlớn tiếng", "Hùng", id="a word of the next line"),
        pytest.param("Hùng B/2", "Hùng", id="a class"),
        pytest.param("Hùng, B", "Hùng", id="a comma between"),
        pytest.param("Lan(Thìn) vắng", "Lan(Thìn)", id="no space before the bracket"),
        pytest.param("Lan (Thìn, ốm)", "Lan", id="more than a name in brackets"),
        pytest.param("Lan (ốm)", "Lan", id="illness in brackets"),
        pytest.param("Lan (T)", "Lan (T)", id="a letter in brackets"),
        pytest.param("Hùng Lớn", "Hùng", id="a capital is no addition"),
        pytest.param("Hùng lớn tuổi", "Hùng", id="word that goes on"),
        pytest.param("Hùng", "Hùng", id="none"),
    ],
)
def test_addition_end(text: str, name: str) -> None:
    assert text[: addition_end(make_scene(text), 1)] == name
