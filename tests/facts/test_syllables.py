import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.facts.syllables import NUMBER, UNKNOWN, SyllableReader, same_syllable
from vnparty_nlp.records import Span

READER = SyllableReader(["khong", "no", "dang", "phi"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Đ/c Bình", ("đ/c", "bình"), id="a title is one syllable"),
        pytest.param("d/c Bình", ("d/c", "bình"), id="title misread by OCR"),
        pytest.param("25/28 đ/c", ("25/28", "đ/c"), id="a share is one syllable"),
        pytest.param("96k, 19h30", ("96k", ",", "19h30"), id="what hangs on a figure"),
        pytest.param("ko nợ", ("không", "nợ"), id="shorthand is written out"),
        pytest.param("Hoà đóng", ("hòa", "đóng"), id="tone in one place"),
        pytest.param("H'Lan", ("h'lan",), id="apostrophe inside a name"),
        pytest.param("a\n\nb", ("a", "\n\n", "b"), id="line breaks are kept"),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert READER.read(text).words == words


def test_the_document_holds_known_syllables_only() -> None:
    syllables = READER.read("Bình không nợ 180.000 đồng.")
    assert [token.orth_ for token in syllables.doc] == [
        UNKNOWN,
        "khong",
        "no",
        NUMBER,
        UNKNOWN,
        ".",
    ]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        pytest.param("Đồng chí Bình chưa nộp", False, id="with marks"),
        pytest.param("Dong chi Binh chua nop", True, id="without marks"),
        pytest.param("quý II/2023, Bình", False, id="few words"),
    ],
)
def test_tells_texts_without_marks(text: str, bare: bool) -> None:
    assert READER.read(text).bare is bare


def test_spans_and_ranges_lead_to_each_other() -> None:
    syllables = READER.read("Đ/c Bình nợ đảng phí")
    assert syllables.span(2, 5) == Span(9, 20)
    assert syllables.range_of(Span(9, 20)) == (2, 5)
    assert syllables.range_of(Span(10, 13)) == (2, 4)


def test_i_and_y_are_one_letter() -> None:
    assert same_syllable("lý", "lí")
    assert not same_syllable("lý", "ly")


@given(st.text(min_size=1, max_size=80))
def test_syllables_cover_all_visible_signs(text: str) -> None:
    syllables = READER.read(text)
    covered = set()
    for start, end in zip(syllables.starts, syllables.ends, strict=True):
        covered |= set(range(start, end))
    assert all(index in covered for index, sign in enumerate(text) if not sign.isspace())
    assert len(syllables.doc) == len(syllables)
