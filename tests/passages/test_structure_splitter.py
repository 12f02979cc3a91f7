from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.passages import build
from vnparty_nlp.passages.structure_splitter import StructureSplitter
from vnparty_nlp.records import Block, BlockKind, Document, Heading, Meeting, Page, Span, WordBoxes
from vnparty_nlp.settings import PassageSettings


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


def test_a_section_lasts_until_the_next_heading() -> None:
    passages = StructureSplitter(600).split(
        document(
            ("paragraph", "Hồi 19 giờ, chi bộ họp."),
            ("paragraph", "I. THU CHI"),
            ("paragraph", "Quỹ còn 2 triệu."),
            ("paragraph", "1. Đảng phí: thu đủ 28 người."),
            ("footnote", "Có sổ kèm theo."),
            ("paragraph", "Kết luận:"),
            ("paragraph", "Nhất trí cả."),
        )
    )
    assert [(p.section, p.text) for p in passages] == [
        ("", "Hồi 19 giờ, chi bộ họp."),
        ("THU CHI", "Quỹ còn 2 triệu."),
        ("Đảng phí", "1. Đảng phí: thu đủ 28 người."),
        ("Đảng phí", "Có sổ kèm theo."),
        ("Kết luận", "Nhất trí cả."),
    ]


@pytest.mark.parametrize("kind", ["letterhead", "title", "signature"])
def test_what_frames_a_document_is_no_passage(kind: BlockKind) -> None:
    assert StructureSplitter(600).split(document((kind, "Chi bộ thôn Bãi Dâu đã họp."))) == ()


def test_a_document_without_a_meeting_dates_no_passage() -> None:
    plain = replace(document(("paragraph", "Chi bộ họp.")), heading=Heading(kind="report"))
    (passage,) = StructureSplitter(600).split(plain)
    assert (passage.kind, passage.held_on) == ("report", None)


def test_the_longest_passage_is_a_setting() -> None:
    whole = document(("paragraph", "Thu quỹ xong; chi quỹ xong; còn dư."))
    assert len(StructureSplitter(600).split(whole)) == 1
    assert [p.text for p in StructureSplitter(15).split(whole)] == [
        "Thu quỹ xong;",
        "chi quỹ xong;",
        "còn dư.",
    ]


def test_the_settings_name_the_splitter() -> None:
    whole = document(("paragraph", "Thu quỹ xong; chi quỹ xong."))
    assert len(build(PassageSettings(max_characters=15)).split(whole)) == 2


def test_an_item_with_a_colon_behind_its_number_is_not_lost() -> None:
    (passage,) = StructureSplitter(600).split(document(("paragraph", "1: Quỹ thu xong rồi.")))
    assert passage.text == "1: Quỹ thu xong rồi."
