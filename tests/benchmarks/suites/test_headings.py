from benchmarks.suites.headings import score_rows
from vnparty_nlp.evaluation.metrics import Counts


def test_every_field_and_the_sums_become_rows() -> None:
    scores = {"number": Counts(3, 1, 1), "chair": Counts(2, 0, 0), "place": Counts()}
    rows = {row.name: row for row in score_rows("second", scores, "command")}
    assert (rows["second: number"].value, rows["second: number"].count) == (0.75, 4)
    assert rows["second: chair"].value == 1.0
    assert (rows["second: micro F1"].value, rows["second: micro F1"].count) == (10 / 12, 6)
    assert rows["second: macro F1"].value == 0.875
    assert (rows["second: wrong fields"].value, rows["second: wrong fields"].count) == (1, 6)
    assert {row.suite for row in rows.values()} == {"headings"}
