import pytest

from vnparty_nlp.parsing.attendance import Attendance, doubts, read_attendance


def count(present=None, total=None, excused=None, unexcused=None, absent=None, exempt=None):  # type: ignore[no-untyped-def]
    return Attendance(present, total, excused, unexcused, absent, exempt)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tổng số ĐV: 28 đ/c (CT 26, DB 02); có mặt 25/28; vắng 03, trong đó có lý do"
            " 02 (đ/c Lụa ốm), không lý do 01 (đ/c Sửu); miễn SH 02",
            count(25, 28, 2, 1, 3, 2),
            id="the whole count in one line",
        ),
        pytest.param(
            "Quân số: 19, có mặt 16, vắng 3 (CP 2, KP 1).", count(16, 19, 2, 1, 3), id="CP and KP"
        ),
        pytest.param(
            "Vắng 03: CLD 2, KLD 1. Có mặt 25.", count(25, None, 2, 1, 3), id="CLD and KLD"
        ),
        pytest.param(
            "Đảng viên dự 14/17. Vắng 3 (2 có phép, 1 không phép).",
            count(14, 17, 2, 1, 3),
            id="figure before the word",
        ),
        pytest.param(
            "Có mặt hai mươi lăm đồng chí trên tổng số hai mươi tám đảng viên.",
            count(25, 28),
            id="in words",
        ),
        pytest.param(
            "Số đảng viên có mặt: 18 (mười tám) đồng chí.", count(18), id="figure repeated in words"
        ),
        pytest.param("Dự họp có 21 trên tổng số 24 đảng viên.", count(21, 24), id="trên tổng số"),
        pytest.param(
            "21/24 đồng chí đảng viên có mặt, đạt 87,5%.", count(21, 24), id="share first"
        ),
        pytest.param(
            "Thành phần tham dự: 12 trong tổng số 15 đảng viên.", count(12, 15), id="trong tổng số"
        ),
        pytest.param(
            "Chi bộ hiện có 31 đảng viên, dự sinh hoạt 29 đ/c.", count(29, 31), id="chi bộ hiện có"
        ),
        pytest.param(
            "Toàn chi bộ 17 đồng chí, hiện diện 15, vắng mặt 2 có xin phép.",
            count(15, 17, 2, None, 2),
            id="hiện diện",
        ),
        pytest.param(
            "Đảng viên được triệu tập 34; có mặt khi khai mạc 31; vắng mặt 03 (có lý do:"
            " 02; không có lý do: 01).",
            count(31, 34, 2, 1, 3),
            id="triệu tập",
        ),
        pytest.param(
            "Sĩ số: 22. Có mặt: 22. Vắng: không.", count(22, 22, None, None, 0), id="nobody missing"
        ),
        pytest.param(
            "Có mặt 20/20, không có đồng chí nào vắng.",
            count(20, 20, None, None, 0),
            id="nobody missing in words",
        ),
        pytest.param(
            "Tổng số 26 đồng chí, có mặt 24, vắng 02 đồng chí đều có lý do.",
            count(24, 26, 2, None, 2),
            id="all with a reason",
        ),
        pytest.param(
            "tong so dang vien: 28, co mat 25, vang co phep 2, vang khong phep 1",
            count(25, 28, 2, 1),
            id="without marks",
        ),
        pytest.param(
            "Có mặt: 25 đồng chí. Khách mời: 03 đồng chí.", count(25), id="guests do not count"
        ),
        pytest.param("Khách mời tham dự: 02 đồng chí ở Đảng ủy xã.", count(), id="guests alone"),
        pytest.param("Đại biểu cấp trên dự họp có 02 đồng chí.", count(), id="people from above"),
        pytest.param("Tổng số phiếu phát ra 25, thu về 25.", count(), id="ballots are no people"),
        pytest.param(
            "Đ/c Sửu vắng 03 buổi trong năm 2022 không có lý do.",
            count(),
            id="meetings missed are no people",
        ),
        pytest.param(
            "Đồng chí Lụa vắng có lý do, đồng chí Sửu vắng không lý do.",
            count(),
            id="names are not counted",
        ),
    ],
)
def test_one_text(text: str, expected: Attendance) -> None:
    assert read_attendance([text]) == expected


def test_figures_over_several_items() -> None:
    items = [
        "Thời gian: 19h30 ngày 05/6/2023.",
        "- Tổng số đảng viên của chi bộ: 28 đ/c.",
        "- Có mặt: 25 đ/c.",
        "- Vắng mặt: 03 đ/c, trong đó:",
        "+ Có lý do: 02 đ/c",
        "+ Không có lý do: 01 đ/c",
    ]
    assert read_attendance(items) == count(25, 28, 2, 1, 3)


def test_votes_after_the_opening_are_no_attendance() -> None:
    texts = [
        "Có mặt 25 đồng chí.",
        "II. NỘI DUNG",
        "Hội nghị nhất trí 20, vắng 02 không phép trong kỳ trước, tổng số 30.",
    ]
    assert read_attendance(texts) == count(25)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(count(25, 28, 2, 1, 3), (), id="sums agree"),
        pytest.param(count(25, 28, 2, 1), (), id="absent only as parts"),
        pytest.param(count(25, 30, 2, 1, 3, 2), (), id="those exempt explain the rest"),
        pytest.param(count(25, 28), (), id="nothing to compare"),
        pytest.param(
            count(29, 28), ("có mặt 29 nhiều hơn tổng số 28",), id="more present than there are"
        ),
        pytest.param(
            count(25, 28, absent=5), ("có mặt 25, vắng 5, tổng số 28",), id="sum too large"
        ),
        pytest.param(
            count(25, 28, 2, 2, 3), ("vắng 3 nhưng có lý do 2, không lý do 2",), id="parts disagree"
        ),
    ],
)
def test_contradictions_are_told(found: Attendance, expected: tuple[str, ...]) -> None:
    assert doubts(found) == tuple(f"số liệu điểm danh không khớp: {text}" for text in expected)
