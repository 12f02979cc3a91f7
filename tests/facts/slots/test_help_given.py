"""Who is told as the helper."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "slot", "value"),
    [
        pytest.param(
            "support.assigned",
            "Giao chi đoàn theo dõi, giúp đỡ đ/c Mai trong 12 tháng.",
            "helper",
            "chi đoàn",
            id="an organisation",
        ),
        pytest.param(
            "support.assigned",
            "Người hướng dẫn đảng viên dự bị Hà Công Đức: đ/c Lò Thị Xoan.",
            "helper",
            "Lò Thị Xoan",
            id="behind a colon",
        ),
        pytest.param(
            "support.assigned",
            "Đ/c Mai được đ/c Xoan và đ/c Đức kèm cặp.",
            "helper",
            "Xoan và đ/c Đức",
            id="two helpers in the passive",
        ),
    ],
)
def test_help_given(extract: Extract, label: str, text: str, slot: str, value: object) -> None:
    assert [fact.slots.get(slot) for fact in extract(label, text)] == [value]


@pytest.mark.parametrize(
    ("text", "helper", "helped"),
    [
        pytest.param(
            "Cử đ/c Sầm Thị Nga giúp đỡ đ/c Lò Văn Toản.",
            "Sầm Thị Nga",
            "Lò Văn Toản",
            id="assigned",
        ),
        pytest.param(
            "Đ/c Sầm Thị Nga nhận kèm cặp đ/c Lò Văn Toản.",
            "Sầm Thị Nga",
            "Lò Văn Toản",
            id="took it on",
        ),
        pytest.param(
            "Đ/c Lò Văn Toản do đ/c Sầm Thị Nga theo dõi, giúp đỡ.",
            "Sầm Thị Nga",
            "Lò Văn Toản",
            id="passive",
        ),
        pytest.param(
            "Phân công Sầm Thị Nga, Vũ Thị Ngoan hướng dẫn đảng viên dự bị Lò Văn Toản.",
            "Sầm Thị Nga, Vũ Thị Ngoan",
            "Lò Văn Toản",
            id="two helpers",
        ),
        pytest.param(
            "Chi bộ chưa cử ai kèm cặp đ/c Lò Văn Toản.",
            None,
            "Lò Văn Toản",
            id="nobody was assigned",
        ),
    ],
)
def test_who_helps_whom(extract: Extract, text: str, helper: str | None, helped: str) -> None:
    (fact,) = extract("support.assigned", text)
    assert fact.slots.get("helper") == helper
    assert fact.subject is not None
    assert fact.subject.of(text) == helped
