import json
from pathlib import Path

import pytest

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.cli import main

GUIDANCE = """HƯỚNG DẪN
xem xét kỷ luật

1. Đảng viên bị kỷ luật có quyền khiếu nại trong 30 ngày làm việc.
2. Nhà họp phải quét dọn, kê bàn ghế trước giờ họp.
"""


def test_the_labels_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalogue", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(load_catalogue().labels)
    assert "Vắng sinh hoạt không lý do" in lines[0]


def test_every_label_is_shown_with_its_clauses_or_without(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = tmp_path / "huong-dan.txt", tmp_path / "clauses.json"
    source.write_text(GUIDANCE, encoding="utf-8")
    assert main(["catalogue", "cite", str(source), "--out", str(out)]) == 0
    printed = capsys.readouterr().out
    assert "không có điều khoản" in printed
    assert "người có thẩm quyền phải đọc và xác nhận" in printed
    assert "kê bàn ghế" not in printed
    written = {entry["label"]: entry["clauses"] for entry in json.loads(out.read_text("utf-8"))}
    assert list(written) == list(load_catalogue().labels)
    (clause,) = written["meeting.appeal"]
    assert (clause["path"], clause["page"], clause["confirmed"]) == ("1", 1, False)
    assert 0 < clause["similarity"] <= 1


def test_an_unreadable_document_is_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "rong.txt"
    empty.write_bytes(b"")
    assert main(["catalogue", "cite", str(empty)]) == 1
    assert "rong.txt" in capsys.readouterr().err
