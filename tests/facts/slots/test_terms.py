"""Levels, forms, methods and steps."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "slot", "value"),
    [
        pytest.param(
            "rating.given",
            "Năm 2022 chi bộ xếp đ/c Páo không hoàn thành nhiệm vụ.",
            "level",
            "không hoàn thành nhiệm vụ",
            id="lowest level",
        ),
        pytest.param(
            "rating.given",
            "Kết quả xếp loại năm 2022: đ/c Páo HTXS NV.",
            "level",
            "hoàn thành xuất sắc nhiệm vụ",
            id="abbreviation in two words",
        ),
        pytest.param(
            "rating.given",
            "Đ/c Páo tự nhận hoàn thành tốt nhiệm vụ, chi bộ xếp loại hoàn thành nhiệm vụ năm 2023.",
            "level",
            "hoàn thành nhiệm vụ",
            id="branch and not oneself",
        ),
        pytest.param(
            "sanction.decided",
            "Đ/c Páo bị UBND xã xử phạt hành chính 2 triệu đồng.",
            "form",
            "xử phạt hành chính",
            id="fine",
        ),
        pytest.param(
            "meeting.ballot",
            "Biểu quyết bằng thẻ: 18/20 tán thành.",
            "method",
            "biểu quyết thẻ",
            id="by card",
        ),
        pytest.param(
            "meeting.admission",
            "Chi bộ bỏ phiếu đồng ý kết nạp quần chúng Mai.",
            "step",
            "xét kết nạp",
            id="vote on admission",
        ),
        pytest.param(
            "meeting.admission",
            "Công nhận đ/c Mai là đảng viên chính thức.",
            "step",
            "công nhận chính thức",
            id="full member",
        ),
        pytest.param(
            "commendation.awarded",
            "Đ/c Páo được tặng Huy hiệu 40 năm tuổi Đảng.",
            "form",
            "Huy hiệu 40 năm tuổi Đảng",
            id="badge with its years",
        ),
    ],
)
def test_terms(extract: Extract, label: str, text: str, slot: str, value: object) -> None:
    assert [fact.slots.get(slot) for fact in extract(label, text)] == [value]
