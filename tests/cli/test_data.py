import json
from pathlib import Path

import pytest

from vnparty_nlp.cli import main
from vnparty_nlp.evaluation.corpus import read_corpus

TEXTS = ["Đ/c Trần Văn Bình đã nộp đảng phí quý I.", "Đường liên xóm hỏng nặng."]


def run(*arguments: object) -> int:
    return main(["data", *map(str, arguments), "--lang", "en"])


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    folder = tmp_path / "corpora"
    (folder / "passages").mkdir(parents=True)
    cards = []
    for writer in "abc":
        entries = [
            {"id": f"{writer}{n}", "text": f"Tổ {writer}: {text}", "kind": "minutes", "section": "", "labels": []}
            for n, text in enumerate(TEXTS)
        ]  # fmt: skip
        lines = "".join(json.dumps(entry) + "\n" for entry in entries)
        (folder / "passages" / f"{writer}.jsonl").write_text(lines, encoding="utf-8")
        cards.append(json.dumps({"writer": writer, "who": "", "where_when": "", "how": ""}))
    (folder / "writers.jsonl").write_text("\n".join(cards), encoding="utf-8")
    return folder


def test_from_minutes_to_pseudonyms_to_another_tool_and_back(
    minutes: Path, register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cut, safe, back = (tmp_path / f"{name}.jsonl" for name in ("cut", "safe", "back"))
    assert run("passages", minutes, "--out", cut) == 0
    assert "Trần Văn Bình" in cut.read_text("utf-8")
    key = tmp_path / "KEY"
    key.write_text("khoa-thu-nhat-0123456789", encoding="utf-8")
    assert run("pseudonymise", cut, "--key", key, "--register", register, "--out", safe) == 0
    assert "still personal data" in capsys.readouterr().err
    assert "Bình" not in safe.read_text("utf-8")
    assert not any("bien-ban" in passage.id for passage in read_corpus([safe]))
    for form in ("labelstudio", "doccano", "spacy"):
        other = tmp_path / f"other.{form}"
        assert run("export", safe, "--to", form, "--out", other) == 0
        assert run("import", other, "--from", form, "--keep", safe, "--out", back) == 0
        assert back.read_bytes() == safe.read_bytes()


def test_a_document_that_cannot_be_read_is_named(
    minutes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (minutes / "hỏng.pdf").write_bytes(b"%PDF-1.4 broken")
    assert run("passages", minutes, "--out", tmp_path / "cut.jsonl") == 1
    assert "failed: hỏng.pdf" in capsys.readouterr().err
    assert list(read_corpus([tmp_path / "cut.jsonl"]))


def test_a_short_key_writes_nothing(tmp_path: Path, corpora: Path) -> None:
    (tmp_path / "KEY").write_text("ngan", encoding="utf-8")
    source, out = corpora / "passages" / "a.jsonl", tmp_path / "out.jsonl"
    assert run("pseudonymise", source, "--key", tmp_path / "KEY", "--out", out) == 2
    assert not out.exists()


def test_split_then_check(corpora: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", corpora) == 1
    assert "splits.toml, line 0: cannot be read" in capsys.readouterr().out
    assert run("split", corpora, "--seed", 1, "--dev", 0.3, "--test", 0.3) == 0
    assert run("check", corpora) == 0
    assert capsys.readouterr().err.endswith("6 passages, 0 errors, 0 notices.\n")
    assert run("split", corpora) == 2


def test_agreement_is_printed(corpora: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = corpora / "passages" / "a.jsonl"
    assert run("agreement", path, path) == 0
    assert capsys.readouterr().out.startswith("| 2 passages | F1 |")


def test_a_place_that_cannot_be_written_is_named(
    corpora: Path, minutes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("passages", minutes, "--out", corpora) == 2
    assert "cannot be written" in capsys.readouterr().err
