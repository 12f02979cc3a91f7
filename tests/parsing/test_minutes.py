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


SPOKEN = {
    "numbered, not called a discussion": (
        """I. NỘI DUNG SINH HOẠT
1. Đồng chí Trần Văn Bình: Tôi thấy chi bộ sinh hoạt còn hình thức.
2. Bà Lò Thị Mai - đảng viên: Tôi không tán thành cách làm này.
3. Trần Quốc Hưng: đường hỏng là do làm ẩu
4. Đồng chí Lò Văn Sơn cho rằng lãnh đạo xã chưa sâu sát
II. KẾT LUẬN
Đồng chí Trần Văn Bình kết luận: việc này còn ẩu, giao đồng chí Hưng.""",
        ["agenda", "turn", "turn", "turn", "agenda", "conclusion"],
        ["Bình", "Mai", "Hưng", "Sơn", "Tôi", "hình thức", "ẩu", "sâu sát", "tán thành"],
    ),
    "on the level of the discussion, names without title": (
        """1. Chủ trì: đ/c Trần Văn Bình
2. Thảo luận
3. Lan: nên bỏ khoản thu này
4. Thu Hà: tôi nghĩ xã làm chậm
5. Phát biểu của đ/c Hưng: đồng tình
6. Đ/c Bình báo cáo: quỹ còn 2 triệu, tôi lo
7. Thu: 2.000.000 đồng
8. Ý kiến Lan""",
        [
            "attendance",
            "discussion",
            "turn",
            "turn",
            "discussion",
            "agenda",
            "agenda",
            "discussion",
        ],
        ["Lan", "Thu Hà", "Hưng", "Bình", "bỏ khoản", "chậm", "đồng tình", "tôi"],
    ),
    "lines without number, with dashes": (
        """Chủ trì: đ/c Võ Văn Tám. Thư ký: đ/c Sáu.
- Đ/c Sáu: vắng có phép
NỘI DUNG
Đồng chí Sáu: tôi không tin số liệu này.
- Anh Hưng: làm thế là sai
- Lan: nên bỏ
* Chị Mai: xã làm chậm
Võ Văn Tám: tôi cũng nghĩ vậy
LÊ VĂN SÁU: TÔI KHÔNG TIN
Các ý kiến đều cho rằng xã làm chậm.""",
        ["attendance", "agenda", "turn", "turn", "turn", "turn", "turn", "turn", "discussion"],
        ["Tám", "Sáu", "Hưng", "Lan", "Mai", "SÁU", "tôi", "sai", "bỏ", "chậm", "TIN"],
    ),
    "offices, several persons, a dash, the heading of one's words": (
        """I. NỘI DUNG
1. Bí thư chi bộ: tôi nghĩ vậy
2. THU HÀ: TÔI NGHĨ VẬY
3. Lan - nên bỏ khoản này
4. H'Lan: nên bỏ
5. Các đ/c Lan, Mai: nên bỏ
6. Đảng viên Lan: nên bỏ
7. Thay mặt các hộ, anh Hưng nói: nên bỏ
* Ý kiến của Lan:
II. Ý KIẾN CỦA MAI""",
        [
            "agenda",
            "agenda",
            "turn",
            "agenda",
            "turn",
            "agenda",
            "agenda",
            "agenda",
            "discussion",
            "discussion",
        ],
        ["Bí thư", "HÀ", "Lan", "Mai", "Hưng", "MAI", "bỏ", "nghĩ", "NGHĨ"],
    ),
    "without diacritics": (
        """I. NOI DUNG
1. Co so vat chat: da sua
2. Anh huong cua mua: it
3. D/c Tran Van Binh: toi thay hinh thuc
4. Tran Van Binh: toi khong tin
5. Lan: nen bo
- D/c Hung: lam the la sai
Co Mai: xa lam cham
Lan thay sinh hoat con hinh thuc
II. KET LUAN""",
        ["agenda", "agenda", "agenda", "turn", "turn", "turn", "turn", "turn", "conclusion"],
        ["Binh", "Lan", "Hung", "Mai", "toi", "hinh thuc", "nen bo", "sai", "cham"],
    ),
}


@pytest.mark.parametrize(("text", "expected", "secret"), SPOKEN.values(), ids=SPOKEN)
def test_no_title_tells_who_speaks_or_what_is_said(
    text: str, expected: list[str], secret: list[str]
) -> None:
    found = sections(of_blocks(*(("paragraph", line) for line in text.split("\n"))))
    titles = [clause.title for clause in found]
    assert [(title, word) for title in titles for word in secret if word in title] == []
    assert [clause.part for clause in found] == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Chủ trì: đ/c Võ Văn Tám. Thư ký: đ/c Sáu."], "Chủ trì", id="the chair"),
        pytest.param(["Đồng chí chủ trì: Võ Văn Tám"], "(mở đầu)", id="no turn"),
        pytest.param(["1. Thành phần: 9/9"], "1. Thành phần", id="a heading with its text"),
        pytest.param(["I. KHAI MẠC LÚC 7:30"], "I. KHAI MẠC LÚC 7:30", id="a time"),
        pytest.param(["1. Chi bộ thu quỹ."], "1. Chi bộ thu quỹ.", id="a step"),
        pytest.param(["II. Xét chuyển chính thức cho đ/c Lan"], "II. Xét chuyển chính thức cho đ/c Lan", id="the subject of a step"),
        pytest.param(["I. Ý kiến của đ/c Lan"], "(thảo luận)", id="a heading that names who speaks"),
        pytest.param(["Hồi 7 giờ, tại nhà đồng chí Tám, chi bộ họp."], "(mở đầu)", id="no heading"),
        pytest.param(["1. Lan thấy sinh hoạt còn hình thức"], "(nội dung)", id="speech without a colon"),
    ],
)  # fmt: skip
def test_titles(lines: list[str], expected: str) -> None:
    assert sections(of_blocks(*(("paragraph", line) for line in lines)))[0].title == expected


def test_parts_are_nested_where_a_heading_of_two_lines_ends_the_document() -> None:
    lines = ("NỘI DUNG SINH HOẠT", "1. ĐÁNH GIÁ CÔNG TÁC THÁNG 10", "VÀ NHIỆM VỤ THÁNG 11")
    document = of_blocks(*(("paragraph", line) for line in lines))
    outer, inner = sections(document)
    assert outer.span.end == inner.span.end == inner.head.end == len(document.text)


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
            "3. ĐÁNH GIÁ CÔNG TÁC",
            "VÀ NHIỆM VỤ THÁNG TỚI",
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
