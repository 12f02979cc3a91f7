"""What sentences about transfers are taken as: stated, denied, reported, planned, put right."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "status"),
    [
        pytest.param(
            "transfer.overdue",
            "Đ/c Xoan nộp hồ sơ chuyển sinh hoạt đúng hạn.",
            "negated",
            id="in time",
        ),
        pytest.param(
            "transfer.overdue",
            "Hồ sơ của đ/c Xoan quá hạn 1 tháng, ngày 5/9 đã hoàn tất thủ tục.",
            "resolved",
            id="formalities done",
        ),
        pytest.param(
            "transfer.overdue",
            "Đảng viên chuyển đi quá 60 ngày không nộp giấy giới thiệu phải kiểm điểm.",
            "conditional",
            id="rule on transfers",
        ),
    ],
)
def test_transfer(extract: Extract, label: str, text: str, status: str) -> None:
    assert {fact.status for fact in extract(label, text)} == {status}
