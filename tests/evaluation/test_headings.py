import pytest

from vnparty_nlp.evaluation.headings import field_counts, read_head, score_headings
from vnparty_nlp.evaluation.metrics import Counts

HEAD = {
    "kind": "minutes",
    "number": "05-BB/CB",
    "issued_on": None,
    "issuer": None,
    "place": None,
    "meeting": {"present": 25},
}


@pytest.mark.parametrize(
    ("changed", "field", "expected"),
    [
        pytest.param({}, "number", Counts(right=1), id="right"),
        pytest.param({"number": "05 - bb/cb"}, "number", Counts(right=1), id="case and spacing"),
        pytest.param({"number": None}, "number", Counts(missed=1), id="missed"),
        pytest.param({"number": "06-BB/CB"}, "number", Counts(wrong=1, missed=1), id="wrong"),
        pytest.param({"place": "Hòa Sơn"}, "place", Counts(wrong=1), id="where gold has none"),
        pytest.param({"meeting": None}, "present", Counts(missed=1), id="no meeting"),
        pytest.param({"meeting": {"present": 24}}, "present", Counts(0, 1, 1), id="wrong figure"),
        pytest.param({}, "total", Counts(), id="neither"),
    ],
)
def test_field_counts(changed: dict[str, object], field: str, expected: Counts) -> None:
    assert field_counts(HEAD, HEAD | changed)[field] == expected


def test_heads_are_read_and_added_up_by_field() -> None:
    text = "CHI BỘ THÔN BÃI DÂU\nSố 05-BB/CB\n\nBIÊN BẢN\n\nCó mặt: 25 đồng chí.\n"
    assert read_head(text).number == "05-BB/CB"
    scores = score_headings([{"text": text, "gold": HEAD | {"issuer": "CHI BỘ THÔN BÃI DÂU"}}] * 2)
    assert scores["issuer"] == scores["present"] == Counts(right=2)
    assert scores["chair"] == Counts()
