import pytest

from vnparty_nlp.parsing.rtf_fonts import FontTable, code_page
from vnparty_nlp.parsing.rtf_tokens import tokens


def table(declared: bytes) -> FontTable:
    fonts = FontTable()
    for token in tokens(declared):
        fonts.declare(token)
    return fonts


FONTS = table(
    rb"\f0\froman\fcharset0 Times New Roman;\f1\fnil\fcharset0 .VnTime;\f2\fcharset2 Wingdings;"
    rb"\f3\fcharset163 Arial;\f4\fcharset2 VNI-Times;\f5 Helvetica;\f6\cpg65001 Noto;\f7\fcharset128 MS Mincho;"
)


@pytest.mark.parametrize(
    ("number", "name"),
    [(0, "Times New Roman"), (1, ".VnTime"), (4, "VNI-Times"), (5, "Helvetica"), (9, None)],
)
def test_names(number: int, name: str | None) -> None:
    assert FONTS.name(number) == name


@pytest.mark.parametrize(
    ("number", "data", "expected"),
    [
        pytest.param(0, b"\x93\xe1\x94", "“á”", id="Western"),
        pytest.param(1, b"H\xb5 N\xe9i", "Hµ Néi", id="a legacy font keeps its bytes"),
        pytest.param(1, b"\x81\xad", "\x81\xad", id="also those that Western has no letter for"),
        pytest.param(2, b"\xfc x", "\uf0fc \uf078", id="symbols"),
        pytest.param(3, b"h\xf5p", "h\u01a1p", id="Vietnamese code page"),
        pytest.param(4, b"ng\xf6", "ngö", id="letters in a font that calls itself one of symbols"),
        pytest.param(6, "Hội".encode(), "Hội", id="UTF-8"),
        pytest.param(7, b"\x93\xfa\x96", "日\ufffd", id="half a character is lost"),
        pytest.param(9, b"\xe9", "é", id="unknown font"),
    ],
)
def test_decoding(number: int, data: bytes, expected: str) -> None:
    assert FONTS.decode(data, number) == expected


def test_a_font_without_charset_stands_in_the_document_s_code() -> None:
    fonts = table(rb"\f0 Times;")
    fonts.code = code_page(1258)
    assert fonts.decode(b"\xf0\xf5", 0) == "\u0111\u01a1"


@pytest.mark.parametrize(
    ("number", "name"),
    [(1258, "cp1258"), (65001, "utf-8"), (0, "cp1252"), (None, "cp1252"), (99, "cp1252"), (-3, "cp1252")],
)  # fmt: skip
def test_code_pages(number: int | None, name: str) -> None:
    assert code_page(number) == name
