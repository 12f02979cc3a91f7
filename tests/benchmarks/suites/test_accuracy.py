from pathlib import Path
from typing import Any

import pytest

from benchmarks.plan import make_plan
from benchmarks.rows import Row
from benchmarks.suites import accuracy

COUNTS = {"precision": 0.9, "recall": 0.8, "f1": 0.847, "gold": 30}
SCORES = {
    "passages": 400,
    "micro_f1": [0.9, 0.88, 0.92],
    "macro_f1": [0.85, 0.8, 0.89],
    "label_status_f1": 0.8,
    "calibration_error": 0.03,
    "unlabelled": {"passages": 200, "flagged": 4},
    "labels": {"dues.paid": COUNTS, "dues.unpaid": {**COUNTS, "f1": 0.5, "gold": 12}},
    "writers": {"w98": 0.91, "w99": 0.89},
    "facts_given_labels": {
        "findings": 250,
        "found": 0.95,
        "status": 0.9,
        "subject": 0.85,
        "evidence_overlap": 0.8,
        "slots": {**COUNTS, "gold": 310},
    },
}


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> dict[str, Row]:
    def evaluate(corpora: Path, split: str, settings: object) -> dict[str, Any]:
        assert (corpora.name, split) == ("corpora", "test")
        assert settings is not None
        return SCORES

    monkeypatch.setattr(accuracy, "evaluate", evaluate)
    return {row.name: row for row in accuracy.run(make_plan(quick=True))}


@pytest.mark.parametrize(
    ("name", "value", "count", "interval"),
    [
        pytest.param("labels, micro", 0.9, 400, (0.88, 0.92), id="micro F1 with its interval"),
        pytest.param("labels, macro", 0.85, 400, (0.8, 0.89), id="macro F1 with its interval"),
        pytest.param("passages without a label, flagged", 4, 200, None, id="false alarms"),
        pytest.param("labels, micro, writer w99", 0.89, None, None, id="one writer"),
        pytest.param("given labels: right status", 0.9, 250, None, id="status"),
        pytest.param("given labels: slots", 0.847, 310, None, id="slots"),
        pytest.param("dues.unpaid", 0.5, 12, None, id="one label"),
    ],
)
def test_figures_keep_count_and_interval(
    measured: dict[str, Row],
    name: str,
    value: float,
    count: int | None,
    interval: tuple[float, float] | None,
) -> None:
    row = measured[name]
    assert (row.value, row.count, row.interval) == (value, count, interval)


def test_share_of_false_alarms_has_an_interval(measured: dict[str, Row]) -> None:
    row = measured["share of them flagged"]
    assert row.value == pytest.approx(0.02)
    assert row.interval == pytest.approx((0.0078, 0.0503), abs=1e-3)


def test_only_labels_are_drawn_as_labels(measured: dict[str, Row]) -> None:
    drawn = [row.name for row in measured.values() if row.unit == accuracy.LABEL_UNIT]
    assert drawn == ["dues.paid", "dues.unpaid"]


def test_every_figure_names_the_command_of_the_toolkit(measured: dict[str, Row]) -> None:
    commands = {row.command for row in measured.values()}
    assert commands == {"vnparty evaluate --corpora corpora --split test"}
