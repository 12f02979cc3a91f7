import pytest

from vnparty_nlp.parsing.cues import plain
from vnparty_nlp.parsing.norms import load_norms, opens_letterhead_line, opens_motto


def test_every_form_is_plain_and_has_one_kind() -> None:
    norms = load_norms()
    for forms in (norms.titles, norms.codes, norms.mottos, norms.bodies, norms.open_bodies):
        assert forms
        assert all(form == plain(form) for form in forms)
    assert set(norms.titles.values()) == {"minutes", "guidance", "decision", "report", "other"}


def test_longer_titles_come_before_those_they_begin_with() -> None:
    forms = list(load_norms().titles)
    for number, form in enumerate(forms):
        kind = load_norms().titles[form]
        shadowed = [f for f in forms[number + 1 :] if f.startswith(form)]
        assert all(load_norms().titles[f] == kind for f in shadowed), form


def test_no_body_is_a_motto() -> None:
    norms = load_norms()
    assert not set(norms.bodies) & set(norms.mottos)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ĐẢNG CỘNG SẢN VIỆT", True, id="party, cut short"),
        pytest.param("CỘNG HÒA XÃ HỘI", True, id="state"),
        pytest.param("ĐOÀN TNCS HỒ CHÍ", True, id="youth union"),
        pytest.param("ĐẢNG BỘ XÃ HÒA", False, id="a body"),
        pytest.param("VIỆT NAM", False, id="the end of one"),
    ],
)
def test_mottos(text: str, expected: bool) -> None:
    assert opens_motto(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("CHI BỘ THÔN BÃI DÂU", True, id="body"),
        pytest.param("TRƯỜNG THCS LƯƠNG KHÊ", True, id="school"),
        pytest.param("LƯƠNG KHÊ", False, id="rest of a name"),
        pytest.param("Số 05-BB/CB", True, id="number"),
        pytest.param("V/v nộp đảng phí", True, id="subject of a letter"),
        pytest.param("Hòa Sơn, ngày 05 tháng 6 năm 2023", True, id="place and date"),
        pytest.param("* * *", True, id="ornament"),
        pytest.param("2023", False, id="a year that slipped"),
        pytest.param("ĐẢNG CỘNG SẢN VIỆT NAM", True, id="motto"),
        pytest.param("VIỆT NAM", False, id="end of a motto"),
        pytest.param("chi uỷ thôn", True, id="tone on the other vowel"),
    ],
)
def test_lines_that_begin_anew(text: str, expected: bool) -> None:
    assert opens_letterhead_line(text) is expected
