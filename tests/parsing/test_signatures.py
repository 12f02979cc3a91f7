import pytest

from vnparty_nlp.parsing.lines import Line
from vnparty_nlp.parsing.signatures import are_signed, goes_on_signing, join_signatures
from vnparty_nlp.records import BlockKind


def line(
    text: str, left: float, *, page: int = 1, column: int = 0, kind: BlockKind = "signature"
) -> Line:
    return Line(kind, page, ((0,),), text, left, 100.0, left + 100, 114.0, column=column)


@pytest.mark.parametrize(
    ("text", "signed", "expected"),
    [
        pytest.param("Hà Văn Mạc", ("CHỦ TRÌ",), True, id="a name"),
        pytest.param("H'Lan Êban", ("THƯ KÝ",), True, id="a name with an apostrophe"),
        pytest.param("BÍ THƯ", ("T/M CHI BỘ",), True, id="an office"),
        pytest.param("(Ký, ghi rõ họ tên)", ("THƯ KÝ",), True, id="a note"),
        pytest.param("- Như Điều 3;", ("Nơi nhận:",), True, id="a recipient"),
        pytest.param("- Như Điều 3;", ("THƯ KÝ",), False, id="an item without recipients"),
        pytest.param("Danh sách kèm theo biên bản", ("CHỦ TRÌ",), False, id="a line of text"),
        pytest.param("PHỤ LỤC SỐ 1", ("CHỦ TRÌ",), False, id="the title of an annex"),
        pytest.param("TẠ ĐÌNH KHIÊM", ("CHỦ TRÌ",), True, id="a name in capitals"),
        pytest.param("PHÓ TRƯỞNG BAN", ("TRƯỞNG BAN",), True, id="an office in capitals"),
        pytest.param("QUY ĐỊNH", ("CHỦ TRÌ",), False, id="the kind of a document"),
        pytest.param("HUONG DAN", ("CHU TRI",), False, id="the kind without marks"),
        pytest.param("ĐẢNG ỦY XÃ HÒA SƠN", ("CHỦ TRÌ",), False, id="a body"),
        pytest.param(
            "HỘI NGƯỜI CAO TUỔI", ("CHỦ TRÌ",), False, id="a body that is not the Party's"
        ),
        pytest.param("ĐẢNG CỘNG SẢN VIỆT NAM", ("CHỦ TRÌ",), False, id="a motto"),
        pytest.param("DANH SÁCH BÍ THƯ CHI BỘ", ("CHỦ TRÌ",), False, id="a list of officers"),
        pytest.param("LÝ LỊCH ĐẢNG VIÊN", ("CHỦ TRÌ",), False, id="begins like a name"),
    ],
)
def test_what_goes_on(text: str, signed: tuple[str, ...], expected: bool) -> None:
    assert goes_on_signing(text, signed) == expected


def test_names_on_the_next_page_go_to_their_columns() -> None:
    lines = [
        line("Cuộc họp kết thúc.", 85, kind="paragraph"),
        line("THƯ KÝ", 130, column=0),
        line("CHỦ TRÌ", 380, column=1),
        line("Phan Thị Nụ", 120, page=2),
        line("Hà Văn Mạc", 370, page=2),
        line("PHỤ LỤC", 250, page=2, kind="paragraph"),
    ]
    assert [found.text for found in join_signatures(lines)] == [
        "Cuộc họp kết thúc.",
        "THƯ KÝ",
        "Phan Thị Nụ",
        "CHỦ TRÌ",
        "Hà Văn Mạc",
        "PHỤ LỤC",
    ]


def test_signatures_on_one_page_keep_their_order() -> None:
    lines = [line("CHỦ TRÌ", 380, column=1), line("THƯ KÝ", 130, column=0)]
    assert join_signatures(lines) == lines


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        pytest.param((("THƯ KÝ", "Phan Thị Nụ"), ("CHỦ TRÌ", "Hà Văn Mạc")), True, id="signed"),
        pytest.param((("THƯ KÝ", "Phan Thị Nụ"), ("CHỦ TRÌ",)), False, id="one name is missing"),
        pytest.param((("THƯ KÝ",), ("CHỦ TRÌ",)), False, id="both names are missing"),
        pytest.param((("Thư Ký",), ("Chủ Trì",)), False, id="offices that look like names"),
        pytest.param((("T/M CHI BỘ", "BÍ THƯ", "HÀ VĂN MẠC"),), True, id="a name in capitals"),
        pytest.param((("Nơi nhận:", "- Lưu."), ("BÍ THƯ", "Hà Văn Mạc")), False, id="recipients"),
        pytest.param((), False, id="nothing"),
    ],
)
def test_signatures_are_signed(columns: tuple[tuple[str, ...], ...], expected: bool) -> None:
    lines = [line(text, 130, column=n) for n, texts in enumerate(columns) for text in texts]
    assert are_signed(lines) == expected


def test_signed_signatures_are_not_mixed_with_those_of_the_next_page() -> None:
    signed = [
        line("THƯ KÝ", 130, column=0),
        line("Phan Thị Nụ", 120, column=0),
        line("CHỦ TRÌ", 380, column=1),
        line("Hà Văn Mạc", 370, column=1),
    ]
    following = [
        line("XÁC NHẬN CỦA CHI ỦY", 110, page=2, column=0),
        line("NGƯỜI LẬP", 380, page=2, column=1),
    ]
    assert join_signatures([*signed, *following]) == [*signed, *following]
