import json
from pathlib import Path

import pytest

from vnparty_nlp import __version__
from vnparty_nlp.cli import main
from vnparty_nlp.output import FINDINGS, read_json_lines


def test_help_is_vietnamese_and_english_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "Đọc biên bản" in capsys.readouterr().out
    assert main(["process", "--help", "--lang", "en"]) == 0
    assert "The member register" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["process"], id="nothing given"),
        pytest.param(["nonsense"], id="unknown command"),
        pytest.param(["--lang", "fr"], id="unknown language"),
        pytest.param(["parse", "missing.pdf", "--out", "OUT"], id="missing input"),
    ],
)
def test_wrong_usage_exits_2_and_writes_nothing(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    assert list(tmp_path.iterdir()) == []


def test_process_tells_counts_and_where_the_report_is(
    minutes: Path, register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    arguments = ["process", str(minutes), "--register", str(register), "--out", str(out)]
    assert main([*arguments, "--workers", "1", "--purpose", "thử"]) == 0
    told = capsys.readouterr()
    assert told.out == f"Báo cáo: {out / 'report.html'}\n"
    assert "Tài liệu: 1 ok." in told.err
    assert list(read_json_lines(out / FINDINGS))


def test_a_failed_document_is_named_on_stderr_and_exits_1(
    minutes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (minutes / "rong.docx").write_bytes(b"")
    assert main(["parse", str(minutes), "--out", str(tmp_path / "out"), "--lang", "en"]) == 1
    told = capsys.readouterr().err
    assert "failed: " in told
    assert "rong.docx" in told
    assert "Documents: 1 failed, 1 ok." in told


def test_tag_reads_and_writes_json_lines(tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    text = "Đ/c Mạc còn nợ đảng phí quý II/2023, số tiền 180.000 đồng."
    lines = [{"id": "a", "text": text}, {"id": "b", "text": "Trời mưa to."}, {"id": 3, "text": ""}]
    source.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert main(["tag", "--in", str(source), "--out", str(out)]) == 0
    first, second, third = read_json_lines(out)
    assert [first["id"], second, third] == [
        "a",
        {"id": "b", "labels": []},
        {"id": 3, "labels": []},
    ]
    label = next(label for label in first["labels"] if label["label"] == "dues.unpaid")
    assert label["status"] == "asserted"
    assert label["slots"] == {"period": "2023-Q2", "amount": 180000}
    assert 0 < label["probability"] <= 1


def test_link_reads_and_writes_json_lines(register: Path, tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    lines = [
        {"id": 1, "mention": "đ/c Trần Văn Bình", "context": "", "branch": None},
        {"id": 2, "mention": "Phan Đình Không Có", "context": "", "birth_year": None},
    ]
    source.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert main(["link", "--in", str(source), "--register", str(register), "--out", str(out)]) == 0
    found, unknown = read_json_lines(out)
    assert found["candidates"][0]["member_id"] == "M001"
    assert unknown["member_id"] is None


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b'{"id": 1, "text": "a"}\nnonsense\n', "line 2", id="no JSON"),
        pytest.param(b'{"id": 1}\n', 'line 1: needs "text"', id="no text"),
        pytest.param(b'{"id": 1, "text": "\xff"}\n', "line 1", id="no UTF-8"),
        pytest.param(b'["id"]\n', "line 1", id="no object"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_written(
    content: bytes, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(content)
    assert main(["tag", "--in", str(source), "--out", str(out), "--lang", "en"]) == 2
    assert told in capsys.readouterr().err
    assert not out.exists()


def test_evaluate_prints_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    passages = tmp_path / "passages"
    passages.mkdir()
    label = {"label": "dues.paid", "status": "asserted", "slots": {}, "subject": [4, 7]}
    entries = [
        {"id": "1", "text": "Đ/c Lụa đã nộp đảng phí quý I.", "kind": "minutes", "section": "dues",
         "labels": [{**label, "evidence": [8, 29]}]},
        {"id": "2", "text": "Sân đình đã lát gạch.", "kind": "minutes", "section": "x", "labels": []},
    ]  # fmt: skip
    lines = "".join(json.dumps(entry) + "\n" for entry in entries)
    (passages / "w99.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "splits.toml").write_text('test = ["w99"]\ndev = []\n', encoding="utf-8")
    figures = tmp_path / "figures.json"
    arguments = ["evaluate", "--corpora", str(tmp_path), "--json", str(figures)]
    assert main(arguments) == 0
    assert "label F1, micro" in capsys.readouterr().out
    assert json.loads(figures.read_text("utf-8"))["passages"] == 2
