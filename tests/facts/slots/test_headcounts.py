"""Who was there, who was away."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "slot", "value"),
    [
        pytest.param(
            "meeting.quorum",
            "Quân số 21, mặt 18, vắng 3 (2P, 1K).",
            "excused",
            2,
            id="P in brackets",
        ),
        pytest.param(
            "meeting.quorum",
            "Quân số 21, mặt 18, vắng 3 (2P, 1K).",
            "unexcused",
            1,
            id="K in brackets",
        ),
        pytest.param(
            "meeting.quorum",
            "Có mặt hai mươi lăm đồng chí trên tổng số hai mươi tám.",
            "present",
            25,
            id="in words",
        ),
        pytest.param(
            "meeting.quorum",
            "Có mặt hai mươi lăm đồng chí trên tổng số hai mươi tám.",
            "total",
            28,
            id="out of in words",
        ),
        pytest.param(
            "meeting.quorum",
            "Đảng viên dự họp: 19/21 đồng chí, vắng 2 có lý do.",
            "excused",
            2,
            id="leave behind a share",
        ),
    ],
)
def test_headcounts(extract: Extract, label: str, text: str, slot: str, value: object) -> None:
    assert [fact.slots.get(slot) for fact in extract(label, text)] == [value]
