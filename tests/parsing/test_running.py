import numpy as np
import pytest

from vnparty_nlp.parsing.paper import PageWords
from vnparty_nlp.parsing.running import drop_running_lines
from vnparty_nlp.parsing.segments import rows_of

WIDTH, HEIGHT = 595.0, 842.0


def page(number: int, *lines: tuple[float, str]) -> PageWords:
    """Lines at their bottom edge, one word box each word."""
    texts: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    for bottom, text in lines:
        for place, word in enumerate(text.split()):
            left = 100.0 + 40 * place
            texts.append(word)
            boxes.append((left, bottom - 14, left + 36, bottom))
    edges = np.array(boxes, dtype=np.float32).reshape(-1, 4)
    return PageWords(number, WIDTH, HEIGHT, texts, edges, upright=len(texts))


def kept(*pages: PageWords) -> list[list[str]]:
    rows = drop_running_lines(pages, [rows_of(page.edges) for page in pages])
    return [
        [" ".join(page.texts[w] for s in row for w in s.words) for row in found]
        for page, found in zip(pages, rows, strict=True)
    ]


BODY = (300.0, "Chi bộ họp")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([(45.0, "2"), BODY], ["Chi bộ họp"], id="number at the top"),
        pytest.param([BODY, (815.0, "- 2 -")], ["Chi bộ họp"], id="number at the foot"),
        pytest.param(
            [BODY, (770.0, "Trang 2/5")], ["Chi bộ họp"], id="the page's number nearer to the text"
        ),
        pytest.param(
            [BODY, (770.0, "25")], ["Chi bộ họp", "25"], id="another figure near the text"
        ),
        pytest.param([(200.0, "2"), BODY], ["2", "Chi bộ họp"], id="a figure in the text"),
        pytest.param([(45.0, "Tháng 2"), BODY], ["Tháng 2", "Chi bộ họp"], id="words at the top"),
    ],
)
def test_page_numbers(lines: list[tuple[float, str]], expected: list[str]) -> None:
    assert kept(page(2, *lines)) == [expected]


def test_lines_that_come_again_on_the_pages_are_dropped() -> None:
    pages = [
        page(n, (40.0, f"Biên bản tháng 6 trang {n}"), (300.0, f"Việc {n}"), (825.0, "Lưu nội bộ"))
        for n in (1, 2, 3)
    ]
    assert kept(*pages) == [["Việc 1"], ["Việc 2"], ["Việc 3"]]


def test_a_line_on_one_page_only_stays() -> None:
    first, second = page(1, (40.0, "Phụ lục"), BODY), page(2, BODY)
    assert kept(first, second) == [["Phụ lục", "Chi bộ họp"], ["Chi bộ họp"]]


def test_a_letterhead_is_no_running_head() -> None:
    pages = [page(n, (60.0, "ĐẢNG CỘNG SẢN VIỆT NAM"), BODY) for n in (1, 2)]
    assert kept(*pages) == [["ĐẢNG CỘNG SẢN VIỆT NAM", "Chi bộ họp"]] * 2


def test_text_that_repeats_in_the_middle_stays() -> None:
    assert kept(page(1, BODY), page(2, BODY)) == [["Chi bộ họp"], ["Chi bộ họp"]]
