import dataclasses
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnparty_nlp.linking import build
from vnparty_nlp.records import Link, Member, Mention, Person, Span
from vnparty_nlp.settings import load_settings

DONG, DOAI, TRIA = "Chi bộ thôn Đông", "Chi bộ thôn Đoài", "Chi bộ buôn Tría"
PEOPLE = [
    Member("M1", "Trần Văn Bình", 1962, DONG, "Bí thư"),
    Member("M2", "Trần Văn Bính", 1970, DONG),
    Member("M3", "Lê Thị Lan", 1980, DONG, "Thủ quỹ"),
    Member("M4", "Lê Thị Lan", 1985, DOAI, "Bí thư chi bộ"),
    Member("M5", "Nguyễn Văn Hùng", 1955, DONG, "Đảng viên", ("Ba Hùng",)),
    Member("M6", "Nguyễn Văn Hùng", 1966, DOAI),
    Member("M7", "Y Bhăm Niê", 1966, TRIA),
    Member("M8", "H'Lan Êban", 1971, TRIA),
    Member("M9", "Phạm Thị Thu Hà", 1990, DOAI),
    Member("M10", "Quách Đức Toản", None, DOAI),
    Member("M11", "Hoàng Thị Dũng", 1977, DONG),
    Member("M13", "Phan Cường", 1969, DONG),
    Member("M14", "Phan Văn Cường", 1974, DONG),
    Member("M12", "Đỗ Văn Hùng (B)", 1951, TRIA),
]
# Some hundred others, so that shares of names mean something.
OTHERS = [
    Member(f"X{i}", f"{surname} {middle} {given}", 1950 + i % 50, f"Chi bộ xóm {i % 12 + 1}")
    for i, (surname, middle, given) in enumerate(
        (surname, middle, given)
        for surname in ("Vũ", "Bùi", "Phan", "Ngô", "Đặng", "Nguyễn")
        for middle in ("Văn", "Đức", "Minh")
        for given in ("Tú", "Kiên", "Sáng", "Mạnh", "Vinh", "Thọ", "Phúc", "Quyết")
    )
]
MEMBERS = (*PEOPLE, *OTHERS)
LINKER = build(MEMBERS, load_settings().linking)


def link(text: str, context: str = "", **fields: object) -> Link:
    return LINKER.link(Mention(text, Span(0, len(text)), context, **fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "branch", "member_id"),
    [
        pytest.param("đ/c Trần Văn Bình", DONG, "M1", id="title is dropped"),
        pytest.param("TRẦN VĂN BÍNH", DONG, "M2", id="tone marks tell people apart"),
        pytest.param("Lê Thị Lan", DOAI, "M4", id="the branch tells namesakes apart"),
        pytest.param("Lê Thị Lan", "CHI BỘ THÔN ĐÔNG", "M3", id="the branch in capitals"),
        pytest.param("le thi lan", "chi bo thon dong", "M3", id="no diacritics anywhere"),
        pytest.param("N.V. Hùng", DONG, "M5", id="initials"),
        pytest.param("Ba Hùng", DONG, "M5", id="alias"),
        pytest.param("Y Bhăm Niê", None, "M7", id="a rare name needs no branch"),
        pytest.param("đồng chí H’ Lan Êban", None, "M8", id="apostrophe and space"),
        pytest.param("Quách Đức Toản", None, "M10", id="a rare surname"),
        pytest.param("Phạm Thu Hà", DOAI, "M9", id="a part of the middle name dropped"),
        pytest.param(
            "Phạm Thị Thu Hà", "Đảng bộ xã Hòa Lạc, chi bộ thôn Đoài", "M9", id="body above"
        ),
        pytest.param("đ/c Bí thư", DONG, "M1", id="an office in its branch"),
        pytest.param("đồng chí Bí thư chi bộ", DOAI, "M4", id="the office of the other branch"),
        pytest.param("đ/c Thủ quỹ", DONG, "M3", id="another office"),
    ],
)
def test_links(text: str, branch: str | None, member_id: str) -> None:
    found = link(text, branch=branch)
    assert found.member_id == member_id
    assert found.candidates[0].member_id == member_id


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param("Lê Thị Lan", {}, id="namesakes"),
        pytest.param("Tran Van Binh", {"branch": DONG}, id="without marks Bình and Bính are one"),
        pytest.param("Bình", {}, id="a given name alone is nobody"),
        pytest.param(
            "đ/c Bình", {"branch": DONG}, id="a given name in its branch goes to a reviewer"
        ),
        pytest.param("Hoàng Thị Dung", {"branch": DONG}, id="Dung is not Dũng"),
        pytest.param(
            "Trần Văn Bình", {"branch": DONG, "birth_year": 1985}, id="another year of birth"
        ),
        pytest.param("Trần Thị Bình", {"branch": DONG}, id="another middle name"),
        pytest.param("Phạm Văn Trãi", {"branch": DONG}, id="in no register"),
        pytest.param("đ/c Bí thư", {}, id="an office without a branch"),
        pytest.param("đ/c Kế toán", {"branch": DONG}, id="an office nobody holds"),
        pytest.param("đ/c", {"branch": DONG}, id="nothing but a title"),
        pytest.param("...", {"branch": DONG}, id="no letters"),
        pytest.param("Hùng A", {"branch": TRIA}, id="another addition"),
    ],
)
def test_leaves_to_a_person(text: str, fields: dict[str, object]) -> None:
    assert link(text, **fields).member_id is None


def test_namesakes_share_evenly() -> None:
    found = link("Lê Thị Lan")
    assert [c.member_id for c in found.candidates] == ["M3", "M4"]
    assert found.candidates[0].probability == found.candidates[1].probability < 0.5


@pytest.mark.parametrize(
    ("text", "people", "member_id"),
    [
        pytest.param("đ/c Bình", (Person("Trần Văn Bình"),), "M1", id="named in full elsewhere"),
        pytest.param(
            "Bính", (Person("Trần Văn Bình"), Person("Trần Văn Bính")), "M2", id="by its tone"
        ),
        pytest.param(
            "đ/c Bình", (Person("Trần Văn Bình"), Person("Đỗ Thị Bình")), None, id="two of them"
        ),
        pytest.param("đ/c Bình", (Person("Phạm Đức Bình"),), None, id="a stranger is meant"),
        pytest.param(
            "đ/c Bí thư Bình",
            (Person("Trần Văn Bình", "bí thư"), Person("Đỗ Thị Bình")),
            "M1",
            id="the office tells them apart",
        ),
        pytest.param(
            "đ/c Bí thư", (Person("Nguyễn Văn Hùng", "bí thư"),), "M5", id="office in the document"
        ),
        pytest.param(
            "đ/c Bí thư", (Person("Phạm Đức Bình", "bí thư"),), None, id="a stranger's office"
        ),
        pytest.param("N. Hùng", (Person("Nguyễn Văn Hùng"),), "M5", id="initials"),
        pytest.param(
            "Phan Cường",
            (Person("Phan Văn Cường"),),
            None,
            id="a whole name of two syllables, or a part of a longer one",
        ),
    ],
)
def test_short_forms_mean_whom_the_document_names(
    text: str, people: tuple[Person, ...], member_id: str | None
) -> None:
    assert link(text, people=people, branch=DONG).member_id == member_id


@pytest.mark.parametrize(
    ("context", "member_id"),
    [
        pytest.param("Nguyễn Văn Hùng, sinh năm 1966, vắng", "M6", id="year of birth"),
        pytest.param("Nguyễn Văn Hùng (chi bộ thôn Đông) vắng", "M5", id="branch behind the name"),
        pytest.param(
            "Họp chi bộ thôn Đoài, Nguyễn Văn Hùng vắng", "M6", id="the only branch around"
        ),
        pytest.param("Nguyễn Văn Hùng vắng", None, id="nothing tells"),
    ],
)
def test_context_tells_namesakes_apart(context: str, member_id: str | None) -> None:
    assert link("Nguyễn Văn Hùng", context).member_id == member_id


def test_the_people_of_a_document_tell_its_branch() -> None:
    people = tuple(map(Person, ("Trần Văn Bình", "Trần Văn Bính", "Hoàng Thị Dũng", "Lê Thị Lan")))
    assert link("Lê Thị Lan", people=people).member_id == "M3"


@pytest.mark.parametrize(
    ("text", "fields", "reason"),
    [
        pytest.param("Lê Thị Lan", {"branch": DONG}, "cùng chi bộ", id="branch"),
        pytest.param("Lê Thị Lan", {"birth_year": 1980}, "trùng năm sinh 1980", id="year"),
        pytest.param("Bí thư Trần Văn Bình", {}, "chức vụ bí thư", id="office"),
        pytest.param("Phạm Thị Hà", {"branch": DOAI}, "thiếu một phần tên đệm", id="shortened"),
        pytest.param("Ba Hùng", {}, "trùng bí danh, tên thường gọi", id="alias"),
        pytest.param("Lê Thị Lan", {}, "sổ có 2 người có thể viết tên như vậy", id="namesakes"),
        pytest.param(
            "Lan",
            {"people": (Person("Lê Thị Lan"),)},
            "văn bản có nêu đầy đủ: Lê Thị Lan",
            id="document",
        ),
    ],
)
def test_reasons_are_told(text: str, fields: dict[str, object], reason: str) -> None:
    assert reason in link(text, **fields).candidates[0].reasons


def test_a_member_without_a_year_is_not_told_to_differ() -> None:
    reasons = link("Quách Đức Toản", birth_year=1971).candidates[0].reasons
    assert not any("năm sinh" in reason for reason in reasons)


def test_more_namesakes_make_each_less_probable() -> None:
    twice = [dataclasses.replace(MEMBERS[0], member_id=f"N{i}", branch="") for i in range(3)]
    crowded = build((*MEMBERS, *twice), load_settings().linking)
    mention = Mention("Trần Văn Bình", Span(0, 13))
    alone, shared = LINKER.link(mention), crowded.link(mention)
    assert alone.probability > 3 * shared.probability


@given(st.sampled_from(MEMBERS), st.sampled_from(["", "đ/c ", "Ông "]), st.booleans())
@settings(max_examples=60, deadline=None)
def test_probabilities_are_shares_and_forms_do_not_matter(
    member: Member, title: str, decomposed: bool
) -> None:
    text = title + member.full_name
    found = link(unicodedata.normalize("NFD", text) if decomposed else text, branch=member.branch)
    assert 0 <= sum(c.probability for c in found.candidates) <= 1.00001
    assert member.member_id in {c.member_id for c in found.candidates}
    assert found == link(text, branch=member.branch)
