import pytest

from vnparty_nlp.facts.cues import CueFinder, expand, syllables_of
from vnparty_nlp.facts.syllables import SyllableReader

SYNONYMS = {"đảng phí": ["ĐP"], "được": ["đc"]}
CUES = {
    "owes": ["(chưa|không) ~ (nộp|đóng)", "[còn] nợ"],
    "dues": ["đảng phí"],
    "aim": ["!để"],
    "level": ["hoàn thành tốt [nhiệm vụ] = tốt", "hoàn thành nhiệm vụ = đạt"],
    "ahead": ["trước 0 ngày"],
}
READER = SyllableReader(syllables_of(CUES, SYNONYMS))
FINDER = CueFinder(READER.vocab, CUES, synonyms=SYNONYMS)


@pytest.mark.parametrize(
    ("cue", "phrases"),
    [
        pytest.param("chưa nộp", {"chưa nộp"}, id="as it stands"),
        pytest.param("(chưa|không) nộp", {"chưa nộp", "không nộp"}, id="choice"),
        pytest.param("[còn] nợ", {"nợ", "còn nợ"}, id="may be missing"),
        pytest.param("nộp đảng phí", {"nộp đảng phí", "nộp đp"}, id="short form"),
        pytest.param("tốt = hoàn thành tốt", {"tốt"}, id="the value is no part of the phrase"),
    ],
)
def test_expand(cue: str, phrases: set[str]) -> None:
    assert {" ".join(phrase) for phrase in expand(cue, SYNONYMS)} == phrases


@pytest.mark.parametrize(
    ("group", "text", "found"),
    [
        pytest.param("owes", "Bình chưa nộp đủ", ["chưa nộp"], id="whole"),
        pytest.param(
            "owes", "Bình chưa kịp đi nộp", ["chưa kịp đi nộp"], id="two syllables between"
        ),
        pytest.param(
            "owes", "chưa rõ vì sao không ai nộp", ["không ai nộp"], id="the nearest begins"
        ),
        pytest.param("owes", "chưa có, hôm sau nộp", [], id="never over a comma"),
        pytest.param("owes", "Bình còn nợ 36.000đ", ["còn nợ"], id="the longest of a group"),
        pytest.param("owes", "Binh con no dang phi quy hai", ["con no"], id="text without marks"),
        pytest.param("owes", "con no ham ăn, ngủ kỹ", [], id="marks tell words apart"),
        pytest.param("dues", "thu ĐP tháng 5", ["ĐP"], id="short form"),
        pytest.param("dues", "thu đang phí tháng 5", ["đang phí"], id="one lost mark of two"),
        pytest.param("aim", "họp để bàn", ["để"], id="with its marks"),
        pytest.param("aim", "hop de ban viec, De di", [], id="never without its marks"),
        pytest.param("ahead", "báo trước 3 ngày", ["trước 3 ngày"], id="any figure"),
    ],
)
def test_find(group: str, text: str, found: list[str]) -> None:
    syllables = READER.read(text)
    hits = FINDER.find(syllables).get(group, [])
    assert [syllables.span(hit.start, hit.end).of(text) for hit in hits] == found


def test_a_hit_knows_its_phrase_and_its_value() -> None:
    (hit,) = FINDER.find(READER.read("xep hoan thanh tot"))["level"]
    assert (hit.phrase, hit.value) == ("hoàn thành tốt", "tốt")
