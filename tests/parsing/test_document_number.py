import pytest

from vnparty_nlp.parsing.document_number import DocumentNumber, find_number, is_number


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Số 05-NQ/ĐU"], ("05-NQ/ĐU", "NQ", "party", "ĐU"), id="party"),
        pytest.param(["Số: 05/NQ-UBND"], ("05/NQ-UBND", "NQ", "state", "UBND"), id="state"),
        pytest.param(["Số: 14 HD/TC"], ("14 HD/TC", "HD", "party", "TC"), id="no dash"),
        pytest.param(["S0 12-NQ/ĐU"], ("12-NQ/ĐU", "NQ", "party", "ĐU"), id="OCR, word"),
        pytest.param(["Sô O7-BB/CB"], ("07-BB/CB", "BB", "party", "CB"), id="OCR, naught"),
        pytest.param(["Số l2-BB/CB"], ("12-BB/CB", "BB", "party", "CB"), id="OCR, one"),
        pytest.param(["Số 12a-BB/CB"], ("12a-BB/CB", "BB", "party", "CB"), id="letter kept"),
        pytest.param(["Số 16 -", "HD/BTCTU"], ("16 -HD/BTCTU", "HD", "party", "BTCTU"), id="torn"),
        pytest.param(["* Số 03-BB/CB"], ("03-BB/CB", "BB", "party", "CB"), id="behind a star"),
        pytest.param(["CHI BỘ X Số 03-BB/CB"], ("03-BB/CB", "BB", "party", "CB"), id="inside"),
        pytest.param(["Số     -KH/CB"], (None, "KH", "party", "CB"), id="blank"),
        pytest.param(["Số ….-BC/CB"], (None, "BC", "party", "CB"), id="dotted"),
        pytest.param(["Số ___/QĐ-THCS"], (None, "QĐ", "state", "THCS"), id="underscores"),
    ],
)
def test_number(lines: list[str], expected: tuple[str | None, str, str, str]) -> None:
    assert find_number(lines) == DocumentNumber(*expected)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("CHI BỘ TỔ DÂN PHỐ SỐ 9 - PHƯỜNG AN TÂY", id="a place"),
        pytest.param("CHI BỘ KHU PHỐ SỐ 4", id="a place at the end"),
        pytest.param("Hòa Sơn, ngày 05 tháng 6 năm 2023", id="a date"),
    ],
)
def test_no_number(line: str) -> None:
    assert find_number([line]) is None
    assert not is_number(line)


@pytest.mark.parametrize("line", ["Số 16 -", "Số:", "Số 16"])
def test_the_first_part_of_a_number(line: str) -> None:
    assert is_number(line)
