import json
from dataclasses import replace
from types import SimpleNamespace

import pytest

from benchmarks.plan import make_plan
from benchmarks.suites import tagging


@pytest.mark.parametrize(
    ("installed", "available", "expected"),
    [
        pytest.param(False, False, "not measured: no GPU", id="no torch"),
        pytest.param(True, False, "not measured: no GPU", id="torch without a GPU"),
        pytest.param(True, True, "not measured: there is a GPU", id="a GPU that no tagger uses"),
    ],
)
def test_gpu_reason(
    monkeypatch: pytest.MonkeyPatch, installed: bool, available: bool, expected: str
) -> None:
    torch = SimpleNamespace(cuda=SimpleNamespace(is_available=lambda: available))
    monkeypatch.setattr(tagging, "find_spec", lambda _: object() if installed else None)
    monkeypatch.setattr(tagging, "import_module", lambda _: torch)
    assert tagging.gpu_reason().startswith(expected)


def test_speeds_come_from_fresh_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {
        "one": {"seconds": 2.0, "load_seconds": 0.1},
        "all": {"seconds": 1.0, "load_seconds": 0.3},
    }
    monkeypatch.setattr(tagging, "sample_passages", lambda _: ["Chi bộ họp."] * 10)

    def call(_: str, cores: str, given: str) -> dict[str, float]:
        assert len(json.loads(given)) == 10
        return answers[cores]

    monkeypatch.setattr(tagging, "call", call)
    rows = {row.name: row for row in tagging.run(make_plan(quick=True))}
    assert (rows["one core"].value, rows["all cores"].value) == (5.0, 10.0)
    assert rows["tagging, all cores / one core"].value == 2.0
    assert rows["model loaded in"].value == 0.1
    assert (rows["GPU"].value, rows["GPU"].unit) == (None, "passages / s")


def test_passages_of_the_samples_are_repeated() -> None:
    texts = tagging.sample_passages(replace(make_plan(quick=True), passages=3_000))
    assert len(texts) == 3_000
    assert all(text.strip() for text in texts)
    assert len(set(texts)) > 300
