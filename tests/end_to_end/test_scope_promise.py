"""The promise of docs/guideline.md: what somebody thinks, believes, is or lives is ordinary text.

Every sentence here goes through the default model and the extractor together, and nothing may come
out of it: no label, and therefore no subject either.
"""

import pytest

from vnparty_nlp import facts
from vnparty_nlp.pipeline import FactFinder, passage_of
from vnparty_nlp.records import Tag
from vnparty_nlp.settings import load_settings


@pytest.fixture(scope="module")
def finder() -> FactFinder:
    return FactFinder(load_settings())


def told(finder: FactFinder, text: str) -> list[tuple[str, str | None]]:
    """Label and subject of everything that is found in a sentence."""
    (facts,) = finder.find([passage_of(text)])
    return [(fact.label, fact.subject and fact.subject.of(text)) for fact in facts]


KNOWN_LIMIT = pytest.mark.xfail(strict=True, reason="a wish for a ceremony is taken for the step")

OPINIONS = [
    pytest.param("Theo tôi thì cách chia ruộng năm ngoái thiệt cho bà con xóm dưới.", id="view"),
    pytest.param("Đ/c Khương nói thẳng là chủ trương dồn điền nghe thì hay mà làm thì vướng.", id="view of a plan"),
    pytest.param("Bà Thoa bảo họp gì mà họp lắm, bàn mãi chẳng đâu vào đâu.", id="grumbling"),
    pytest.param("Ông Quyền không đồng tình với phương án mở rộng nghĩa trang sang phía đồi thông.", id="disagreement"),
    pytest.param("Đồng chí Vịnh bảo lưu ý kiến của mình về dự án lò giết mổ.", id="reserved view"),
    pytest.param("Tôi cho rằng mức thu quỹ khuyến học như thế là hơi cao so với nhà nông.", id="too dear"),
    pytest.param("Anh Đạt hỏi vì sao đèn đường tắt từ chín giờ tối.", id="question"),
    pytest.param("Chị Hợi đề nghị kê lại bàn ghế hội trường cho đỡ chói.", id="proposal"),
    pytest.param("Đ/c Tiệp góp ý nên rút ngắn phần đọc báo để còn thời gian trao đổi.", id="advice"),
    pytest.param("Nhiều người tỏ ý băn khoăn không biết bao giờ thì nước máy về tới thôn.", id="doubt"),
    pytest.param("Bác Cửu đùa rằng con đường này sửa xong chắc cháu bác đã lấy vợ.", id="joke"),
    pytest.param("Theo đ/c Nghĩa, tài liệu học tập quý này viết khó hiểu, người già nghe không vào.", id="view of a text"),
]  # fmt: skip
CRITICISM = [
    pytest.param("Đồng chí Sáng phê bình trưởng thôn điều hành thiếu dứt khoát.", id="of a head"),
    pytest.param("Có người chê lãnh đạo huyện nói nhiều làm ít.", id="of the district"),
    pytest.param("Đ/c Bạch cho rằng quy định mới về đất đai gây khó cho dân nghèo.", id="of a law"),
    pytest.param("Anh Lượng viết trên mạng rằng nhà nước bỏ quên vùng cao.", id="of the state"),
    pytest.param("Trong giờ giải lao, ông Thuần than phiền nghị quyết năm nào cũng giống năm nào.", id="of a resolution"),
    pytest.param("Bà Ngát nói tổ chức ta còn hình thức, thiếu lắng nghe.", id="of the organisation"),
    pytest.param("Một giáo viên gửi bài lên báo chê cách tuyển sinh của sở.", id="in the press"),
    pytest.param("Đ/c Thiệu chia sẻ lại bài viết nói xấu cán bộ xã trên trang cá nhân.", id="shared post"),
    pytest.param("Chị Vượng bấm thích một bài châm biếm ông chủ tịch.", id="liked post"),
    pytest.param("Ông Kỷ bình luận dưới tin tức rằng chính sách thay đổi như chong chóng.", id="comment"),
]  # fmt: skip
BELIEFS = [
    pytest.param("Đ/c Thạc có biểu hiện phai nhạt lý tưởng, ngại học tập.", id="fading ideals"),
    pytest.param("Bản lĩnh chính trị của đồng chí Dư chưa thật vững vàng.", id="firmness"),
    pytest.param("Có dư luận cho là anh Hiệu suy thoái về tư tưởng.", id="decline"),
    pytest.param("Đồng chí Oanh luôn trung thành tuyệt đối với mục tiêu của Đảng.", id="loyalty praised"),
    pytest.param("Nhận thức của một bộ phận còn lệch lạc, dao động trước thông tin trái chiều.", id="wavering"),
    pytest.param("Lập trường tư tưởng của đ/c Phả kiên định, lối sống giản dị.", id="stance praised"),
    pytest.param("Chị Nhung không tin vào hiệu quả của phong trào nào cả.", id="no faith in it"),
    pytest.param("Cần đề phòng biểu hiện tự diễn biến, tự chuyển hóa ngay trong cơ quan.", id="watchword"),
    pytest.param("Trong thâm tâm ông Bá vẫn ngưỡng mộ mô hình của nước ngoài.", id="inner thoughts"),
    pytest.param("Đ/c Quế tỏ thái độ thờ ơ khi nghe phổ biến tình hình thời sự.", id="indifference"),
]  # fmt: skip
RELIGION_AND_ORIGIN = [
    pytest.param("Gia đình đồng chí Sương theo đạo Công giáo từ đời ông cố.", id="Catholic family"),
    pytest.param("Rằm nào bà Lài cũng lên chùa thắp hương, ăn chay đủ hai ngày.", id="Buddhist habits"),
    pytest.param("Anh Tài mới theo một nhóm đạo lạ ở thị trấn.", id="a new faith"),
    pytest.param("Vợ chồng chị Thắm làm lễ cưới ở nhà thờ xứ Bến Đá.", id="church wedding"),
    pytest.param("Đ/c Y Krin là người Ê Đê, nói tiếng Kinh chưa thạo.", id="people"),
    pytest.param("Ông Lỳ A Páo dân tộc Hà Nhì, quê gốc bên kia biên giới.", id="beyond the border"),
    pytest.param("Cụ nội đồng chí Tuyển xưa là địa chủ, bố từng làm cho chế độ cũ.", id="class origin"),
    pytest.param("Lý lịch ba đời nhà anh Cảnh có người đi lính phía bên kia.", id="the other side"),
    pytest.param("Quê đ/c Ngữ ở vùng biển, cả họ làm nghề chài lưới.", id="home"),
    pytest.param("Chị Thạch Thị Hến gốc Khmer, sống ở phum Rạch Giồng.", id="Khmer"),
    pytest.param("Nhà ông Trương là người Hoa sang đây buôn bán từ lâu.", id="Chinese origin"),
    pytest.param("Bà Ka Nhòi giữ tục cúng thần rừng của buôn.", id="custom"),
]  # fmt: skip
PRIVATE_LIFE = [
    pytest.param("Đ/c Nhạ đang ly thân, hai con ở với bà ngoại.", id="separation"),
    pytest.param("Vợ anh Tịnh vừa sinh cháu thứ ba, mẹ tròn con vuông.", id="third child"),
    pytest.param("Đồng chí Ngân mắc bệnh tiểu đường đã nhiều năm.", id="illness"),
    pytest.param("Chú Bốn mới mổ tim, sức khỏe còn yếu.", id="operation"),
    pytest.param("Nghe đâu cô Hà có tình cảm với người đã có gia đình.", id="affair"),
    pytest.param("Con trai bác Trữ lấy vợ người Hàn Quốc, sang năm đưa nhau về.", id="foreign wife"),
    pytest.param("Chị Lệ hay thư từ với ông cậu định cư bên Canada.", id="letters abroad"),
    pytest.param("Anh Phúc sống một mình, ít giao du với hàng xóm.", id="lonely"),
    pytest.param("Nhà đ/c Toản khá giả, mới tậu thêm chiếc xe bảy chỗ.", id="wealth"),
    pytest.param("Em gái đồng chí Mận đi lao động ở Đài Loan ba năm chưa về.", id="sister abroad"),
    pytest.param("Vợ chồng anh Độ hay to tiếng, bố mẹ hai bên can mãi.", id="quarrels"),
    pytest.param("Đ/c Ánh tâm sự là dạo này mất ngủ, hay nghĩ quẩn.", id="low spirits"),
    pytest.param("Ông Ích thích chơi chim, sáng nào cũng ra quán cà phê đầu ngõ.", id="hobby"),
]  # fmt: skip
COMPLAINTS = [
    pytest.param("Bà Nhâm gửi đơn lên huyện kêu oan về chuyện ranh giới đất.", id="petition"),
    pytest.param("Ông Chước tố cáo chủ nhiệm hợp tác xã chèn ép xã viên.", id="denunciation"),
    pytest.param("Mười hai hộ ký tên kiến nghị dời bãi rác ra xa khu dân cư.", id="signatures"),
    pytest.param("Đồng chí Dậu làm đơn xin ra khỏi Đảng vì hoàn cảnh gia đình.", id="asks to leave"),
    pytest.param("Anh Sơn ngỏ ý muốn thôi sinh hoạt, các đồng chí động viên mãi.", id="wants to leave"),
    pytest.param("Chị Tuyền phản ánh loa phát thanh mở sớm quá, trẻ con mất ngủ.", id="loudspeaker"),
    pytest.param("Bác Nhã kéo lên trụ sở đòi gặp lãnh đạo hỏi cho ra nhẽ.", id="protest"),
    pytest.param("Cử tri bức xúc vì cầu phao hỏng ba tháng chưa ai sửa.", id="voters"),
]  # fmt: skip
PRAISE = [
    pytest.param("Đ/c Hoan là người hiền lành, được bà con quý mến.", id="character"),
    pytest.param("Ai cũng khen cô giáo Diễm tận tâm với học trò.", id="devotion"),
    pytest.param("Đồng chí Lịch sống chan hòa, tinh thần trách nhiệm cao.", id="attitude"),
    pytest.param("Ông Chất hơi nóng tính nhưng tốt bụng.", id="temper"),
    pytest.param("Tập thể đánh giá đ/c Mỵ thiếu nhiệt tình, hay né việc khó.", id="lack of zeal"),
]  # fmt: skip

# The hardest: opinions in the very words of the criteria.
ABOUT_THE_CRITERIA = [
    pytest.param("Đ/c Mão cho rằng mức đảng phí hiện nay là cao so với lương hưu.", id="dues"),
    pytest.param("Chị Đào thắc mắc sao xếp loại cứ phải theo tỷ lệ phần trăm.", id="rating"),
    pytest.param("Ông Bảy nói bỏ phiếu kín làm gì, ai bầu ai cả làng đều biết.", id="ballot"),
    pytest.param("Theo anh Thường, kỷ luật kiểu ấy là quá nhẹ.", id="sanction"),
    pytest.param("Bà Xuyến bảo khen thưởng toàn rơi vào người quen.", id="commendation"),
    pytest.param("Đ/c Mộc hoài nghi việc kiểm tra, giám sát chỉ là hình thức.", id="oversight", marks=KNOWN_LIMIT),
    pytest.param("Anh Giáp phàn nàn họp đêm mệt, ai chẳng ngại đi.", id="attendance"),
    pytest.param("Theo bà Mùi, thủ tục chuyển sinh hoạt bây giờ rườm rà.", id="transfer"),
    pytest.param("Chị Quý cho là kê khai tài sản chẳng ích gì.", id="declaration"),
    pytest.param("Đồng chí Vững kêu việc giao xuống nhiều quá, làm sao xuể.", id="duty"),
    pytest.param("Có ý kiến muốn lễ kết nạp làm gọn, bớt hoa bớt băng rôn.", id="admission", marks=KNOWN_LIMIT),
    pytest.param("Ông Tuế cho rằng người bị phê bình nên được nói sau cùng.", id="hearing"),
]  # fmt: skip


EVERYTHING = [
    *OPINIONS,
    *CRITICISM,
    *BELIEFS,
    *RELIGION_AND_ORIGIN,
    *PRIVATE_LIFE,
    *COMPLAINTS,
    *PRAISE,
    *ABOUT_THE_CRITERIA,
]


@pytest.mark.parametrize("text", EVERYTHING)
def test_what_people_think_believe_and_are_gives_no_finding(finder: FactFinder, text: str) -> None:
    assert told(finder, text) == []


@pytest.mark.parametrize("text", [pytest.param(*case.values, id=case.id) for case in EVERYTHING])
def test_nobody_is_ever_its_subject(finder: FactFinder, text: str) -> None:
    assert [subject for _, subject in told(finder, text) if subject] == []


# A recorded fact beside an opinion: the fact's label, its evidence, and what must stay outside.
MIXED = [
    pytest.param("Đ/c Lan chê nghị quyết xa thực tế; đ/c Tám vắng 2 buổi không lý do.", "attendance.unexcused", "vắng 2 buổi", "nghị quyết", id="criticism before"),
    pytest.param("Đ/c Tám vắng 2 buổi không lý do; đ/c Lan cho rằng họp hành hình thức.", "attendance.unexcused", "vắng 2 buổi", "hình thức", id="view behind"),
    pytest.param("Đ/c Thu còn nợ đảng phí quý III; bà con xì xào là nhà theo đạo mới.", "dues.unpaid", "nợ đảng phí quý III", "theo đạo", id="religion behind"),
    pytest.param("Đ/c Ngạn vắng có phép buổi này, vì vợ mới sinh con thứ ba.", "attendance.excused", "vắng có phép", "sinh con", id="reason of an absence"),
    pytest.param("Quyết định số 08-QĐ/ĐU ngày 02/4/2021 khiển trách đồng chí Tạo vì phát ngôn trái quan điểm.", "sanction.decided", "08-QĐ/ĐU", "phát ngôn", id="grounds of a sanction"),
    pytest.param("Đảng ủy kỷ luật cảnh cáo đồng chí Vệ ngày 10/9/2019 do viết bài phê phán lãnh đạo.", "sanction.decided", "cảnh cáo", "viết bài", id="grounds that are an opinion"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "label", "inside", "outside"), MIXED)
def test_the_evidence_of_a_fact_leaves_the_opinion_beside_it_out(
    text: str, label: str, inside: str, outside: str
) -> None:
    found = facts.build().extract(passage_of(text), Tag(label, 1.0))
    evidence = " ".join(fact.evidence.of(text) for fact in found)
    assert inside in evidence
    assert outside not in evidence
    for fact in found:
        assert outside not in " ".join(map(str, fact.slots.values()))
