import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parsing.drawn_pages import told
from vnparty_nlp.parsing.text_lines import text_drafts

WRAPPED = (
    "Đồng chí Bí thư báo cáo kết quả thực hiện nghị quyết tháng trước, nêu",
    "rõ việc nạo vét mương Cầu Đá đã xong 400 m, còn 150 m do các hộ xóm",
    "Trên tự làm.",
)
LONG = " ".join(WRAPPED)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param((*WRAPPED, *WRAPPED), [f"p {LONG}"] * 2, id="wrapped by hand"),
        pytest.param((*WRAPPED, "", *WRAPPED), [f"p {LONG}"] * 2, id="a blank line parts"),
        pytest.param((*WRAPPED, *WRAPPED[:2], "- Thu đảng phí"), [f"p {LONG}", f"p {' '.join(WRAPPED[:2])}", "p - Thu đảng phí"], id="a list item begins anew"),
        pytest.param(("BIÊN BẢN", "Họp chi bộ"), ["p BIÊN BẢN", "p Họp chi bộ"], id="a title stands alone"),
        pytest.param((LONG, LONG), [f"p {LONG}"] * 2, id="a line is a paragraph"),
        pytest.param(("Chi bộ họp", "Đồng chí Nụ nói"), ["p Chi bộ họp", "p Đồng chí Nụ nói"], id="short lines"),
        pytest.param(("Kết quả:", "| TT | Tên |", "|----|-----|", "| 1 | Nụ |", "Hết."), ["p Kết quả:", "r TT | Tên", "r 1 | Nụ", "p Hết."], id="a table of a wiki"),
        pytest.param(("Có mặt | 25",), ["p Có mặt | 25"], id="one bar is no table"),
        pytest.param(("=====", "Hết."), ["p Hết."], id="a drawn line"),
        pytest.param((), [], id="nothing"),
        pytest.param(("CHI BỘ THÔN BÃI DÂU", "ĐẢNG CỘNG SẢN VIỆT NAM", "BIÊN BẢN", "Họp."), ["L CHI BỘ THÔN BÃI DÂU", "L ĐẢNG CỘNG SẢN VIỆT NAM", "p BIÊN BẢN", "p Họp."], id="a letterhead line by line"),
        pytest.param(("Số:      /BB-CB", "BIÊN BẢN"), ["L Số: /BB-CB", "p BIÊN BẢN"], id="a number left blank"),
    ],
)  # fmt: skip
def test_drafts(lines: tuple[str, ...], expected: list[str]) -> None:
    assert told(text_drafts(lines)) == expected


LINES = st.lists(
    st.sampled_from(
        [*WRAPPED, "", "BIÊN BẢN", "CHI BỘ THÔN BÃI DÂU\tĐẢNG CỘNG SẢN VIỆT NAM", "1\tNụ\t24",
         "TT\tTên\tPhiếu", "- Việc khác", "THƯ KÝ\tCHỦ TRÌ", "Nụ\tMạc", "| 1 | Nụ |", "Chủ trì: Mạc"]
    ),
    max_size=14,
)  # fmt: skip


@given(LINES)
def test_no_word_is_lost_or_invented(lines: list[str]) -> None:
    found = [word for draft in text_drafts(lines) for cell in draft.cells for word in cell]
    said = [word for word in " ".join(lines).split() if word != "|"]
    assert sorted(word for word in found if word != "|") == sorted(said)


@given(LINES)
def test_every_draft_holds_words_and_a_name_for_each_cell(lines: list[str]) -> None:
    for draft in text_drafts(lines):
        assert all(cell for cell in draft.cells)
        assert all(word and not word.isspace() for cell in draft.cells for word in cell)
        assert len(draft.columns) == (len(draft.cells) if draft.kind == "row" else 0)
