"""What sentences about help are taken as: stated, denied, reported, planned, put right."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "status"),
    [
        pytest.param(
            "support.assigned",
            "Chi bộ chưa cử người giúp đỡ đ/c Mai.",
            "negated",
            id="no helper yet",
        ),
        pytest.param(
            "support.assigned",
            "Chi bộ sẽ phân công người giúp đỡ đ/c Mai sau khi kết nạp.",
            "conditional",
            id="helper to come",
        ),
        pytest.param(
            "support.assigned",
            "Theo quy định, chi bộ phải phân công đảng viên chính thức giúp đỡ đảng viên dự bị.",
            "conditional",
            id="rule on helpers",
        ),
        pytest.param(
            "support.concluded",
            "Thời gian giúp đỡ đ/c Páo chưa hết.",
            "negated",
            id="still going on",
        ),
    ],
)
def test_support(extract: Extract, label: str, text: str, status: str) -> None:
    assert {fact.status for fact in extract(label, text)} == {status}
