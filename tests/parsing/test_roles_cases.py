import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.parsing.flow import Draft
from vnparty_nlp.parsing.roles import assign_roles

LONG = "Đồng chí Bí thư báo cáo kết quả thực hiện nghị quyết tháng trước, nêu rõ việc nạo vét mương Cầu Đá đã xong."
SHORT = {
    "letterhead": "L",
    "title": "T",
    "paragraph": "p",
    "row": "r",
    "signature": "S",
    "footnote": "f",
}


def roles(*lines: str) -> str:
    """A letter for each line: letterhead L, title T, paragraph p, signature S, row r."""
    drafts = [
        Draft("row", tuple(tuple(c.split()) for c in line.split(" | "))) if " | " in line else Draft("paragraph", (tuple(line.split()),))
        for line in lines
    ]  # fmt: skip
    assigned = assign_roles(drafts)
    assert [draft.text for draft in assigned] == [draft.text for draft in drafts]
    return "".join(SHORT[draft.kind] for draft in assigned)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(("CHI BỘ THÔN BÃI DÂU", "ĐẢNG CỘNG SẢN VIỆT NAM", "BIÊN BẢN", "Họp chi bộ tháng 6", LONG), "LLTTp", id="head, title, subject, text"),
        pytest.param(("BIÊN BẢN", "Họp chi bộ tháng 6", LONG), "TTp", id="no letterhead"),
        pytest.param(("Biên bản họp chi bộ", LONG), "Tp", id="title in small letters"),
        pytest.param(("BIÊN BẢN", "Hồi 19 giờ 30 ngày 05/6/2023, chi bộ họp", LONG), "Tpp", id="the opening is no subject"),
        pytest.param(("BIÊN BẢN", "Hội nghị chi bộ tháng 6", LONG), "TTp", id="Hội nghị is a subject"),
        pytest.param(("BIÊN BẢN", "Thời gian: 19 giờ 30", LONG), "Tpp", id="thời gian"),
        pytest.param(("BIÊN BẢN", "I. Thành phần", LONG), "Tpp", id="a section is no subject"),
        pytest.param(("BÁO CÁO", "về kết quả công tác tháng 6", "và phương hướng tháng 7", LONG), "TTTp", id="subject on two lines"),
        pytest.param(("BIÊN BẢN KIỂM PHIẾU", "Bầu chi ủy nhiệm kỳ 2020 - 2025", LONG), "TTp", id="ballot minutes"),
        pytest.param((LONG, "BIÊN BẢN", LONG), "ppp", id="a title does not follow text"),
        pytest.param((LONG, LONG), "pp", id="text alone"),
        pytest.param(("BIÊN BẢN", LONG, "TT | Họ tên | Nộp", "1 | Phan Thị Nụ | rồi"), "Tprr", id="rows stay rows"),
        pytest.param(("BIÊN BẢN", LONG, "THƯ KÝ", "Phan Thị Nụ", "CHỦ TRÌ", "Hà Văn Mạc"), "TpSSSS", id="two signatures"),
        pytest.param(("BIÊN BẢN", LONG, "T/M CHI BỘ", "BÍ THƯ", "(đã ký)", "Hà Văn Mạc"), "TpSSSS", id="one signature"),
        pytest.param(("NGHỊ QUYẾT", LONG, "Hòa Sơn, ngày 07 tháng 6 năm 2023", "T/M CHI BỘ", "Hà Văn Mạc"), "TpSSS", id="place and date above it"),
        pytest.param(("BIÊN BẢN", LONG, "Nơi nhận:", "- Đảng ủy xã", "- Lưu Chi bộ"), "TpSSS", id="recipients"),
        pytest.param(("BIÊN BẢN", "Chủ trì: đ/c Hà Văn Mạc", LONG), "Tpp", id="a chair in the text is no signature"),
        pytest.param(("BIÊN BẢN", LONG, "CHỦ TRÌ", LONG), "Tppp", id="a role that text follows"),
        pytest.param(("CHI BỘ THÔN BÃI DÂU", "Số 05-BB/CB", "ĐẢNG CỘNG SẢN VIỆT NAM", LONG), "LLLp", id="letterhead without a title"),
        pytest.param(("CHI BỘ THÔN BÃI DÂU", LONG), "pp", id="one line is no letterhead"),
    ],
)  # fmt: skip
def test_kinds(lines: tuple[str, ...], expected: str) -> None:
    assert roles(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ("Dang bo xa Hoa Son", "Chi bo thon Bai Dau", "Bien ban hop chi bo", LONG),
            "LLTp",
            id="bodies in small letters above a title",
        ),
        pytest.param(
            ("Chi bộ đã họp.", "Biên bản họp chi bộ", LONG), "ppp", id="a sentence is no body"
        ),
        pytest.param(
            ("CHI BỘ ĐẠI ĐỘI 2", "Ngày 03 tháng 12 năm 2018", "BIÊN BẢN", LONG),
            "LLTp",
            id="a date without a place",
        ),
    ],
)
def test_letterheads_of_few_marks(lines: tuple[str, ...], expected: str) -> None:
    assert roles(*lines) == expected


def test_nothing_to_assign() -> None:
    assert assign_roles([]) == ()


LINES = st.sampled_from(
    ["BIÊN BẢN", "ĐẢNG CỘNG SẢN VIỆT NAM", "CHI BỘ THÔN BÃI DÂU", "Số 05-BB/CB", LONG, "- Việc khác.",
     "THƯ KÝ", "Phan Thị Nụ", "Hòa Sơn, ngày 05 tháng 6 năm 2023", "* * *", "TT | Họ tên", "Họp chi bộ"]
)  # fmt: skip


@given(st.lists(LINES, max_size=30))
def test_no_line_is_lost_and_the_kinds_stand_in_order(lines: list[str]) -> None:
    found = roles(*lines)
    assert found.count("T") <= 4
    letters = found.replace("r", "").replace("p", "")
    assert letters == "".join(sorted(letters, key="LTS".index))


@given(st.lists(LINES, max_size=20))
def test_assigning_again_changes_nothing_above_the_text(lines: list[str]) -> None:
    drafts = [Draft("paragraph", (tuple(line.split()),)) for line in lines]
    once = assign_roles(drafts)
    assert [d.kind for d in assign_roles(once) if d.kind == "row"] == []
    assert [d.text for d in assign_roles(once)] == [d.text for d in once]
