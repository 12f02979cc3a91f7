from vnparty_nlp.vietnamese.name_tokens import tokenize
from vnparty_nlp.vietnamese.name_words import load_name_words

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


def test_worn_surnames_are_those_without_tone_or_marks() -> None:
    assert {"nguyen", "nguyên", "tran", "trân"} <= WORDS.frequent_worn
    assert "cháu" not in WORDS.frequent_worn


def test_without_marks_a_name_is_no_end_of_names() -> None:
    (phuong,) = tokenize("Phuong")
    assert WORDS.ends.length_at((phuong,), 0, unmarked=True) == 0
