import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parsing.drawn_pages import PITCH, Sheet
from vnparty_nlp.parsing.paper import PageWords
from vnparty_nlp.parsing.segments import Segment, around, merge, rows_of


def shown(page: PageWords) -> list[str]:
    """A line for each row; bars part its segments."""
    return [
        " | ".join(" ".join(page.texts[word] for word in segment.words) for segment in row)
        for row in rows_of(page.edges)
    ]


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        pytest.param(Sheet().put("Chi bộ họp", 85, 100), ["Chi bộ họp"], id="one line"),
        pytest.param(Sheet().put("Một", 85, 100).put("Hai", 85, 118), ["Một", "Hai"], id="two lines"),
        pytest.param(Sheet().put("Hai", 85, 118).put("Một", 85, 100), ["Một", "Hai"], id="drawn from below"),
        pytest.param(Sheet().put("THƯ KÝ", 100, 100).put("CHỦ TRÌ", 400, 100), ["THƯ KÝ | CHỦ TRÌ"], id="a wide gap"),
        pytest.param(Sheet().put("CHỦ TRÌ", 400, 100).put("THƯ KÝ", 100, 100), ["THƯ KÝ | CHỦ TRÌ"], id="right column first"),
        pytest.param(Sheet().put("THƯ KÝ", 100, 100).put("CHỦ TRÌ", 400, 103), ["THƯ KÝ | CHỦ TRÌ"], id="a little lower"),
        pytest.param(Sheet().put("THƯ KÝ", 100, 100).put("CHỦ TRÌ", 400, 118), ["THƯ KÝ", "CHỦ TRÌ"], id="a line lower"),
        pytest.param(Sheet().put("Có", 85, 100).put("mặt", 102, 100), ["Có mặt"], id="pieces of a line"),
        pytest.param(Sheet().put("m", 85, 100).put("2", 92, 95, 7), ["2", "m"], id="a raised figure has a row of its own"),
    ],
)  # fmt: skip
def test_rows(sheet: Sheet, expected: list[str]) -> None:
    assert shown(sheet.words) == expected


def test_a_word_drawn_later_goes_into_the_gap_left_for_it() -> None:
    page = Sheet().put("họp ở xã", 85, 100).words
    order = [0, 2, 1]
    page.texts[:] = [page.texts[number] for number in order]
    page.edges[:] = page.edges[order]
    assert shown(page) == ["họp ở xã"]


def test_a_stamp_over_a_line_is_not_put_between_its_words() -> None:
    page = Sheet().put("Chi bộ thôn Bãi Dâu", 85, 100).put("MẬT", 100, 100).words
    assert shown(page)[0].replace(" | ", " ") == "Chi bộ thôn Bãi Dâu MẬT"


def test_only_some_words() -> None:
    page = Sheet().put("Một hai ba", 85, 100).words
    rows = rows_of(page.edges, [0, 2])
    assert [word for row in rows for segment in row for word in segment.words] == [0, 2]


def test_no_words() -> None:
    assert rows_of(np.zeros((0, 4), dtype=np.float32)) == []


def test_around_and_merge() -> None:
    edges = np.array([[10, 5, 20, 15], [30, 4, 50, 16]], dtype=np.float32)
    both = around([0, 1], edges.tolist())
    assert both == Segment((0, 1), 10, 4, 50, 16)
    assert (both.width, both.height) == (40, 12)
    assert merge([around([1], edges.tolist()), around([0], edges.tolist())]) == Segment(
        (1, 0), 10, 4, 50, 16
    )


BOXES = st.tuples(st.floats(0, 550), st.floats(10, 830), st.floats(1, 80), st.floats(1, 30))


@given(st.lists(BOXES, max_size=40))
def test_every_word_stands_in_exactly_one_segment(boxes: list[tuple[float, ...]]) -> None:
    edges = np.array([(x, y, x + w, y + h) for x, y, w, h in boxes], dtype=np.float32).reshape(
        -1, 4
    )
    rows = rows_of(edges)
    assert sorted(w for row in rows for s in row for w in s.words) == list(range(len(boxes)))
    for row in rows:
        assert [s.left for s in row] == sorted(s.left for s in row)
        for segment in row:
            assert segment == around(segment.words, edges.tolist())


@given(st.lists(st.integers(1, 6), min_size=1, max_size=20))
def test_lines_come_from_top_to_bottom(lengths: list[int]) -> None:
    sheet = Sheet()
    for number, length in enumerate(lengths):
        sheet.put(" ".join(["chi"] * length), 85, 60 + number * PITCH)
    assert shown(sheet.words) == [" ".join(["chi"] * length) for length in lengths]
