"""Offices: as written with its normalised role; words that only look like an office."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.vietnamese.name_tokens import tokenize
from vnparty_nlp.vietnamese.roles import find_role, load_role_words, role_at
from vnparty_nlp.vietnamese.unicode import strip_marks


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param("Bí thư", "bí thư", id="plain"),
        pytest.param("BÍ THƯ CHI BỘ", "bí thư", id="capitals, with the body"),
        pytest.param("Bí thư chi bộ thôn Đông", "bí thư", id="with the body's name"),
        pytest.param("BTCB", "bí thư", id="abbreviation of four"),
        pytest.param("Phó Bí thư chi bộ 3", "phó bí thư", id="with the body's number"),
        pytest.param("PBT", "phó bí thư", id="abbreviation"),
        pytest.param("P. Bí thư", "phó bí thư", id="a point"),
        pytest.param("bi thu chi bo", "bí thư", id="no diacritics"),
        pytest.param("Chi uỷ viên", "chi ủy viên", id="place of the tone"),
        pytest.param("CUV", "chi ủy viên", id="committee, short"),
        pytest.param("Bí thư, Trưởng thôn", "bí thư", id="the first of two"),
        pytest.param("Bí thư Đảng ủy xã", "bí thư đảng ủy", id="another body's secretary"),
        pytest.param("Bí thư Chi đoàn", "bí thư chi đoàn", id="the youth union's"),
        pytest.param("Phó Bí thư Thường trực Đảng ủy", "phó bí thư đảng ủy", id="permanent deputy"),
        pytest.param("Trưởng ban CTMT", "trưởng ban công tác mặt trận", id="half abbreviated"),
        pytest.param(
            "Trưởng ban công tác Mặt trận khu dân cư", "trưởng ban công tác mặt trận", id="in full"
        ),
        pytest.param("Tổ trưởng tổ dân phố 7", "tổ trưởng tổ dân phố", id="of a town's group"),
        pytest.param("Tổ trưởng TDP", "tổ trưởng tổ dân phố", id="of a town's group, short"),
        pytest.param("Thôn đội trưởng", "thôn đội trưởng", id="militia"),
        pytest.param("Buôn trưởng", "trưởng buôn", id="highlands"),
        pytest.param("Trưởng ấp", "trưởng ấp", id="south"),
        pytest.param("Trưởng bản", "trưởng bản", id="north-west"),
        pytest.param("Thơ ký", "thư ký", id="southern spelling"),
        pytest.param("Chủ toạ", "chủ trì", id="chair, the tone elsewhere"),
        pytest.param("Hiệu phó", "phó hiệu trưởng", id="school"),
        pytest.param("Chánh Văn phòng", "văn phòng", id="office"),
        pytest.param("Chính trị viên phó", "chính trị viên phó", id="the longest form wins"),
        pytest.param("đ/c Phó Bí thư Trần Văn An", "phó bí thư", id="between title and name"),
        pytest.param("Đ/c Lan - Thủ quỹ", "thủ quỹ", id="behind a name"),
        pytest.param("Chi hội trưởng Hội Nông dân", "chi hội trưởng nông dân", id="farmers' union"),
    ],
)
def test_find_role(text: str, role: str) -> None:
    assert find_role(text) == role


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Đảng viên", id="a member"),
        pytest.param("bt", id="an abbreviation needs capitals"),
        pytest.param("thu quỹ", id="thu is not thủ"),
        pytest.param("bị thu hồi", id="bị thu is not bí thư"),
        pytest.param("ủy ban nhân dân", id="a body"),
        pytest.param("chi bộ, chi ủy, đảng ủy", id="bodies"),
        pytest.param("trưởng thành, trưởng họ", id="words that begin like an office"),
        pytest.param("phó mặc, phó thác", id="words that begin like a deputy"),
        pytest.param("quần chúng ưu tú", id="a candidate"),
        pytest.param("thư mời, thư khen", id="letters"),
        pytest.param("1962", id="figures"),
        pytest.param("", id="empty"),
    ],
)
def test_no_role(text: str) -> None:
    assert find_role(text) == ""


@pytest.mark.parametrize(
    ("text", "office", "has_body"),
    [
        pytest.param("Bí thư Lê Văn An", "Bí thư", False, id="a name follows"),
        pytest.param("Bí thư chi bộ Lê Văn An", "Bí thư chi bộ", True, id="the body belongs to it"),
        pytest.param("Bí thư chi bộ 3 báo cáo", "Bí thư chi bộ 3", True, id="so does its number"),
        pytest.param("Trưởng ban Lê Văn An", "Trưởng ban", False, id="no body"),
        pytest.param("Chủ tịch UBND xã Lê Văn An", "Chủ tịch UBND xã", True, id="of a commune"),
        pytest.param("Bí\nthư", None, None, id="a broken line is no office"),
        pytest.param("Lê Văn An", None, None, id="a name"),
    ],
)
def test_where_an_office_ends(text: str, office: str | None, has_body: bool | None) -> None:
    found = role_at(text, tokenize(text), 0)
    assert (found and text[: found.end], found and found.has_body) == (office, has_body)


FORMS = [(form, role) for form, role in load_role_words().marked.items() if len(form) > 1]


@given(st.sampled_from(FORMS), st.sampled_from([str, str.upper, str.title]))
def test_every_form_of_the_table_says_its_role(
    form: tuple[tuple[str, ...], str], spell: type[str]
) -> None:
    syllables, role = form
    assert find_role(spell(" ".join(syllables))) == role


@given(st.sampled_from(FORMS))
def test_without_marks_a_form_says_the_role_or_its_look_alike(
    form: tuple[tuple[str, ...], str],
) -> None:
    bare = tuple(map(strip_marks, form[0]))
    alike = {role for other, role in FORMS if tuple(map(strip_marks, other)) == bare}
    assert find_role(" ".join(bare)) in alike


@given(st.sampled_from([role for _, role in FORMS]))
def test_a_normalised_role_normalises_to_itself(role: str) -> None:
    assert find_role(role) in {role, "chánh văn phòng", ""}
    assert find_role(find_role(role)) == find_role(role)


def test_abbreviations_mean_one_role_each_and_no_words() -> None:
    words = load_role_words()
    assert all("".join(form).isupper() for form in words.abbreviations)
    lowered = {tuple(map(str.lower, form)) for form in words.abbreviations}
    assert not lowered & set(words.marked)
