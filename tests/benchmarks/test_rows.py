import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.rows import Row, of_suite, share_interval


@pytest.mark.parametrize(
    ("hits", "count", "expected"),
    [
        pytest.param(0, 0, (0.0, 1.0), id="nothing counted says nothing"),
        pytest.param(0, 150, (0.0, 0.025), id="none of 150 may still be one in forty"),
        pytest.param(5, 10, (0.2366, 0.7634), id="half of ten"),
        pytest.param(10, 10, (0.7225, 1.0), id="all of ten"),
    ],
)
def test_share_interval(hits: int, count: int, expected: tuple[float, float]) -> None:
    assert share_interval(hits, count) == pytest.approx(expected, abs=2e-4)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_its_share(hits_of_count: tuple[int, int]) -> None:
    hits, count = hits_of_count
    low, high = share_interval(hits, count)
    assert 0 <= low <= hits / count + 1e-9
    assert hits / count - 1e-9 <= high <= 1


def test_rows_of_a_suite_keep_their_order(rows: list[Row]) -> None:
    assert [row.name for row in of_suite(rows, "parsing")] == [
        "ours | theirs",
        "reading / pdfplumber",
    ]


def test_a_row_cannot_be_changed(rows: list[Row]) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        rows[0].value = 1.0  # type: ignore[misc]
