import numpy as np
import pytest

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.pipeline import passage_of
from vnparty_nlp.settings import load_settings
from vnparty_nlp.tagging import build
from vnparty_nlp.tagging.combined import mix
from vnparty_nlp.tagging.protocol import Tagger


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return build(load_settings().tagging)


@pytest.mark.parametrize(
    ("text", "label", "status"),
    [
        pytest.param(
            "Đồng chí Mạc không vắng buổi sinh hoạt nào trong năm 2022.",
            "attendance.unexcused",
            "negated",
            id="negated",
        ),
        pytest.param(
            "Đảng viên bỏ sinh hoạt ba tháng liền không lý do thì chi bộ xem xét xóa tên.",
            "attendance.unexcused",
            "conditional",
            id="rule",
        ),
        pytest.param(
            "Đ/c Thìn nợ đảng phí quý I/2022, nay đã nộp bổ sung đủ 90.000 đồng.",
            "dues.unpaid",
            "resolved",
            id="resolved",
        ),
        pytest.param(
            "Đ/c Lụa còn nợ đảng phí tháng 4/2021.", "dues.unpaid", "asserted", id="asserted"
        ),
    ],
)
def test_the_status_comes_with_the_label(
    tagger: Tagger, text: str, label: str, status: str
) -> None:
    (tags,) = tagger.tag([passage_of(text)])
    (tag,) = (tag for tag in tags if tag.label == label)
    assert max(tag.statuses, key=lambda name: tag.statuses[name]) == status
    assert set(tag.statuses) == set(load_catalogue().statuses)
    assert sum(tag.statuses.values()) == pytest.approx(1, abs=1e-3)


def test_the_order_and_company_of_passages_make_no_difference(tagger: Tagger) -> None:
    passages = [
        passage_of(text)
        for text in (
            "Đ/c Lụa đã nộp đảng phí tháng 5.",
            "Họp xong cả thôn ra nạo vét mương " * 8,
            "25/25 đồng chí giơ tay tán thành, không ai phản đối.",
            "mưa",
        )
    ]
    together = tagger.tag(passages)
    backwards = tagger.tag(passages[::-1])[::-1]
    alone = tuple(tagger.tag([passage])[0] for passage in passages)
    for one, other, third in zip(together, backwards, alone, strict=True):
        assert [t.label for t in one] == [t.label for t in other] == [t.label for t in third]
        for a, b in zip(one, third, strict=True):
            assert a.probability == pytest.approx(b.probability, abs=2e-4)


@pytest.mark.parametrize("place", [0, 4, 12], ids=["first", "in between", "last"])
def test_a_record_in_a_long_text_is_found_wherever_it_stands(tagger: Tagger, place: int) -> None:
    sentences = [
        "Sáng nay trời nắng to, bà con ra đồng từ sớm để kịp gặt nốt ba sào lúa ven đê.",
        "Trạm bơm đầu làng chạy hai ca, nước về đủ cho cánh đồng trên và cánh đồng giữa.",
        "Con đường từ đình ra trường học đã rải thêm đá, xe tải nhỏ vào được tận sân kho.",
        "Nhà văn hóa cần thay bốn bóng điện và sửa lại mái hiên trước mùa bão năm nay.",
        "Đội bóng của thôn tập ở sân vận động xã vào chiều thứ bảy, ai rảnh ra cổ vũ.",
        "Lớp học bơi cho các cháu mở vào đầu tháng sáu, phụ huynh tự đưa đón con em mình.",
    ]
    told = [*sentences, *sentences]
    told.insert(place, "Kết quả bỏ phiếu kín: 17/19 phiếu đồng ý, 2 phiếu không đồng ý.")
    (tags,) = tagger.tag([passage_of(" ".join(told))])
    assert [tag.label for tag in tags] == ["meeting.ballot"]


@pytest.mark.parametrize(
    ("weight", "expected"),
    [(0.0, [3.0, 0.0]), (1.0, [1.0, 2.0]), (0.5, [2.0, 1.0])],
)
def test_mix(weight: float, expected: list[float]) -> None:
    encoded, linear = np.array([[1.0, 2.0]]), np.array([[3.0, 0.0]])
    assert mix(weight, encoded, linear).tolist() == [expected]
