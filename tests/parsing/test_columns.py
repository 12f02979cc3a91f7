import pytest

from vnparty_nlp.parsing.columns import first_region, is_running_text, is_table
from vnparty_nlp.parsing.segments import Row, Segment


def rows(*lines: list[tuple[float, float]], words: int = 4) -> list[Row]:
    """Lines of 14 points, 19 apart, each with segments from left to right."""
    found = []
    for number, line in enumerate(lines):
        top = 100.0 + 19 * number
        found.append([Segment((0,) * words, left, top, right, top + 14) for left, right in line])
    return found


LEFT, RIGHT, FULL, CENTRE = (85.0, 260.0), (320.0, 530.0), (85.0, 530.0), (230.0, 370.0)


@pytest.mark.parametrize(
    ("lines", "count", "gutters"),
    [
        pytest.param([[LEFT, RIGHT], [LEFT, RIGHT]], 2, [(260, 320)], id="two columns"),
        pytest.param([[LEFT, RIGHT], [LEFT], [RIGHT]], 3, [(260, 320)], id="lines in one of them"),
        pytest.param(
            [[LEFT, RIGHT], [FULL], [LEFT, RIGHT]], 1, [(260, 320)], id="a line across ends them"
        ),
        pytest.param([[LEFT, RIGHT], [CENTRE]], 1, [(260, 320)], id="a centred title ends them"),
        pytest.param(
            [[LEFT, RIGHT], [(270.0, 305.0)]], 1, [(260, 320)], id="a title inside the gutter"
        ),
        pytest.param([[FULL], [LEFT, RIGHT]], 1, [], id="no gutter to begin with"),
    ],
)
def test_first_region(
    lines: list[list[tuple[float, float]]], count: int, gutters: list[tuple[float, float]]
) -> None:
    region = first_region(rows(*lines), 35.0)
    assert (len(region.rows), list(region.gutters)) == (count, gutters)


def test_a_region_ends_at_a_large_gap() -> None:
    near, far = rows([LEFT, RIGHT]), [[Segment((0,), 85.0, 300.0, 200.0, 314.0)]]
    assert len(first_region([*near, *far], 35.0).rows) == 1
    assert len(first_region([*near, *far], 250.0).rows) == 2


def test_columns_are_read_from_top_to_bottom() -> None:
    region = first_region(rows([LEFT, RIGHT], [LEFT], [RIGHT]), 35.0)
    tops = [[segment.top for segment in column] for column in region.columns]
    assert tops == [[100, 119], [100, 138]]


def test_running_text_fills_its_columns() -> None:
    full = rows(*[[LEFT, RIGHT]] * 6)
    assert is_running_text(first_region(full, 35.0))
    assert not is_running_text(first_region(full[:4], 35.0))
    short = rows(*[[(85.0, 120.0), RIGHT], [LEFT, RIGHT]], *[[(85.0, 120.0), RIGHT]] * 4)
    assert not is_running_text(first_region(short, 35.0))
    assert not is_running_text(first_region(rows(*[[LEFT, RIGHT]] * 6, words=1), 35.0))


def test_tables_have_three_rows_and_columns() -> None:
    line = [(85.0, 100.0), (130.0, 250.0), (300.0, 400.0)]
    assert is_table(first_region(rows(line, line, line), 35.0))
    assert not is_table(first_region(rows(line, line), 35.0))
    assert not is_table(first_region(rows(*[[LEFT, RIGHT]] * 3), 35.0))


def test_text_below_a_table_is_not_its_last_row() -> None:
    line = [(85.0, 100.0), (130.0, 250.0), (300.0, 400.0)]
    region = first_region(rows(line, line, line, [(130.0, 530.0)]), 35.0)
    assert len(region.rows) == 3
