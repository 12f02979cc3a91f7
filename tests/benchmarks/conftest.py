"""Made-up figures in every shape that a row can take."""

import pytest

from benchmarks.report import Results
from benchmarks.rows import Row
from benchmarks.suites.accuracy import LABEL_UNIT


@pytest.fixture
def rows() -> list[Row]:
    evaluate = "vnparty evaluate --corpora corpora --split test"
    parsing = "python -m benchmarks --only parsing"
    return [
        Row("accuracy", "labels, micro", 0.8, "F1", "passages", evaluate, 1454, (0.75, 0.84321)),
        Row("accuracy", "flagged", 3, "passages", "passages", evaluate, 1500),
        Row("accuracy", "dues.unpaid", 0.912, LABEL_UNIT, "passages carry it", evaluate, 31),
        Row("accuracy", "dues.paid", 0.5, LABEL_UNIT, "passages carry it", evaluate, 7),
        Row("parsing", "ours | theirs", 1234.5, "pages / CPU s", "pages", parsing, 16),
        Row("parsing", "reading / pdfplumber", 8.4712, "×", "pages", parsing, 16, (7.9, 9.04)),
        Row("end_to_end", "GPU", None, "passages / s", "not measured: no GPU", parsing),
    ]


@pytest.fixture
def results(rows: list[Row]) -> Results:
    return Results(True, {"cores": "2", "Python": "3.11.7"}, {"accuracy": 3.21, "parsing": 4}, rows)
