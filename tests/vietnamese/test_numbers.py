"""Whole numbers: a text with its number; a sentence with the numbers in it as they stand there."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.vietnamese.numbers import find_numbers, parse_number
from vnparty_nlp.vietnamese.unicode import strip_marks


def told(text: str) -> list[tuple[str, int]]:
    """The numbers of a text, each as written and as read."""
    return [(number.span.of(text), number.value) for number in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("0", 0, id="zero"),
        pytest.param("02", 2, id="leading zero"),
        pytest.param("  28 ", 28, id="spaces around"),
        pytest.param("1.250", 1250, id="grouped"),
        pytest.param("1.234.567", 1_234_567, id="grouped twice"),
        pytest.param("ba", 3, id="one word"),
        pytest.param("bẩy", 7, id="old spelling of seven"),
        pytest.param("mười", 10, id="ten"),
        pytest.param("mười một", 11, id="eleven"),
        pytest.param("mười lăm", 15, id="lăm behind ten"),
        pytest.param("hai mươi", 20, id="twenty"),
        pytest.param("hai mươi mốt", 21, id="mốt"),
        pytest.param("hai mươi tư", 24, id="tư"),
        pytest.param("hai mươi bốn", 24, id="bốn"),
        pytest.param("hai mươi nhăm", 25, id="nhăm"),
        pytest.param("hăm ba", 23, id="hăm"),
        pytest.param("băm sáu", 36, id="băm"),
        pytest.param("bốn lăm", 45, id="mươi left out"),
        pytest.param("hai chục", 20, id="chục"),
        pytest.param("một trăm", 100, id="hundred"),
        pytest.param("một trăm linh năm", 105, id="linh"),
        pytest.param("một trăm lẻ năm", 105, id="lẻ of the south"),
        pytest.param("một trăm rưỡi", 150, id="half a hundred"),
        pytest.param("chín trăm chín mươi chín", 999, id="three places"),
        pytest.param("hai nghìn không trăm hai mươi ba", 2023, id="a year in words"),
        pytest.param("ba ngàn", 3000, id="ngàn of the south"),
        pytest.param("một triệu hai trăm nghìn", 1_200_000, id="million and thousand"),
        pytest.param("ba triệu rưỡi", 3_500_000, id="half a million more"),
        pytest.param("hai nghìn rưỡi", 2500, id="half a thousand more"),
        pytest.param("hai tỷ", 2 * 10**9, id="tỷ"),
        pytest.param("hai tỉ", 2 * 10**9, id="tỉ"),
        pytest.param("Hai Mươi Lăm", 25, id="capital letters"),
        pytest.param("hai muoi lam", 25, id="no diacritics"),
        pytest.param("mot tram linh nam", 105, id="no diacritics, hundreds"),
    ],
)
def test_parse(text: str, value: int) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("   ", id="spaces"),
        pytest.param("mươi", id="tens word alone"),
        pytest.param("hai ba", id="an estimate: two or three"),
        pytest.param("năm bảy", id="an estimate: some"),
        pytest.param("linh", id="filler alone"),
        pytest.param("trăm", id="hundred without a count"),
        pytest.param("triệu hai", id="million without a count"),
        pytest.param("hai mươi mười", id="two tens"),
        pytest.param("hai trăm trăm", id="two hundreds"),
        pytest.param("đảng viên", id="other words"),
        pytest.param("hai đảng viên", id="a number and another word"),
        pytest.param("1,5", id="decimal"),
        pytest.param("1.25", id="no group of three"),
        pytest.param("25/28", id="share"),
        pytest.param("-3", id="negative"),
    ],
)
def test_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("Có mặt 25 đồng chí", [("25", 25)], id="figure"),
        pytest.param("vắng 03 đ/c", [("03", 3)], id="leading zero"),
        pytest.param("thời hạn 03 (ba) tháng", [("03 (ba)", 3)], id="repeated in words"),
        pytest.param("ba (03) buổi", [("ba (03)", 3)], id="words repeated in figures"),
        pytest.param("15(mười lăm) ngày", [("15(mười lăm)", 15)], id="no space at the bracket"),
        pytest.param("03 (bốn) tháng", [("03", 3), ("bốn", 4)], id="a bracket that says another"),
        pytest.param("25 (vắng 3)", [("25", 25), ("3", 3)], id="a bracket with more in it"),
        pytest.param("vắng hai buổi", [("hai", 2)], id="word"),
        pytest.param("hai mươi lăm đảng viên", [("hai mươi lăm", 25)], id="words"),
        pytest.param("1.250 hộ, 37 ngõ", [("1.250", 1250), ("37", 37)], id="grouped"),
        pytest.param("Vắng: 2.", [("2", 2)], id="a sentence's point"),
        pytest.param("28, 26 và 2", [("28", 28), ("26", 26), ("2", 2)], id="list"),
        pytest.param("hai mươi tư buổi", [("hai mươi tư", 24)], id="tư in a compound"),
        pytest.param("năm đồng chí", [("năm", 5)], id="five"),
        pytest.param("Hai\tba", [], id="an estimate over a tab"),
    ],
)
def test_find(text: str, numbers: list[tuple[str, int]]) -> None:
    assert told(text) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("năm nay, năm ngoái, năm học", [], id="năm is the year"),
        pytest.param("năm 2023", [("2023", 2023)], id="năm before a figure"),
        pytest.param("đồng chí Tư vắng", [], id="tư alone is a name"),
        pytest.param("ngày 05/6/2023", [], id="parts of a date"),
        pytest.param("89,3% và 0,5%", [], id="decimals"),
        pytest.param("đạt 100%", [], id="percent"),
        pytest.param("Nghị quyết 12-NQ/ĐU", [("12", 12)], id="a document's number"),
        pytest.param("19h30", [], id="time"),
        pytest.param("M001, T6", [], id="inside a word"),
        pytest.param("1.2.3.4", [], id="numbering"),
        pytest.param("bao giờ, sau đó, hải đội", [], id="syllables that only look alike"),
        pytest.param("ba nam sau bay", [], id="no diacritics: nam, sau, bay are words"),
        pytest.param("hai ba buổi", [], id="an estimate"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_near_misses(text: str, numbers: list[tuple[str, int]]) -> None:
    assert told(text) == numbers


DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def spell(number: int) -> str:
    """The number from 1 to 999 999 in words, the way school teaches it."""
    thousands, rest = divmod(number, 1000)
    head = f"{spell(thousands)} nghìn" if thousands else ""
    return " ".join(filter(None, (head, _hundreds(rest, full=bool(thousands)))))


def _hundreds(number: int, *, full: bool) -> str:
    hundreds, rest = divmod(number, 100)
    if not number:
        return ""
    if not hundreds and not full:
        return _tens(rest)
    tail = f"linh {DIGITS[rest]}" if 0 < rest < 10 else _tens(rest)
    return f"{DIGITS[hundreds]} trăm {tail}".strip()


def _tens(number: int) -> str:
    tens, unit = divmod(number, 10)
    if not tens:
        return DIGITS[unit] if unit else ""
    head = "mười" if tens == 1 else f"{DIGITS[tens]} mươi"
    word = {0: "", 1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(unit, DIGITS[unit])
    return f"{head} {word}".strip()


@given(st.integers(1, 999_999))
def test_every_number_is_read_as_it_is_spelled(number: int) -> None:
    assert parse_number(spell(number)) == number
    assert parse_number(strip_marks(spell(number))) == number
    assert parse_number(spell(number).upper()) == number


@given(st.integers(1, 999_999))
def test_a_spelled_number_is_found_whole(number: int) -> None:
    words = spell(number)
    assert told(f"Gồm {words} phiếu") == [(words, number)]


@given(st.integers(0, 10**9))
def test_figures_are_read_grouped_or_not(number: int) -> None:
    assert parse_number(str(number)) == number
    assert parse_number(f"{number:,}".replace(",", ".")) == number


@given(st.text(alphabet="0123456789.,/%() hai mươi lăm trăm năm tư nghìn", max_size=50))
def test_matches_lie_in_order_and_read_as_they_say(text: str) -> None:
    found = find_numbers(text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    for number in found:
        assert parse_number(number.span.of(text).partition("(")[0]) == number.value
        assert text[number.span.start].isalnum()


@given(st.integers(1, 999_999))
def test_the_form_of_the_letters_does_not_matter(number: int) -> None:
    decomposed = unicodedata.normalize("NFD", spell(number))
    assert parse_number(unicodedata.normalize("NFC", decomposed)) == number
