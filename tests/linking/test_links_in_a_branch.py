"""One district's register and the mentions of its minutes: whom each means, and whom nobody may guess."""

import dataclasses
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnparty_nlp.linking import build
from vnparty_nlp.records import Link, Member, Mention, Person, Span
from vnparty_nlp.settings import load_settings
from vnparty_nlp.vietnamese.unicode import strip_marks

SAY, DAU, TRUONG = "Chi bộ thôn Bến Sậy", "Chi bộ thôn Bãi Dâu", "Chi bộ Trường THCS Hòa Lạc"
PEOPLE = (
    Member("S1", "Hà Văn Mạc", 1958, SAY, "Bí thư"),
    Member("S2", "Phan Thị Nụ", 1971, SAY, "Phó bí thư"),
    Member("S3", "Nguyễn Văn Khiêm", 1965, SAY, "", ("Hai Khiêm",)),
    Member("S4", "Nguyễn Văn Khiêm", 1983, DAU),
    Member("S5", "Vũ Thị Lụa", 1979, SAY),
    Member("S6", "Võ Thị Lụa", 1979, SAY),
    Member("S7", "Trần Thị Hồng Thắm", 1990, SAY),
    Member("S8", "Hoàng Đức Thìn", 1962, SAY, "Chi ủy viên", ("Thìn lớn",)),
    Member("D1", "Lê Quý Sửu", 1955, DAU, "Bí thư"),
    Member("D2", "Trịnh Thị Thúy", 1988, DAU, "Thủ quỹ"),
    Member("D3", "Nông Văn Páo", 1969, DAU),
    Member("D4", "Hoàng Đức Thịnh", 1964, DAU),
    Member("D5", "Ngô Thị Bé", 1973, DAU),
    Member("T1", "Đỗ Thị Hoà", 1980, TRUONG, "Hiệu trưởng"),
    Member("T2", "Lý Thị Mỹ", 1986, TRUONG),
    Member("T3", "Bùi Minh Tuấn A", 1981, TRUONG),
    Member("T4", "Bùi Minh Tuấn B", 1984, TRUONG),
    Member("T5", "Y Blăm Kbuôr", 1977, TRUONG),
)
OTHERS = tuple(
    Member(
        f"X{number}",
        f"{surname} {middle} {last}",
        1950 + number % 45,
        f"Chi bộ ấp {number % 9 + 1}",
    )
    for number, (surname, middle, last) in enumerate(
        (surname, middle, last)
        for surname in ("Đặng", "Ngô", "Dương", "Phạm", "Nguyễn", "Lê")
        for middle in ("Văn", "Đình", "Thị")
        for last in ("Cát", "Duy", "Nhạ", "Mẫn", "Thọ", "Kha", "Lợi", "Sáng", "Trãi")
    )
)
MEMBERS = PEOPLE + OTHERS
LINKER = build(MEMBERS, load_settings().linking)


def link(text: str, branch: str | None = SAY, context: str = "", **fields: object) -> Link:
    mention = Mention(text, Span(0, len(text)), context, branch, **fields)  # type: ignore[arg-type]
    return LINKER.link(mention)


@pytest.mark.parametrize(
    ("text", "branch", "member_id"),
    [
        pytest.param("Hà Văn Mạc", SAY, "S1", id="as registered"),
        pytest.param("HÀ VĂN MẠC", SAY, "S1", id="signature in capitals"),
        pytest.param("đ/c Hà Văn Mạc", SAY, "S1", id="title"),
        pytest.param("D/C Hà Văn Mạc", SAY, "S1", id="scanned title"),
        pytest.param("đồng chí Bí thư Hà Văn Mạc", SAY, "S1", id="title and office"),
        pytest.param("Đại úy Hà Văn Mạc", SAY, "S1", id="rank"),
        pytest.param("ha van mac", SAY, "S1", id="note without diacritics"),
        pytest.param("Hà Văn Mạc", "CB thôn Bến Sậy", "S1", id="branch abbreviated"),
        pytest.param("Hà Văn Mạc", "Chi bộ Bến Sậy", "S1", id="branch without its thôn"),
        pytest.param("Nguyễn Văn Khiêm", SAY, "S3", id="namesakes: this branch's"),
        pytest.param("Nguyễn Văn Khiêm", DAU, "S4", id="namesakes: the other branch's"),
        pytest.param("Hai Khiêm", SAY, "S3", id="alias"),
        pytest.param("Vũ Thị Lụa", SAY, "S5", id="Vũ beside Võ"),
        pytest.param("vu thi lua", SAY, "S5", id="Vũ beside Võ, no diacritics"),
        pytest.param("Võ Thị Lụa", SAY, "S6", id="Võ beside Vũ"),
        pytest.param("Trần Hồng Thắm", SAY, "S7", id="Thị left out"),
        pytest.param("Trịnh Thị Thuý", DAU, "D2", id="the tone elsewhere"),
        pytest.param("Đỗ Thị Hòa", TRUONG, "T1", id="the register's tone elsewhere"),
        pytest.param("Lí Thị Mĩ", TRUONG, "T2", id="i for y"),
        pytest.param("Bùi Minh Tuấn B", TRUONG, "T4", id="a letter tells namesakes apart"),
        pytest.param("bùi minh tuấn b", TRUONG, "T4", id="the same letter in a note"),
        pytest.param("Ngô Thị Bé", DAU, "D5", id="a given name that is an addition elsewhere"),
        pytest.param("ngô thị bé", DAU, "D5", id="the same in a note"),
        pytest.param("NGÔ THỊ BÉ", DAU, "D5", id="the same in capitals"),
        pytest.param("Y-Blăm Kbuôr", TRUONG, "T5", id="hyphen"),
        pytest.param("đ/c Thủ quỹ", DAU, "D2", id="office alone"),
        pytest.param("đ/c PBT", SAY, "S2", id="office abbreviated"),
        pytest.param("đồng chí Hiệu trưởng", TRUONG, "T1", id="office of a school"),
    ],
)
def test_means(text: str, branch: str, member_id: str) -> None:
    assert link(text, branch).member_id == member_id


@pytest.mark.parametrize(
    ("text", "branch"),
    [
        pytest.param("Nguyễn Văn Khiêm", None, id="namesakes and no branch"),
        pytest.param("Nguyễn Văn Khiêm", TRUONG, id="namesakes, both of other branches"),
        pytest.param("V.T. Lụa", SAY, id="initials of two"),
        pytest.param("Lụa", SAY, id="given name of two"),
        pytest.param("đ/c Thắm", SAY, id="given name alone"),
        pytest.param(
            "Bùi Minh Tuấn", TRUONG, id="the letter that tells namesakes apart is missing"
        ),
        pytest.param("Bùi Minh Tuấn C", TRUONG, id="a third namesake"),
        pytest.param("Nguyễn Văn A", SAY, id="a letter for a name"),
        pytest.param("Huỳnh Đức Thìn", SAY, id="Huỳnh is not Hoàng"),
        pytest.param("Hà Văn Mạch", SAY, id="another given name"),
        pytest.param("Hà Thị Mạc", SAY, id="another middle name"),
        pytest.param("Đoàn Quang Vinh", SAY, id="in no register"),
        pytest.param("đ/c Bí thư", None, id="an office without a branch"),
        pytest.param("đ/c Bí thư", "Chi bộ thôn Cồn Sẻ", id="an office of an unknown branch"),
        pytest.param("đ/c Trưởng thôn", SAY, id="an office nobody holds"),
        pytest.param("đ/c Bí thư Đảng ủy", SAY, id="a higher body's office"),
        pytest.param("đồng chí", SAY, id="a title"),
        pytest.param("25 đồng chí", SAY, id="a count"),
        pytest.param("………………", SAY, id="a dotted line"),
    ],
)
def test_leaves_to_a_person(text: str, branch: str | None) -> None:
    assert link(text, branch).member_id is None


@pytest.mark.parametrize(
    ("context", "member_id"),
    [
        pytest.param("Nguyễn Văn Khiêm (1983) chuyển đến", "S4", id="year in brackets"),
        pytest.param("Nguyễn Văn Khiêm, SN 1965, vắng", "S3", id="SN"),
        pytest.param("Nguyễn Văn Khiêm sinh ngày 02/9/1983", "S4", id="date of birth"),
        pytest.param("Nguyễn Văn Khiêm - chi bộ thôn Bãi Dâu", "S4", id="branch behind a dash"),
        pytest.param("Nguyễn Văn Khiêm thuộc chi bộ Bãi Dâu", "S4", id="thuộc, short"),
        pytest.param("Nguyễn Văn Khiêm vào Đảng năm 1983", None, id="another year"),
        pytest.param("Nguyễn Văn Khiêm gặp Lê Quý Sửu, sinh năm 1965", None, id="another's year"),
        pytest.param("Nguyễn Văn Khiêm, SN 1999, vắng", None, id="a year nobody was born in"),
    ],
)
def test_context_tells_namesakes_apart(context: str, member_id: str | None) -> None:
    assert link("Nguyễn Văn Khiêm", None, context).member_id == member_id


@pytest.mark.parametrize(
    ("text", "people", "member_id"),
    [
        pytest.param("đ/c Thắm", ["Trần Thị Hồng Thắm"], "S7", id="given name"),
        pytest.param("đ/c Hồng Thắm", ["Trần Thị Hồng Thắm"], "S7", id="two syllables"),
        pytest.param("T.T.H. Thắm", ["Trần Thị Hồng Thắm"], "S7", id="initials"),
        pytest.param("dc Tham", ["Trần Thị Hồng Thắm"], "S7", id="no diacritics"),
        pytest.param("đ/c Lụa", ["Vũ Thị Lụa", "Trần Thị Hồng Thắm"], "S5", id="one of two Lụa"),
        pytest.param("đ/c Lụa", ["Vũ Thị Lụa", "Võ Thị Lụa"], None, id="both Lụa are there"),
        pytest.param("đ/c Thìn", ["Hoàng Đức Thịnh"], None, id="Thịnh is not Thìn"),
        pytest.param("đ/c Khiêm", ["Lưu Gia Khiêm"], None, id="a guest of the same given name"),
        pytest.param("đ/c Mạc", ["Phan Thị Nụ"], None, id="not the one named"),
    ],
)
def test_short_forms(text: str, people: list[str], member_id: str | None) -> None:
    assert link(text, people=tuple(map(Person, people))).member_id == member_id


@pytest.mark.parametrize(
    ("text", "branch", "near"),
    [
        pytest.param("Hà Vă Mạc", SAY, "S1", id="a letter lost"),
        pytest.param("Hà Vàn Mạc", SAY, "S1", id="a mark misread"),
        pytest.param("Phan Thi Nụ", SAY, "S2", id="one mark lost"),
        pytest.param("Phan Thị Nu", SAY, "S2", id="the last mark lost"),
        pytest.param("Trịnh Tị Thúy", DAU, "D2", id="h lost"),
        pytest.param("Hoàng Đức Thin", SAY, "S8", id="which of two"),
        pytest.param("Nông Văn Páo", SAY, "D3", id="another branch's guest"),
        pytest.param("Bùi Minh Tuấn", TRUONG, "T3", id="one of two letters"),
    ],
)
def test_a_reviewer_sees_the_one_who_may_be_meant(text: str, branch: str, near: str) -> None:
    assert near in {candidate.member_id for candidate in link(text, branch).candidates}


def test_the_wrong_branch_costs_certainty_but_no_candidate() -> None:
    here, elsewhere = link("Lê Quý Sửu", DAU), link("Lê Quý Sửu", SAY)
    assert here.candidates[0].member_id == elsewhere.candidates[0].member_id == "D1"
    assert here.probability > elsewhere.probability
    assert "khác chi bộ" in elsewhere.candidates[0].reasons


NAMED = st.sampled_from(MEMBERS)
SPELLINGS = st.sampled_from([str, str.upper, str.title])


@settings(max_examples=60, deadline=None)
@given(NAMED, SPELLINGS, st.sampled_from(["", "đ/c ", "Đồng chí ", "Ông "]))
def test_case_titles_and_the_form_of_the_letters_change_nothing(
    member: Member, spell: type[str], title: str
) -> None:
    plain = link(member.full_name, member.branch)
    assert member.member_id in {candidate.member_id for candidate in plain.candidates}
    written = title + spell(member.full_name)
    decomposed = link(unicodedata.normalize("NFD", written), member.branch)
    best = [candidate.member_id for candidate in plain.candidates]
    assert [candidate.member_id for candidate in decomposed.candidates] == best


@settings(max_examples=40, deadline=None)
@given(NAMED)
def test_without_marks_the_member_is_still_a_candidate(member: Member) -> None:
    found = link(strip_marks(member.full_name), strip_marks(member.branch))
    assert member.member_id in {candidate.member_id for candidate in found.candidates}


@settings(max_examples=5, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_register_does_not_matter(random: object) -> None:
    shuffled = list(MEMBERS)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    other = build(shuffled, load_settings().linking)
    for text in ("Hà Văn Mạc", "Nguyễn Văn Khiêm", "đ/c Bí thư", "Lụa", "Phan Thi Nụ"):
        mention = Mention(text, Span(0, len(text)), branch=SAY)
        first, second = LINKER.link(mention), other.link(mention)
        assert first.member_id == second.member_id
        assert first.probability == pytest.approx(second.probability, abs=1e-5)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="aăâbcdđeêHàVănMạc /.,'1", min_size=1, max_size=30))
def test_links_never_invent_a_member(text: str) -> None:
    found = link(text)
    known = {member.member_id for member in MEMBERS}
    assert {candidate.member_id for candidate in found.candidates} <= known
    assert 0 <= sum(candidate.probability for candidate in found.candidates) <= 1.00001
    assert found.member_id is None or found.member_id == found.candidates[0].member_id
    ordered = [candidate.probability for candidate in found.candidates]
    assert ordered == sorted(ordered, reverse=True)


def test_what_is_not_about_the_name_does_not_sway_a_link() -> None:
    plain = link("Nguyễn Văn Khiêm", DAU)
    told = "bị cảnh cáo; không đóng đảng phí; hoàn thành xuất sắc nhiệm vụ"
    assert link("Nguyễn Văn Khiêm", DAU, f"Nguyễn Văn Khiêm {told}") == plain


def test_a_member_less_in_the_register_is_never_linked() -> None:
    without = tuple(member for member in MEMBERS if member.member_id != "S1")
    linker = build(without, load_settings().linking)
    found = linker.link(Mention("Hà Văn Mạc", Span(0, 10), branch=SAY))
    assert (found.member_id, found.candidates) == (None, ())


def test_a_namesake_more_in_the_branch_takes_the_certainty() -> None:
    twin = dataclasses.replace(PEOPLE[0], member_id="S99", position="", birth_year=1990)
    crowded = build((*MEMBERS, twin), load_settings().linking)
    found = crowded.link(Mention("Hà Văn Mạc", Span(0, 10), branch=SAY))
    assert found.member_id is None
    assert {candidate.member_id for candidate in found.candidates} == {"S1", "S99"}
