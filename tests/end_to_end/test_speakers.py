"""Whoever speaks, reports, chairs or writes is never the subject of what is told about others."""

from collections.abc import Mapping, Sequence

import pytest
from _pytest.mark import ParameterSet

from vnparty_nlp import facts
from vnparty_nlp.facts.protocol import Extractor
from vnparty_nlp.pipeline import FactFinder, passage_of
from vnparty_nlp.records import Fact, Tag
from vnparty_nlp.settings import load_settings

# A sentence, the label of what it records, who speaks, and whom the record is about.
REPORTS = [
    pytest.param("Đ/c Khuê báo cáo: đ/c Lãm còn nợ đảng phí quý III.", "dues.unpaid", "Khuê", "Lãm", id="reports"),
    pytest.param("Đồng chí Tô Văn Bách cho biết đồng chí Mạnh vắng 2 buổi không lý do.", "attendance.unexcused", "Tô Văn Bách", "Mạnh", id="lets know"),
    pytest.param("Thủ quỹ Vi Thị Hạ thông báo: đồng chí Quảng chưa nộp đảng phí tháng 8.", "dues.unpaid", "Vi Thị Hạ", "Quảng", id="treasurer"),
    pytest.param("Theo đ/c Trấn, đ/c Huề đã nộp đủ đảng phí quý I.", "dues.paid", "Trấn", "Huề", id="according to"),
    pytest.param("Đ/c Uyên phát biểu rằng đ/c Cát chưa hoàn thành việc rà soát hộ nghèo.", "duty.unfulfilled", "Uyên", "Cát", id="speaks that"),
    pytest.param("Đ/c Vạn (Bí thư) nêu: đ/c Thơm nghỉ họp hai lần không báo.", "attendance.unexcused", "Vạn", "Thơm", id="office in brackets"),
    pytest.param("Đồng chí Giang, Phó Bí thư, báo cáo đồng chí Lụt nợ đảng phí 4 tháng.", "dues.unpaid", "Giang", "Lụt", id="office between commas"),
    pytest.param("Đ/c Xoan nhắc đ/c Bưởi còn thiếu đảng phí tháng 10, 11.", "dues.unpaid", "Xoan", "Bưởi", id="reminds"),
    pytest.param("Chủ trì: đ/c Hoạt. Đ/c Luyến vắng có phép vì đi viện.", "attendance.excused", "Hoạt", "Luyến", id="chair"),
    pytest.param("Thư ký Đàm Thị Nga ghi nhận đ/c Kiểm vắng không lý do buổi tháng 4.", "attendance.unexcused", "Đàm Thị Nga", "Kiểm", id="secretary notes"),
    pytest.param("Đ/c Bí thư Ngọc thông tin đ/c Sĩ đã hoàn thành việc vận động hiến đất.", "duty.fulfilled", "Ngọc", "Sĩ", id="secretary informs"),
    pytest.param("Đ/c Lạng hỏi thủ quỹ, được trả lời: đ/c Đắc chưa đóng đảng phí quý II.", "dues.unpaid", "Lạng", "Đắc", id="asks"),
    pytest.param("Theo báo cáo của đồng chí Hứa Thị Mây, đồng chí Lập vắng 3 buổi không phép.", "attendance.unexcused", "Hứa Thị Mây", "Lập", id="by the report of"),
    pytest.param("Đồng chí Chí kết luận: xếp loại đồng chí Vượng hoàn thành tốt nhiệm vụ năm 2020.", "rating.given", "Chí", "Vượng", id="concludes"),
    pytest.param("Đ/c Thái công bố quyết định khen thưởng đ/c Hội năm 2019, hình thức giấy khen.", "commendation.awarded", "Thái", "Hội", id="announces an award"),
    pytest.param("Đồng chí Lữ đọc Quyết định số 12-QĐ/ĐU khiển trách đồng chí Tạo.", "sanction.decided", "Lữ", "Tạo", id="reads a decision"),
    pytest.param("Ông Huỳnh trình bày: bà Sen đã nộp bù đảng phí cả năm 2018.", "dues.paid", "Huỳnh", "Sen", id="presents"),
    pytest.param("Anh Tới khẳng định chị Phượng đóng đảng phí đầy đủ tháng 1 đến tháng 6.", "dues.paid", "Tới", "Phượng", id="affirms"),
    pytest.param("Đ/c Lành đề nghị chi bộ nhắc đ/c Đồi, vắng 4 buổi liền không lý do.", "attendance.unexcused", "Lành", "Đồi", id="asks the branch"),
    pytest.param("Tổ trưởng Nông Văn Tính báo: đ/c Slao xin nghỉ buổi này do con ốm.", "attendance.excused", "Nông Văn Tính", "Slao", id="group head"),
    pytest.param("Đ/c Ràng trao đổi thêm, đ/c Nhẫn đến nay chưa nộp hồ sơ chuyển sinh hoạt về phường Bến Gỗ.", "transfer.overdue", "Ràng", "Nhẫn", id="adds"),
    pytest.param("Trưởng đoàn Lâm Chấn nêu kết luận thanh tra: đ/c Phùng kê khai sai bằng tốt nghiệp.", "declaration.false", "Lâm Chấn", "Phùng", id="head of inspectors"),
    pytest.param("Đồng chí Dự báo cáo kết quả kiểm toán: đồng chí Hạnh chi sai 25.000.000 đồng.", "finance.misuse", "Dự", "Hạnh", id="audit"),
    pytest.param("Đ/c Tuân giới thiệu người giúp đỡ: đ/c Lễ kèm đ/c dự bị Hoan trong 12 tháng.", "support.assigned", "Tuân", "Hoan", id="introduces a helper"),
    pytest.param("Đ/c Bền thay mặt chi ủy báo cáo: thời gian giúp đỡ đ/c Kha kết thúc, kết quả tiến bộ.", "support.concluded", "Bền", "Kha", id="on behalf of"),
    pytest.param("Đ/c Nghị cho hay hôm nay đ/c Thục vắng, đã xin phép từ chiều.", "attendance.excused", "Nghị", "Thục", id="says"),
    pytest.param("Người báo cáo: đ/c Sính. Nội dung: đ/c Mẩy chậm nộp đảng phí tháng 2.", "dues.unpaid", "Sính", "Mẩy", id="reporter as a field"),
    pytest.param("Đ/c Đôn ghi biên bản. Đ/c Hảo không lý do vắng 1 buổi.", "attendance.unexcused", "Đôn", "Hảo", id="takes the minutes"),
    pytest.param("dc Toan bao cao: dc Vinh con no dang phi quy 4.", "dues.unpaid", "Toan", "Vinh", id="without marks"),
    pytest.param("ĐỒNG CHÍ HIỂN THÔNG BÁO: ĐỒNG CHÍ QUÝNH CHƯA NỘP ĐẢNG PHÍ QUÝ I.", "dues.unpaid", "HIỂN", "QUÝNH", id="capitals"),
    pytest.param("- Đ/c Phận (chi ủy viên): Đ/c Rơi nợ đảng phí từ tháng 5 đến tháng 7.", "dues.unpaid", "Phận", "Rơi", id="a turn in a list"),
    pytest.param("Qua lời đ/c Duệ, chi bộ được biết đ/c Nhàn đã đóng đảng phí quý IV.", "dues.paid", "Duệ", "Nhàn", id="by the words of"),
]  # fmt: skip


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return facts.build()


@pytest.fixture(scope="module")
def finder() -> FactFinder:
    return FactFinder(load_settings())


# A known limit of the extractor, by the id of the case; it is told when it is overcome.
OTHER_MISSED = {"capitals": "in a line of capitals a name has no end"}
ARGUMENTS = ("text", "label", "speaker", "reported")


def cases(limits: Mapping[str, str]) -> list[ParameterSet]:
    """The reports, the known limits marked as such."""
    return [
        pytest.param(
            *report.values,
            id=report.id,
            marks=[pytest.mark.xfail(strict=True, reason=limits[str(report.id)])]
            if report.id in limits
            else [],
        )
        for report in REPORTS
    ]


def subjects(found: Sequence[Fact], text: str) -> set[str]:
    return {fact.subject.of(text) for fact in found if fact.subject}


@pytest.mark.parametrize(ARGUMENTS, REPORTS)
def test_the_speaker_is_no_subject(
    extractor: Extractor, text: str, label: str, speaker: str, reported: str
) -> None:
    found = extractor.extract(passage_of(text), Tag(label, 1.0))
    assert found
    assert speaker not in " ".join(subjects(found, text)), reported


@pytest.mark.parametrize(ARGUMENTS, cases(OTHER_MISSED))
def test_the_person_reported_on_is_the_subject(
    extractor: Extractor, text: str, label: str, speaker: str, reported: str
) -> None:
    found = extractor.extract(passage_of(text), Tag(label, 1.0))
    assert reported in subjects(found, text), speaker


@pytest.mark.parametrize(ARGUMENTS, REPORTS)
def test_whatever_the_model_makes_of_it_the_speaker_is_no_subject(
    finder: FactFinder, text: str, label: str, speaker: str, reported: str
) -> None:
    (found,) = finder.find([passage_of(text)])
    assert speaker not in " ".join(subjects(found, text)), (label, reported)
