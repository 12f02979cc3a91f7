import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.linking.blocking import NameIndex
from vnparty_nlp.linking.name_form import mention_style, name_form
from vnparty_nlp.records import Member
from vnparty_nlp.vietnamese.unicode import strip_marks

NAMES = [
    "Trần Văn Bình",
    "Trần Văn Bình",
    "Trần Văn Bính",
    "Nguyễn Thị Thu Hà",
    "Lê Thị Lan",
    "Y Bhăm Niê",
    "H'Lan Êban",
]
MEMBERS = [Member(str(i), name, aliases=("Ba Lành",) * (i == 4)) for i, name in enumerate(NAMES)]
INDEX = NameIndex(MEMBERS)


def found(mention: str) -> set[int]:
    form = name_form(mention)
    entries = INDEX.candidates(form, mention_style(mention, form))
    return {row for entry in entries for row in INDEX.rows(entry).tolist()}


@pytest.mark.parametrize(
    ("mention", "rows"),
    [
        pytest.param("Trần Văn Bình", {0, 1, 2}, id="namesakes and those a mark apart"),
        pytest.param("TRAN VAN BINH", {0, 1, 2}, id="no diacritics"),
        pytest.param("Trần Bình", {0, 1, 2}, id="middle name dropped"),
        pytest.param("T.V. Bình", {0, 1, 2}, id="initials"),
        pytest.param("TrầnVăn Bình", {0, 1, 2}, id="joined words"),
        pytest.param("Trần Văn Bìh", {0, 1, 2}, id="letter lost"),
        pytest.param("Bình", {0, 1, 2}, id="given name"),
        pytest.param("Trần Văn Bnình", {0, 1, 2}, id="letter too many"),
        pytest.param("Tràn Văn Bình", {0, 1, 2}, id="another mark"),
        pytest.param("Ng. Thị Thu Hà", {3}, id="surname abbreviated"),
        pytest.param("Nguyễn Hà", {3}, id="all middle names dropped"),
        pytest.param("Lê Thị Lam", {4}, id="last letter misread"),
        pytest.param("Iê Thị Lan", {4}, id="first letter misread"),
        pytest.param("BA LÀNH", {4}, id="alias in capitals"),
        pytest.param("I Bhăm Niê", {5}, id="i for the marker Y"),
        pytest.param("H' Lan", {6}, id="marked given name"),
        pytest.param("Thu Hà", {3}, id="given and middle name"),
        pytest.param("Ba Lành", {4}, id="alias"),
        pytest.param("Y Bhăm", {5}, id="marker and given name"),
        pytest.param("HLan Êban", {6}, id="no apostrophe"),
        pytest.param("Nguyễn Thị Thu", set(), id="a middle name is no given name"),
        pytest.param("P.Đ. Tài", set(), id="initials of nobody"),
        pytest.param("Niê", set(), id="a surname that stands last"),
        pytest.param("Phạm Đức Tài", set(), id="nobody"),
    ],
)
def test_candidates(mention: str, rows: set[int]) -> None:
    assert found(mention) >= rows
    assert rows or not found(mention)


def test_names_are_counted_once_each() -> None:
    counts = {" ".join(form.keys): count for form, count in INDEX.names()}
    assert counts["trần văn bình"] == 2
    assert sum(counts.values()) == len(MEMBERS)


@pytest.mark.parametrize(
    ("registered", "mention"),
    [
        pytest.param("Bùi Minh Tuấn B", "Bùi Minh Tuấn B", id="a letter tells namesakes apart"),
        pytest.param("Bùi Minh Tuấn B", "BÙI MINH TUẤN B", id="the letter among capitals"),
        pytest.param("Bùi Minh Tuấn B", "bùi minh tuấn b", id="the letter in a note"),
        pytest.param("Ngô Văn Bé", "Ngô Văn Bé", id="Bé is a given name"),
        pytest.param("Ngô Văn Bé", "ngô văn bé", id="also in a note"),
        pytest.param("NGÔ VĂN LỚN", "Ngô Văn Lớn", id="a register in capitals"),
        pytest.param("Lý Thị Mỹ", "Lí Thị Mĩ", id="i for y at both ends"),
    ],
)
def test_a_name_is_found_however_it_ends(registered: str, mention: str) -> None:
    index = NameIndex([Member("1", registered), Member("2", "Đỗ Hà")])
    form = name_form(mention)
    entries = list(index.candidates(form, mention_style(mention, form)))
    assert [index.rows(entry).tolist() for entry in entries] == [[0]]
    assert [entry.form.addition for entry in entries] == [form.addition]


def test_exact_rows() -> None:
    assert INDEX.exact_rows(name_form("trần văn bình")).tolist() == [0, 1]
    assert INDEX.exact_rows(name_form("Tran Van Binh")).tolist() == []


@given(st.sampled_from(NAMES), st.sampled_from([str, str.upper, str.lower, strip_marks]))
def test_every_name_finds_its_bearers(name: str, written: type[str]) -> None:
    bearers = {row for row, other in enumerate(NAMES) if other == name}
    assert bearers <= found(written(name))
