import json
from pathlib import Path

import pytest

from vnparty_nlp.cli import main

GUIDANCE = """HƯỚNG DẪN
thu nộp đảng phí

I. MỨC ĐÓNG
1. Đảng viên hưởng lương đóng một phần trăm tiền lương hằng tháng, tính theo bảng lương của cơ quan nơi làm việc.
2. Đảng viên làm ruộng đóng theo mức của xã.
"""
MINUTES = """BIÊN BẢN
Họp chi bộ tháng 6/2023

I. THÀNH PHẦN
Có mặt 25/28.
II. THẢO LUẬN
- Đ/c Lan: nên trồng thêm cây.
"""


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "van-ban.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_tree_is_printed_and_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = write(tmp_path, GUIDANCE), tmp_path / "outline.json"
    assert main(["outline", str(source), "--out", str(out)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["I", "I.1", "I.2"]
    assert lines[1].startswith("  I.1  1. Đảng viên")
    assert "…" in lines[1]
    assert all(len(line) <= 60 and line.endswith("tr. 1") for line in lines)
    written = json.loads(out.read_text("utf-8"))
    assert [set(line) for line in written] == [
        {"path", "title", "page", "bbox", "span", "level"}
    ] * 3
    assert written[0]["title"] == "I. MỨC ĐÓNG"
    assert (written[0]["page"], written[0]["bbox"]) == (1, None)


def test_of_minutes_the_parts_are_told_and_no_speaker(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "outline.json"
    assert main(["outline", str(write(tmp_path, MINUTES)), "--out", str(out), "--lang", "en"]) == 0
    parts = [(line["path"], line["part"]) for line in json.loads(out.read_text("utf-8"))]
    assert parts == [
        ("[1]", "header"),
        ("I", "attendance"),
        ("II", "discussion"),
        ("II [1]", "turn"),
    ]
    assert "Lan" not in out.read_text("utf-8") + capsys.readouterr().out


def test_a_document_without_clauses_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["outline", str(write(tmp_path, "Chi bộ họp bàn việc nạo vét mương."))]) == 0
    assert "không có điều khoản đánh số" in capsys.readouterr().out


def test_an_unreadable_document_is_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["outline", str(write(tmp_path, " ")), "--lang", "en"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "van-ban.txt" in told.err


def test_wrong_usage_is_exit_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outline", str(tmp_path / "missing.pdf")]) == 2
    assert "không có tệp này" in capsys.readouterr().err
    nowhere = tmp_path / "no" / "outline.json"
    assert main(["outline", str(write(tmp_path, GUIDANCE)), "--out", str(nowhere)]) == 2
    assert "không ghi được" in capsys.readouterr().err
