import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.test_workers import Actor
from vnparty_nlp.batch import Options, Progress, Summary, run_batch
from vnparty_nlp.batch.run import _worker_count
from vnparty_nlp.batch.store import ERRORS
from vnparty_nlp.cli.fields import settings_of
from vnparty_nlp.errors import UsageError
from vnparty_nlp.output import DOCUMENTS, FINDINGS, RUN, read_json_lines
from vnparty_nlp.pipeline import ReadingPipeline, Result
from vnparty_nlp.settings import Device, load_settings


def run(inputs: Path, register: Path | None, out: Path) -> tuple[Summary, list[Progress]]:
    steps: list[Progress] = []
    options = Options((inputs,), register, out, load_settings())
    return run_batch(options, steps.append), steps


def test_a_run_writes_every_file_of_the_contract(
    minutes: Path, register: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    summary, steps = run(minutes, register, out)
    assert summary.exit_code == 0
    assert [(step.done, step.total) for step in steps] == [(1, 1)]
    (document,) = read_json_lines(out / DOCUMENTS)
    assert document["status"] == "ok"
    text = (out / "text" / f"{document['doc_id']}.txt").read_text("utf-8")
    findings = list(read_json_lines(out / FINDINGS))
    assert any(f["label"] == "dues.unpaid" for f in findings)
    for finding in findings:
        assert text[slice(*finding["span"])] == finding["text"]
    assert json.loads((out / RUN).read_text("utf-8"))["counts"]["findings"] == len(findings)
    assert (out / "report.html").exists()


def test_bad_files_are_lines_and_the_rest_goes_on(
    minutes: Path, register: Path, tmp_path: Path
) -> None:
    (minutes / "a-empty.pdf").write_bytes(b"")
    (minutes / "b-broken.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    summary, steps = run(minutes, register, tmp_path / "out")
    assert summary.exit_code == 1
    assert summary.documents == {"failed": 2, "ok": 1}
    failed = [step.line for step in steps if step.line["status"] == "failed"]
    assert [Path(line["source"]).name for line in failed] == ["a-empty.pdf", "b-broken.pdf"]
    assert all(line["warnings"] for line in failed)


def test_an_equal_run_reads_nothing_twice_and_gives_the_same_bytes(
    minutes: Path, register: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run(minutes, register, out)
    before = {name: (out / name).read_bytes() for name in (DOCUMENTS, FINDINGS, "report.html")}
    summary, steps = run(minutes, register, out)
    assert (summary.continued, steps) == (1, [])
    assert {name: (out / name).read_bytes() for name in (DOCUMENTS, FINDINGS)} == {
        name: before[name] for name in (DOCUMENTS, FINDINGS)
    }


def test_a_changed_register_starts_anew(minutes: Path, register: Path, tmp_path: Path) -> None:
    run(minutes, register, tmp_path / "out")
    register.write_text(register.read_text("utf-8") + "M004,Lò Văn Pản,,,,\n", encoding="utf-8")
    summary, _ = run(minutes, register, tmp_path / "out")
    assert summary.continued == 0


def test_a_second_copy_gives_no_finding_twice(
    minutes: Path, register: Path, tmp_path: Path
) -> None:
    copy = minutes / "copy.txt"
    copy.write_bytes((minutes / "bien-ban.txt").read_bytes())
    run(minutes, register, tmp_path / "out")
    findings = list(read_json_lines(tmp_path / "out" / FINDINGS))
    assert {Path(f["source"]).name for f in findings} == {"bien-ban.txt"}
    documents = list(read_json_lines(tmp_path / "out" / DOCUMENTS))
    assert "Nội dung trùng với" in documents[1]["warnings"][-1]
    assert [line.get("duplicate_of") for line in documents] == [None, documents[0]["source"]]


def test_the_findings_of_copies_outlive_the_first_of_them(
    minutes: Path, register: Path, tmp_path: Path
) -> None:
    out, first = tmp_path / "out", minutes / "bien-ban.txt"
    copies = [minutes / "copy-1.txt", minutes / "copy-2.txt"]
    for copy in copies:
        copy.write_bytes(first.read_bytes())
    before, _ = run(minutes, register, out)
    # A later copy names the first one too, also where the lines of the others were kept.
    (minutes / "copy-3.txt").write_bytes(first.read_bytes())
    run(minutes, register, out)
    lines = list(read_json_lines(out / DOCUMENTS))
    assert [line.get("duplicate_of") for line in lines] == [None, *[str(first)] * 3]
    first.unlink()
    after, _ = run(minutes, register, out)
    assert before.findings == after.findings > 0
    assert {f["source"] for f in read_json_lines(out / FINDINGS)} == {str(copies[0])}
    lines = list(read_json_lines(out / DOCUMENTS))
    assert [line.get("duplicate_of") for line in lines] == [None, *[str(copies[0])] * 2]


def test_without_a_register_documents_are_read_only(minutes: Path, tmp_path: Path) -> None:
    summary, _ = run(minutes, None, tmp_path / "out")
    assert summary.report is None
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        DOCUMENTS,
        RUN,
        "text",
    ]


@pytest.mark.parametrize(
    ("device", "asked", "tagged", "count"),
    [
        pytest.param("cpu", 0, True, 8, id="one a core"),
        pytest.param("cuda", 0, True, 1, id="one on a GPU"),
        pytest.param("cuda", 3, True, 3, id="as many on a GPU as are asked for"),
        pytest.param("cuda", 0, False, 8, id="who only reads needs no GPU"),
    ],
)
def test_workers(
    device: Device, asked: int, tagged: bool, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vnparty_nlp.batch.run.cores", lambda: 8)
    settings = settings_of(None, workers=asked, device=device)
    options = Options((), Path("members.csv") if tagged else None, Path("out"), settings)
    assert _worker_count(options, 20) == count
    assert _worker_count(options, 2) == min(count, 2)


class Erring(Actor):
    """Reads text as it is; a file named bug fails."""

    def process(self, path: Path, source: str) -> Result:
        if path.stem.startswith("bug"):
            return super().process(path, source)
        return ReadingPipeline(load_settings()).process(path, source)


def test_a_bug_costs_its_document_and_is_told_to_the_developers(
    minutes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (minutes / "bug-1.txt").write_text("Chi bộ", encoding="utf-8")
    out = tmp_path / "out"
    with monkeypatch.context() as patch:
        patch.setattr("vnparty_nlp.batch.run._builder", lambda *_: Erring)
        summary, steps = run(minutes, None, out)
    assert (summary.exit_code, summary.documents) == (1, {"failed": 1, "ok": 1})
    failed = next(step for step in steps if step.error)
    assert "lỗi chương trình (ZeroDivisionError)" in failed.line["warnings"][0]
    told = (out / ERRORS).read_text("utf-8")
    assert told.startswith(str(minutes / "bug-1.txt"))
    assert "ZeroDivisionError: 1.txt" in told
    # The next run reads it again, and starts a new log.
    summary, steps = run(minutes, None, out)
    assert (summary.exit_code, len(steps)) == (0, 1)
    assert not (out / ERRORS).exists()


def test_nothing_is_written_where_the_input_is_wrong(register: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        run(tmp_path / "missing", register, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_an_interrupted_run_keeps_what_is_done_and_goes_on(
    minutes: Path, register: Path, tmp_path: Path
) -> None:
    text = (minutes / "bien-ban.txt").read_text("utf-8")
    for number in range(400):
        (minutes / f"{number:03d}.txt").write_text(f"{text}\nBản {number}.\n", encoding="utf-8")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "vnparty_nlp", "process", str(minutes)]
    command += ["--register", str(register), "--out", str(out), "--workers", "1"]
    child = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not (out / DOCUMENTS).exists() or (out / DOCUMENTS).stat().st_size == 0:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    os.kill(child.pid, signal.SIGINT)
    _, told = child.communicate(timeout=60)
    assert child.returncode == 130
    assert "chạy lại cùng lệnh" in told
    done = len(list(read_json_lines(out / DOCUMENTS)))
    assert 0 < done < 401
    summary, steps = run(minutes, register, out)
    assert summary.continued == done
    assert len(steps) == 401 - done
    assert [Path(line["source"]).name for line in read_json_lines(out / DOCUMENTS)] == sorted(
        path.name for path in minutes.iterdir()
    )
