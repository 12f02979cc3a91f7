from pathlib import Path

import pytest

from benchmarks import ROOT, __main__
from benchmarks.plan import make_plan
from benchmarks.report import Results
from benchmarks.rows import Row
from benchmarks.suites import SUITES


def test_the_three_files_are_written(results: Results, tmp_path: Path) -> None:
    __main__.write(results, tmp_path / "deep" / "results")
    names = [path.name for path in sorted((tmp_path / "deep" / "results").iterdir())]
    assert names == ["results.json", "results.md", "results.svg"]


def test_suites_are_measured_in_order(
    rows: list[Row], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(__main__, "facts", lambda _: {"cores": "2"})
    monkeypatch.setattr(__main__, "SUITES", {"one": lambda _: rows[:1], "two": lambda _: rows[1:]})
    monkeypatch.setattr(__main__, "load", iter(["0.1", "2.0", "3.5"]).__next__)
    results = __main__.measure(make_plan(quick=True), ["one", "two"])
    assert list(results.seconds) == ["one", "two"]
    assert results.rows == rows
    assert results.machine == {
        "cores": "2",
        "load before each suite, and at the end": "0.1, 2.0, 3.5",
    }
    assert "two: 0 s" in capsys.readouterr().err


def test_one_suite_is_printed_and_nothing_written(
    rows: list[Row],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.setitem(SUITES, "parsing", lambda _: rows)
    arguments = ["benchmarks", "--only", "parsing", "--out", str(tmp_path)]
    monkeypatch.setattr("sys.argv", arguments)
    assert __main__.main() == 0
    assert capsys.readouterr().out.startswith("| name | value |")
    assert list(tmp_path.iterdir()) == []


def test_the_package_does_not_know_its_benchmarks() -> None:
    for path in (ROOT / "src").rglob("*.py"):
        text = path.read_text("utf-8")
        assert "import benchmarks" not in text, path
        assert "from benchmarks" not in text, path
