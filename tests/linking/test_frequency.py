import pytest

from vnparty_nlp.linking.frequency import NameFrequencies
from vnparty_nlp.linking.name_form import Style, name_form

COUNTS = {
    "Nguyễn Văn Hùng": 90, "Nguyễn Thị Lan": 80, "Trần Văn Bình": 20, "Lê Đức Kha": 1,
    "Y Bhăm Niê": 5, "Y Bhăm Mlô": 4,
}  # fmt: skip
FREQUENCIES = NameFrequencies((name_form(name), count) for name, count in COUNTS.items())


def share(name: str, style: Style = "full") -> float:
    return FREQUENCIES.share(name_form(name), style)


@pytest.mark.parametrize(
    ("common", "rare"),
    [
        pytest.param("Nguyễn Văn Hùng", "Lê Đức Kha", id="what the register holds often"),
        pytest.param("Nguyễn Văn Lộc", "Lò Văn Lộc", id="surnames of the nation"),
        pytest.param("Trần Văn Hùng", "Trần Sóc Hùng", id="middle names"),
        pytest.param("Y Bhăm Niê", "Nguyễn Bhăm Niê", id="parts that go together"),
        pytest.param("Nguyễn Văn Hùng", "Nguyên Văn Hùng", id="no surname as written"),
        pytest.param("Nguyễn Văn Hùng", "Nguyễn Văn Hùg", id="no given name as written"),
        pytest.param("Nguyen Van Hung", "Le Duc Kha", id="without diacritics"),
    ],
)
def test_common_names_have_the_larger_share(common: str, rare: str) -> None:
    assert 1 > share(common) > 2 * share(rare) > 0


def test_less_said_fits_more_people() -> None:
    assert share("Hùng", "given") > share("N.V. Hùng", "initials")
    assert share("Nguyễn Hùng") > share("Lê Hùng")


def test_an_empty_register_knows_the_nation() -> None:
    empty = NameFrequencies(())
    common = empty.share(name_form("Nguyễn Văn An"), "full")
    assert common > empty.share(name_form("Kiều Văn An"), "full")
