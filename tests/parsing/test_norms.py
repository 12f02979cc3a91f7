import pytest

from vnparty_nlp.parsing.cues import plain
from vnparty_nlp.parsing.norms import (
    is_motto,
    is_part_of_motto,
    load_norms,
    norms_at,
    opens_letterhead_line,
    opens_motto,
    past_norms,
)


def test_every_form_is_plain_and_every_title_has_one_kind() -> None:
    norms = load_norms()
    codes = [code for _, code in norms.codes]
    lists = (norms.titles, codes, norms.mottos, norms.stamps, norms.bodies, norms.open_bodies)
    for forms in (*lists, norms.issuer_codes):
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
    ("date", "district", "rule"),
    [
        pytest.param("1995", True, True, id="before all norms of the party: all of them"),
        pytest.param("2004-05-28", True, False, id="guideline 11"),
        pytest.param("2018-04-03", True, True, id="guideline 36, first day"),
        pytest.param("2025-06-30", True, True, id="last day of the districts"),
        pytest.param("2025-06", True, True, id="a month"),
        pytest.param("2025-07-01", False, True, id="no districts"),
        pytest.param("2025", True, True, id="a year that both share"),
        pytest.param("2026-05-27", False, False, id="guideline 05"),
        pytest.param(None, True, True, id="undated"),
    ],
)
def test_what_holds_at_a_date(date: str | None, district: bool, rule: bool) -> None:
    norms = norms_at(date)
    assert ("huyen uy" in norms.bodies) is district
    assert (("party", "qdi") in norms.codes) is rule
    assert norms.titles == load_norms().titles
    assert "chi bo" in norms.bodies


def test_what_has_ended() -> None:
    assert past_norms("2025-06-30").bodies == ()
    assert set(past_norms("2025-07-01").bodies) == {"huyen uy", "quan uy", "thi uy"}
    assert past_norms("1990").codes == {}


def test_a_code_of_two_kinds_keeps_both() -> None:
    assert norms_at("2026-06-01").codes["party", "qd"] == {"decision", "guidance"}
    assert norms_at("2026-06-01").codes["state", "qd"] == {"decision"}


@pytest.mark.parametrize(
    ("text", "whole", "part"),
    [
        pytest.param("ĐẢNG CỘNG SẢN VIỆT NAM", True, True, id="party"),
        pytest.param("Độc lập – Tự do – Hạnh phúc", True, True, id="long dashes"),
        pytest.param("ĐỘC LẬP-TỰ DO-HẠNH PHÚC", True, True, id="without blanks"),
        pytest.param("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", False, True, id="wrapped"),
        pytest.param("ĐẢNG BỘ XÃ HÒA SƠN", False, False, id="a body"),
    ],
)
def test_whole_mottos_and_parts(text: str, whole: bool, part: bool) -> None:
    assert (is_motto(text), is_part_of_motto(text)) == (whole, part)


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


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("ĐẢNG CỌNG SÂN VI3T NAM", True, id="a letter misread"),
        pytest.param("ĐẢNGCỘNG SẢN VIỆTNAM", True, id="blanks lost"),
        pytest.param("Độc lâp - Tụ do - Hạnh phủc", True, id="marks misread"),
        pytest.param("ĐẢNG BỘ CÔNG SẢN VIỆT LÂM", False, id="a body"),
        pytest.param("ĐẢNG ỦY XÃ VIỆT NAM", False, id="another body"),
    ],
)
def test_a_misread_motto_is_one(line: str, expected: bool) -> None:
    assert is_motto(line) is expected
