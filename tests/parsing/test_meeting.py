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
            "Chủ trì: đ/c Hà Văn Mạc – BT chi bộ. Thư ký: đ/c Phan Thị Nụ.",
            "Hà Văn Mạc",
            "Phan Thị Nụ",
            id="both with a colon",
        ),
        pytest.param(
            "Chủ tọa: đồng chí Tạ Hữu Phước, Hiệu trưởng; ghi biên bản: đồng chí Nguyễn Thị Lan.",
            "Tạ Hữu Phước",
            "Nguyễn Thị Lan",
            id="chủ tọa, ghi biên bản",
        ),
        pytest.param(
            "Đ/c Khuất Văn Lượng, Quản đốc, BT chi bộ chủ trì. Đ/c Đào Thị Gấm ghi biên bản.",
            "Khuất Văn Lượng",
            "Đào Thị Gấm",
            id="the part behind the name",
        ),
        pytest.param(
            "Đoàn Chủ tịch do đồng chí Huỳnh Thị Kim Liên điều hành; đồng chí Lâm Ngọc"
            " Điệp làm thư ký Đại hội.",
            "Huỳnh Thị Kim Liên",
            "Lâm Ngọc Điệp",
            id="do … điều hành, làm thư ký",
        ),
        pytest.param(
            "Dưới sự chủ trì của đồng chí Lò Văn Inh, Bí thư chi bộ.",
            "Lò Văn Inh",
            None,
            id="dưới sự chủ trì của",
        ),
        pytest.param(
            "Người chủ trì: Ông Thạch Sóc. Người ghi biên bản: Bà Trương Thị Út.",
            "Thạch Sóc",
            "Trương Thị Út",
            id="ông, bà",
        ),
        pytest.param(
            "- Chủ trì hội nghị: Đồng chí Vàng A Páo - Bí thư Chi bộ",
            "Vàng A Páo",
            None,
            id="chủ trì hội nghị",
        ),
        pytest.param(
            "Chủ trì cuộc họp là đồng chí Y Bhăm Niê, Bí thư; thư ký cuộc họp là đồng chí"
            " H'Lan Êban.",
            "Y Bhăm Niê",
            "H'Lan Êban",
            id="là, Ê Đê names",
        ),
        pytest.param(
            "Đồng chí Mai Văn Cốt – Bí thư chi bộ – chủ trì.", "Mai Văn Cốt", None, id="dashes"
        ),
        pytest.param(
            "Chi bộ cử đồng chí Nguyễn Thị Hà làm thư ký ghi biên bản.",
            None,
            "Nguyễn Thị Hà",
            id="elected secretary",
        ),
        pytest.param(
            "Chủ toạ: BS. Kiều Đức Thắng (BT). Thư kí: ĐD Nguyễn Thị Hoa.",
            "Kiều Đức Thắng",
            "Nguyễn Thị Hoa",
            id="old tone place, thư kí, ranks",
        ),
        pytest.param("CHỦ TRÌ: ĐỒNG CHÍ HÀ VĂN MẠC", "HÀ VĂN MẠC", None, id="capitals"),
        pytest.param(
            "Chủ trì (chủ tọa): Ông Hà Văn Mạc - Giám đốc Thư ký (người ghi biên bản): Bà Phan Thị Nụ",
            "Hà Văn Mạc",
            "Phan Thị Nụ",
            id="state form 1.9 on one line",
        ),
        pytest.param(
            "Chủ trì: Ông Hà Văn Mạc, Giám đốc Thư ký: (để trống)",
            "Hà Văn Mạc",
            None,
            id="never the one before a label",
        ),
        pytest.param(
            "Chủ trì: Đ/c Hà Văn Mạc Chức vụ: Bí thư. Ghi chép: Đ/c Ys Phan Thị Nụ.",
            "Hà Văn Mạc",
            "Phan Thị Nụ",
            id="office and title run into the name",
        ),
        pytest.param(
            "Đoàn Chủ tịch gồm 02 đồng chí: 1. Đồng chí Hà Văn Mạc; 2. Đồng chí Phan Thị Nụ.",
            "Hà Văn Mạc",
            None,
            id="the first of several chairs",
        ),
        pytest.param(
            "Chu tri: dong chi Ha Van Mac. Thu ky: dong chi Phan Thi Nu.",
            "Ha Van Mac",
            "Phan Thi Nu",
            id="without marks",
        ),
        pytest.param(
            "Công tác chủ trì các phong trào được đồng chí Bí thư quan tâm.",
            None,
            None,
            id="nobody named",
        ),
        pytest.param(
            "Tổ trưởng tổ văn thư ký nhận công văn của đồng chí Lê Văn Bốn.",
            None,
            None,
            id="văn thư ký nhận is no secretary",
        ),
    ],
)
def test_chair_and_secretary(text: str, chair: str | None, secretary: str | None) -> None:
    found = meeting(text)
    assert (found.chair, found.secretary) == (chair, secretary)


def test_the_signatures_tell_where_the_text_does_not() -> None:
    signed = ("THƯ KÝ", "(Ký, ghi rõ họ tên)", "Phan Thị Nụ", "CHỦ TRÌ", "Hà Văn Mạc")
    found = meeting("Chi bộ họp lúc 19 giờ.", signed=signed)
    assert (found.chair, found.secretary) == ("Hà Văn Mạc", "Phan Thị Nụ")


def test_a_row_of_a_table_may_name_them() -> None:
    text, blocks = assemble(
        [
            Draft("row", (("Chủ", "trì"), ("Đ/c", "Hà", "Văn", "Mạc"))),
            Draft("row", (("Thư", "ký"), ("Đ/c", "Phan", "Thị", "Nụ"))),
        ]
    )
    found, _ = read_meeting(text, blocks, None)
    assert (found.chair, found.secretary) == ("Hà Văn Mạc", "Phan Thị Nụ")


@pytest.mark.parametrize(
    ("text", "title", "issued", "expected"),
    [
        pytest.param(
            "Hồi 19h30' ngày 05/6/2023, tại nhà văn hóa thôn.",
            "",
            None,
            "2023-06-05",
            id="hồi … ngày",
        ),
        pytest.param(
            "Hôm nay, ngày 5 tháng 6 năm 2023, chi bộ họp.",
            "",
            "2023-06-07",
            "2023-06-05",
            id="the text comes before the letterhead",
        ),
        pytest.param(
            "Thời gian: 14g00, 05/6.", "", "2023-06-05", "2023-06-05", id="year from the letterhead"
        ),
        pytest.param(
            "Chi bộ nghe báo cáo.",
            "Sinh hoạt chi bộ ngày 05/6/2023",
            None,
            "2023-06-05",
            id="from the title",
        ),
        pytest.param(
            "Chi bộ nghe báo cáo về việc đã làm trước ngày 01/5/2023.",
            "",
            "2023-06-05",
            "2023-06-05",
            id="from the letterhead",
        ),
        pytest.param("Chi bộ nghe báo cáo.", "", None, None, id="not told"),
        pytest.param("Chi bộ nghe báo cáo.", "", "2023-06", None, id="a month is no day"),
    ],
)
def test_held_on(text: str, title: str, issued: str | None, expected: str | None) -> None:
    assert meeting(text, title=title, issued=issued).held_on == expected


def test_doubts_come_along() -> None:
    text, blocks = assemble([Draft("paragraph", (("Tổng", "số", "28,", "có", "mặt", "29."),))])
    assert read_meeting(text, blocks, None)[1] == (
        "số liệu điểm danh không khớp: có mặt 29 nhiều hơn tổng số 28",
    )
