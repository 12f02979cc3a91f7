from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.errors import UsageError
from vnparty_nlp.evaluation.pseudonyms import Pseudonyms, read_key
from vnparty_nlp.vietnamese.unicode import strip_marks

ONE, OTHER = Pseudonyms(b"khoa-thu-nhat-0123456789"), Pseudonyms(b"khoa-thu-hai-9876543210")
NAME = "Trần Văn Bình"


def test_a_pseudonym_is_stable_under_its_key_and_another_under_another() -> None:
    names = [NAME, "Lê Thị Lụa", "Nguyễn Hữu Thọ", "Phạm Quang Sửu"]
    assert [ONE.of(n, unmarked=False) for n in names] == [ONE.of(n, unmarked=False) for n in names]
    assert [ONE.of(n, unmarked=False) for n in names] != [
        OTHER.of(n, unmarked=False) for n in names
    ]


def test_the_short_forms_of_a_name_stay_one_person() -> None:
    full = ONE.of("Lê Thu Hà", unmarked=False).split()
    assert ONE.of("Hà", unmarked=False) == full[-1]
    assert ONE.of("Thu Hà", unmarked=False).split() == full[1:]


def test_a_surname_s_frequency_does_not_show() -> None:
    drawn = {ONE.of(f"Nguyễn Văn {given}", unmarked=False).split()[0] for given in
             ("An", "Bình", "Chước", "Dũng", "Hòa", "Lụa", "Mạc", "Sửu")}  # fmt: skip
    assert len(drawn) > 3


def test_nobody_s_sex_shows() -> None:
    for name in ("Lê Thị Lụa", NAME):
        assert not {"Thị", "Văn"} & set(ONE.of(name, unmarked=False).split()[1:])


@pytest.mark.parametrize(
    "worn",
    [
        pytest.param("TRẦN VĂN BÌNH", id="capitals"),
        pytest.param("trần văn bình", id="lower case"),
        pytest.param("Trần  Văn\nBình", id="odd spaces"),
        pytest.param("Trần Văn B.", id="initial"),
    ],
)
def test_it_wears_what_the_name_wore(worn: str) -> None:
    new = ONE.of(worn, unmarked=False)
    assert [s.isupper() for s in new.split()] == [s.isupper() for s in worn.split()]
    assert [s.islower() for s in new.split()] == [s.islower() for s in worn.split()]
    assert [c for c in new if not c.isalpha()] == [c for c in worn if not c.isalpha()]


def test_a_name_typed_without_marks_is_the_same_name() -> None:
    bare = ONE.of("Tran Van Binh", unmarked=True)
    assert bare == strip_marks(ONE.of(NAME, unmarked=False))


@given(
    st.lists(
        st.sampled_from(["Trần", "Lê", "Thị", "H'Lan", "Y", "Bhăm", "Niê", "Mạc", "(con)", "Năm"]),
        min_size=1,
    )
)
def test_a_name_keeps_its_number_of_syllables(parts: list[str]) -> None:
    assert len(ONE.of(" ".join(parts), unmarked=False).split()) == len(parts)


@pytest.mark.parametrize(
    "key", [b"", b"  \n", b"ngan qua", b"a" * 64], ids=["empty", "blank", "short", "uniform"]
)
def test_a_key_that_could_be_guessed_is_refused(key: bytes, tmp_path: Path) -> None:
    path = tmp_path / "KEY"
    path.write_bytes(key)
    with pytest.raises(UsageError, match="too short or too uniform"):
        read_key(path)


def test_a_key_is_read_without_the_space_around_it(tmp_path: Path) -> None:
    path = tmp_path / "KEY"
    path.write_bytes(b"0123456789abcdef\n")
    assert read_key(path) == b"0123456789abcdef"
