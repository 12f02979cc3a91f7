import pytest

from vnparty_nlp.facts.clauses import chunks_of
from vnparty_nlp.facts.syllables import SyllableReader

READER = SyllableReader([])


@pytest.mark.parametrize(
    ("text", "chunks"),
    [
        pytest.param("A nộp, B nợ", ["A nộp", "B nợ"], id="comma"),
        pytest.param("A nộp. B nợ.", ["A nộp", "B nợ"], id="full stop"),
        pytest.param("Tại TP. Vinh, A nộp", ["Tại TP. Vinh", "A nộp"], id="abbreviation"),
        pytest.param("đ.c A nộp", ["đ.c A nộp"], id="stop inside a title"),
        pytest.param("A (kế toán) nợ", ["A", "kế toán", "nợ"], id="brackets"),
        pytest.param("A – khiển trách", ["A", "khiển trách"], id="free dash"),
        pytest.param("QĐ 12-QĐ/ĐU", ["QĐ 12-QĐ/ĐU"], id="dash inside a number"),
        pytest.param("1 | A | HTTNV", ["1", "A", "HTTNV"], id="cells"),
        pytest.param(
            "A nộp đủ đảng phí\ncủa quý này",
            ["A nộp đủ đảng phí\ncủa quý này"],
            id="a line broken by OCR",
        ),
        pytest.param("Vắng:\n- A\n- B", ["Vắng", "A", "B"], id="list"),
    ],
)
def test_chunks(text: str, chunks: list[str]) -> None:
    syllables = READER.read(text)
    found = chunks_of(syllables, whole=[], openers=[])
    assert [syllables.span(chunk.start, chunk.end).of(text) for chunk in found] == chunks


def test_sentences_are_numbered_and_borders_kept() -> None:
    found = chunks_of(READER.read("A nộp; B nợ. C vắng"), whole=[], openers=[])
    assert [(chunk.sentence, chunk.opener) for chunk in found] == [(0, "^"), (0, ";"), (1, "^")]


def test_whole_stretches_are_not_divided_and_openers_begin_a_chunk() -> None:
    text = "tháng 4, 5 A vắng nhưng báo"
    syllables = READER.read(text)
    found = chunks_of(syllables, whole=[(0, 4)], openers=[(6, 7)])
    assert [syllables.span(c.start, c.end).of(text) for c in found] == ["tháng 4, 5 A vắng", "báo"]
    assert found[1].opener == "nhưng"
