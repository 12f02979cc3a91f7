"""Every command of docs/training.md, run in its order over minutes of invented offices."""

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from vnparty_nlp.cli import main
from vnparty_nlp.evaluation.corpus import read_corpus

PAGE = Path(__file__).parents[2] / "docs" / "training.md"
OFFICES = ("thon-bai-dau", "to-dan-pho", "hop-tac-xa", "truong-hoc")
PAID = [
    "Đ/c Lụa đã nộp đảng phí quý I.",
    "Anh Mạc nộp đủ đảng phí tháng 3.",
    "Bà Nụ đóng xong đảng phí.",
]
PLAIN = ["Đường liên xóm hỏng nặng.", "Bà con mong nước về sớm.", "Loa xóm trên lại hỏng."]


def lines_of(office: str) -> str:
    """Labelled passages of an office, as its annotators would have settled them."""
    entries = []
    for number, text in enumerate([*PAID, *PLAIN]):
        label = {
            "label": "dues.paid",
            "status": "asserted",
            "slots": {},
            "evidence": [0, len(text) - 1],
        }
        entries.append({"id": f"{office}-{number}", "text": f"{text} ({office})", "kind": "minutes",
                        "section": "", "labels": [label] if text in PAID else []})  # fmt: skip
    return "".join(json.dumps(entry) + "\n" for entry in entries)


def prepare(words: list[str]) -> None:
    """What people do between the commands."""
    if words[:2] == ["data", "import"]:
        Path("annotated").mkdir(exist_ok=True)
        shutil.copy("tasks/thon-bai-dau.json", words[2])
    if words[:2] == ["data", "split"]:
        cards = []
        for office in OFFICES:
            path = Path("own/passages") / f"{office}.jsonl"
            before = path.read_text("utf-8") if path.exists() else ""
            path.write_text(before + lines_of(office), encoding="utf-8")
            cards.append(json.dumps({"writer": office, "who": "", "where_when": "", "how": ""}))
        Path("own/writers.jsonl").write_text("\n".join(cards), encoding="utf-8")


def test_the_walk_through_works(
    minutes: Path, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("sklearn")
    monkeypatch.chdir(tmp_path)
    shutil.copytree(minutes, "minutes/thon-bai-dau")
    assert register == tmp_path / "members.csv"
    Path("KEY").write_text("0123456789abcdef" * 4, encoding="utf-8")
    for line in re.findall(r"^vnparty (.+)$", PAGE.read_text("utf-8"), re.M):
        words = shlex.split(line)
        prepare(words)
        assert main(words) == 0, line
    text = "".join(
        p.text for p in read_corpus([tmp_path / "own" / "passages" / "thon-bai-dau.jsonl"])
    )
    assert "Trần Văn Bình" not in text
    for path in ("figures.json", "errors.jsonl", "models/spread/seeds.json", "results/report.html"):
        assert (tmp_path / path).is_file()
