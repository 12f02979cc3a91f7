"""What sentences about declarations are taken as: stated, denied, reported, planned, put right."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "status"),
    [
        pytest.param(
            "declaration.false",
            "Kết quả xác minh: bản kê khai của đ/c Páo trung thực.",
            "negated",
            id="found true",
        ),
        pytest.param(
            "declaration.false",
            "Kết luận: không có việc đ/c Páo kê khai tài sản không trung thực.",
            "negated",
            id="conclusion denies it",
        ),
        pytest.param(
            "declaration.false",
            "Người kê khai không trung thực thì bị xử lý kỷ luật.",
            "conditional",
            id="rule on declarations",
        ),
        pytest.param(
            "declaration.false",
            "Theo đơn tố giác, bằng cấp ba của đ/c Páo là bằng giả.",
            "alleged",
            id="denunciation",
        ),
        pytest.param(
            "declaration.false",
            "Đ/c Páo kê khai thiếu thửa đất ở xã Tân Lập, đã kê khai bổ sung ngày 10/5/2023.",
            "resolved",
            id="declared afterwards",
        ),
    ],
)
def test_declaration(extract: Extract, label: str, text: str, status: str) -> None:
    assert {fact.status for fact in extract(label, text)} == {status}
