import pytest

from vnparty_nlp.parsing.legacy_report import Conversion, conversion_warnings, main_encoding


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param([], (), id="nothing"),
        pytest.param(
            [Conversion("tcvn3", 9)] * 14, ("đã chuyển 14 đoạn từ TCVN3 sang Unicode",), id="one code"
        ),
        pytest.param(
            [Conversion("tcvn3", 9, 2), Conversion("tcvn3", 9, 1), Conversion("tcvn3", 9, 1)],
            ("đã chuyển 3 dòng từ TCVN3 sang Unicode (trang 1, 2)",),
            id="pages",
        ),
        pytest.param(
            [Conversion("vni", 3), Conversion("tcvn3", 9), Conversion("tcvn3", 1)],
            ("đã chuyển 2 đoạn từ TCVN3 và 1 đoạn từ VNI sang Unicode",),
            id="two codes",
        ),
    ],
)  # fmt: skip
def test_warning(found: list[Conversion], expected: tuple[str, ...]) -> None:
    assert conversion_warnings(found) == expected


def test_many_pages_are_cut() -> None:
    (warning,) = conversion_warnings(Conversion("vni", 5, page) for page in range(1, 40))
    assert warning.endswith("19, 20, …)")


def test_main_encoding_has_most_characters() -> None:
    found = [Conversion("vni", 3), Conversion("vni", 3), Conversion("tcvn3", 9)]
    assert main_encoding(found) == "tcvn3"
    assert main_encoding([]) is None
