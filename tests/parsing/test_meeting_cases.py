"""Chair, secretary and date as minutes of many decades and offices state them."""

import pytest

from vnparty_nlp.parsing.flow import Draft, assemble
from vnparty_nlp.parsing.meeting import read_meeting
from vnparty_nlp.records import BlockKind, Meeting


def meeting(
    *lines: str, signed: tuple[str, ...] = (), title: str = "", issued: str | None = None
) -> Meeting:
    kinds: list[tuple[BlockKind, str]] = [("title", title)] if title else []
    kinds += [("paragraph", line) for line in lines] + [("signature", line) for line in signed]
    text, blocks = assemble(Draft(kind, (tuple(line.split()),)) for kind, line in kinds)
    return read_meeting(text, blocks, issued)[0]


@pytest.mark.parametrize(
    ("text", "chair", "secretary"),
    [
        pytest.param(
            "- Chủ trì: Đ/c Đinh Công Thìn, Bí thư Chi bộ.", "Đinh Công Thìn", None, id="list item"
        ),
        pytest.param(
            "* Chủ tọa hội nghị: Đồng chí Lưu Thị Lụa - Phó Bí thư",
            "Lưu Thị Lụa",
            None,
            id="chủ tọa hội nghị",
        ),
        pytest.param(
            "Chủ trì hội nghị: đ/c Đinh Công Thìn; thư ký hội nghị: đ/c Lưu Thị Lụa.",
            "Đinh Công Thìn",
            "Lưu Thị Lụa",
            id="both with hội nghị",
        ),
        pytest.param("Điều hành: đồng chí Tạ Đình Khiêm.", "Tạ Đình Khiêm", None, id="điều hành"),
        pytest.param(
            "Đồng chí Tạ Đình Khiêm, Bí thư chi bộ, điều hành buổi sinh hoạt.",
            "Tạ Đình Khiêm",
            None,
            id="name first",
        ),
        pytest.param(
            "Người ghi biên bản: Chu Thị Bưởi.", None, "Chu Thị Bưởi", id="no title before the name"
        ),
        pytest.param(
            "Thư ký: Chu Thị Bưởi – Chi ủy viên.",
            None,
            "Chu Thị Bưởi",
            id="office behind a long dash",
        ),
        pytest.param("Thơ ký: đồng chí Chu Thị Bưởi.", None, "Chu Thị Bưởi", id="southern thơ ký"),
        pytest.param(
            "Thư kí ghi biên bản: đồng chí Chu Thị Bưởi.", None, "Chu Thị Bưởi", id="thư kí"
        ),
        pytest.param(
            "Ghi biên bản: đ/c Nguyễn Thị Ánh Tuyết.",
            None,
            "Nguyễn Thị Ánh Tuyết",
            id="four syllables",
        ),
        pytest.param(
            "Chủ trì: Trung tá Đoàn Văn Lực, Chính trị viên.",
            "Đoàn Văn Lực",
            None,
            id="army rank",
        ),
        pytest.param(
            "Chủ trì: Thầy Đoàn Văn Lực, Hiệu trưởng. Thư ký: Cô Mai Thị Huệ.",
            "Đoàn Văn Lực",
            "Mai Thị Huệ",
            id="school titles",
        ),
        pytest.param(
            "Chủ trì: đ/c Giàng A Sếnh. Thư ký: đ/c Sùng Thị Mỷ.",
            "Giàng A Sếnh",
            "Sùng Thị Mỷ",
            id="Mông names",
        ),
        pytest.param(
            "Chủ trì: Ông Điểu K'Bre; thư ký: bà Thị Ngơi.",
            "Điểu K'Bre",
            "Thị Ngơi",
            id="Xtiêng names",
        ),
        pytest.param(
            "Dưới sự điều hành của đồng chí Hồ Văn Xuôi - Bí thư.",
            "Hồ Văn Xuôi",
            None,
            id="dưới sự điều hành của",
        ),
        pytest.param(
            "Hội nghị do đồng chí Hồ Văn Xuôi chủ trì.", "Hồ Văn Xuôi", None, id="do … chủ trì"
        ),
        pytest.param("Đồng chí Bí thư chi bộ chủ trì.", None, None, id="an office without a name"),
        pytest.param("Chủ trì: ……………… Thư ký: ………………", None, None, id="dotted lines left blank"),
        pytest.param(
            "Thư ký đoàn thanh niên báo cáo công tác hè.", None, None, id="no name beside it"
        ),
        pytest.param("Văn thư ký nhận: đồng chí Mai Thị Huệ.", None, None, id="văn thư ký nhận"),
    ],
)
def test_chair_and_secretary(text: str, chair: str | None, secretary: str | None) -> None:
    found = meeting(text)
    assert (found.chair, found.secretary) == (chair, secretary)


@pytest.mark.parametrize(
    ("signed", "chair", "secretary"),
    [
        pytest.param(
            ("NGƯỜI GHI BIÊN BẢN", "Chu Thị Bưởi", "CHỦ TRÌ HỘI NGHỊ", "Đinh Công Thìn"),
            "Đinh Công Thìn",
            "Chu Thị Bưởi",
            id="as the norm of 2026 has it",
        ),
        pytest.param(
            ("THƯ KÝ", "(đã ký)", "Chu Thị Bưởi", "CHỦ TỌA", "(đã ký)", "Đinh Công Thìn"),
            "Đinh Công Thìn",
            "Chu Thị Bưởi",
            id="a copy that says đã ký",
        ),
        pytest.param(("CHỦ TRÌ", "Đinh Công Thìn"), "Đinh Công Thìn", None, id="one alone"),
        pytest.param(
            ("T/M CHI BỘ", "BÍ THƯ", "Đinh Công Thìn"), None, None, id="a signature tells no chair"
        ),
        pytest.param(("THƯ KÝ", "CHỦ TRÌ"), None, None, id="nobody signed"),
    ],
)
def test_signatures(signed: tuple[str, ...], chair: str | None, secretary: str | None) -> None:
    found = meeting("Chi bộ họp thường kỳ.", signed=signed)
    assert (found.chair, found.secretary) == (chair, secretary)


def test_the_opening_comes_before_the_signatures() -> None:
    found = meeting("Chủ trì: đ/c Tạ Đình Khiêm.", signed=("CHỦ TRÌ", "Đinh Công Thìn"))
    assert found.chair == "Tạ Đình Khiêm"


def test_a_speaker_far_in_the_text_is_no_chair() -> None:
    talk = ["Đồng chí Nụ phát biểu về đường liên xóm."] * 40
    assert meeting(*talk, "Đồng chí Chu Văn Sửu chủ trì việc nạo vét mương.").chair is None


@pytest.mark.parametrize(
    ("text", "title", "issued", "expected"),
    [
        pytest.param(
            "Vào lúc 7 giờ 30 phút, ngày 12 tháng 3 năm 1998, chi bộ họp.",
            "",
            None,
            "1998-03-12",
            id="of the nineties",
        ),
        pytest.param(
            "Hôm nay, vào hồi 14h ngày 03-02-2008, tại hội trường.",
            "",
            None,
            "2008-02-03",
            id="dashes",
        ),
        pytest.param(
            "Hồi 19g30 ngày 5.6.2021 tại văn phòng ấp.",
            "",
            None,
            "2021-06-05",
            id="points, southern hour",
        ),
        pytest.param(
            "Thời gian: 20h00 ngày 05 tháng 07 năm 2021", "", None, "2021-07-05", id="padded month"
        ),
        pytest.param(
            "Bắt đầu: 19 giờ 30 phút ngày 28/02/2024.", "", None, "2024-02-28", id="bắt đầu"
        ),
        pytest.param(
            "Hồi 19 giờ ngày … tháng … năm 2023",
            "",
            "2023-06-05",
            "2023-06-05",
            id="blank day, then the letterhead",
        ),
        pytest.param(
            "Hồi 19 giờ ngày 31/6/2023 chi bộ họp.", "", None, None, id="there is no such day"
        ),
        pytest.param(
            "Chi bộ họp.",
            "Họp chi bộ ngày 12/3/2019",
            "2019-03-15",
            "2019-03-12",
            id="the title comes before the letterhead",
        ),
        pytest.param(
            "Chi bộ họp.",
            "Họp chi bộ tháng 3/2019",
            "2019-03-15",
            "2019-03-15",
            id="a month is no day",
        ),
        pytest.param(
            "Đồng chí Nụ kết nạp ngày 03/02/2001.",
            "",
            None,
            None,
            id="a date without a word of time",
        ),
    ],
)
def test_held_on(text: str, title: str, issued: str | None, expected: str | None) -> None:
    assert meeting(text, title=title, issued=issued).held_on == expected


def test_the_first_timed_date_is_the_meetings() -> None:
    found = meeting(
        "Hồi 19h ngày 05/6/2023, chi bộ họp.",
        "Kết thúc lúc 21h ngày 06/6/2023.",
        issued="2023-06-08",
    )
    assert found.held_on == "2023-06-05"


def test_minutes_that_state_nothing() -> None:
    assert meeting("Chi bộ trao đổi về đường liên xóm.") == Meeting()
