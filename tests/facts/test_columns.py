import pytest

from vnparty_nlp.facts.protocol import Extractor
from vnparty_nlp.records import Fact, Passage, Span, Tag

OFFSET = 40


def row(extractor: Extractor, label: str, cells: dict[str, str]) -> tuple[str, tuple[Fact, ...]]:
    text = " | ".join(cells.values())
    columns, start = [], OFFSET
    for column, cell in cells.items():
        columns.append((Span(start, start + len(cell)), column))
        start += len(cell) + len(" | ")
    passage = Passage(text, Span(OFFSET, OFFSET + len(text)), columns=tuple(columns))
    return text, extractor.extract(passage, Tag(label, 0.9))


@pytest.mark.parametrize(
    ("label", "cells", "slots"),
    [
        pytest.param(
            "attendance.unexcused",
            {"TT": "1", "Họ và tên": "Tạ Văn Lượm", "Vắng không phép": "2", "Vắng có phép": "0"},
            {"count": 2},
            id="count under its column",
        ),
        pytest.param(
            "rating.given",
            {"TT": "1", "Họ tên": "Tạ Văn Lượm", "HTTNV": "x", "Năm": "Năm 2023"},
            {"level": "hoàn thành tốt nhiệm vụ", "year": 2023},
            id="cross under a level",
        ),
        pytest.param(
            "dues.unpaid",
            {"Họ và tên": "Tạ Văn Lượm", "Còn nợ đảng phí quý II/2023": "36.000"},
            {"period": "2023-Q2", "amount": 36000},
            id="period in the column name",
        ),
    ],
)
def test_rows(
    extractor: Extractor, label: str, cells: dict[str, str], slots: dict[str, object]
) -> None:
    text, (fact,) = row(extractor, label, cells)
    assert dict(fact.slots) == slots
    assert fact.subject is not None
    assert fact.subject.shift(-OFFSET).of(text) == "Tạ Văn Lượm"


def test_a_nickname_is_a_person_in_a_column_of_names(extractor: Extractor) -> None:
    text, (fact,) = row(extractor, "rating.given", {"Đảng viên": "Út Mót", "Xếp loại": "HTNV"})
    assert fact.subject is not None
    assert fact.subject.shift(-OFFSET).of(text) == "Út Mót"
