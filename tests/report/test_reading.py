from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from vnparty_nlp.report.reading import read_output


def test_reads_what_a_run_wrote(output: Any, tmp_path: Path) -> None:
    read = read_output(output.write(tmp_path))
    assert read.run["model_id"] == "linear-1"
    assert [line["doc_id"] for line in read.documents] == ["bb-thang-6", "qd-khen", "loi"]
    assert len(read.findings) == 10
    assert read.finished_at == datetime(2026, 5, 28, 20, 26, 40, tzinfo=UTC)


def test_every_span_leads_to_its_text(output: Any, tmp_path: Path) -> None:
    read = read_output(output.write(tmp_path))
    for line in read.findings:
        start, end = line["span"]
        assert read.text(line["doc_id"])[start:end] == line["text"]


def test_line_breaks_of_the_text_are_left_as_they_are(output: Any, tmp_path: Path) -> None:
    folder = output.write(tmp_path)
    (folder / "text" / "cr.txt").write_bytes("một\r\nhai\rba".encode())
    assert read_output(folder).text("cr") == "một\r\nhai\rba"
