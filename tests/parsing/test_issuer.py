import pytest

from vnparty_nlp.parsing.issuer import find_bodies


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ["ĐẢNG BỘ XÃ HÒA SƠN", "CHI BỘ THÔN BÃI DÂU", "*", "Số 05-BB/CB"],
            ("ĐẢNG BỘ XÃ HÒA SƠN", "CHI BỘ THÔN BÃI DÂU"),
            id="superior and issuer",
        ),
        pytest.param(
            ["ĐẢNG ỦY XÃ HÒA SƠN - CHI BỘ THÔN BÃI DÂU"],
            ("ĐẢNG ỦY XÃ HÒA SƠN", "CHI BỘ THÔN BÃI DÂU"),
            id="both on one line",
        ),
        pytest.param(
            ["CHI BỘ THANH TRA - VĂN PHÒNG"], ("CHI BỘ THANH TRA - VĂN PHÒNG",), id="one name"
        ),
        pytest.param(
            ["SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM", "Độc lập – Tự do", "Hạnh phúc"],
            ("SỞ NỘI VỤ",),
            id="wrapped mottos",
        ),
        pytest.param(
            ["DỰ THẢO LẦN 2", "CHI BỘ THÔN BÃI DÂU"], ("CHI BỘ THÔN BÃI DÂU",), id="draft above"
        ),
        pytest.param(
            ["CHI BỘ THÔN BÃI DÂU", "(Dự thảo lần 1)"], ("CHI BỘ THÔN BÃI DÂU",), id="draft below"
        ),
        pytest.param(["CHI BỘ:", "THÔN BÃI DÂU"], ("CHI BỘ: THÔN BÃI DÂU",), id="filled form"),
        pytest.param(["TỈNH ỦY", "Số 16 -", "HD/BTCTU"], ("TỈNH ỦY",), id="torn number"),
        pytest.param(["ĐẢNG BỘ …………", "CHI BỘ: ........."], (), id="form left blank"),
        pytest.param(["ĐẢNG CỘNG SẢN VIỆT NAM"], (), id="none"),
    ],
)
def test_bodies(lines: list[str], expected: tuple[str, ...]) -> None:
    assert find_bodies(lines) == expected
