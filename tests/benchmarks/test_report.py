import json

import pytest

from benchmarks.report import Results, as_json, as_markdown, number, table
from benchmarks.rows import Row


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        pytest.param(0.81249, "F1", "0.812", id="a share has three places"),
        pytest.param(1.0, "share", "1.000", id="also where it is whole"),
        pytest.param(45, "passages", "45", id="things are whole"),
        pytest.param(10_000, "members", "10,000", id="thousands are marked"),
        pytest.param(1264.9, "pages / CPU s", "1,260", id="three figures of a large speed"),
        pytest.param(23.456, "pages / CPU s", "23.5", id="three figures of a small one"),
        pytest.param(0.0712, "s", "0.0712", id="three figures below one"),
    ],
)
def test_number(value: float, unit: str, expected: str) -> None:
    assert number(value, unit) == expected


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        pytest.param(
            0,
            "| labels, micro | 0.800 [0.750, 0.843] | F1 | 1,454 passages |"
            " `vnparty evaluate --corpora corpora --split test` |",
            id="interval and count",
        ),
        pytest.param(
            4,
            "| ours \\| theirs | 1,230 | pages / CPU s | 16 pages |"
            " `python -m benchmarks --only parsing` |",
            id="a bar in a cell is escaped",
        ),
        pytest.param(
            6,
            "| GPU | – | passages / s | not measured: no GPU |"
            " `python -m benchmarks --only parsing` |",
            id="what was not measured says why",
        ),
    ],
)
def test_a_line_of_the_table(rows: list[Row], index: int, expected: str) -> None:
    assert table([rows[index]]).splitlines()[2] == expected


def test_markdown_has_a_table_for_each_suite(results: Results) -> None:
    page = as_markdown(results)
    heads = [line for line in page.splitlines() if line.startswith("#")]
    assert heads == ["# Benchmarks", "## Accuracy", "## Parsing", "## End to end"]
    assert "`python -m benchmarks --quick` in 7 s" in page
    assert "| cores | 2 |" in page
    assert "(results.svg)" in page


def test_json_holds_every_field_of_every_row(results: Results, rows: list[Row]) -> None:
    content = json.loads(as_json(results))
    assert content["quick"] is True
    assert content["seconds"] == {"accuracy": 3.2, "parsing": 4}
    assert content["rows"][0] == {
        "suite": "accuracy",
        "name": "labels, micro",
        "value": 0.8,
        "unit": "F1",
        "of": "passages",
        "command": "vnparty evaluate --corpora corpora --split test",
        "count": 1454,
        "interval": [0.75, 0.84321],
    }
    assert len(content["rows"]) == len(rows)
    assert content["rows"][-1]["value"] is None
