import pytest

from vnparty_nlp.parsing.issuer import body_in_title, find_bodies


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
        pytest.param(
            ["CHI BỘ THÔN BÃI DÂU", "ĐÀNG CỘNG SẢN VlỆT NAM"],
            ("CHI BỘ THÔN BÃI DÂU",),
            id="misread motto",
        ),
        pytest.param(
            ["CHI BỘ TỔ 9", "CỘNG HÒA XÃ H0I CHỦ NGHĨA VIÊT NAM"],
            ("CHI BỘ TỔ 9",),
            id="misread state motto",
        ),
        pytest.param(
            ["CHI BỘ THÔN BÃI DÂU", "--o O 0 O o--"], ("CHI BỘ THÔN BÃI DÂU",), id="drawn below"
        ),
        pytest.param(
            ["CHI BỘ THÔN BÃI DÂU ---oOo---"], ("CHI BỘ THÔN BÃI DÂU",), id="drawn behind"
        ),
        pytest.param(["CHI BỘ THÔN BÃI DÂU", "~~~~"], ("CHI BỘ THÔN BÃI DÂU",), id="waves"),
        pytest.param(["CHI BỘ THÔN BÃI DÂU", "* * *"], ("CHI BỘ THÔN BÃI DÂU",), id="stars"),
    ],
)
def test_bodies(lines: list[str], expected: tuple[str, ...]) -> None:
    assert find_bodies(lines) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("Họp Chi bộ Nhà máy Dệt Hà Trung", "Chi bộ Nhà máy Dệt Hà Trung", id="firm"),
        pytest.param(
            "Biên bản họp chi bộ thôn Bãi Dâu tháng 6/2003",
            "chi bộ thôn Bãi Dâu",
            id="month behind",
        ),
        pytest.param(
            "BIÊN BẢN SINH HOẠT CHI BỘ ẤP GIỒNG SAO THƯỜNG KỲ", "CHI BỘ ẤP GIỒNG SAO", id="capitals"
        ),
        pytest.param("Họp chi bộ thường kỳ tháng 7 năm 2001", None, id="no name"),
        pytest.param("Họp Chi bộ xét kết nạp đảng viên Mai Thị Na", None, id="subject"),
        pytest.param("BIÊN BẢN HỌP CHI BỘ PHÒNG CHỐNG BÃO SỐ 3", None, id="subject in capitals"),
        pytest.param("Họp chi bộ phòng chống lụt bão", None, id="subject in small letters"),
        pytest.param("Họp chi bộ thôn", None, id="no name behind the word"),
    ],
)
def test_body_in_title(title: str, expected: str | None) -> None:
    assert body_in_title(title) == expected
