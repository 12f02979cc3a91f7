import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.passages.structure_splitter import StructureSplitter
from vnparty_nlp.records import Block, BlockKind, Document, Heading, Meeting, Page, Span, WordBoxes


def document(*blocks: tuple[BlockKind, str]) -> Document:
    spans, start = [], 0
    for _, text in blocks:
        spans.append(Span(start, start + len(text)))
        start += len(text) + 1
    return Document(
        doc_id="0" * 16,
        source="a.txt",
        text="\n".join(text for _, text in blocks),
        pages=(Page(1),),
        blocks=tuple(Block(kind, span) for (kind, _), span in zip(blocks, spans, strict=True)),
        words=WordBoxes(),
        heading=Heading(kind="minutes", meeting=Meeting(held_on="2023-06-05")),
    )


def test_passages_stand_in_their_section_and_know_the_meeting() -> None:
    passages = StructureSplitter(600).split(
        document(
            ("letterhead", "CHI BỘ THÔN BÃI DÂU"),
            ("title", "BIÊN BẢN HỌP CHI BỘ"),
            ("paragraph", "I. THÀNH PHẦN"),
            ("paragraph", "Có mặt 25/28 đồng chí. Vắng 3."),
            ("signature", "NGƯỜI GHI BIÊN BẢN"),
        )
    )
    assert [(p.section, p.text) for p in passages] == [
        ("THÀNH PHẦN", "Có mặt 25/28 đồng chí."),
        ("THÀNH PHẦN", "Vắng 3."),
    ]
    assert {p.held_on for p in passages} == {"2023-06-05"}


def test_a_row_carries_its_column_names_and_the_header_row_is_no_passage() -> None:
    text = "Họ tên | Vắng\nLê Thị Nụ | 2 buổi"
    header = (Span(0, 6), Span(9, 13))
    cells = (Span(14, 23), Span(26, 32))
    names = ("Họ tên", "Vắng")
    rows = (
        Block("row", Span(0, 13), header, ("", "")),
        Block("row", Span(14, 32), cells, names),
    )
    whole = document(("paragraph", text))
    passages = StructureSplitter(600).split(
        Document("0" * 16, "a.txt", text, whole.pages, rows, WordBoxes(), whole.heading)
    )
    assert [(p.text, p.columns) for p in passages] == [
        ("Lê Thị Nụ | 2 buổi", ((cells[0], "Họ tên"), (cells[1], "Vắng")))
    ]


@given(st.lists(st.text(alphabet="aĐ .1:", min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_a_passage_is_exactly_the_text_of_its_span(lines: list[str]) -> None:
    whole = document(*(("paragraph", line) for line in lines))
    passages = StructureSplitter(40).split(whole)
    assert all(p.span.of(whole.text) == p.text for p in passages)
    assert [p.span.start for p in passages] == sorted(p.span.start for p in passages)


@pytest.mark.parametrize("line", ["25", "Nội dung:", "I. KẾT LUẬN"])
def test_what_says_nothing_is_no_passage(line: str) -> None:
    assert StructureSplitter(600).split(document(("paragraph", line))) == ()
