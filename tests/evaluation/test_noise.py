import unicodedata

import pytest

from vnparty_nlp.evaluation.noise import NOISES
from vnparty_nlp.vietnamese.unicode import compose

TEXT = "Đồng chí Lụa không nộp đảng phí quý II năm 2022, số tiền 180.000 đồng."


@pytest.mark.parametrize("name", NOISES)
def test_noise_is_the_same_each_time_and_changes_the_text(name: str) -> None:
    long = f"{TEXT} {TEXT}"
    assert NOISES[name](long) == NOISES[name](long) != long


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("no diacritics", "Dong chi Lua khong nop dang phi quy II nam 2022, so tien 180.000 dong."),
        ("shorthand", "đ/c lụa ko nộp đ/phí quý ii năm 2022, số tiền 180.000 đồng."),
        ("NFD", unicodedata.normalize("NFD", TEXT)),
    ],
)
def test_noises(name: str, expected: str) -> None:
    assert NOISES[name](TEXT) == expected


def test_a_scan_confuses_some_letters_and_leaves_most() -> None:
    long = " ".join([TEXT] * 30)
    scanned = NOISES["scanned"](long)
    assert 0 < len(long) - len(scanned) < 40  # spaces lost
    left = sum(one == other for one, other in zip(long.split(), scanned.split(), strict=False))
    assert left < len(long.split())
    assert compose(scanned) == scanned
