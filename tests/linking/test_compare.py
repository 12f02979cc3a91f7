import pytest

from vnparty_nlp.linking.compare import NameMatch, compare_names
from vnparty_nlp.linking.name_form import mention_style, name_form


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
