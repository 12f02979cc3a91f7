import pytest

from benchmarks.suites.everyday import flag_rows
from vnparty_nlp.records import Passage, Span

TEXTS = [
    "Đồng chí Lan đề nghị trồng thêm cây ở đường liên xóm.",
    "Chúc các gia đình một mùa lúa thuận lợi.",
    "Tháng sau chi bộ sẽ bàn việc sửa nhà văn hóa.",
]
PASSAGES = [Passage(text, Span(0, len(text))) for text in TEXTS]


@pytest.mark.parametrize(
    ("answers", "flagged"),
    [
        pytest.param([(), (), ()], 0, id="nothing is flagged"),
        pytest.param([(), ("tag",), ("tag", "tag")], 2, id="two tags in a passage count once"),
    ],
)
def test_flagged_passages_are_counted(answers: list[tuple[str, ...]], flagged: int) -> None:
    count, share = flag_rows(PASSAGES, {"tagger": answers}, "command")
    assert (count.name, count.value, count.count) == ("flagged by tagger", flagged, 3)
    assert share.value == pytest.approx(flagged / 3)
    assert share.interval is not None


def test_an_answer_for_each_passage_is_needed() -> None:
    with pytest.raises(ValueError, match="shorter"):
        flag_rows(PASSAGES, {"tagger": [()]}, "command")
