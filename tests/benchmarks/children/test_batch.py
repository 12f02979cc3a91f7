import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.children import batch
from vnparty_nlp.batch import run


def test_seconds_and_memory_of_a_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def run_batch(options: run.Options, on_progress: Any) -> None:
        assert options.settings.batch.workers == 2
        for _ in range(3):
            on_progress(None)
        found = {"peak_memory_megabytes": {"parent": 90.5, "worker": 130.0}}
        (options.out / "run.json").write_text(json.dumps(found), encoding="utf-8")

    monkeypatch.setattr(run, "run_batch", run_batch)
    answer = batch.main(tmp_path, tmp_path / "members.csv", tmp_path, 2)
    assert answer["peak_memory_megabytes"] == {"parent": 90.5, "worker": 130.0}
    assert 0 <= answer["first_seconds"] <= answer["seconds"]
