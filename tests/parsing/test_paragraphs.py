import pytest

from vnparty_nlp.parsing.lines import Line
from vnparty_nlp.parsing.paragraphs import join_lines
from vnparty_nlp.records import BlockKind

LEFT, RIGHT, PITCH, LETTER = 85.0, 535.0, 19.0, 6.0


def line(
    text: str,
    *,
    number: int = 0,
    left: float = LEFT,
    right: float | None = None,
    page: int = 1,
    kind: BlockKind = "paragraph",
) -> Line:
    """A line of 14 points; `right` None is as far as its letters reach."""
    end = left + LETTER * len(text) if right is None else right
    words = text.split()
    second = left + LETTER * (len(words[0]) + 1)
    top = 100.0 + PITCH * number
    return Line(
        kind, page, ((number,),), text, left, top, end, top + 14, second, LETTER * len(words[0])
    )


FILLER = [
    line(
        "Chi bộ nghe báo cáo kết quả thực hiện nghị quyết tháng trước, nêu rõ việc",
        number=90 + n,
        right=RIGHT,
        page=9,
    )
    for n in range(4)
]


def joined(*lines: Line) -> list[str]:
    """The texts of the paragraphs; some full lines on another page show how wide a page is."""
    texts = {line.cells[0][0]: line.text for line in lines}
    return [
        " / ".join(texts[word] for word in paragraph.cells[0])
        for paragraph in join_lines([*lines, *FILLER])
        if paragraph.cells[0][0] in texts
    ]


FULL = "Đồng chí Bí thư báo cáo vụ xuân toàn thôn gặt xong trước ngày 02/6, năng"


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        pytest.param(
            [line(FULL, right=RIGHT), line("suất ước 61 tạ/ha.", number=1)],
            1,
            id="a full line goes on",
        ),
        pytest.param(
            [line("Chi bộ họp đủ."), line("Đ/c Nụ vắng.", number=1)],
            2,
            id="a short line ends a paragraph",
        ),
        pytest.param(
            [line(FULL, left=LEFT + 28, right=RIGHT), line("suất cao.", number=1)],
            1,
            id="first line set in",
        ),
        pytest.param(
            [line(FULL + ".", right=RIGHT), line("Đ/c Nụ", number=1, left=LEFT + 28)],
            2,
            id="the next one is set in",
        ),
        pytest.param(
            [line(FULL, right=RIGHT), line("- Đ/c Nụ vắng", number=1, left=LEFT + 28)],
            2,
            id="a list item",
        ),
        pytest.param(
            [line(FULL, right=RIGHT), line("- Lênin, tư tưởng", number=1)],
            1,
            id="a dash inside a sentence",
        ),
        pytest.param(
            [
                line("- " + FULL, left=LEFT + 20, right=RIGHT),
                line("suất cao.", number=1, left=LEFT + 32),
            ],
            1,
            id="hanging item",
        ),
        pytest.param([line(FULL, right=RIGHT), line("suất cao.", number=2)], 2, id="a wide step"),
        pytest.param(
            [line(FULL, right=RIGHT - 60), line("năng suất cao", number=1)],
            1,
            id="broken early in a sentence",
        ),
        pytest.param(
            [
                line(
                    "II. NHIỆM VỤ TRỌNG TÂM CỦA CHI BỘ TRONG QUÝ TỚI VÀ CẢ NĂM 2023 NÀY",
                    right=RIGHT,
                ),
                line("Chi bộ bàn.", number=1),
            ],
            2,
            id="heading in capitals",
        ),
        pytest.param(
            [line(FULL, right=RIGHT), line("UBND.", number=1)],
            1,
            id="one word in capitals is no heading",
        ),
        pytest.param(
            [line(FULL, right=RIGHT, number=40), line("suất ước 61 tạ/ha.", page=2)],
            1,
            id="over a page break",
        ),
        pytest.param(
            [
                line(FULL + ".", right=RIGHT, number=40),
                line(FULL, left=LEFT + 28, right=RIGHT, page=2),
                line("vắng", page=2, number=1),
            ],
            2,
            id="a new paragraph on the next page",
        ),
        pytest.param(
            [line("BIÊN BẢN", left=280), line("về việc bầu chi ủy", left=260, number=1)],
            2,
            id="title and subject",
        ),
        pytest.param(
            [line("Phan Thị Nụ", kind="signature"), line("Hà Văn Mạc", number=1, kind="signature")],
            2,
            id="signatures stay apart",
        ),
    ],
)
def test_joining(lines: list[Line], count: int) -> None:
    assert len(joined(*lines)) == count


def test_a_footnote_waits_for_the_end_of_the_paragraph() -> None:
    found = joined(
        line(FULL, right=RIGHT, number=40),
        line("1 Theo sổ thu của thủ quỹ tháng 6, có chữ ký của", number=41, kind="footnote"),
        line("người nộp.", number=42, kind="footnote"),
        line("2 Như trên.", number=43, kind="footnote"),
        line("suất ước 61 tạ/ha.", page=2, number=44),
    )
    assert found == [
        f"{FULL} / suất ước 61 tạ/ha.",
        "1 Theo sổ thu của thủ quỹ tháng 6, có chữ ký của / người nộp.",
        "2 Như trên.",
    ]


@pytest.mark.parametrize(
    ("above", "below", "count"),
    [
        pytest.param("TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ", "NẬT SƠN", 1, id="a long name"),
        pytest.param("ĐẢNG BỘ XÃ TÂN LĨNH HẠ THƯỢNG", "CHI BỘ THÔN", 2, id="another body"),
        pytest.param("CHI BỘ THÔN BÃI DÂU", "Số 05-BB/CB", 2, id="the number"),
        pytest.param("Hòa Sơn, ngày 05 tháng 6 năm", "2023", 1, id="a year that slipped out"),
        pytest.param("CHI BỘ THÔN BÃI DÂU", "2023", 2, id="a year that belongs elsewhere"),
        pytest.param("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", "NAM", 1, id="the motto's end"),
    ],
)
def test_wrapped_lines_of_a_letterhead(above: str, below: str, count: int) -> None:
    frame = (LEFT, LEFT + LETTER * len(above))
    lines = [line(above, kind="letterhead"), line(below, number=1, kind="letterhead")]
    framed = [
        Line(
            x.kind,
            x.page,
            x.cells,
            x.text,
            x.left,
            x.top,
            x.right,
            x.bottom,
            x.second,
            x.first_width,
            frame,
        )
        for x in lines
    ]
    assert len(list(join_lines(framed))) == count
