from dataclasses import replace

import pytest
from invented_people import Case

from benchmarks.plan import make_plan
from benchmarks.suites import linking
from vnparty_nlp.records import Member, Mention, Span

MEMBERS = [
    Member("M1", "Trần Thị Mơ"),
    Member("M2", "Lê Văn Tám"),
    Member("M3", "Lê Văn Tám"),
]
NAMES = ["tran thi mo", "le van tam", "le van tam"]


def case(member_id: str | None, text: str = "Trần Thị Mơ") -> Case:
    return Case(Mention(text, Span(0, len(text))), member_id, "registered", frozenset())


def test_only_right_automatic_links_count() -> None:
    cases = [case("M1"), case("M2"), case("M3"), case(None), case(None)]
    answers = ["M1", "M9", None, "M1", None]
    precision, coverage, unknown = linking.quality_rows("ours", cases, answers, "command")
    assert (precision.value, precision.count) == (1 / 3, 3)
    assert (coverage.value, coverage.count) == (1 / 3, 3)
    assert (unknown.value, unknown.count) == (0.5, 2)
    assert unknown.name == "ours: unknown persons linked"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("đ/c Trần Thị Mơ", "M1", id="title is dropped"),
        pytest.param("TRAN THI MO", "M1", id="marks and case do not count"),
        pytest.param("Lê Văn Tám", None, id="namesakes are a tie"),
        pytest.param("Phan Quốc Khánh", None, id="nobody is alike"),
    ],
)
def test_plain_rival(text: str, expected: str | None) -> None:
    assert linking.link_plainly(MEMBERS, NAMES, [case(None, text)]) == [expected]


def test_a_tiny_register_gives_every_row() -> None:
    plan = replace(make_plan(quick=True), members=90, mentions=30, repeats=1)
    rows = linking.run(plan)
    assert {row.suite for row in rows} == {"linking"}
    assert {row.command for row in rows} == {"python -m benchmarks --only linking --quick"}
    assert [row.unit for row in rows].count("×") == 1
    assert all(row.value is not None for row in rows)
    assert all(0 <= (row.value or 0) <= 1 for row in rows if row.unit == "share")
