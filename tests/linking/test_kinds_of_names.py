"""How members of every naming habit are found again, whatever the document makes of their names."""

import pytest

from vnparty_nlp.linking import build
from vnparty_nlp.records import Link, Member, Mention, Person, Span
from vnparty_nlp.settings import load_settings

BRANCH = "Chi bộ bản Nậm Tè"
NAMES = {
    "thai": "Lò Văn Ín",
    "mong": "Giàng A Páo",
    "mong woman": "Sùng Thị Mỷ",
    "ede": "Y Bhăm Niê Kđăm",
    "ede woman": "H'Nuôl Êban",
    "giarai": "Rơ Châm Hyéo",
    "coho": "K'Brêu",
    "khmer": "Thạch Thị Sa Rây",
    "xtieng": "Điểu Krang",
    "royal": "Tôn Nữ Thị Hoa",
    "two": "Đinh Bá",
    "four": "Nguyễn Thị Bích Hường",
    "five": "Trần Nguyễn Thị Kim Ánh",
    "double": "Vũ Phạm Quốc Tuấn",
}
MEMBERS = [
    Member(key, name, 1960 + number, BRANCH) for number, (key, name) in enumerate(NAMES.items())
]
OTHERS = [
    Member(f"o{number}", f"Lê {middle} {given}", 1950, f"Chi bộ thôn {number % 9 + 1}")
    for number, (middle, given) in enumerate(
        (middle, given)
        for middle in ("Văn", "Đình", "Xuân", "Hữu")
        for given in ("Sáng", "Thọ", "Mẫn", "Kha", "Nhạ", "Quý", "Trung", "Lợi", "Cát", "Duy")
    )
]
LINKER = build((*MEMBERS, *OTHERS), load_settings().linking)


def link(text: str, *people: str) -> Link:
    persons = tuple(Person(name) for name in people)
    return LINKER.link(Mention(text, Span(0, len(text)), branch=BRANCH, people=persons))


@pytest.mark.parametrize("key", NAMES)
@pytest.mark.parametrize("title", ["", "đ/c ", "Đồng chí "])
def test_as_registered(key: str, title: str) -> None:
    assert link(title + NAMES[key]).candidates[0].member_id == key


@pytest.mark.parametrize("key", NAMES)
def test_in_capitals(key: str) -> None:
    assert link(NAMES[key].upper()).candidates[0].member_id == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("Lo Van In", "thai", id="no diacritics"),
        pytest.param("Giang A Pao", "mong", id="no diacritics, Mông"),
        pytest.param("Y-Bhăm Niê Kđăm", "ede", id="hyphen"),
        pytest.param("Y Bham Nie Kdam", "ede", id="no diacritics, Ê Đê"),
        pytest.param("H’ Nuôl Êban", "ede woman", id="apostrophe and space"),
        pytest.param("HNuôl Êban", "ede woman", id="no apostrophe"),
        pytest.param("H'Nuol Eban", "ede woman", id="marks of the script left out"),
        pytest.param("Rơ Châm Hyeo", "giarai", id="one mark left out"),
        pytest.param("Thạch Sa Rây", "khmer", id="Thị left out"),
        pytest.param("Tôn Nữ Hoa", "royal", id="a part of the middle name left out"),
        pytest.param("Nguyễn Bích Hường", "four", id="Thị left out of four"),
        pytest.param("Trần Nguyễn Kim Ánh", "five", id="Thị left out of five"),
        pytest.param("V.P.Q. Tuấn", "double", id="initials"),
        pytest.param("Vũ P. Q. Tuấn", "double", id="middle initials"),
        pytest.param("Nguyễn Thị Bích Hừơng", "four", id="the tone on the wrong letter"),
    ],
)
def test_written_otherwise(text: str, key: str) -> None:
    found = link(text)
    assert found.candidates[0].member_id == key


@pytest.mark.parametrize(
    ("text", "full", "key"),
    [
        pytest.param("đ/c Ín", "Lò Văn Ín", "thai", id="Thái"),
        pytest.param("đ/c Páo", "Giàng A Páo", "mong", id="Mông"),
        pytest.param("đ/c Y Bhăm", "Y Bhăm Niê Kđăm", "ede", id="Ê Đê, with the marker"),
        pytest.param("đ/c Bhăm", "Y Bhăm Niê Kđăm", "ede", id="Ê Đê, without"),
        pytest.param("đ/c H'Nuôl", "H'Nuôl Êban", "ede woman", id="Ê Đê, woman"),
        pytest.param("đ/c Sa Rây", "Thạch Thị Sa Rây", "khmer", id="Khmer"),
        pytest.param("đ/c Krang", "Điểu Krang", "xtieng", id="Xtiêng"),
        pytest.param("đ/c Bích Hường", "Nguyễn Thị Bích Hường", "four", id="two syllables"),
        pytest.param("đ/c Kim Ánh", "Trần Nguyễn Thị Kim Ánh", "five", id="of five"),
    ],
)
def test_given_names_of_persons_named_in_full(text: str, full: str, key: str) -> None:
    assert link(text, full, "Lê Văn Thọ").member_id == key
