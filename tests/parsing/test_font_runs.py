from collections.abc import Sequence

from vnparty_nlp.parsing.arrange import Piece
from vnparty_nlp.parsing.flow import Reading
from vnparty_nlp.parsing.font_runs import Write, read_runs
from vnparty_nlp.parsing.legacy_blocks import Run


def read(*paragraphs: Sequence[Run]) -> Reading:
    def walk(write: Write) -> list[Piece]:
        return [write(runs) for runs in paragraphs]

    return read_runs(walk)


def test_a_word_may_be_set_in_many_runs() -> None:
    torn = [Run(letter, ".VnTime") for letter in "h\xe4p th\xad\xeang k\xfa"]
    assert [draft.text for draft in read(torn).drafts] == ["họp thường kỳ"]


def test_what_was_learnt_from_one_paragraph_counts_for_the_others() -> None:
    long = [Run("Chi bé th«n B·i D©u häp th\xad\xeang k\xfa, ®¶ng viªn ®ñ mÆt", "Arial")]
    reading = read([Run("Hä tªn", "Arial")], long)
    assert reading.drafts[0].text == "Họ tên"
    assert reading.legacy_encoding == "tcvn3"


def test_ordinary_text_stays() -> None:
    reading = read([Run("Đ/c "), Run("lụa", None, caps=True), Run(" café", "Arial")])
    assert [draft.text for draft in reading.drafts] == ["Đ/c LỤA café"]
    assert reading.warnings == ()
    assert reading.legacy_encoding is None


def test_halves_of_a_character_are_put_together_and_lone_ones_told() -> None:
    assert read([Run("\ud83d"), Run("\ude00 vui")]).drafts[0].text == "\U0001f600 vui"
    reading = read([Run("vui \ude00")])
    assert reading.warnings == ("1 ký tự hỏng, đã thay bằng \ufffd",)
