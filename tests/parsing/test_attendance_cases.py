"""Attendance as secretaries of many offices write it; the figures are never computed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.parsing.attendance import Attendance, doubts, read_attendance


def count(present=None, total=None, excused=None, unexcused=None, absent=None, exempt=None):  # type: ignore[no-untyped-def]
    return Attendance(present, total, excused, unexcused, absent, exempt)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tổng số đảng viên trong chi bộ: 31 đồng chí; số đảng viên có mặt: 27 đồng"
            " chí; vắng 04 đồng chí.",
            count(27, 31, absent=4),
            id="three counts by semicolons",
        ),
        pytest.param(
            "Có mặt: 27/31 đồng chí, vắng: 04 đồng chí (có lý do: 03, không lý do: 01).",
            count(27, 31, 3, 1, 4),
            id="share, then reasons in brackets",
        ),
        pytest.param("Có mặt 9 trên 11 đồng chí.", count(9, 11), id="trên"),
        pytest.param("TS 21 đ/c, có mặt 18 đ/c.", count(18, 21), id="TS"),
        pytest.param("Sĩ số: 27/32, vắng 5.", count(27, 32, absent=5), id="sĩ số with a share"),
        pytest.param("Có mặt: 2l/24 đ/c; vắng: O3 đ/c.", count(21, 24, absent=3), id="OCR figures"),
        pytest.param(
            "17 đ/c đảng viên có mặt, vắng 01 đ/c.", count(17, absent=1), id="two words for members"
        ),
        pytest.param(
            "ĐV chính thức: 12/13 đ/c có mặt. ĐV dự bị: 01/01 đ/c có mặt. Tổng số có mặt 13/14.",
            count(13, 14),
            id="the whole and not its parts",
        ),
        pytest.param(
            "Đảng viên chính thức: có mặt 14/15; đảng viên dự bị: có mặt 2/2.",
            count(),
            id="parts alone are not added",
        ),
        pytest.param(
            "Đảng viên chính thức được triệu tập: 34. Có mặt: 31.",
            count(31, 34),
            id="full members alone where no others are counted",
        ),
        pytest.param(
            "Tổng số 20 đ/c (19 chính thức, 01 dự bị). Số đảng viên có mặt 17.",
            count(17, 20),
            id="dự bị is not dự",
        ),
        pytest.param("Có mặt 9 trong số 11 đảng viên.", count(9, 11), id="trong số"),
        pytest.param(
            "Có mặt 23/25 đ/c, đạt 92%; vắng 02 đ/c có phép.",
            count(23, 25, 2, None, 2),
            id="percentage is no count",
        ),
        pytest.param(
            "Quân số: 42 đồng chí. Có mặt: 40 đồng chí. Vắng mặt: 02 đồng chí (công tác"
            " 01, ốm 01).",
            count(40, 42, absent=2),
            id="army branch, kinds of absence are not reasons",
        ),
        pytest.param(
            "Đảng số: 15 đ/c, có mặt 13 đ/c, vắng 2 đ/c có báo cáo.",
            count(13, 15, 2, None, 2),
            id="đảng số, có báo cáo",
        ),
        pytest.param(
            "Vắng 01 đ/c không báo cáo.", count(unexcused=1, absent=1), id="không báo cáo"
        ),
        pytest.param("Có mặt 18, vắng 2 ko phép.", count(18, unexcused=2, absent=2), id="ko phép"),
        pytest.param(
            "Có mặt 18, vắng 3: 2 CP, 1 KP.",
            count(18, None, 2, 1, 3),
            id="abbreviations behind the figures",
        ),
        pytest.param(
            "Sỹ số: 20 đ/c; dự họp: 19 đ/c; vắng: 01 đ/c có lý do.",
            count(19, 20, 1, None, 1),
            id="sỹ số",
        ),
        pytest.param("CÓ MẶT: 25 ĐỒNG CHÍ; VẮNG: 03 ĐỒNG CHÍ.", count(25, absent=3), id="capitals"),
        pytest.param(
            "Số đảng viên được triệu tập: 45. Số có mặt: 43. Số vắng: 02, đều có lý do.",
            count(43, 45, 2, None, 2),
            id="triệu tập, số có mặt",
        ),
        pytest.param(
            "Có mặt: 08 (tám) đồng chí, vắng 01 (một) đồng chí.",
            count(8, absent=1),
            id="words repeat the figures",
        ),
        pytest.param(
            "Có mặt ba mươi mốt đồng chí, vắng hai đồng chí.",
            count(31, absent=2),
            id="numbers in words",
        ),
        pytest.param(
            "Hiện diện: 16/18 đồng chí.", count(16, 18), id="southern hiện diện with a share"
        ),
        pytest.param(
            "Tham dự hội nghị có 33/35 đảng viên.", count(33, 35), id="tham dự hội nghị có"
        ),
        pytest.param(
            "Đến dự có 33 đồng chí đảng viên trong tổng số 35 đồng chí.",
            count(33, 35),
            id="đến dự có … trong tổng số",
        ),
        pytest.param(
            "Tổng số: 12. Vắng mặt: không.", count(total=12, absent=0), id="vắng mặt: không"
        ),
        pytest.param(
            "Tổng số: 12 đ/c. Không có đồng chí vắng.",
            count(total=12),
            id="no number of absentees given by a looser phrase",
        ),
        pytest.param(
            "Vắng: 00 đồng chí; có mặt: 12 đồng chí.", count(12, absent=0), id="zero in figures"
        ),
        pytest.param(
            "Đảng viên được miễn sinh hoạt: 04 đồng chí. Có mặt: 21 đồng chí.",
            count(21, exempt=4),
            id="miễn sinh hoạt first",
        ),
        pytest.param("Có mặt 21 đ/c, miễn SH 4.", count(21, exempt=4), id="miễn SH"),
        pytest.param(
            "Chi bộ có 19 đảng viên, dự họp 17 đồng chí, vắng 2 đồng chí có xin phép.",
            count(17, 19, 2, None, 2),
            id="chi bộ có, có xin phép",
        ),
        pytest.param(
            "Vang: 3 d/c (co ly do: 2 d/c, khong ly do: 1 d/c); co mat: 22/25 d/c",
            count(22, 25, 2, 1, 3),
            id="without marks, as a phone types it",
        ),
        pytest.param(
            "Vắng có lý do: 02 đồng chí; vắng không có lý do: 00 đồng chí; có mặt 24.",
            count(24, None, 2, 0),
            id="a zero is a figure",
        ),
    ],
)
def test_one_line(text: str, expected: Attendance) -> None:
    assert read_attendance([text]) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tổng số tiền đảng phí thu được trong tháng: 850.000 đồng.", id="money"),
        pytest.param("Tổng số hộ nghèo trong thôn còn 12 hộ.", id="households"),
        pytest.param("Tổng số phiếu hợp lệ: 25 phiếu, không hợp lệ: 0 phiếu.", id="ballots"),
        pytest.param("Khách mời có mặt: 03 đồng chí của Đảng ủy xã.", id="guests present"),
        pytest.param("Quần chúng được mời dự: 05 người.", id="people who are no members"),
        pytest.param("Lớp cảm tình đảng có 14 người tham dự.", id="candidates' course"),
        pytest.param(
            "Thời gian: 19 giờ 30 phút ngày 05/6/2023, có mặt đông đủ.", id="a date is no share"
        ),
        pytest.param("Kỳ họp tháng 6/2023 có mặt đông đủ.", id="a month is no share"),
        pytest.param("Sáng ngày 05/6 có mặt đông đủ.", id="a day without its year is no share"),
        pytest.param("Đồng chí Chu Văn Sửu vắng 02 kỳ sinh hoạt liên tiếp.", id="meetings missed"),
        pytest.param("Có mặt đông đủ đảng viên trong chi bộ.", id="no figure at all"),
        pytest.param("Nhiệm kỳ 2020 - 2025 có mặt trong nghị quyết.", id="years"),
    ],
)
def test_what_counts_something_else(text: str) -> None:
    assert read_attendance([text]) == count()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            [
                "II. THÀNH PHẦN",
                "1. Đảng viên",
                "- Tổng số: 22 đồng chí",
                "- Có mặt: 20 đồng chí",
                "- Vắng: 02 (CP: 01, KP: 01)",
            ],
            count(20, 22, 1, 1, 2),
            id="numbered list",
        ),
        pytest.param(
            [
                "* Thành phần tham dự:",
                "+ Đảng viên chính thức: 20 đồng chí",
                "+ Có mặt: 19/21 đồng chí",
                "+ Vắng: 2 đồng chí có lý do",
            ],
            count(19, 21, 2, None, 2),
            id="kinds of members are not the total",
        ),
        pytest.param(
            [
                "Có mặt: 20 đồng chí.",
                "Ý kiến thảo luận:",
                "Đồng chí Thìn: tháng trước có mặt 15, vắng 05.",
            ],
            count(20, absent=5),
            id="the first figure of a kind stands",
        ),
        pytest.param(
            ["Khách mời: 02 đồng chí.", "Có mặt: 20 đồng chí."],
            count(20),
            id="guests in their own line",
        ),
        pytest.param(
            [
                "Có mặt 20 đồng chí.",
                *["Nội dung trao đổi khác."] * 9,
                "Vắng 3 đồng chí không lý do.",
            ],
            count(20),
            id="far behind the opening",
        ),
        pytest.param([], count(), id="nothing to read"),
        pytest.param(
            ["Có mặt | 20", "Vắng | 2", "Tổng số | 22"],
            count(20, 22, absent=2),
            id="rows of a table, cells parted by bars",
        ),
    ],
)
def test_several_lines(lines: list[str], expected: Attendance) -> None:
    texts = [line.replace(" | ", " : ") for line in lines]
    assert read_attendance(texts) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Tổng số 28, có mặt 26, vắng 04.", "có mặt 26, vắng 4, tổng số 28", id="sum too large"
        ),
        pytest.param(
            "Tổng số 28, có mặt 20, vắng 04.", "có mặt 20, vắng 4, tổng số 28", id="sum too small"
        ),
        pytest.param(
            "Tổng số 28, có mặt 31.",
            "có mặt 31 nhiều hơn tổng số 28",
            id="more present than members",
        ),
        pytest.param(
            "Có mặt 31/28 đồng chí.", "có mặt 31 nhiều hơn tổng số 28", id="share above one"
        ),
        pytest.param(
            "Có mặt 25, vắng 3 (có lý do 1, không lý do 1).",
            "vắng 3 nhưng có lý do 1, không lý do 1",
            id="reasons do not add up",
        ),
        pytest.param(
            "Tổng số 28, có mặt 25, có lý do 2, không lý do 2.",
            "có mặt 25, vắng 4, tổng số 28",
            id="reasons alone exceed the rest",
        ),
        pytest.param(
            "Tổng số 28, có mặt 25, vắng 1, miễn sinh hoạt 5.",
            "có mặt 25, vắng 1, tổng số 28",
            id="exempt members do not explain it",
        ),
    ],
)
def test_a_contradiction_is_told_and_the_figures_stay_as_written(text: str, told: str) -> None:
    found = read_attendance([text])
    assert doubts(found) == (f"số liệu điểm danh không khớp: {told}",)
    assert found.present is not None
    assert str(found.present) in text


PRESENT = ("Có mặt {}", "có mặt: {} đồng chí", "Dự họp {} đ/c", "Hiện diện: {}", "co mat {}")
TOTAL = ("tổng số {}", "Tổng số đảng viên: {} đồng chí", "quân số {}", "được triệu tập: {}")
COUNTS = st.integers(min_value=1, max_value=300)


@given(st.sampled_from(PRESENT), COUNTS, st.sampled_from(TOTAL), COUNTS, st.booleans())
def test_any_pair_of_phrases(one: str, present: int, other: str, total: int, turned: bool) -> None:
    parts = [one.format(present), other.format(total)]
    found = read_attendance(["; ".join(reversed(parts) if turned else parts) + "."])
    assert (found.present, found.total) == (present, total)
    assert bool(doubts(found)) == (present > total)


@given(COUNTS, st.integers(0, 40), st.integers(0, 40), st.integers(-3, 3))
def test_sums_are_checked_exactly(present: int, excused: int, unexcused: int, wrong: int) -> None:
    total = max(1, present + excused + unexcused + wrong)
    wrong = total - present - excused - unexcused
    found = read_attendance(
        [f"Tổng số {total}, có mặt {present}, có lý do {excused}, không lý do {unexcused}."]
    )
    assert found == count(present, total, excused, unexcused)
    assert bool(doubts(found)) == (wrong != 0)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            ["Tổng số ĐV : Dự họp : Vắng có phép : Vắng không phép", "26 : 22 : 3 : 1"],
            count(22, 26, 3, 1),
            id="cells",
        ),
        pytest.param(
            ["Tổng số đảng viên  Có mặt  Vắng có lý do", "31 28 03"],
            count(28, 31, 3),
            id="blanks",
        ),
        pytest.param(
            ["Tổng số ĐV Miễn SH Có mặt Vắng không lý do", "31 02 28 01"],
            count(28, 31, None, 1, exempt=2),
            id="single blanks",
        ),
        pytest.param(["Tổng số ĐV | Có mặt | Vắng", "31 | 28"], count(), id="a cell short"),
        pytest.param(["Thôn Có mặt Ghi nhận", "5 12 8"], count(), id="unknown columns"),
    ],
)
def test_small_tables(texts: list[str], expected: Attendance) -> None:
    found = read_attendance(texts)
    assert (found.present, found.total) == (expected.present, expected.total)
    assert (found.excused, found.unexcused, found.exempt) == (
        expected.excused,
        expected.unexcused,
        expected.exempt,
    )


@pytest.mark.parametrize(
    ("text", "excused", "unexcused"),
    [
        pytest.param("Vắng: đ/c Mơ (ốm), đ/c Lê Văn Tạ (không phép).", 1, 1, id="each told"),
        pytest.param("Vắng 2: đ/c Mơ (đi tàu xa), đ/c Tạ (trực ca).", 2, None, id="with a figure"),
        pytest.param(
            "Vắng mặt 02 đồng chí: Mơ (có lý do, nằm viện) và Tạ (không có lý do)", 1, 1, id="và"
        ),
        pytest.param("Vắng 3: đ/c Mơ (ốm), đ/c Tạ (đi học).", None, None, id="one is not named"),
        pytest.param("Vắng: đ/c Mơ (ốm), đ/c Tạ.", None, None, id="one is not told"),
        pytest.param("Vắng: đ/c Mơ (ốm), đ/c Tạ (không rõ lý do).", None, None, id="not known"),
        pytest.param("Vắng: đ/c Mơ (chi ủy viên), đ/c Tạ (Hiệu trưởng).", None, None, id="offices"),
        pytest.param("Vắng: đ/c Mơ (trường Tiểu học).", None, None, id="place"),
        pytest.param("Vắng mặt: 04 đồng chí, có lý do", 4, None, id="reason after a comma"),
        pytest.param("Vắng 01 đ/c, không lý do.", None, 1, id="none after a comma"),
        pytest.param("Vắng 5, có lý do 3, không lý do 2.", 3, 2, id="parts after commas"),
        pytest.param("Có mặt 17; vắng 02 có phép.", 2, None, id="có phép"),
        pytest.param("Vắng có LD: 03. Vắng không LD: 02.", 3, 2, id="LD"),
        pytest.param("Vắng 5 (có LĐ 4, ko LĐ 1).", 4, 1, id="LĐ in brackets"),
        pytest.param("Vắng 5 (3P, 2KP).", 3, 2, id="P and KP"),
        pytest.param("Vắng: P 3, KP 2.", 3, 2, id="P before the figure"),
        pytest.param("Vắng CP/KP: 3/2.", 3, 2, id="share of reasons"),
        pytest.param("Vắng: 3P/2KP.", 3, 2, id="parted by a stroke"),
        pytest.param("Phòng P 12, KP 3 có mặt 20.", None, None, id="khu phố, nobody is away"),
    ],
)
def test_absentees_and_their_reasons(text: str, excused: int | None, unexcused: int | None) -> None:
    found = read_attendance([text])
    assert (found.excused, found.unexcused) == (excused, unexcused)


def test_a_long_list_of_absentees_without_an_end_takes_no_time() -> None:
    assert read_attendance(["Vắng: " + "đ/c Mai Thị Mơ (ốm), " * 200 + "x"]).excused is None
