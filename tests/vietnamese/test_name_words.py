import pytest

from vnparty_nlp.vietnamese.name_tokens import tokenize
from vnparty_nlp.vietnamese.name_words import load_name_words
from vnparty_nlp.vietnamese.unicode import strip_marks

WORDS = load_name_words()


def test_marks_count_where_the_text_has_them() -> None:
    (written,) = tokenize("Tran")
    assert not WORDS.surnames.holds(written, unmarked=False)
    assert WORDS.surnames.holds(written, unmarked=True)


def test_phrases_are_found_at_their_longest() -> None:
    tokens = tokenize("đường Hai Bà Trưng")
    assert WORDS.never_untitled.length_at(tokens, 1, unmarked=False) == 3
    assert WORDS.never_untitled.length_at(tokens, 0, unmarked=False) == 0
    assert WORDS.places.ends_at(tokens, 1, unmarked=False)


@pytest.mark.parametrize(
    ("text", "list_name", "count"),
    [
        pytest.param("Tôn Nữ Hoa", "double", 2, id="a double surname"),
        pytest.param("Tôn Hoa", "double", 0, id="its first half"),
        pytest.param("Rơ Châm Hyéo", "double", 2, id="of the highlands"),
        pytest.param("Hồ Chí Minh", "never", 3, id="never a person"),
        pytest.param("Hồ Chí Thanh", "never", 0, id="only nearly"),
        pytest.param("Trần Hưng Đạo", "never_untitled", 3, id="a street's hero"),
        pytest.param("Giáp Thìn", "never_untitled", 2, id="a year of the calendar"),
        pytest.param("Giáp Thị", "never_untitled", 0, id="a surname of that kind"),
        pytest.param("khu dân cư", "places", 1, id="a quarter's first word"),
        pytest.param("dân cư số 5", "places", 2, id="a quarter"),
        pytest.param("TNHH Hoàng Anh", "places", 1, id="a firm"),
        pytest.param("bí thư", "ends", 2, id="an office"),
        pytest.param("bí ẩn", "ends", 0, id="half an office"),
        pytest.param("nghị quyết", "openers", 2, id="a word that opens a clause"),
        pytest.param("thị trấn", "compounds", 2, id="a word that only begins like a name"),
    ],
)
def test_phrases(text: str, list_name: str, count: int) -> None:
    phrases = getattr(WORDS, list_name)
    assert phrases.length_at(tokenize(text), 0, unmarked=False) == count
    bare = tokenize(strip_marks(text))
    assert phrases.length_at(bare, 0, unmarked=True) >= count


def test_every_frequent_surname_is_one_and_given_names_that_are_words_are_given_names() -> None:
    assert WORDS.frequent.marked <= WORDS.surnames.marked
    assert WORDS.minority.marked <= WORDS.surnames.marked
    assert WORDS.addition_stops.marked.isdisjoint(WORDS.additions.marked)


def test_worn_surnames_are_those_without_tone_or_marks() -> None:
    assert {"nguyen", "nguyên", "tran", "trân"} <= WORDS.frequent_worn
    assert "cháu" not in WORDS.frequent_worn


def test_without_marks_a_name_is_no_end_of_names() -> None:
    (phuong,) = tokenize("Phuong")
    assert WORDS.ends.length_at((phuong,), 0, unmarked=True) == 0
