from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


def subjects(extract: Extract, label: str, text: str) -> list[str | None]:
    return [fact.subject.of(text) if fact.subject else None for fact in extract(label, text)]


@pytest.mark.parametrize(
    ("label", "text", "expected"),
    [
        pytest.param(
            "dues.unpaid",
            "Đ/c An báo cáo: đ/c Bình chưa nộp đảng phí quý II.",
            ["Bình"],
            id="never the speaker",
        ),
        pytest.param(
            "dues.unpaid",
            "Theo bà Sầm Thị Nga, thủ quỹ, đ/c Lò Văn Toản còn nợ đảng phí quý I.",
            ["Lò Văn Toản"],
            id="never the source",
        ),
        pytest.param(
            "attendance.excused",
            "Chủ trì: đ/c Sầm Thị Nga. Vắng có phép: đ/c Lò Văn Toản.",
            ["Lò Văn Toản"],
            id="never the chair",
        ),
        pytest.param(
            "support.assigned",
            "Chi bộ phân công đ/c Sầm Thị Nga giúp đỡ đ/c Lò Văn Toản trong 6 tháng.",
            ["Lò Văn Toản"],
            id="never the helper",
        ),
        pytest.param(
            "support.assigned",
            "Đảng viên dự bị Lò Văn Toản do đ/c Sầm Thị Nga kèm cặp.",
            ["Lò Văn Toản"],
            id="helper behind do",
        ),
        pytest.param(
            "commendation.awarded",
            "Bí thư Đảng ủy Sầm Văn Kha trao giấy khen cho đ/c Lò Văn Toản.",
            ["Lò Văn Toản"],
            id="who gives is not who gets",
        ),
        pytest.param(
            "attendance.excused",
            "Vắng có phép: Lò Văn Toản (ốm), Vũ Thị Ngoan (đi công tác).",
            ["Lò Văn Toản", "Vũ Thị Ngoan"],
            id="everybody of a list",
        ),
        pytest.param(
            "dues.unpaid",
            "Đ/c Lò Văn Toản chưa nộp đảng phí quý I; đ/c Vũ Thị Ngoan chưa nộp quý II.",
            ["Lò Văn Toản", "Vũ Thị Ngoan"],
            id="each in a clause of their own",
        ),
        pytest.param(
            "dues.paid", "100% đảng viên đã nộp đủ đảng phí quý II.", [None], id="the branch"
        ),
        pytest.param("dues.unpaid", "Không có đồng chí nào nợ đảng phí.", [None], id="nobody"),
        pytest.param(
            "dues.paid",
            "Đ/c Lò Văn Toản khẳng định bản thân đã nộp đủ đảng phí.",
            ["Lò Văn Toản"],
            id="somebody who speaks of themselves",
        ),
        pytest.param(
            "rating.given",
            "2 | Lò Văn Toản | Chi bộ 3 | năm 2022 | HTTNV",
            ["Lò Văn Toản"],
            id="name in a flattened row",
        ),
        pytest.param(
            "meeting.heard", "Đ/c Lò Văn Toản đã được trình bày ý kiến.", [None], id="meeting"
        ),
        pytest.param("dues.unpaid", "Còn Sung chưa đóng đp quý 1", ["Sung"], id="given name alone"),
    ],
)
def test_subjects(extract: Extract, label: str, text: str, expected: list[str | None]) -> None:
    assert subjects(extract, label, text) == expected


def test_people_of_one_clause_share_its_evidence(extract: Extract) -> None:
    one, other = extract(
        "dues.unpaid", "Đ/c Lò Văn Toản và đ/c Vũ Thị Ngoan còn nợ đảng phí quý I."
    )
    assert one.evidence == other.evidence
    assert one.slots == other.slots
