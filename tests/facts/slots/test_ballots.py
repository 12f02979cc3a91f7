"""Votes against, blank and invalid."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "slot", "value"),
    [
        pytest.param(
            "meeting.ballot",
            "Bỏ phiếu kín: phát ra 22, thu về 22, hợp lệ 21, không hợp lệ 1.",
            "invalid",
            1,
            id="spoilt",
        ),
        pytest.param(
            "meeting.ballot",
            "18 phiếu tán thành, 2 phiếu trắng, không có phiếu chống.",
            "against",
            0,
            id="none against",
        ),
        pytest.param(
            "meeting.ballot",
            "18 phiếu tán thành, 2 phiếu trắng, không có phiếu chống.",
            "blank",
            2,
            id="blank",
        ),
    ],
)
def test_ballots(extract: Extract, label: str, text: str, slot: str, value: object) -> None:
    assert [fact.slots.get(slot) for fact in extract(label, text)] == [value]
