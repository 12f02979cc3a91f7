from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        pytest.param(
            "Đảng ủy xã quyết định khiển trách đ/c Lò Văn Toản.", "Đảng ủy xã", id="before the act"
        ),
        pytest.param(
            "Đ/c Lò Văn Toản bị chi bộ thôn Bến Đá khiển trách.",
            "chi bộ thôn Bến Đá",
            id="behind bị",
        ),
        pytest.param(
            "Khiển trách đ/c Lò Văn Toản theo QĐ 12-QĐ/UBKT.", None, id="letters of a number"
        ),
        pytest.param(
            "Cách chức phó bí thư chi bộ đối với đ/c Lò Văn Toản.", None, id="part of an office"
        ),
    ],
)
def test_authority(extract: Extract, text: str, authority: str | None) -> None:
    assert extract("sanction.decided", text)[0].slots.get("authority") == authority


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param(
            "Tổ xác minh của Thanh tra huyện kết luận bản kê khai của đ/c Toản không đúng.",
            "Thanh tra huyện",
            id="the body above",
        ),
        pytest.param(
            "Phòng Tài chính – Kế hoạch huyện kết luận bản kê khai của đ/c Toản không đúng.",
            "Phòng Tài chính – Kế hoạch huyện",
            id="dash inside a name",
        ),
        pytest.param(
            "Bà con nghi bản kê khai của đ/c Toản không đúng, UBKT chưa kết luận.",
            None,
            id="not yet found",
        ),
    ],
)
def test_finding_body(extract: Extract, text: str, body: str | None) -> None:
    assert extract("declaration.false", text)[0].slots.get("finding_body") == body
