"""Names in whole lines of minutes, as offices of many kinds write them: [so] is each person marked."""

import re

import pytest

from vnparty_nlp.records import Person
from vnparty_nlp.vietnamese.names import find_names, find_people, find_roles

MARKED = re.compile(r"\[([^\]]*)\]")


def check(marked: str) -> None:
    text = MARKED.sub(r"\1", marked)
    assert [match.text for match in find_names(text)] == MARKED.findall(marked)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "Chủ trì: đ/c [Phạm Quốc Việt] – Bí thư chi bộ. Thư ký: đ/c [Đỗ Thị Huyền Trang].",
            id="chair and secretary",
        ),
        pytest.param(
            "Vắng 3: đ/c [Khoa] (ốm), đ/c [Thơ] (đi công tác), đ/c [Nguyễn Duy Mạnh] không lý do.",
            id="absentees with reasons",
        ),
        pytest.param("Có mặt: 25/28 đ/c. Vắng 3: đ/c [Khoa], [Thơ]", id="a count ends in đ/c"),
        pytest.param("TM. CHI BỘ\nBÍ THƯ\n\n\n[Phạm Quốc Việt]", id="signature"),
        pytest.param(
            "THƯ KÝ\t\tCHỦ TRÌ\n[Đỗ Thị Huyền Trang]\t[Phạm Quốc Việt]", id="two signatures"
        ),
        pytest.param("Đ/c [Đặng\nThị Hòa] vắng. Đ/c [Lê Văn\nTám] có mặt.", id="broken lines"),
        pytest.param("| 1 | [Lê Thị Mỹ Hạnh] | 1975 | Nữ | Kinh | Đảng viên |", id="table row"),
        pytest.param("3\t[Phan Đình Nhỏ]\t1962\tnam\tđảng viên", id="row with tabs"),
        pytest.param(
            "1. Ông [Lê Minh Đức] - Phó Bí thư; 2. Bà [Võ Thị Kim Anh] - Chi ủy viên;", id="list"
        ),
        pytest.param(
            "Đ/c [Hà]: đề nghị xem xét. Đ/c [Nam]: nhất trí. Đ/c [Trung Kiên]: không.",
            id="speakers",
        ),
        pytest.param("+ Đ/c [Hùng] (BT): quán triệt. + Đ/c [Hạnh](PBT): triển khai.", id="bullets"),
        pytest.param(
            "Hai đồng chí [Phan Hữu Lộc], [Ngô Bá Khá] vắng; đồng chí [Lộc] xin phép.", id="again"
        ),
        pytest.param("Các ông: [Lê A], [Trần B], [Phạm C] là khách mời.", id="letters"),
    ],
)
def test_attendance_and_speakers(line: str) -> None:
    check(line)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "Quyết định số 12-QĐ/ĐU của Đảng ủy xã Hòa Tiến chuẩn y đồng chí [Mai Văn Quyết]",
            id="decision",
        ),
        pytest.param(
            "Đồng Chí [Nguyễn Thị Tuyết Mai], quê quán: xã Thạch Bàn, huyện Thạch Hà.",
            id="birthplace",
        ),
        pytest.param(
            "Chủ tịch UBND xã [Nguyễn Hải Đăng] kết luận; Phó Chủ tịch HĐND [Hồ Văn Năm] nhất trí.",
            id="offices of the state",
        ),
        pytest.param(
            "Chi bộ phân công đ/c [Hòa] và đ/c [Lý Thị Sen] giúp đỡ quần chúng [Trương Mỹ Lan].",
            id="helpers",
        ),
        pytest.param(
            "đ/c [Bùi Xuân Phái], Trưởng Công an; Thiếu tá [Trần Đại Quang Minh]", id="police"
        ),
        pytest.param(
            "BS.CKI [Trần Thanh Tùng] đi học; bs [Lan] trực, ĐD [Hồng] nghỉ", id="hospital"
        ),
        pytest.param(
            "Cô giáo [Hạnh] chủ nhiệm lớp 5A; thầy hiệu trưởng [Trần Bảo Toàn]", id="school"
        ),
        pytest.param("Đ/c [Tuấn] KT nộp quỹ, anh [Sơn] bảo vệ trực", id="trades"),
        pytest.param("Ban Quản lý mời bà [Sáu], ông [Bảy Thắng], anh [Hai Lúa].", id="south"),
        pytest.param(
            "Tổ trưởng tổ đảng số 2 [Lê Văn Thịnh] báo cáo; Tổ phó [Hà] vắng.", id="groups"
        ),
        pytest.param("Ông [Bùi Hữu P]. bị phản ánh; ông [N.V.K] trú tại tổ 3.", id="initials only"),
        pytest.param("đc [Lan] báo: đc [Hoa] k đi đc. Hẹn đc tháng sau.", id="đc twice"),
        pytest.param(
            "dc [Hanh] bao cao, cac dc [Lan], [Mai], [Tran Hung] vang; c [Huong] chua nop",
            id="phone",
        ),
        pytest.param("cac dong chi [nguyen thi lan], [tran van binh] vang", id="phone, lower case"),
    ],
)
def test_business(line: str) -> None:
    check(line)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "[Lô Thị Pà], [Vi Văn Ỏm], [Moong Văn Khăm], [Xồng Bá Dềnh]", id="west Nghệ An"
        ),
        pytest.param("[Chamaléa Thị Hiền], [Pi Năng Tích], [Katơr Nhân]", id="Raglai"),
        pytest.param("[Alăng Bhuông] và [Bhnướch Thị Nhơi]", id="Cơ Tu"),
        pytest.param("[Rcom H'Bia]; [Rah Lan Hnhơr]; [Kpuih Bin]; [Siu Blơnh]", id="Gia Rai"),
        pytest.param("[Thạch Sâm Nang], [Kim Ngọc Thái], [Neáng Phi Rom]", id="Khmer"),
        pytest.param("bầu đồng chí [Y Khuê Mlô] làm Phó Bí thư", id="Ê Đê"),
    ],
)
def test_peoples(line: str) -> None:
    check(line)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Kính gửi: Ban Thường vụ Huyện ủy Hoằng Hóa", id="addressee"),
        pytest.param("Trạm y tế, Trường Mầm non Hoa Sen, Công ty TNHH Minh Phát", id="bodies"),
        pytest.param("Đảng bộ tỉnh Bắc Giang lần thứ XIX, nhiệm kỳ 2020 - 2025", id="congress"),
        pytest.param("học tập Bác Hồ, viếng Lăng Chủ tịch Hồ Chí Minh", id="Uncle Hồ"),
        pytest.param("Quốc khánh, Tháng Ba âm lịch giỗ Tổ Hùng Vương", id="holidays"),
        pytest.param("phường An Hải Bắc, quận Sơn Trà, phố Bà Triệu", id="places"),
        pytest.param("Quỹ tín dụng nhân dân Lương Hà, Huyện ủy Trà Giang", id="bodies of places"),
        pytest.param("Lớp | Sĩ số | Vắng P | Vắng KP", id="table head"),
    ],
)
def test_nobody(line: str) -> None:
    check(line)


def test_roles_and_people_of_one_line() -> None:
    line = "Đ/c Bí thư chi bộ và đ/c Thủ quỹ họp với Trần Văn Lợi - Trưởng thôn, đ/c PBT vắng"
    assert [match.role for match in find_roles(line)] == ["bí thư", "thủ quỹ", "phó bí thư"]
    assert find_people(line) == (Person("Trần Văn Lợi", "trưởng thôn"),)
