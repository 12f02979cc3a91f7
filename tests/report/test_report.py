from pathlib import Path
from typing import Any

from vnparty_nlp.report import write_report


def test_the_report_lies_beside_the_other_files(output: Any, tmp_path: Path) -> None:
    report = write_report(output.write(tmp_path / "out"))
    assert report == tmp_path / "out" / "report.html"
    assert report.read_text("utf-8").startswith("<!doctype html>")


def test_the_same_output_gives_the_same_report(output: Any, tmp_path: Path) -> None:
    folder = output.write(tmp_path / "out")
    assert write_report(folder).read_bytes() == write_report(folder).read_bytes()
