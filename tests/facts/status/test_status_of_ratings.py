"""What sentences about ratings are taken as: stated, denied, reported, planned, put right."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "status"),
    [
        pytest.param(
            "rating.given",
            "Chi bộ chưa xếp loại đ/c Páo vì mới chuyển đến.",
            "negated",
            id="not rated yet",
        ),
        pytest.param(
            "rating.given",
            "Đ/c Páo không được xếp loại hoàn thành xuất sắc.",
            "negated",
            id="not that level",
        ),
        pytest.param(
            "rating.given",
            "Dự kiến xếp loại đ/c Páo hoàn thành tốt nhiệm vụ.",
            "conditional",
            id="expected level",
        ),
        pytest.param(
            "rating.given",
            "Muốn được xếp loại hoàn thành xuất sắc, đảng viên phải hoàn thành 100% nhiệm vụ.",
            "conditional",
            id="what it takes",
        ),
    ],
)
def test_rating(extract: Extract, label: str, text: str, status: str) -> None:
    assert {fact.status for fact in extract(label, text)} == {status}
