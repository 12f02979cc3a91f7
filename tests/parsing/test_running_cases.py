import pytest

from tests.parsing.drawn_pages import Sheet
from vnparty_nlp.parsing.paper import PageWords
from vnparty_nlp.parsing.running import drop_running_lines, row_text
from vnparty_nlp.parsing.segments import rows_of


def kept(*pages: PageWords) -> list[list[str]]:
    rows = [rows_of(page.edges) for page in pages]
    return [
        [row_text(page, row) for row in left]
        for page, left in zip(pages, drop_running_lines(pages, rows), strict=True)
    ]


def sheet(number: int, *lines: tuple[str, float]) -> PageWords:
    made = Sheet(number)
    for text, baseline in lines:
        made.centre(text, 318, baseline)
    return made.words


@pytest.mark.parametrize(
    ("line", "baseline", "dropped"),
    [
        pytest.param("2", 45, True, id="number at the head"),
        pytest.param("2", 815, True, id="number at the foot"),
        pytest.param("- 2 -", 45, True, id="between dashes"),
        pytest.param("Trang 2", 815, True, id="trang"),
        pytest.param("2/7", 815, True, id="of all pages"),
        pytest.param("2", 85, True, id="its own number nearer to the text"),
        pytest.param("25", 85, False, id="another number there"),
        pytest.param("2", 300, False, id="in the midst of the text"),
        pytest.param("25 đồng chí", 45, False, id="words beside it"),
    ],
)
def test_page_numbers(line: str, baseline: float, dropped: bool) -> None:
    body = ("Chi bộ họp.", 300 if baseline != 300 else 330)
    found = kept(sheet(2, (line, baseline), body))[0]
    assert (line not in found) is dropped
    assert "Chi bộ họp." in found


def test_a_head_on_every_page_is_dropped_and_one_alone_is_not() -> None:
    head, body = ("Chi bộ thôn Bãi Dâu", 45), ("Họp.", 300)
    pages = [sheet(number, head, body) for number in (1, 2, 3)]
    assert kept(*pages) == [["Họp."]] * 3
    assert kept(sheet(1, head, body), sheet(2, body)) == [["Chi bộ thôn Bãi Dâu", "Họp."], ["Họp."]]


def test_a_foot_that_differs_in_its_figure_is_one_foot() -> None:
    pages = [sheet(n, ("Họp.", 300), (f"Biên bản số 5, tờ {n}", 815)) for n in (1, 2, 3)]
    assert kept(*pages) == [["Họp."]] * 3


def test_a_letterhead_on_two_first_pages_stays() -> None:
    pages = [sheet(n, ("ĐẢNG CỘNG SẢN VIỆT NAM", 45), ("Họp.", 300)) for n in (1, 2)]
    assert kept(*pages) == [["ĐẢNG CỘNG SẢN VIỆT NAM", "Họp."]] * 2


def test_empty_pages() -> None:
    assert kept(PageWords(1), PageWords(2)) == [[], []]
