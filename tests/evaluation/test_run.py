import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from vnparty_nlp.errors import CorpusError, UsageError
from vnparty_nlp.evaluation.noise import NOISES
from vnparty_nlp.evaluation.run import Wanted, evaluate, table
from vnparty_nlp.settings import load_settings
from vnparty_nlp.tagging import model_id

SETTINGS = load_settings()
LINEAR = replace(SETTINGS, tagging=replace(SETTINGS.tagging, model="linear"))
SHARES = ("label_status_f1", "calibration_error")


def passage(number: str, text: str, *labels: dict[str, Any]) -> str:
    entry = {"id": number, "text": text, "kind": "minutes", "section": "x", "labels": list(labels)}
    return json.dumps(entry, ensure_ascii=False) + "\n"


def label(label_id: str, text: str, evidence: str, subject: str | None, **slots: Any) -> dict[str, Any]:  # fmt: skip
    start = text.index(evidence)
    entry = {"label": label_id, "status": "asserted", "slots": slots,
             "evidence": [start, start + len(evidence)]}  # fmt: skip
    if subject:
        entry["subject"] = [text.index(subject), text.index(subject) + len(subject)]
    return entry


DUES = "Đ/c Lụa còn nợ đảng phí quý II năm 2022."
BALLOT = "Kết quả bỏ phiếu kín: 17/19 phiếu đồng ý, 2 phiếu không đồng ý."


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpora")
    (folder / "passages").mkdir()
    (folder / "splits.toml").write_text('dev = ["d1"]\ntest = ["t1", "t2"]\n', encoding="utf-8")
    dues = label("dues.unpaid", DUES, "còn nợ đảng phí quý II năm 2022", "Lụa", period="2022-Q2")
    votes = {"for": 17, "against": 2, "total": 19, "method": "kín"}
    ballot = label("meeting.ballot", BALLOT, BALLOT[:-1], None, **votes)
    lines = {
        "t1": passage("1", DUES, dues) + passage("2", "Sân đình đã lát gạch."),
        "t2": passage("1", BALLOT, ballot),
        "d1": passage("1", "Trời mưa."),
    }
    for writer, text in lines.items():
        (folder / "passages" / f"{writer}.jsonl").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def scores(corpora: Path) -> dict[str, Any]:
    return evaluate(corpora, "test", SETTINGS)


def test_the_figures_name_split_model_and_size(scores: dict[str, Any]) -> None:
    assert scores["split"] == "test"
    assert scores["model_id"] == model_id(SETTINGS.tagging)
    assert scores["passages"] == 3
    assert scores["unlabelled"]["passages"] == 1
    assert list(scores["writers"]) == ["t1", "t2"]


def test_plain_records_are_found(scores: dict[str, Any]) -> None:
    assert scores["labels"]["dues.unpaid"]["recall"] == 1.0
    assert scores["labels"]["meeting.ballot"] == {**scores["labels"]["meeting.ballot"], "gold": 1}
    assert scores["unlabelled"]["flagged"] == 0
    given = scores["facts_given_labels"]
    assert (given["findings"], given["found"], given["subject"]) == (2, 1.0, 1.0)


def test_every_figure_is_a_share(scores: dict[str, Any]) -> None:
    for name in ("micro_f1", "macro_f1"):
        value, low, high = scores[name]
        assert 0 <= low <= high <= 1
        assert 0 <= value <= 1
    assert all(0 <= scores[name] <= 1 for name in SHARES)
    for counts in scores["labels"].values():
        assert all(0 <= counts[name] <= 1 for name in ("precision", "recall", "f1"))


def test_the_figures_can_be_written_as_json(scores: dict[str, Any]) -> None:
    assert json.loads(json.dumps(scores)) == scores


def test_the_table_names_every_label_and_writer(scores: dict[str, Any]) -> None:
    lines = table(scores).splitlines()
    assert lines[0].startswith(f"| {scores['model_id']}, test split, 3 passages |")
    for writer in ("t1", "t2"):
        assert any(line.startswith(f"| label F1, writer {writer} |") for line in lines)
    for name in scores["labels"]:
        assert any(line.startswith(f"| `{name}` |") for line in lines)
    assert "| unlabelled passages flagged | 0 of 1 |" in lines


def test_a_table_has_as_many_cells_in_every_row_as_in_its_head(scores: dict[str, Any]) -> None:
    figures, _, labels = table(scores).partition("\n\n")
    for part in (figures, labels):
        assert len({line.count("|") for line in part.splitlines()}) == 1


def test_another_split_is_measured_on_its_own_writers(corpora: Path) -> None:
    scores = evaluate(corpora, "dev", SETTINGS)
    assert (scores["split"], scores["passages"]) == ("dev", 1)
    assert scores["micro_f1"][0] == 0.0


def test_a_split_without_writers_is_an_error(corpora: Path) -> None:
    with pytest.raises(CorpusError, match="no file of the train split"):
        evaluate(corpora, "train", SETTINGS)


def test_what_is_wanted_more_is_measured_too(corpora: Path, tmp_path: Path) -> None:
    listed = tmp_path / "errors.jsonl"
    scores = evaluate(corpora, "dev", LINEAR, Wanted(noise=True, against="linear", errors=listed))
    assert list(scores["noise"]) == list(NOISES)
    against = scores["against"]
    assert against["model_id"] == scores["model_id"]
    assert against["micro_f1"] == {"difference": [0.0, 0.0, 0.0], "p_value": 1.0}
    assert listed.read_text("utf-8") == ""
    assert json.loads(json.dumps(scores)) == scores
    told = table(scores)
    assert "| label F1, NFD | 0.000 |" in told
    assert (
        f"| better than {against['model_id']} by, macro | +0.000 [+0.000, +0.000], p 1.000 |"
        in told
    )


def test_passages_that_judge_are_never_listed(corpora: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="stay unread"):
        evaluate(corpora, "test", LINEAR, Wanted(errors=tmp_path / "errors.jsonl"))
