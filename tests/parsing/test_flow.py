from array import array

from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.parsing.flow import Draft, Places, assemble, place_words
from vnparty_nlp.records import WordBoxes

WORD = st.text(alphabet="abcđơư|.,", min_size=1, max_size=6)
CELL = st.lists(WORD, min_size=1, max_size=5).map(tuple)
PARAGRAPH = CELL.map(lambda cell: Draft("paragraph", (cell,)))
ROW = st.lists(CELL, min_size=1, max_size=4).map(
    lambda cells: Draft("row", tuple(cells), ("Cột",) * len(cells))
)
DRAFTS = st.lists(PARAGRAPH | ROW, min_size=1, max_size=6)


def test_rows_are_divided_by_bars_and_blocks_by_line_breaks() -> None:
    drafts = (
        Draft("title", (("BIÊN", "BẢN"),)),
        Draft("row", (("1",), ("Phan", "Thị", "Nụ")), ("TT", "Họ và tên")),
    )
    text, blocks = assemble(drafts)
    assert text == "BIÊN BẢN\n1 | Phan Thị Nụ"
    assert [block.kind for block in blocks] == ["title", "row"]
    assert [cell.of(text) for cell in blocks[1].cells] == ["1", "Phan Thị Nụ"]
    assert blocks[1].columns == ("TT", "Họ và tên")
    assert blocks[0].cells == ()


@given(DRAFTS)
def test_blocks_cover_the_text_but_the_line_breaks(drafts: list[Draft]) -> None:
    text, blocks = assemble(drafts)
    assert "\n".join(block.span.of(text) for block in blocks) == text
    assert [block.span.of(text) for block in blocks] == [draft.text for draft in drafts]


@given(DRAFTS)
def test_words_stand_where_their_boxes_say(drafts: list[Draft]) -> None:
    words = [word for draft in drafts for cell in draft.cells for word in cell]
    places = Places(array("L", [1] * len(words)), array("f", [0.0, 0.0, 1.0, 1.0] * len(words)))
    text, _ = assemble(drafts)
    boxes = place_words(drafts, places)
    found = [text[start:end] for start, end in zip(boxes.starts, boxes.ends, strict=True)]
    assert found == words


def test_formats_without_pages_have_no_boxes() -> None:
    assert place_words([Draft("paragraph", (("a",),))], None) == WordBoxes()
