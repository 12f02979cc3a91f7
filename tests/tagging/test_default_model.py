import pytest

from vnparty_nlp import tag
from vnparty_nlp.pipeline import passage_of
from vnparty_nlp.settings import load_settings
from vnparty_nlp.tagging import build
from vnparty_nlp.tagging.protocol import Tagger


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return build(load_settings().tagging)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param(
            "Đồng chí Hà Văn Mạc vắng 3 buổi sinh hoạt liên tiếp không có lý do.",
            "attendance.unexcused",
            id="absence",
        ),
        pytest.param(
            "Đến hết quý II, đ/c Thìn còn nợ đảng phí 3 tháng, số tiền 90.000 đồng.",
            "dues.unpaid",
            id="dues",
        ),
        pytest.param(
            "Kết quả bỏ phiếu kín: 17/19 phiếu đồng ý, 2 phiếu không đồng ý.",
            "meeting.ballot",
            id="ballot",
        ),
    ],
)
def test_plain_records_are_tagged(tagger: Tagger, text: str, label: str) -> None:
    (tags,) = tagger.tag([passage_of(text)])
    assert label in {tag.label for tag in tags}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tôi thấy cách làm của huyện chưa sát, bà con chưa thông.", id="opinion"),
        pytest.param("Tháng sau trồng thêm hai hàng cau trước nhà văn hóa.", id="plan"),
        pytest.param("Chúc các cụ khỏe mạnh, năm mới an khang.", id="greeting"),
        pytest.param("", id="nothing"),
    ],
)
def test_everyday_talk_is_not(tagger: Tagger, text: str) -> None:
    assert tagger.tag([passage_of(text)]) == ((),)


def test_a_passage_is_tagged_alike_in_any_company(tagger: Tagger) -> None:
    passages = [passage_of(f"Đ/c Lụa đã nộp đảng phí tháng {n}.") for n in range(1, 13)]
    together = tagger.tag(passages)
    assert together == tuple(tagger.tag([passage])[0] for passage in passages)


def test_nothing_in_gives_nothing_out(tagger: Tagger) -> None:
    assert tagger.tag([]) == ()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param(
            "dong chi Ha Van Mac vang 3 buoi sinh hoat lien tiep khong co ly do",
            "attendance.unexcused",
            id="absence",
        ),
        pytest.param("ket qua bo phieu kin 17/19 phieu dong y", "meeting.ballot", id="ballot"),
    ],
)
def test_text_without_diacritics_is_tagged_and_cited_as_it_was_typed(text: str, label: str) -> None:
    found = [fact for fact in tag([text])[0] if fact.label == label]
    assert found
    assert all(fact.evidence.of(text).isascii() for fact in found)
