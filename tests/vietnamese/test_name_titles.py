import pytest

from vnparty_nlp.vietnamese.name_scene import make_scene
from vnparty_nlp.vietnamese.name_titles import find_titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param(
            "Đồng chí An, đ/c Ba", [("Đồng chí", "comrade"), ("đ/c", "comrade")], id="comrade"
        ),
        pytest.param("ông An, bà Ba", [("ông", "kin"), ("bà", "kin")], id="kin"),
        pytest.param("Thượng úy An, TS. Ba", [("Thượng úy", "rank"), ("TS", "rank")], id="ranks"),
        pytest.param("có ba buổi, chi bộ, thay mặt", [], id="words that only look like titles"),
        pytest.param("co Hoa, anh Hung", [("co", "kin"), ("anh", "kin")], id="no diacritics"),
        pytest.param("chưa đc duyệt", [], id="đc is được"),
        pytest.param("a Chước, c Sen", [("a", "kin"), ("c", "kin")], id="letters"),
        pytest.param("điểm a Khoản 2, lớp c Hoa", [], id="numbering letters"),
        pytest.param("phố Bà Triệu, huyện Anh Sơn", [], id="places"),
        pytest.param("học tập Bác Hồ", [], id="Uncle Hồ"),
        pytest.param("ts và ks", [], id="abbreviations in lower case"),
    ],
)
def test_find_titles(text: str, titles: list[tuple[str, str]]) -> None:
    found = find_titles(make_scene(text)).values()
    told = sorted((title.start, text[title.start : title.end], title.kind) for title in found)
    assert [(written, kind) for _, written, kind in told] == titles


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        pytest.param("các đ/c Lan", True, id="các"),
        pytest.param("25 đ/c", True, id="number"),
        pytest.param("đ/c Lan", False, id="one"),
    ],
)
def test_plural(text: str, plural: bool) -> None:
    (title,) = find_titles(make_scene(text)).values()
    assert title.plural is plural


@pytest.mark.parametrize(
    ("text", "reaches"),
    [
        pytest.param("đ/c Lan", True, id="space"),
        pytest.param("đ/c: Lan", True, id="colon"),
        pytest.param("đ/c. Lan", True, id="point of the abbreviation"),
        pytest.param("25 đ/c. Lan", False, id="end of a sentence"),
        pytest.param("đồng chí. Lan", False, id="end of a sentence, written out"),
        pytest.param("đ/c (nữ) Lan", False, id="something between"),
    ],
)
def test_reaches(text: str, reaches: bool) -> None:
    scene = make_scene(text)
    (title,) = find_titles(scene).values()
    assert title.reaches(scene, text.index("Lan")) is reaches
