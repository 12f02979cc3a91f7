import json
from pathlib import Path

import pytest

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.cli import main
from vnparty_nlp.errors import CorpusError
from vnparty_nlp.pipeline import passage_of
from vnparty_nlp.settings import TaggingSettings
from vnparty_nlp.tagging import build
from vnparty_nlp.tagging.model_folder import MANIFEST
from vnparty_nlp.training.train import Plan, train_linear


def labels_of(model: Path, text: str) -> set[str]:
    (tags,) = build(TaggingSettings(str(model), 1)).tag([passage_of(text)])
    return {tag.label for tag in tags}


def test_a_trained_model_tags_what_it_was_shown(corpora: Path, tmp_path: Path) -> None:
    steps: list[str] = []
    model = train_linear(Plan(corpora, tmp_path / "model"), steps.append)
    assert steps[0] == "8 passages of 2 writers"
    assert labels_of(model, "Đ/c Sửu đã nộp đảng phí quý III.") == {"dues.paid"}
    assert labels_of(model, "Bà con mong nước về sớm.") == set()


def test_the_same_corpus_and_seed_give_the_same_bytes(corpora: Path, tmp_path: Path) -> None:
    one = train_linear(Plan(corpora, tmp_path / "one"), lambda _: None)
    other = train_linear(Plan(corpora, tmp_path / "other"), lambda _: None)
    for path in one.iterdir():
        assert path.read_bytes() == (other / path.name).read_bytes(), path.name


def test_the_manifest_names_labels_writers_and_digests(corpora: Path, tmp_path: Path) -> None:
    model = train_linear(Plan(corpora, tmp_path / "model"), lambda _: None)
    manifest = json.loads((model / MANIFEST).read_text("utf-8"))
    assert manifest["labels"] == list(load_catalogue().labels)
    assert manifest["training_writers"] == ["w0", "w1"]
    assert set(manifest["sha256"]) == {"linear.safetensors"}
    card = (model / "README.md").read_text("utf-8")
    assert "no training class" in card.replace("\n", " ") or "no training" in card
    assert "| `dues.paid` | dues not paid" not in card
    assert "| 4 |" in card


def test_the_command_trains(
    corpora: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "model"
    assert main(["train", "--corpora", str(corpora), "--out", str(out), "--seed", "1"]) == 0
    assert capsys.readouterr().out == f"Mô hình: {out}\n"


def test_one_writer_alone_cannot_be_learnt_from(corpora: Path, tmp_path: Path) -> None:
    (corpora / "passages" / "w1.jsonl").unlink()
    with pytest.raises(CorpusError, match="one training writer"):
        train_linear(Plan(corpora, tmp_path / "model"), lambda _: None)
    assert not (tmp_path / "model").exists()
