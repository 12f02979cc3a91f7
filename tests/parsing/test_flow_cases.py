from array import array
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.parsing.flow import Draft, Places, assemble, place_words
from vnparty_nlp.records import Span, WordBoxes

WORDS = st.text(alphabet="aăâbcđêộ05/,", min_size=1, max_size=6)
CELLS = st.lists(WORDS, min_size=1, max_size=5).map(tuple)
DRAFTS = st.lists(
    CELLS.map(lambda cell: Draft("paragraph", (cell,)))
    | st.lists(CELLS, min_size=1, max_size=4).map(
        lambda cells: Draft("row", tuple(cells), ("",) * len(cells))
    ),
    max_size=8,
)


def test_text_and_spans() -> None:
    drafts = [
        Draft("title", (("BIÊN", "BẢN"),)),
        Draft("row", (("1",), ("Phan", "Thị", "Nụ")), ("TT", "Họ và tên")),
    ]
    text, blocks = assemble(drafts)
    assert text == "BIÊN BẢN\n1 | Phan Thị Nụ"
    assert [block.kind for block in blocks] == ["title", "row"]
    assert blocks[0].cells == ()
    assert blocks[1].cells == (Span(9, 10), Span(13, 24))
    assert blocks[1].columns == ("TT", "Họ và tên")


def test_nothing() -> None:
    assert assemble([]) == ("", ())
    assert place_words([Draft("paragraph", (("a",),))], None) == WordBoxes()


@given(DRAFTS)
def test_blocks_cover_the_text_and_do_not_overlap(drafts: list[Draft]) -> None:
    text, blocks = assemble(drafts)
    assert [block.span.of(text) for block in blocks] == [draft.text for draft in drafts]
    assert all(a.span.end + 1 == b.span.start for a, b in pairwise(blocks))
    assert sum(len(block.span.of(text)) for block in blocks) + max(0, len(blocks) - 1) == len(text)
    for draft, block in zip(drafts, blocks, strict=True):
        cells = [cell.of(text) for cell in block.cells]
        assert cells == ([" ".join(cell) for cell in draft.cells] if draft.kind == "row" else [])
        assert all(block.span.covers(cell) for cell in block.cells)


@given(DRAFTS)
def test_words_stand_where_the_boxes_say(drafts: list[Draft]) -> None:
    words = [word for draft in drafts for cell in draft.cells for word in cell]
    places = Places(array("L", [1] * len(words)), array("f", [0.0] * 4 * len(words)))
    text, _ = assemble(drafts)
    boxes = place_words(drafts, places)
    assert [text[a:b] for a, b in zip(boxes.starts, boxes.ends, strict=True)] == words
    assert boxes.pages is places.pages


@pytest.mark.parametrize(
    ("cells", "expected"),
    [((("a",), ("b", "c")), "a | b c"), ((("a",),), "a"), (((), ("b",)), " | b")],
    ids=["two cells", "one cell", "empty first cell"],
)
def test_text_of_a_draft(cells: tuple[tuple[str, ...], ...], expected: str) -> None:
    assert Draft("row", cells).text == expected
