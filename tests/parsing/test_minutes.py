import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp import parse
from vnparty_nlp.parsing.minutes import sections
from vnparty_nlp.records import (
    Block,
    BlockKind,
    Clause,
    Document,
    Heading,
    Page,
    Span,
    WordBoxes,
)

FIXTURES = sorted((Path(__file__).parent / "fixtures" / "minutes_parts").glob("*.txt"))
MARKED = re.compile(r"⟦(\w+) ?(.*?)⟧(.*)")


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_every_part_of_minutes_is_found(fixture: Path, tmp_path: Path) -> None:
    marked = fixture.read_text("utf-8")
    path = tmp_path / "minutes.txt"
    path.write_text(re.sub(r"⟦.+?⟧", "", marked), "utf-8")
    document = parse(path)
    found = sections(document)
    expected = MARKED.findall(marked)
    starts = [(c.part, c.span.of(document.text).split("\n")[0][:30].strip()) for c in found]
    assert starts == [(part, line[:30].strip()) for part, _, line in expected]
    for clause, (_, number, _) in zip(found, expected, strict=True):
        assert clause.path == number or (not number and clause.path.endswith("]"))


def of_blocks(*blocks: tuple[BlockKind, str]) -> Document:
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
        heading=Heading("minutes"),
    )


def parts(*lines: str) -> list[str | None]:
    found = sections(of_blocks(("title", "BIÊN BẢN"), *(("paragraph", line) for line in lines)))
    return [clause.part for clause in found[1:]]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["III. Thảo luận", "Chi bộ tạm dừng việc này."], ["discussion"], id="chi bộ is not chị"),
        pytest.param(["III. Thảo luận", "Chị Hằng: nên đào sâu hơn."], ["discussion", "turn"], id="chị speaks"),
        pytest.param(["1. Đồng chí Hải phát biểu: nên làm sớm."], ["turn"], id="a numbered turn"),
        pytest.param(["1. Nội dung", "Đ/c Bí thư kết luận: giao đ/c Hải."], ["agenda", "conclusion"], id="the chair concludes"),
        pytest.param(["1. Nội dung", "Biểu quyết: 9/9.", "Chi bộ nghỉ giải lao."], ["agenda", "vote"], id="text behind a vote"),
        pytest.param(["II. Kết luận kiểm tra quý I"], ["conclusion"], id="the heading begins so"),
        pytest.param(["II. Việc khắc phục sau kết luận kiểm tra"], ["agenda"], id="the word stands further on"),
        pytest.param(["1. Chi bộ thu quỹ.", "2. Chi bộ trả quỹ."], ["agenda", "agenda"], id="numbered sentences"),
        pytest.param(["Chi bộ họp bàn việc mương."], ["opening"], id="no heading, no cue"),
    ],
)  # fmt: skip
def test_how_parts_are_told_apart(lines: list[str], expected: list[str]) -> None:
    assert parts(*lines) == expected


def test_a_vote_ends_where_plain_text_goes_on() -> None:
    lines = ("1. Nội dung", "Biểu quyết: 9/9 tán thành.", "- không ai phản đối.", "Nghỉ 10 phút.")
    document = of_blocks(*(("paragraph", line) for line in lines))
    vote = next(clause for clause in sections(document) if clause.part == "vote")
    assert vote.span.of(document.text) == "\n".join(lines[1:3])
    assert vote.path == "1 [1]"


def test_who_speaks_stands_in_no_title() -> None:
    document = of_blocks(("paragraph", "I. Ý kiến"), ("paragraph", "- Đ/c Lan: trồng cây."))
    assert [clause.title for clause in sections(document)] == ["I. Ý kiến", "(ý kiến phát biểu)"]


BLOCKS = st.tuples(
    st.sampled_from(
        ("paragraph", "paragraph", "paragraph", "row", "signature", "title", "footnote")
    ),
    st.sampled_from(
        [
            "I. Thành phần",
            "II. NỘI DUNG",
            "1. Đánh giá",
            "2. Thảo luận",
            "- Đ/c Lan: x",
            "KẾT LUẬN CHUNG",
            "Có mặt 5/5",
            "Biểu quyết: 5/5",
            "* Ý kiến:",
            "Đồng chí Hải kết luận: y",
            "chữ thường",
            "Kết thúc lúc 9 giờ",
        ]
    ),
)


@given(st.lists(BLOCKS, min_size=1, max_size=20))
def test_parts_are_nested_or_disjoint_and_paths_unique(
    blocks: list[tuple[BlockKind, str]],
) -> None:
    document = of_blocks(*blocks)
    found = sections(document)
    assert len({clause.path for clause in found}) == len(found)
    around: list[Clause] = []
    for clause in found:
        assert clause.span.end <= len(document.text)
        assert clause.span.covers(clause.head)
        around = [outer for outer in around if outer.span.end > clause.span.start]
        assert all(outer.span.covers(clause.span) for outer in around)
        around.append(clause)
    starts = [clause.span.start for clause in found]
    assert starts == sorted(set(starts))
