import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnparty_nlp.parsing.flow import Reading
from vnparty_nlp.parsing.rtf import RtfReader

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\froman\fcharset0{\*\panose 0202}Times New Roman{\*\falt Times};}"
    r"{\f1\fnil\fcharset2 Symbol;}{\f2\fnil\fcharset0 .VnTime;}{\f3\fnil\fcharset0 .VnTimeH;}{\f4\fnil VNI-Times;}}"
)


def escaped(text: str) -> str:
    """Letters beyond ASCII as Word writes them, with a question mark for older programs."""
    return "".join(c if ord(c) < 128 else rf"\u{ord(c)}?" for c in text)


def read(body: str) -> Reading:
    return RtfReader().read((HEAD + escaped(body) + "}").encode("latin-1"), "thu.rtf")


def blocks(body: str) -> list[str]:
    return [f"{draft.kind}: {draft.text}" for draft in read(body).drafts]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(r"Chi bộ {\b nhất} {\i trí}\par", "Chi bộ nhất trí", id="marks inside a sentence"),
        pytest.param(r"H\u7897\'f4i ngh\u7883 ?", "Hội nghị", id="replacements are skipped"),
        pytest.param(r"{\uc0 H\u7897i} {\uc2 ngh\u7883\'e1\'bb}", "Hội nghị", id="as many as the file says"),
        pytest.param(r"\uc1 h\u7885{p}", "họp", id="a brace ends a replacement"),
        pytest.param(r"19\u8211\endash 21", "19–21", id="a sign is a replacement"),
        pytest.param(r"dấu \u-3913?", "dấu •", id="negative numbers are symbols"),
        pytest.param(r"{\f1 \'b7} mục", "• mục", id="symbol by its byte"),
        pytest.param(r"Ngh\'ea c\'f3 \'93l\'ed do\'94", "Nghê có “lí do”", id="bytes of the document's code"),
        pytest.param(r"a\~b\_c\-d", "a b-cd", id="blanks and hyphens"),
        pytest.param(r"{\v ẩn }hiện {\v0 rõ}", "hiện rõ", id="hidden text"),
        pytest.param(r"đã nộp {\deleted chưa nộp}{\revised đủ}", "đã nộp đủ", id="tracked changes"),
        pytest.param(r"\caps Điều khoản\caps0  chung", "ĐIỀU KHOẢN chung", id="capitals as shown"),
        pytest.param(r"\caps lớn\plain  nhỏ", "LỚN nhỏ", id="plain ends all"),
        pytest.param(r"Có mặt:\tab 25", "Có mặt: 25", id="a tab is a blank"),
        pytest.param(r"Bí thư,\line kiêm trưởng thôn", "Bí thư, kiêm trưởng thôn", id="forced break in a sentence"),
        pytest.param(r"{\field{\*\fldinst HYPERLINK x}{\fldrslt xã Hòa Sơn}}", "xã Hòa Sơn", id="a field shows its result"),
        pytest.param(r"{\upr{Ha}{\*\ud Hà}} Văn Mạc", "Hà Văn Mạc", id="the Unicode one of two forms"),
        pytest.param(r"{\*\generator Riched;}{\*\unknown x}Nội dung", "Nội dung", id="groups that may be ignored"),
        pytest.param(r"{\info{\title{\upr{a}{\*\ud b}}}}Nội dung", "Nội dung", id="nothing comes out of what is left out"),
        pytest.param(r"{\header Trang 1\par}{\footerf Nội bộ}Nội dung", "Nội dung", id="running heads"),
        pytest.param(r"{\pict\pngblip 89504e47}Nội dung", "Nội dung", id="pictures"),
        pytest.param(r"{\*\annotation xem lại}{\*\bkmkstart a}Nội dung", "Nội dung", id="comments and bookmarks"),
        pytest.param(r"{\object{\*\objdata 0105}{\result Nội dung}}", "Nội dung", id="an object shows its result"),
        pytest.param(r"\u-10179?\u-8704? vui", "\U0001f600 vui", id="halves of a character"),
    ],
)  # fmt: skip
def test_a_paragraph(body: str, expected: str) -> None:
    assert blocks(body) == [f"paragraph: {expected}"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(r"Một\par\par Hai\par", ["Một", "Hai"], id="an empty one is none"),
        pytest.param(r"Một {\deleted\par}hai", ["Một hai"], id="a deleted end joins"),
        pytest.param(r"Một\sect Hai", ["Một", "Hai"], id="a section ends a paragraph"),
        pytest.param("Một\\\nHai", ["Một", "Hai"], id="a line end behind a backslash"),
        pytest.param(
            r"{\listtext\pard\plain\f0 1.\tab}Một\par{\pntext\f1\'B7\tab}Hai\par{\*\pn\pnlvlblt{\pntxtb\'B7}}Ba",
            ["1. Một", "• Hai", "Ba"],
            id="numbers and bullets of lists",
        ),
        pytest.param(r"{\listtext 2.\tab}\par Hai", ["Hai"], id="a number alone is an empty line"),
    ],
)
def test_paragraphs(body: str, expected: list[str]) -> None:
    assert blocks(body) == [f"paragraph: {text}" for text in expected]


def row(*cells: str, shape: str = r"\cellx1000\cellx3000\cellx4000") -> str:
    return (
        rf"\trowd\trleft0{shape}\pard\intbl "
        + "".join(rf"{cell}\cell " for cell in cells)
        + r"\row\pard "
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            row("TT", "Họ tên", "Đã nộp") + row("1", "Phan Thị Nụ", "15.000"),
            ["TT | Họ tên | Đã nộp", "1 | Phan Thị Nụ | 15.000"],
            id="rows",
        ),
        pytest.param(row("1", r"Hà Văn Mạc\par Bí thư", "x"), ["1 | Hà Văn Mạc Bí thư | x"], id="two lines in a cell"),
        pytest.param(row(r"{\listtext 1.\tab}", "Phan Thị Nụ"), ["1. | Phan Thị Nụ"], id="a cell with its number alone"),
        pytest.param(row("1", "cũ", "x", shape=r"\cellx9\clvmrg\cellx3000\cellx4000"), ["1 | x"], id="a cell that goes on from above"),
        pytest.param(row("a", "b", "c", shape=r"\clmgf\cellx1000\clmrg\cellx3000\cellx4000"), ["a b | c"], id="cells merged to the right"),
        pytest.param(r"\pard\intbl a\cell b\cell\row\pard", ["a | b"], id="a row that nobody shaped"),
        pytest.param(r"\trowd\cellx99\pard\intbl a\cell b", ["a | b"], id="a file that breaks off in a row"),
        pytest.param(
            r"\trowd\cellx9\cellx99\pard\intbl a\cell\pard\intbl\itap2 x\nestcell y\nestcell"
            r"{\*\nesttableprops\trowd\cellx5\cellx8\nestrow}{\nonesttables\par}\pard\intbl z\cell\row",
            ["a | x y z"],
            id="a table in a cell",
        ),
    ],
)  # fmt: skip
def test_tables(body: str, expected: list[str]) -> None:
    assert blocks(body) == [f"row: {text}" for text in expected]


def test_header_rows_name_the_columns_below_wide_cells_too() -> None:
    wide = r"\trhdr\cellx1000\cellx4000"
    narrow = r"\cellx1010\cellx2500\cellx4000"
    drafts = read(row("TT", "Kết quả", shape=wide) + row("1", "Tốt", "Khá", shape=narrow)).drafts
    assert drafts[1].columns == ("TT", "Kết quả", "Kết quả")


def test_text_goes_on_behind_a_table() -> None:
    assert blocks(row("a", "b") + "Sau bảng") == ["row: a | b", "paragraph: Sau bảng"]
    assert blocks(row("TT", "Tên") + r"\par " + row("x", "y"))[1] == "row: x | y"


def test_letterhead_and_signatures_in_tables() -> None:
    head = row(
        r"ĐẢNG BỘ XÃ HÒA SƠN\par CHI BỘ THÔN BÃI DÂU\par Số 05-BB/CB", "ĐẢNG CỘNG SẢN VIỆT NAM"
    )
    feet = row(r"THƯ KÝ\par Phan Thị Nụ", r"CHỦ TRÌ\par Hà Văn Mạc")
    assert blocks(head + r"BIÊN BẢN\par " + feet) == [
        "letterhead: ĐẢNG BỘ XÃ HÒA SƠN",
        "letterhead: CHI BỘ THÔN BÃI DÂU",
        "letterhead: Số 05-BB/CB",
        "letterhead: ĐẢNG CỘNG SẢN VIỆT NAM",
        "paragraph: BIÊN BẢN",
        "signature: THƯ KÝ",
        "signature: Phan Thị Nụ",
        "signature: CHỦ TRÌ",
        "signature: Hà Văn Mạc",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "note",
    [
        r"{\footnote\pard\plain\chftn  Nộp ngày 04/3.\par}",
        r"{\*\footnote\ftnalt Nộp ngày\par 04/3.}",
    ],
    ids=["Word", "LibreOffice, endnote"],
)
def test_a_note_follows_its_paragraph(note: str) -> None:
    assert blocks(rf"100% đã{{\super\chftn{note}}} nộp.\par Sau đó.") == [
        "paragraph: 100% đã nộp.",
        "footnote: Nộp ngày 04/3.",
        "paragraph: Sau đó.",
    ]


@pytest.mark.parametrize(
    "box",
    [
        r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt\pard DỰ THẢO\par}}{\shprslt DỰ THẢO}}",
        r"{\*\do\dobxpage{\dptxbxtext\pard DỰ THẢO\par}\dpx1}",
    ],
    ids=["shape", "older drawing"],
)
def test_a_box_follows_its_paragraph_once(box: str) -> None:
    assert blocks(rf"Kính gửi {box}các chi bộ\par") == [
        "paragraph: Kính gửi các chi bộ",
        "paragraph: DỰ THẢO",
    ]


@pytest.mark.parametrize(
    ("body", "expected", "encoding"),
    [
        pytest.param(
            r"{\f2 Chi bé th\'abn B\'b7i D\'a9u h\'e4p th\'ad\'eang k\'fa, \'ae\'b6ng vi\'aan \'ae\'f1 m\'c6t}",
            "Chi bộ thôn Bãi Dâu họp thường kỳ, đảng viên đủ mặt", "tcvn3", id="TCVN3, ư by its byte",
        ),
        pytest.param(
            r"{\f2 \'ae\'b6ng vi\'aan h\'e4p th\-\'eang k\'fa \'ae\'f1 m\'c6t}",
            "đảng viên họp thường kỳ đủ mặt", "tcvn3", id="TCVN3, ư as a soft hyphen",
        ),
        pytest.param(
            r"{\f3 biªn b\'b6n h\'e4p chi bé th\'abn}", "BIÊN BẢN HỌP CHI BỘ THÔN", "tcvn3", id="capitals in the font",
        ),
        pytest.param(
            r"{\f4 Chi bo\'e4 ho\'efp th\'f6\'f4\'f8ng k\'f8y, \'f1a\'fbng vie\'e2n \'f1u\'fb ma\'ebt}",
            None, "vni", id="VNI",
        ),
        pytest.param(r"{\f2 t\u-3911?i x\u-3913? h\u-3872?p}", "tại xã họp", "tcvn3", id="bytes moved among the symbols"),
        pytest.param(r"Họp {\f2 t\'b9i x\'b7 H\'dfa S\'acn} lúc 19h30", None, "tcvn3", id="two codes in a paragraph"),
    ],
)  # fmt: skip
def test_fonts_of_older_codes(body: str, expected: str | None, encoding: str) -> None:
    reading = read(body)
    assert reading.legacy_encoding == encoding
    assert reading.warnings
    text = reading.drafts[0].text
    assert "đảng viên đủ mặt" in text or "tại xã" in text or text == expected


def test_ordinary_text_is_not_converted() -> None:
    reading = read(r"Se\'f1or Garc\'eda \'f0 d\'fb")
    assert reading.legacy_encoding is None
    assert reading.drafts[0].text.startswith("Señor García")


def test_lost_characters_are_told() -> None:
    reading = RtfReader().read(rb"{\rtf1\ansicpg65001 h\'e1p}", "a.rtf")
    assert reading.warnings == ("1 ký tự hỏng, đã thay bằng \ufffd",)


BROKEN: dict[str, Callable[[], bytes]] = {
    "groups nested deeply": lambda: b"{\\rtf1 " + b"{" * 100_000 + b"Chi" + b"}" * 100_000 + b"}",
    "groups never closed": lambda: b"{\\rtf1 " + b"{\\b " * 100_000 + b"Chi",
    "too many ends": lambda: b"{\\rtf1 " + b"}" * 100_000 + b"Chi",
    "notes in notes": lambda: b"{\\rtf1 " + b"{\\footnote Chi" * 50_000,
    "boxes in boxes": lambda: b"{\\rtf1 " + b"{\\shptxt Chi" * 50_000,
    "binary data without end": lambda: b"{\\rtf1 Chi\\bin2147483647 " + b"}" * 1000,
    "tables beyond reason": lambda: b"{\\rtf1 " + b"".join(b"\\intbl\\itap%d Chi\\nestcell\\nestrow " % n for n in range(20_000)),
    "a row without end": lambda: b"{\\rtf1\\trowd " + b"\\cellx9" * 50_000 + b"\\intbl Chi\\cell" * 50_000 + b"\\row",
    "many rows": lambda: b"{\\rtf1 " + b"\\trowd\\cellx9\\cellx99\\intbl Chi\\cell x\\cell\\row" * 10_000,
    "many borders and rows": lambda: b"{\\rtf1\\trowd " + b"".join(b"\\cellx%d" % (n * 50) for n in range(20_000)) + b"\\intbl Chi\\cell x\\cell\\row" * 10_000,
    "many fonts": lambda: b"{\\rtf1{\\fonttbl " + b"\\f1 Chi;" * 50_000 + b"}Chi",
    "a font's name without end": lambda: b"{\\rtf1{\\fonttbl\\f0 " + b"{x}x" * 50_000 + b"}Chi",
    "huge numbers": lambda: b"{\\rtf1\\uc9999999999\\f9999999999\\itap9999999999\\cellx-9999999999 Chi\\u9999999999?",
    "one long paragraph": lambda: b"{\\rtf1 " + b"Chi{\\b b}" * 50_000,
    "runs in changing fonts": lambda: b"{\\rtf1{\\fonttbl\\f0 a;\\f1 .VnTime;}" + b"{\\f1 \\'b5}{\\f0 Chi }" * 20_000,
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_built_to_hurt(name: str) -> None:
    start = time.perf_counter()
    reading = RtfReader().read(BROKEN[name](), "a.rtf")
    assert "Chi" in reading.drafts[0].text
    assert time.perf_counter() - start < 20


PARTS = st.sampled_from(
    [b"{", b"}", b"\\", b"\\*", b"\\par ", b"\\cell ", b"\\row ", b"\\trowd ", b"\\cellx9", b"\\intbl ", b"\\itap2 ", b"\\nestcell ",
     b"\\nestrow ", b"{\\fonttbl", b"\\f1", b"\\fcharset2 ", b";", b"\\u-7?", b"\\uc3 ", b"\\'e1", b"\\bin2 ", b"{\\footnote ", b"{\\shptxt ",
     b"{\\upr", b"{\\*\\ud ", b"{\\listtext ", b"\\v ", b"\\deleted ", b"\\caps ", b"Chi", b"\xad", b"\n", b"\\u55357 ", b"\\clmrg ", b"\\clvmrg "]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PARTS | st.binary(max_size=3), max_size=60))
def test_any_bytes_are_read(parts: list[bytes]) -> None:
    for draft in RtfReader().read(b"{\\rtf1" + b"".join(parts), "a.rtf").drafts:
        draft.text.encode("utf-8")
        assert draft.text.strip()
