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
        pytest.param("PGS.TS Ẩn, Th.S Bảy", [("PGS", "rank"), ("TS", "rank")], id="joined degrees"),
        pytest.param(
            "Bác sĩ An, BSCKII Ba", [("Bác sĩ", "rank"), ("BSCKII", "rank")], id="doctors"
        ),
        pytest.param("đlc An, đic Ba", [("đlc", "comrade"), ("đic", "comrade")], id="misread"),
        pytest.param("ĐỒNG CHÍ AN", [("ĐỒNG CHÍ", "comrade")], id="capitals"),
        pytest.param("đồng  chí An", [("đồng  chí", "comrade")], id="two spaces inside"),
        pytest.param(
            "mệ Gái, o Thắm, thím Ba", [("mệ", "kin"), ("o", "kin"), ("thím", "kin")], id="centre"
        ),
        pytest.param("ông/bà An", [("ông", "kin")], id="a form's choice"),
        pytest.param("ôngg, bácbỏ, đồngchí", [], id="inside other words"),
        pytest.param("H'Me", [], id="the last syllable of a highland name"),
        pytest.param("Đồng'đc", [], id="an abbreviation behind an apostrophe"),
        pytest.param("H'O, H'Anh Niê, Y'A", [], id="behind an apostrophe"),
        pytest.param(
            "được đc, sẽ đc xét", [("đc", "comrade")], id="được once, nothing behind once"
        ),
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
        pytest.param("hai đồng chí Lan", True, id="number in words"),
        pytest.param("những đồng chí Lan", True, id="những"),
        pytest.param("Các đ/c Lan", True, id="capital"),
        pytest.param("cac dc Lan", True, id="no diacritics"),
        pytest.param("của đ/c Lan", False, id="another word before"),
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
        pytest.param("đ/c - Lan", True, id="dash"),
        pytest.param("đ/c\nLan", True, id="a broken line"),
        pytest.param("TS. Lan", True, id="point of a degree"),
        pytest.param("đ/c, Lan", False, id="comma"),
        pytest.param("đ/c vắng Lan", False, id="a word between"),
        pytest.param("Thượng úy. Lan", False, id="a rank written out"),
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
