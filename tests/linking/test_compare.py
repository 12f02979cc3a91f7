import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.linking.compare import NameMatch, compare_names
from vnparty_nlp.linking.name_form import mention_style, name_form
from vnparty_nlp.linking.weights import load_weights
from vnparty_nlp.vietnamese.unicode import strip_marks


def compare(written: str, registered: str) -> NameMatch | None:
    form = name_form(written)
    return compare_names(form, name_form(registered), mention_style(written, form))


@pytest.mark.parametrize(
    ("written", "registered"),
    [
        pytest.param("Trần Văn Bình", "Trần Văn Bình", id="same"),
        pytest.param("TRẦN VĂN BÌNH", "Trần Văn Bình", id="capitals"),
        pytest.param("Lê Thị Hoà", "Lê Thị Hòa", id="place of the tone"),
        pytest.param("H’ Lan Êban", "H'Lan Êban", id="apostrophes"),
        pytest.param("H Lan Êban", "H'Lan Êban", id="a space for the apostrophe"),
        pytest.param("Y-Bhăm Niê", "Y Bhăm Niê", id="hyphen"),
        pytest.param("Tran Van Binh", "Trần Văn Bình", id="no diacritics at all"),
        pytest.param("Bình", "Trần Văn Bình", id="given name"),
        pytest.param("trần văn bình", "TRẦN VĂN BÌNH", id="a register in capitals"),
        pytest.param("Trần  Văn Bình", "Trần Văn Bình", id="two spaces"),
        pytest.param("Thúy", "Trần Thị Thuý", id="given name, place of the tone"),
        pytest.param("BINH", "Trần Văn Bình", id="given name in capitals without diacritics"),
        pytest.param("Sa Rây", "Thạch Thị Sa Rây", id="Khmer given name"),
        pytest.param("Thu Hà", "Nguyễn Thị Thu Hà", id="given and middle name"),
        pytest.param("Y Bhăm", "Y Bhăm Niê", id="given name with its marker"),
        pytest.param("H'Lan", "H'Lan Êban", id="given name of a woman of the highlands"),
        pytest.param("Ba Lành", "Ba Lành", id="alias"),
        pytest.param("Hùng B", "Hùng B", id="addition"),
    ],
)
def test_exact(written: str, registered: str) -> None:
    match = compare(written, registered)
    assert match is not None
    assert (match.share, match.doubt, match.difference) == (1.0, "exact", "")


@pytest.mark.parametrize(
    ("written", "registered", "doubt"),
    [
        pytest.param("Trần Bình", "Trần Văn Bình", "shortened", id="middle name dropped"),
        pytest.param("Nguyễn Thu Hà", "Nguyễn Thị Thu Hà", "shortened", id="a part of it dropped"),
        pytest.param("Nguyễn Thị Hà", "Nguyễn Hà", "shortened", id="the register is shorter"),
        pytest.param("N.V. Hùng", "Nguyễn Văn Hùng", "shortened", id="initials"),
        pytest.param("Ng. Văn Hùng", "Nguyễn Văn Hùng", "shortened", id="surname abbreviated"),
        pytest.param(
            "Nguyễn V. Hùng", "Nguyễn Văn Hùng", "shortened", id="middle name abbreviated"
        ),
        pytest.param("N. Hùng", "Nguyễn Văn Hùng", "shortened", id="one initial"),
        pytest.param("Nguyên Văn Hùng", "Nguyễn Văn Hùng", "slip", id="tone lost"),
        pytest.param("Nguyễn Văn Hùg", "Nguyễn Văn Hùng", "letter", id="letter lost"),
        pytest.param("Nguyễn Thị Lí", "Nguyễn Thị Lý", "i_or_y", id="i for y"),
        pytest.param("Trần Văn Bính", "Trần Văn Bình", "swapped", id="another tone"),
        pytest.param("Trịnh Văn Quí", "Trịnh Văn Quý", "i_or_y", id="quí for quý"),
        pytest.param("Lí Thị Mĩ", "Lý Thị Mỹ", "i_or_y", id="i for y twice"),
        pytest.param("Nguyễn Van Hùng", "Nguyễn Văn Hùng", "slip", id="one mark lost"),
        pytest.param("Nguyen Van Hùng", "Nguyễn Văn Hùng", "slip", id="two marks lost"),
        pytest.param(
            "Nguyễn Văn Hùmg",
            "Nguyễn Văn Hùng",
            "letter",
            id="m for n",
            marks=pytest.mark.xfail(strict=True, reason="m and n are no listed look-alikes"),
        ),
        pytest.param("Nguyễn Văn Hùngg", "Nguyễn Văn Hùng", "letter", id="letter twice"),
        pytest.param("Nguễyn Văn Hùng", "Nguyễn Văn Hùng", "letter", id="letters turned round"),
        pytest.param("Trần Văn Đoan", "Trần Văn Doan", "swapped", id="đ for d"),
        pytest.param("Tr. Văn Bình", "Trần Văn Bình", "shortened", id="Tr."),
        pytest.param("Hg. Văn An", "Hoàng Văn An", "shortened", id="Hg."),
        pytest.param("T.T.T. Hà", "Trần Thị Thu Hà", "shortened", id="three initials"),
        pytest.param("Lê Thị Dung", "Lê Thị Dũng", "swapped", id="a lost tone that leaves a name"),
        pytest.param("Hùng B", "Nguyễn Văn Hùng", "exact", id="an addition the register lacks"),
    ],
)
def test_inexact(written: str, registered: str, doubt: str) -> None:
    match = compare(written, registered)
    assert match is not None
    assert match.share <= 1.0
    assert match.difference or match.share < 1.0
    assert match.doubt == doubt


@pytest.mark.parametrize(
    ("written", "registered"),
    [
        pytest.param("Trần Văn Bình", "Lê Văn Bình", id="another surname"),
        pytest.param("Vũ Thị Lan", "Võ Thị Lan", id="Vũ and Võ are two surnames"),
        pytest.param("Hoàng Văn An", "Huỳnh Văn An", id="Hoàng and Huỳnh too"),
        pytest.param("Trần Văn Bình", "Trần Đức Bình", id="another middle name"),
        pytest.param("Trần Đức Bình", "Trần Văn Đức Hùng", id="another given name"),
        pytest.param("T.V. Hùng", "Nguyễn Văn Hùng", id="other initials"),
        pytest.param("Tr. Văn Bình", "Trịnh Văn Bình", id="Tr. is Trần"),
        pytest.param("Ng. Văn An", "Ngô Văn An", id="Ng. is Nguyễn"),
        pytest.param("Lê Văn Hùng B", "Lê Văn Hùng A", id="letters behind full names"),
        pytest.param("Lan (Thìn)", "Lan (Ngọ)", id="brackets tell apart"),
        pytest.param("Bình", "Bình Văn Trần", id="a surname is no given name"),
        pytest.param("Văn Bình", "Trần Đức Bình", id="another middle name before a given one"),
        pytest.param("Y Bhăm", "H'Bhăm Niê", id="Y for men, H' for women"),
        pytest.param("H'Lan Êban", "H'Lan Niê", id="another surname behind"),
        pytest.param("Giàng A Páo", "Giàng Thị Páo", id="A for men, Thị for women"),
        pytest.param("Nguyễn Văn Hùng", "Nguyễn Thị Hùng", id="Văn for men, Thị for women"),
        pytest.param("Phan Văn Thìn", "Phan Văn Thịnh", id="Thìn and Thịnh"),
        pytest.param("Đỗ Văn Minh", "Đỗ Văn Mạnh", id="two vowels"),
        pytest.param("Tran Van Binh", "Trần Văn Bằng", id="other letters without diacritics"),
        pytest.param("N.V.H. Hùng", "Nguyễn Văn Hùng", id="too many initials"),
        pytest.param("Hùng A", "Hùng B", id="additions tell apart"),
        pytest.param("Nguyễn Văn A", "Nguyễn Văn B", id="letters for names tell apart"),
        pytest.param("Thu Hà", "Nguyễn Thị Hà", id="a given name of two syllables"),
        pytest.param("Nguyễn Thị Thư Hà", "Nguyễn Thị Thu Thư Hạ", id="marks of the given name"),
    ],
)
def test_other_persons(written: str, registered: str) -> None:
    match = compare(written, registered)
    assert match is None or match.doubt == "swapped"


def test_losses_come_together() -> None:
    one = compare("Nguyễn Văn Hung", "Nguyễn Văn Hùng")
    two = compare("Nguyễn Van Hung", "Nguyễn Văn Hùng")
    assert one is not None
    assert two is not None
    assert one.share > two.share > one.share / 10


def test_the_difference_is_told() -> None:
    match = compare("Trần Văn Bính", "Trần Văn Bình")
    assert match is not None
    assert match.difference == "viết 'bính', sổ ghi 'bình'"


NAMES = st.sampled_from(
    [
        "Trần Văn Bình",
        "Trần Văn Bính",
        "Lê Hoà",
        "Y Bhăm Niê",
        "H'Lan Êban",
        "Lý Thị Mỹ",
        "Tôn Nữ Thị Hoa",
    ]
)


@given(NAMES, NAMES)
def test_only_a_name_itself_is_written_without_a_difference(written: str, registered: str) -> None:
    match = compare(written, registered)
    same = match is not None and match == NameMatch(1.0, "exact", "")
    assert same == (written == registered)


@given(NAMES, st.sampled_from([str.upper, str.lower, str.title]))
def test_case_is_no_difference(name: str, spell: type[str]) -> None:
    assert compare(spell(name), name) == compare(name, spell(name)) == NameMatch(1.0, "exact", "")


@given(NAMES)
def test_a_name_without_marks_is_its_own(name: str) -> None:
    match = compare(strip_marks(name), name)
    assert match == NameMatch(1.0, "exact", "")


@given(NAMES, NAMES)
def test_a_share_is_a_share_and_a_doubt_has_a_weight(written: str, registered: str) -> None:
    match = compare(written, registered)
    assert match is None or (0 < match.share <= 1 and match.doubt in load_weights()["doubt"])
