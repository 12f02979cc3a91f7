import json
from pathlib import Path

import pytest

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.cli import main
from vnparty_nlp.errors import CorpusError, UsageError
from vnparty_nlp.pipeline import passage_of
from vnparty_nlp.settings import TaggingSettings
from vnparty_nlp.tagging import build
from vnparty_nlp.tagging.model_folder import MANIFEST
from vnparty_nlp.training.picture import RELIABILITY
from vnparty_nlp.training.train import Plan, train_combined, train_linear


def labels_of(model: Path, text: str) -> set[str]:
    (tags,) = build(TaggingSettings(str(model), 1, "cpu")).tag([passage_of(text)])
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
    assert set(manifest["sha256"]) == {"linear.safetensors", "marks.safetensors"}
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


def test_a_teacher_without_a_base_is_refused(
    corpora: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["train", "--corpora", str(corpora), "--out", str(tmp_path / "m")]
    assert main([*given, "--teacher", str(tmp_path)]) == 2
    assert "--teacher cần --base" in capsys.readouterr().err


def test_a_teacher_without_an_encoder_is_refused_at_once(corpora: Path, tmp_path: Path) -> None:
    linear = train_linear(Plan(corpora, tmp_path / "linear"), lambda _: None)
    plan = Plan(corpora, tmp_path / "model", teachers=(linear,))
    with pytest.raises(UsageError, match="no combined model of this catalogue"):
        train_combined(plan, tmp_path, lambda _: None, lambda *_: None)


def test_a_dev_split_that_cannot_choose_is_told_before_training(
    corpora: Path, tmp_path: Path
) -> None:
    lines = (corpora / "passages" / "d0.jsonl").read_text("utf-8").splitlines(keepends=True)
    (corpora / "passages" / "d0.jsonl").write_text("".join(lines[4:]), encoding="utf-8")
    with pytest.raises(CorpusError, match="dev split carries no label"):
        train_linear(Plan(corpora, tmp_path / "model"), lambda _: None)
    assert not (tmp_path / "model").exists()


def test_the_card_and_its_picture_are_written(corpora: Path, tmp_path: Path) -> None:
    model = train_linear(Plan(corpora, tmp_path / "model"), lambda _: None)
    assert (model / RELIABILITY).is_file()
    assert f"]({RELIABILITY})" in (model / "README.md").read_text("utf-8")
