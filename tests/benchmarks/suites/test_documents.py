from benchmarks.suites.documents import score_rows
from vnparty_nlp.evaluation.documents import DocumentScores
from vnparty_nlp.evaluation.metrics import Counts


def test_scores_become_rows_with_their_counts() -> None:
    scores = DocumentScores(
        header=Counts(9, 1, 1),
        findings=Counts(6, 2, 4),
        status=0.5,
        overlap=0.75,
        slots=Counts(3, 0, 3),
        linked=Counts(4, 1, 0),
        lost_evidence=1,
    )
    rows = {row.name: row for row in score_rows(scores, "command")}
    assert rows["header fields, precision"].value == 0.9
    assert (rows["findings, recall"].value, rows["findings, recall"].count) == (0.6, 10)
    assert (rows["right status"].value, rows["right status"].count) == (0.5, 6)
    assert (rows["automatic links, wrong"].value, rows["automatic links, wrong"].count) == (1, 5)
    assert rows["gold evidence not in the text"].value == 1
    assert {row.suite for row in rows.values()} == {"documents"}
