"""Whom a fact is about in lists, beside counts, and among people who play another part."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "people"),
    [
        pytest.param(
            "attendance.unexcused",
            "Đồng chí Trương Thị Lụa và đồng chí Hồ Văn Bẩy vắng mặt không báo cáo lý do.",
            ["Trương Thị Lụa", "Hồ Văn Bẩy"],
            id="two joined by và",
        ),
        pytest.param(
            "rating.given",
            "Năm 2021 đ/c Bẩy HTNV, năm 2022 đ/c Bẩy HTTNV.",
            ["Bẩy", "Bẩy"],
            id="two ratings of one person",
        ),
        pytest.param(
            "support.concluded",
            "Chi bộ kết thúc việc giúp đỡ đ/c Bẩy, đánh giá có chuyển biến tốt.",
            ["Bẩy"],
            id="one comma makes no speaker",
        ),
        pytest.param(
            "dues.unpaid",
            "Đ/c Nga, thủ quỹ báo cáo còn 2 đồng chí chưa nộp đảng phí.",
            [None],
            id="a number of people and no names",
        ),
        pytest.param(
            "dues.unpaid",
            "Đ/c Nga, thủ quỹ chi bộ, báo cáo còn 2 đồng chí chưa nộp đảng phí quý I.",
            [None],
            id="an office between commas",
        ),
        pytest.param(
            "dues.unpaid",
            "Đ/c Nga (thủ quỹ) đọc danh sách còn nợ đảng phí: đ/c Bẩy, đ/c Tứ.",
            ["Bẩy", "Tứ"],
            id="those of the list that is read",
        ),
        pytest.param(
            "dues.paid",
            "Đ/c Nga thu đủ đảng phí của 20 đảng viên.",
            [None],
            id="never who collects",
        ),
        pytest.param(
            "attendance.excused",
            "Vắng: 02 (đ/c Vi Văn Páo đi công tác, đ/c Lò Thị Xoan ốm).",
            ["Vi Văn Páo", "Lò Thị Xoan"],
            id="entries with their reasons",
        ),
        pytest.param(
            "attendance.excused",
            "Xin phép vắng mặt: các đồng chí Vi Văn Páo, Lò Thị Xoan và Hà Công Đức.",
            ["Vi Văn Páo", "Lò Thị Xoan", "Hà Công Đức"],
            id="one title for all",
        ),
        pytest.param(
            "attendance.excused",
            "Chị Xoan nhắn tin cho bí thư xin nghỉ buổi tối nay.",
            ["Xoan"],
            id="not whom one writes to",
        ),
        pytest.param(
            "support.assigned",
            "Chi bộ giao đ/c Páo và đ/c Xoan cùng giúp đỡ đ/c Đức trong 6 tháng, từ tháng 7 đến tháng 12/2023.",
            ["Đức"],
            id="never the two helpers",
        ),
        pytest.param(
            "support.assigned",
            "Người hướng dẫn đảng viên dự bị Hà Công Đức: đ/c Lò Thị Xoan.",
            ["Hà Công Đức"],
            id="never the guide behind a colon",
        ),
        pytest.param(
            "support.concluded",
            "Đ/c Xoan báo cáo kết quả giúp đỡ đ/c Đức: đã tiến bộ, đề nghị kết thúc.",
            ["Đức"],
            id="whose help is reported",
        ),
        pytest.param(
            "rating.given",
            "Kết quả xếp loại năm 2022: HTXSNV: đ/c Xoan; HTTNV: đ/c Đức, đ/c Páo; HTNV: không; KHTNV: không.",
            ["Xoan", "Đức", "Páo"],
            id="levels given to nobody",
        ),
        pytest.param(
            "dues.unpaid",
            "Đảng phí quý III: Páo (nợ), Xoan (đủ), Đức (đủ).",
            ["Páo"],
            id="the one before the bracket",
        ),
        pytest.param(
            "attendance.unexcused",
            "2 đồng chí vắng không lý do là Vi Văn Páo và Lò Thị Xoan.",
            ["Vi Văn Páo", "Lò Thị Xoan"],
            id="as many as are counted",
        ),
        pytest.param(
            "attendance.unexcused",
            "Có 3 đảng viên vắng không phép.",
            [None],
            id="counted and not named",
        ),
        pytest.param(
            "dues.paid",
            "Đ/c Nga - thủ quỹ: đã thu đủ đảng phí tháng 9 của 20/20 đảng viên.",
            [None],
            id="never the treasurer before a colon",
        ),
        pytest.param(
            "dues.unpaid",
            "Đồng chí bí thư nhắc đồng chí Páo nộp đảng phí tháng 8 còn thiếu.",
            ["Páo"],
            id="never who reminds",
        ),
        pytest.param(
            "dues.unpaid",
            "Thay mặt chi ủy, đồng chí Nga đọc tên các đồng chí chậm nộp đảng phí gồm đồng chí Páo, đồng chí Đức.",
            ["Páo", "Đức"],
            id="names read out",
        ),
        pytest.param(
            "rating.given",
            "100% đảng viên nhất trí xếp loại đồng chí Vi Văn Páo hoàn thành tốt nhiệm vụ.",
            ["Vi Văn Páo"],
            id="all voted, one is rated",
        ),
        pytest.param(
            "rating.given",
            "Có 03 đồng chí đạt mức hoàn thành xuất sắc nhiệm vụ: Páo, Xoan, Đức.",
            ["Páo", "Xoan", "Đức"],
            id="three counted and named",
        ),
        pytest.param(
            "sanction.decided",
            "Đồng chí Xoan hỏi vì sao đồng chí Páo bị khiển trách theo Quyết định 22-QĐ/ĐU.",
            ["Páo"],
            id="never who asks",
        ),
        pytest.param(
            "sanction.decided",
            "Đồng chí Nga công bố Quyết định số 22-QĐ/ĐU ngày 15/3/2023 về việc khiển trách đồng chí Vi Văn Páo.",
            ["Vi Văn Páo"],
            id="never who reads the decision",
        ),
        pytest.param(
            "commendation.awarded",
            "Đồng chí Nga thay mặt Đảng ủy trao Huy hiệu 30 năm tuổi Đảng cho đồng chí Vi Văn Páo.",
            ["Vi Văn Páo"],
            id="never who hands it over",
        ),
        pytest.param(
            "support.assigned",
            "Hai đảng viên chính thức là Vi Văn Páo và Hà Công Đức được phân công giúp đỡ quần chúng Lò Thị Mai.",
            ["Lò Thị Mai"],
            id="helpers named first",
        ),
        pytest.param(
            "support.concluded",
            "Hết thời gian dự bị, đ/c Páo (người giúp đỡ) nhận xét đ/c Mai đủ điều kiện chuyển chính thức.",
            ["Mai"],
            id="never the helper who judges",
        ),
        pytest.param(
            "duty.unfulfilled",
            "Đồng chí Nga đôn đốc đồng chí Páo nộp bản kiểm điểm đã quá hạn 10 ngày.",
            ["Páo"],
            id="never who urges",
        ),
        pytest.param(
            "finance.misuse",
            "Theo Kết luận số 15-KL/UBKTHU ngày 20/6/2023, đ/c Vi Văn Páo, nguyên trưởng bản, chi sai 12.400.000 đồng tiền hỗ trợ; đ/c Nga kế toán không bị xem xét.",
            ["Vi Văn Páo"],
            id="not who is cleared",
        ),
        pytest.param(
            "declaration.false",
            "UBKT Huyện ủy kết luận đ/c Vi Văn Páo kê khai thiếu 2 thửa đất trong bản kê khai tài sản năm 2022.",
            ["Vi Văn Páo"],
            id="behind the body that found it",
        ),
    ],
)
def test_people(extract: Extract, label: str, text: str, people: list[str | None]) -> None:
    found = [fact.subject.of(text) if fact.subject else None for fact in extract(label, text)]
    assert found == people


def test_absences_with_and_without_leave_stay_apart(extract: Extract) -> None:
    text = "Vắng: Páo đi rẫy, Xoan trông cháu; Đức vắng không phép."
    for label, people in (
        ("attendance.excused", ["Páo", "Xoan"]),
        ("attendance.unexcused", ["Đức"]),
    ):
        found = [fact.subject.of(text) if fact.subject else None for fact in extract(label, text)]
        assert found == people


@pytest.mark.parametrize(
    ("label", "text", "people"),
    [
        pytest.param(
            "dues.unpaid",
            "Qua theo dõi của đ/c Nga, đ/c Páo tiến bộ; riêng đảng phí tháng 6 đồng chí chưa đóng.",
            ["Páo"],
            id="the figure of a month counts nobody",
        ),
        pytest.param(
            "sanction.decided",
            "dang vien ko dong y qd ky luat thi duoc khieu nai len cap tren",
            [None],
            id="dong y is no title with a name",
        ),
        pytest.param(
            "dues.unpaid",
            "dang vien khong dong dang phi ma khong co ly do thi xem xet",
            [None],
            id="ly do is no name",
        ),
        pytest.param(
            "support.assigned",
            "Giúp đỡ Nguỵ Thị Lãm viết bài kiểm điểm: giao đ/c Thảo.",
            ["Nguỵ Thị Lãm"],
            id="who writes is no speaker",
        ),
        pytest.param(
            "sanction.decided",
            "Đ/c Páo nghe công bố quyết định khiển trách số 22-QĐ/ĐU.",
            ["Páo"],
            id="who listens is no speaker",
        ),
        pytest.param(
            "support.assigned",
            "Cử đ/c Xoan giúp đỡ Ngoạt trong 6 tháng.",
            ["Ngoạt"],
            id="bare name",
        ),
    ],
)
def test_people_told_apart_from_other_words(
    extract: Extract, label: str, text: str, people: list[str | None]
) -> None:
    found = [fact.subject.of(text) if fact.subject else None for fact in extract(label, text)]
    assert found == people


def test_two_clauses_of_one_person(extract: Extract) -> None:
    text = "Anh Sung vừa ko đóng đp tháng 10 vừa bỏ họp 2 kỳ ko nói năng gì."
    (unpaid,), (absent,) = extract("dues.unpaid", text), extract("attendance.unexcused", text)
    assert (unpaid.status, dict(unpaid.slots)) == ("asserted", {"period": "XXXX-10"})
    assert (absent.status, dict(absent.slots)) == ("asserted", {"count": 2})
    assert absent.subject is not None
    assert absent.subject.of(text) == "Sung"
