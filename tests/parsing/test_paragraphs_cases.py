import pytest

from tests.parsing.drawn_pages import width_of
from vnparty_nlp.parsing.lines import Line
from vnparty_nlp.parsing.paragraphs import join_lines
from vnparty_nlp.records import BlockKind

FULL = "Đồng chí Bí thư báo cáo kết quả thực hiện nghị quyết tháng trước, nêu rõ việc nạo vét"


def line(text: str, number: int, *, left: float = 85, kind: BlockKind = "paragraph", page: int = 1, size: float = 12) -> Line:  # fmt: skip
    words = text.split()
    top = 100 + 18 * number
    second = left + width_of(words[0], size) + 3 if len(words) > 1 else left
    return Line(
        kind, page, (tuple(f"{number}:{word}" for word in words),), text, left, top,  # type: ignore[arg-type]
        left + width_of(text, size), top + 1.16 * size, second, width_of(words[0], size),
    )  # fmt: skip


def joined(*lines: Line) -> list[str]:
    return [
        " ".join(str(word).split(":", 1)[1] for cell in paragraph.cells for word in cell)
        for paragraph in join_lines(lines)
    ]


@pytest.mark.parametrize(
    ("lines", "groups"),
    [
        pytest.param((line(FULL, 0), line("mương Cầu Đá.", 1)), [2], id="a full line goes on"),
        pytest.param((line("Chi bộ họp.", 0), line(FULL, 1)), [1, 1], id="a short line ends"),
        pytest.param((line(FULL, 0), line(FULL, 1), line("xong.", 2)), [3], id="three lines"),
        pytest.param((line(FULL, 0), line("- Việc khác", 1, left=105)), [1, 1], id="a list item begins anew"),
        pytest.param((line("BIÊN BẢN", 0), line(FULL, 1)), [1, 1], id="a title stands alone"),
        pytest.param((line("I. ĐÁNH GIÁ KẾT QUẢ CÔNG TÁC", 0), line(FULL, 1)), [1, 1], id="a heading in capitals"),
        pytest.param((line(FULL, 0), line(FULL, 1), line("mương Cầu Đá", 5)), [2, 1], id="a wide gap parts"),
        pytest.param((line(FULL, 0), line("mương Cầu Đá.", 1, size=16)), [1, 1], id="larger type"),
        pytest.param((line(FULL + ".", 0), line(FULL, 1, left=113)), [1, 1], id="an indent begins anew"),
        pytest.param((line(FULL, 0), line("mương Cầu Đá.", 0, page=2)), [2], id="over a page break"),
        pytest.param((line("Nụ", 0, kind="signature"), line("Mạc", 1, kind="signature")), [1, 1], id="signatures stay apart"),
        pytest.param((line("1 | Nụ", 0, kind="row"), line("2 | Lụa", 1, kind="row")), [1, 1], id="rows stay apart"),
        pytest.param((), [], id="nothing"),
    ],
)  # fmt: skip
def test_lines_that_belong_together(lines: tuple[Line, ...], groups: list[int]) -> None:
    texts, start = [], 0
    for count in groups:
        texts.append(" ".join(found.text for found in lines[start : start + count]))
        start += count
    assert joined(*lines) == texts


def test_a_note_follows_the_paragraph_that_it_interrupts() -> None:
    found = list(
        join_lines(
            [
                line(FULL, 0),
                line("1 Nộp sau.", 9, kind="footnote"),
                line("mương Cầu Đá.", 0, page=2),
            ]
        )
    )
    assert [paragraph.kind for paragraph in found] == ["paragraph", "footnote"]
    assert len(found[0].cells[0]) == len(FULL.split()) + 3
