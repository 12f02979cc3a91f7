import contextlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing.encoding import decode
from vnparty_nlp.parsing.flow import assemble
from vnparty_nlp.parsing.plain import PlainReader

TEXT = "Chi bộ thôn Bãi Dâu họp thường kỳ, đồng chí Nụ ghi biên bản về việc nộp đảng phí quý II."


def blocks(text: str) -> list[str]:
    drafts = PlainReader().read(text.encode(), "a.txt").drafts
    return [f"{draft.kind}: {draft.text}" for draft in drafts]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_windows_1258_is_composed() -> None:
    text = "Đồng chí Nụ đã nộp đảng phí, còn nợ tài liệu."
    drafts = PlainReader().read(to_cp1258(text), "a.txt").drafts
    assert [draft.text for draft in drafts] == [text]


def to_cp1258(text: str) -> bytes:
    """Bytes as Windows writes them: vowel marks in the letter, the tone behind it."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    units = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in parts if mark in tones)
        base = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tones))
        units.append(base + tone)
    return "".join(units).encode("cp1258")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            b"\xa7\xb6ng \xf1y x\xb7 H\xdfa S\xacn, chi b\xe9 th\xabn B\xb7i D\xa9u"
            b" \xae\xb7 h\xe4p.",
            id="TCVN3",
        ),
        pytest.param(
            b"\xd1a\xfbng u\xfby xa\xf5 Ho\xf8a S\xf4n, chi bo\xe4 tho\xe2n Ba\xf5i"
            b" Da\xe2u \xf1a\xf5 ho\xefp.",
            id="VNI",
        ),
    ],
)
def test_legacy_codes_are_converted(data: bytes) -> None:
    (draft,) = PlainReader().read(data, "a.txt").drafts
    assert draft.text == "Đảng ủy xã Hòa Sơn, chi bộ thôn Bãi Dâu đã họp."


def test_lines_in_two_codes() -> None:
    lines = [
        b"Chi b\xe9 h\xe4p th\xad\xeang k\xfa, \xae\xe5ng ch\xdd N\xf4 ghi bi\xaan b\xb6n.",
        b"Thu\xfb quy\xf5 ba\xf9o ca\xf9o \xf1a\xf5 thu \xf1u\xfb \xf1a\xfbng ph\xed.",
    ]
    reading = PlainReader().read(b"\r\n".join(lines), "a.txt")
    assert [draft.text for draft in reading.drafts] == [
        "Chi bộ họp thường kỳ, đồng chí Nụ ghi biên bản.",
        "Thủ quỹ báo cáo đã thu đủ đảng phí.",
    ]
    assert reading.warnings == ("đã chuyển 1 đoạn từ TCVN3 và 1 đoạn từ VNI sang Unicode",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Một dòng.\nDòng hai.",
            ["paragraph: Một dòng.", "paragraph: Dòng hai."],
            id="a line is a paragraph",
        ),
        pytest.param(
            "Thủ quỹ báo cáo đến hết quý II có 27 đồng chí đã nộp đủ đảng phí,\ncòn một"
            " đồng chí nộp chậm.",
            [
                "paragraph: Thủ quỹ báo cáo đến hết quý II có 27 đồng chí đã nộp đủ đảng"
                " phí, còn một đồng chí nộp chậm."
            ],
            id="a sentence goes on in the next line",
        ),
        pytest.param(
            "Chi bộ phân công:\n- Đ/c Thìn theo dõi xóm Trên\n- Đ/c Nụ theo dõi xóm Dưới",
            [
                "paragraph: Chi bộ phân công:",
                "paragraph: - Đ/c Thìn theo dõi xóm Trên",
                "paragraph: - Đ/c Nụ theo dõi xóm Dưới",
            ],
            id="list items stay apart",
        ),
        pytest.param(
            "TT | Họ tên | Nộp\n1 | Phan Thị Nụ | rồi\n2 | Chu Văn Sửu | chưa",
            ["row: TT | Họ tên | Nộp", "row: 1 | Phan Thị Nụ | rồi", "row: 2 | Chu Văn Sửu | chưa"],
            id="bars",
        ),
        pytest.param(
            "+----+-------------+--------+\n| TT | Họ và tên   | Ghi"
            " chú|\n+----+-------------+--------+\n"
            "| 1  | Phan Thị Nụ | nộp    |\n|    |             | chậm   |\n| 2  | Lưu Thị"
            " Lụa |        |\n+----+-------------+--------+",
            [
                "row: TT | Họ và tên | Ghi chú",
                "row: 1 | Phan Thị Nụ | nộp chậm",
                "row: 2 | Lưu Thị Lụa",
            ],
            id="drawn table with a wrapped cell",
        ),
        pytest.param(
            "TT\tHọ tên\tSố phiếu\n1\tPhan Thị Nụ\t24",
            ["row: TT | Họ tên | Số phiếu", "row: 1 | Phan Thị Nụ | 24"],
            id="tabs",
        ),
        pytest.param(
            "Nội dung\n---------\nHết",
            ["paragraph: Nội dung", "paragraph: Hết"],
            id="a drawn line is no text",
        ),
    ],
)
def test_paragraphs_and_tables(text: str, expected: list[str]) -> None:
    assert blocks(text) == expected


def test_wrapped_paragraphs_are_joined() -> None:
    wrapped = (
        "Đồng chí Bí thư báo cáo kết quả thực hiện nghị quyết tháng trước, nêu\n"
        "rõ việc nạo vét mương Cầu Đá đã xong 400 m, còn 150 m do các hộ xóm\n"
        "Trên tự làm.\n"
        "Đ/c Thìn được giao lập danh sách hộ dùng nước sạch trước ngày 20/5, đến\n"
        "nay đã nộp danh sách cho chi ủy.\n"
    )
    assert blocks(wrapped) == [
        "paragraph: Đồng chí Bí thư báo cáo kết quả thực hiện nghị quyết tháng trước, nêu"
        " rõ việc nạo vét"
        " mương Cầu Đá đã xong 400 m, còn 150 m do các hộ xóm Trên tự làm.",
        "paragraph: Đ/c Thìn được giao lập danh sách hộ dùng nước sạch trước ngày 20/5,"
        " đến nay đã nộp danh"
        " sách cho chi ủy.",
    ]


def test_columns_set_with_blanks() -> None:
    text = (
        "ĐẢNG BỘ XÃ HÒA SƠN              ĐẢNG CỘNG SẢN VIỆT NAM\n"
        " CHI BỘ THÔN BÃI DÂU\n"
        "         *                   Hòa Sơn, ngày 05 tháng 6 năm 2023\n"
        "   Số 05-BB/CB\n"
        "                     BIÊN BẢN\n"
        "Chi bộ họp đủ.\n"
        "   THƯ KÝ                             CHỦ TRÌ\n"
        " Phan Thị Nụ                        Hà Văn Mạc\n"
    )
    assert blocks(text) == [
        "letterhead: ĐẢNG BỘ XÃ HÒA SƠN",
        "letterhead: CHI BỘ THÔN BÃI DÂU",
        "letterhead: *",
        "letterhead: Số 05-BB/CB",
        "letterhead: ĐẢNG CỘNG SẢN VIỆT NAM",
        "letterhead: Hòa Sơn, ngày 05 tháng 6 năm 2023",
        "paragraph: BIÊN BẢN",
        "paragraph: Chi bộ họp đủ.",
        "signature: THƯ KÝ",
        "signature: Phan Thị Nụ",
        "signature: CHỦ TRÌ",
        "signature: Hà Văn Mạc",
    ]


WORDS = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạ,0123456789", min_size=1, max_size=8)
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=12)


@given(LINES)
def test_no_word_is_lost_and_spans_are_exact(lines: list[str]) -> None:
    drafts = PlainReader().read("\n".join(lines).encode(), "a.txt").drafts
    text, found = assemble(drafts)
    assert text.split() == " ".join(lines).split()
    assert [block.span.of(text) for block in found] == [draft.text for draft in drafts]
    assert "\n".join(block.span.of(text) for block in found) == text


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(DocumentError):
        PlainReader().read(data, "a.txt")
