import pytest

from vnparty_nlp.parsing.columns import Region, first_region, is_running_text, is_table
from vnparty_nlp.parsing.segments import Row, Segment


def rows(*lines: str) -> list[Row]:
    """Rows of 12 points, one below the other; a stretch of letters is a segment, 10 points each."""
    made: list[Row] = []
    for number, line in enumerate(lines):
        row, start = [], None
        for place, letter in enumerate([*line, " "]):
            if letter != " " and start is None:
                start = place
            elif letter == " " and start is not None:
                words = tuple(range(place - start))
                row.append(Segment(words, start * 10, number * 14, place * 10, number * 14 + 12))
                start = None
        made.append(row)
    return [row for row in made if row]


@pytest.mark.parametrize(
    ("lines", "length", "gutters"),
    [
        pytest.param(("xxxx  xxxx", "xxx   xxxx", "xxxxx xxxx"), 3, [(50, 60)], id="narrowed to the least"),
        pytest.param(("xxxx  xxxx", "xxxxxxxxxx"), 1, [(40, 60)], id="a full line ends it"),
        pytest.param(("xxxxxxxxxx", "xxxx  xxxx"), 1, [], id="a full line first"),
        pytest.param(("xx xx xx", "xx xx xx", "xx    xx"), 3, [(20, 30), (50, 60)], id="an empty cell"),
        pytest.param(("xx xx xx", "xxxxx xx", "xx xx xx"), 3, [(50, 60)], id="a cell over two columns"),
        pytest.param(("xx xx xx", "xxxxx", "xx"), 1, [(20, 30), (50, 60)], id="a line of text that leaves one gutter free"),
        pytest.param(("xx xx", "xx", "xx xx"), 3, [(20, 30)], id="a short line in the left column"),
    ],
)  # fmt: skip
def test_first_region(
    lines: tuple[str, ...], length: int, gutters: list[tuple[float, float]]
) -> None:
    region = first_region(rows(*lines), 30)
    assert (len(region.rows), list(region.gutters)) == (length, gutters)


def test_a_gap_ends_the_region() -> None:
    lines = rows("xx xx", "xx xx")
    assert len(first_region(lines, 1).rows) == 1
    assert len(first_region(lines, 3).rows) == 2


def test_columns_of_a_region() -> None:
    region = first_region(rows("xx yy", "xx", "xx yy"), 30)
    assert [len(column) for column in region.columns] == [3, 2]
    assert [region.column_of(segment) for segment in region.rows[0]] == [0, 1]


@pytest.mark.parametrize(
    ("lines", "text", "table"),
    [
        pytest.param(["xxxxx xxxxx"] * 6, True, False, id="two columns of text"),
        pytest.param(["xxxxx xxxxx"] * 4, False, False, id="too few lines"),
        pytest.param(["xxxxx xx"] * 6, False, False, id="one word a line is no text"),
        pytest.param(["xxxxx xxxxx", *["x     xxxxx"] * 5], False, False, id="hardly filled"),
        pytest.param(["x xxxxx xx"] * 3, False, True, id="three columns"),
        pytest.param(["x xxxxx xx"] * 2, False, False, id="two rows are no table"),
        pytest.param(["x xxxxx"] * 9, False, False, id="numbers beside text are a list"),
    ],
)  # fmt: skip
def test_kinds_of_regions(lines: list[str], text: bool, table: bool) -> None:
    region = first_region(rows(*lines), 30)
    assert (is_running_text(region), is_table(region)) == (text, table)


def test_a_region_without_gutters_has_one_column() -> None:
    region = Region(tuple(map(tuple, rows("xxxxx"))))
    assert len(region.columns) == 1
