import pytest

from vnparty_nlp.linking.name_form import mention_style, name_form


@pytest.mark.parametrize(
    ("name", "keys", "addition"),
    [
        pytest.param("Trần Văn Bình", "trần văn bình", "", id="plain"),
        pytest.param("Nguyễn Văn Hùng B", "nguyễn văn hùng", "b", id="letter"),
        pytest.param("Lan (Thìn)", "lan", "thìn", id="bracket"),
        pytest.param("BÙI MINH TUẤN B", "bùi minh tuấn", "b", id="letter among capitals"),
        pytest.param("bùi minh tuấn b", "bùi minh tuấn", "b", id="letter in a note"),
        pytest.param("Lan(Thìn)", "lan", "thìn", id="bracket without a space"),
        pytest.param("Trần Văn Bé", "trần văn bé", "", id="Bé with a capital is a given name"),
        pytest.param("trần văn bé", "trần văn bé", "", id="in a note it is one, too"),
        pytest.param("A", "a", "", id="a letter alone"),
        pytest.param("Lê Hoà", "lê hòa", "", id="place of the tone"),
        pytest.param("Hùng lớn", "hùng", "lớn", id="word"),
        pytest.param("Lê Thị Ý", "lê thị ý", "", id="Ý is a given name"),
        pytest.param("N.V.H", "n v h", "", id="initials are no addition"),
        pytest.param("H'Lan Êban", "hlan êban", "", id="apostrophe"),
        pytest.param("Y - Bhăm", "y bhăm", "", id="hyphen"),
    ],
)
def test_name_form(name: str, keys: str, addition: str) -> None:
    form = name_form(name)
    assert (" ".join(form.keys), form.addition) == (keys, addition)


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        pytest.param("Nguyễn Thị Thu Hà", ("thi", "thu", "ha"), id="all but the surname"),
        pytest.param("Y Bhăm Niê", ("y", "bham"), id="surname last"),
        pytest.param("H'Lan Êban", ("hlan",), id="surname last, women"),
        pytest.param("Lan", ("lan",), id="one syllable"),
    ],
)
def test_spoken(name: str, spoken: tuple[str, ...]) -> None:
    assert name_form(name).spoken == spoken


@pytest.mark.parametrize(
    ("name", "style"),
    [
        pytest.param("Trần Văn Bình", "full", id="three syllables"),
        pytest.param("Trần Bình", "full", id="surname and given name"),
        pytest.param("Bình", "given", id="one syllable"),
        pytest.param("tran binh", "full", id="no diacritics"),
        pytest.param("Thạch Sa Rây", "full", id="three syllables, whatever they are"),
        pytest.param("Ba Lành", "given", id="order of birth"),
        pytest.param("H'Lan", "given", id="marked given name alone"),
        pytest.param("A Thút", "given", id="no surname at all"),
        pytest.param("N.Hùng", "initials", id="one initial"),
        pytest.param("N V Hùng", "initials", id="initials without points"),
        pytest.param("Thu Hà", "given", id="no surname"),
        pytest.param("Y Bhăm", "given", id="marker and given name"),
        pytest.param("Y Bhăm Niê", "full", id="marker, given name, surname"),
        pytest.param("H'Lan Êban", "full", id="surname last"),
        pytest.param("N.V. Hùng", "initials", id="initials"),
        pytest.param("Ng. Văn Hùng", "initials", id="surname abbreviated"),
    ],
)
def test_style(name: str, style: str) -> None:
    assert mention_style(name, name_form(name)) == style
