import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.plan import make_plan
from benchmarks.rows import Row
from benchmarks.suites import end_to_end
from benchmarks.suites.end_to_end import copy_samples, loaded_modules


def test_copies_differ_in_bytes_and_keep_their_endings(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "a.txt").write_text("CHI BỘ THÔN HẠ", encoding="utf-8")
    (files / "b.html").write_text("<p>CHI BỘ THÔN HẠ</p>", encoding="utf-8")
    (files / "c.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    with zipfile.ZipFile(files / "d.docx", "w") as package:
        package.writestr("word/document.xml", "<w/>")
    assert copy_samples(files, tmp_path / "in", 3) == 12
    copies = sorted((tmp_path / "in").iterdir())
    assert len({copy.read_bytes() for copy in copies}) == 12
    assert [copy.name for copy in copies[:4]] == [
        "a-000.txt",
        "a-001.txt",
        "a-002.txt",
        "b-000.html",
    ]
    with zipfile.ZipFile(tmp_path / "in" / "d-002.docx") as package:
        assert package.testzip() is None


@pytest.mark.parametrize(
    ("code", "name", "loaded"),
    [
        pytest.param("import json", "json", True, id="imported"),
        pytest.param("import json.decoder", "json", True, id="by a part of it"),
        pytest.param("pass", "json", False, id="not imported"),
    ],
)
def test_loaded_modules(code: str, name: str, loaded: bool) -> None:
    assert (name in loaded_modules("-S", "-c", code)) is loaded


@pytest.fixture
def rows(monkeypatch: pytest.MonkeyPatch) -> dict[str, Row]:
    """A run in which a second worker halves the time, and every start takes a tenth of a second."""
    seconds = {"1": 12.0, "2": 6.0}

    def child(_: str, inputs: str, register: str, out: str, workers: str) -> dict[str, object]:
        assert (Path(inputs).is_dir(), Path(out).is_dir()) == (True, True)
        assert Path(register).is_file()
        return {
            "seconds": seconds[workers],
            "first_seconds": 1.5,
            "peak_memory_megabytes": {"parent": 80.0, "worker": 120.0},
        }

    monkeypatch.setattr(end_to_end, "call", child)
    monkeypatch.setattr(end_to_end, "_start_seconds", lambda _: 0.1)
    monkeypatch.setattr(end_to_end, "loaded_modules", lambda *_: {"json", "spacy"})
    plan = replace(make_plan(quick=True), copies=1, repeats=2)
    return {row.name: row for row in end_to_end.run(plan)}


@pytest.mark.parametrize(
    ("name", "value", "unit"),
    [
        pytest.param("1 worker, start to report", 1.0, "documents / s", id="one worker"),
        pytest.param("2 workers, start to report", 2.0, "documents / s", id="two workers"),
        pytest.param("2 workers, first document after", 1.5, "s", id="first document"),
        pytest.param("1 worker, peak memory of the parent", 80.0, "MB", id="parent's memory"),
        pytest.param("1 worker, peak memory of the worker", 120.0, "MB", id="worker's memory"),
        pytest.param("whole run, 2 workers / 1", 2.0, "×", id="ratio"),
        pytest.param("vnparty --help", 0.1, "s", id="start"),
    ],
)
def test_figures_of_a_run(rows: dict[str, Row], name: str, value: float, unit: str) -> None:
    assert (rows[name].value, rows[name].unit) == (value, unit)


def test_heavy_modules_are_named(rows: dict[str, Row]) -> None:
    row = rows["import vnparty_nlp, heavy modules"]
    assert (row.value, row.of) == (1, "torch or spacy or onnxruntime: spacy")
