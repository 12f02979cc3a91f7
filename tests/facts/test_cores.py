from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "count"),
    [
        pytest.param(
            "dues.unpaid",
            "Đ/c Toản nợ quý I; đ/c Nga nợ quý II; đ/c Kha nợ quý I.",
            3,
            id="three people",
        ),
        pytest.param(
            "rating.given",
            "Năm 2022: Lò Văn Toản - HTXSNV, Sầm Thị Nga - HTTNV, Vũ Thị Ngoan - HTNV.",
            3,
            id="a level each",
        ),
        pytest.param(
            "dues.unpaid",
            "Đ/c Lò Văn Toản chưa nộp đảng phí quý I, còn nợ 36.000 đồng.",
            1,
            id="two halves of one fact",
        ),
        pytest.param(
            "sanction.decided",
            "Thi hành kỷ luật đồng chí Lò Văn Toản, sinh năm 1971, trưởng thôn Bến Đá, bằng hình thức cảnh cáo.",
            1,
            id="an office in the midst",
        ),
        pytest.param(
            "meeting.conclusion",
            "Chủ trì kết luận: sửa đường. Hội nghị thống nhất đắp kè.",
            1,
            id="one a passage",
        ),
        pytest.param(
            "meeting.ballot",
            "Phát ra 31 phiếu, thu về 31 phiếu; đồng ý 26, không đồng ý 5.",
            1,
            id="one round in two parts",
        ),
        pytest.param(
            "meeting.ballot",
            "Nội dung 1: 17/19 đồng ý. Nội dung 2: 12/19 đồng ý.",
            2,
            id="two votes",
        ),
    ],
)
def test_number_of_facts(extract: Extract, label: str, text: str, count: int) -> None:
    assert len(extract(label, text)) == count


def test_a_headcount_is_about_nobody(extract: Extract) -> None:
    text = "Vắng 3 (2 có phép, 1 không phép). Chủ trì: đ/c Sầm Thị Nga, đ/c Lò Văn Toản."
    assert [fact.subject for fact in extract("attendance.unexcused", text)] == [None]


def test_a_tag_that_is_not_sure_needs_a_cue(extractor) -> None:  # type: ignore[no-untyped-def]
    from vnparty_nlp.records import Passage, Span, Tag

    text = "Trời mưa to, lúa đổ hết."
    passage = Passage(text, Span(0, len(text)))
    assert extractor.extract(passage, Tag("dues.unpaid", 0.5)) == ()
    assert len(extractor.extract(passage, Tag("dues.unpaid", 0.99))) == 1
