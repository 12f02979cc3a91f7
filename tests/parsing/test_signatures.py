import pytest

from vnparty_nlp.parsing.lines import Line
from vnparty_nlp.parsing.signatures import goes_on_signing, join_signatures
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
