import json
from dataclasses import replace
from types import SimpleNamespace

import pytest

from benchmarks.plan import make_plan
from benchmarks.rows import Row
from benchmarks.suites import tagging


@pytest.mark.parametrize(
    ("installed", "available", "expected"),
    [
        pytest.param({"onnx"}, True, False, id="no torch"),
        pytest.param({"torch"}, True, False, id="no onnx"),
        pytest.param({"torch", "onnx"}, False, False, id="no GPU"),
        pytest.param({"torch", "onnx"}, True, True, id="a GPU"),
    ],
)
def test_has_gpu(
    monkeypatch: pytest.MonkeyPatch, installed: set[str], available: bool, expected: bool
) -> None:
    torch = SimpleNamespace(cuda=SimpleNamespace(is_available=lambda: available))
    monkeypatch.setattr(tagging, "find_spec", lambda name: name in installed or None)
    monkeypatch.setattr(tagging, "import_module", lambda _: torch)
    assert tagging.has_gpu() is expected


ANSWERS = {
    "one": {"seconds": 2.0, "load_seconds": 0.1},
    "all": {"seconds": 1.0, "load_seconds": 0.3},
    "gpu": {"seconds": 0.5, "load_seconds": 3.0},
    "cpu": {"seconds": 0.8, "difference": 0.0},
    "full": {"seconds": 0.2, "difference": 0.001},
    "half": {"seconds": 0.1, "difference": 0.005},
}


def measured(monkeypatch: pytest.MonkeyPatch, *, gpu: bool) -> dict[str, Row]:
    def call(_: str, how: str, given: str) -> dict[str, float]:
        assert len(json.loads(given)) == 10
        return ANSWERS[how]

    monkeypatch.setattr(tagging, "sample_passages", lambda _: ["Chi bộ họp."] * 10)
    monkeypatch.setattr(tagging, "has_gpu", lambda: gpu)
    monkeypatch.setattr(tagging, "call", call)
    return {row.name: row for row in tagging.run(make_plan(quick=True))}


def test_speeds_come_from_fresh_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = measured(monkeypatch, gpu=False)
    assert (rows["one core"].value, rows["all cores"].value) == (5.0, 10.0)
    assert rows["tagging, all cores / one core"].value == 2.0
    assert rows["model loaded in"].value == 0.1


def test_without_a_gpu_the_row_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    row = measured(monkeypatch, gpu=False)["GPU"]
    assert (row.value, row.unit, row.of) == (None, "passages / s", "not measured: no GPU")


def test_a_gpu_stands_beside_the_cpu(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = measured(monkeypatch, gpu=True)
    assert (rows["GPU"].value, rows["GPU / all cores"].value) == (20.0, 2.0)
    for bits, speed, ratio in ((16, 100.0, 8.0), (32, 50.0, 4.0)):
        name = f"encoder alone, GPU, {bits} bits"
        assert rows[name].value == pytest.approx(speed)
        assert rows[f"{name} / all cores"].value == pytest.approx(ratio)
    assert rows["encoder alone, GPU, 16 bits: farthest from the CPU"].value == 0.005


def test_passages_of_the_samples_are_repeated() -> None:
    texts = tagging.sample_passages(replace(make_plan(quick=True), passages=3_000))
    assert len(texts) == 3_000
    assert all(text.strip() for text in texts)
    assert len(set(texts)) > 300
