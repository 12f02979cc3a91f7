import pytest

from vnparty_nlp.facts.lexicon import word_set
from vnparty_nlp.facts.syllables import SyllableReader

READER = SyllableReader([])


def test_words_are_compared_with_their_marks() -> None:
    syllables = READER.read("vẫn chưa nộp, van xin")
    modifiers = word_set("modifiers")
    assert [modifiers.holds(syllables, index) for index in (0, 1, 4)] == [True, True, False]


def test_in_a_text_without_marks_they_are_compared_without() -> None:
    syllables = READER.read("van chua nop dang phi")
    assert word_set("modifiers").holds(syllables, 0)
    assert word_set("modifiers").any_in(syllables, 0, 5)
    assert not word_set("modifiers").any_in(syllables, 4, 5)


def test_a_proper_name_is_no_common_word() -> None:
    syllables = READER.read("về Về")
    assert word_set("place_heads").holds_common(syllables, 0)
    assert not word_set("place_heads").holds_common(syllables, 1)


def test_an_unknown_set_is_an_error() -> None:
    with pytest.raises(KeyError):
        word_set("opinions")
