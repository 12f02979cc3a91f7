"""What sentences about money are taken as: stated, denied, reported, planned, put right."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "status"),
    [
        pytest.param(
            "finance.misuse",
            "Kiểm toán kết luận đ/c Páo không sai phạm về tài chính.",
            "negated",
            id="audit clears",
        ),
        pytest.param(
            "finance.misuse",
            "Có dấu hiệu đ/c Páo chi sai 5 triệu đồng, giao UBKT làm rõ.",
            "alleged",
            id="signs only",
        ),
        pytest.param(
            "finance.misuse",
            "Số tiền 5 triệu đồng đ/c Páo chi sai đã được thu hồi đủ.",
            "resolved",
            id="money back",
        ),
    ],
)
def test_finance(extract: Extract, label: str, text: str, status: str) -> None:
    assert {fact.status for fact in extract(label, text)} == {status}
