import hashlib
import json
from pathlib import Path

import pytest

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.tagging.calibration import LabelCalibration
from vnparty_nlp.tagging.model_folder import MANIFEST, calibrations_of, read_manifest
from vnparty_nlp.training.save import Manifest, save_manifest

CALIBRATIONS = tuple(
    LabelCalibration(1.0 + n, -0.5, 0.4) for n, _ in enumerate(load_catalogue().labels)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "weights").write_bytes(b"abc")
    (tmp_path / "other").write_bytes(b"xyz")
    return tmp_path


def saved(folder: Path, passages: list[AnnotatedPassage], **more: object) -> dict[str, object]:
    manifest = Manifest("linear", CALIBRATIONS, 7, ("weights",), more)
    assert save_manifest(folder, manifest, passages) == folder
    entries: dict[str, object] = json.loads((folder / MANIFEST).read_text("utf-8"))
    return entries


def test_what_is_saved_is_what_a_tagger_reads(
    folder: Path, passages: list[AnnotatedPassage]
) -> None:
    entries = saved(folder, passages)
    assert read_manifest(folder) == entries
    assert calibrations_of(entries) == CALIBRATIONS


def test_the_manifest_tells_what_the_model_comes_from(
    folder: Path, passages: list[AnnotatedPassage]
) -> None:
    entries = saved(folder, passages, encoder_weight=0.3)
    assert entries["seed"] == 7
    assert entries["training_writers"] == ["w0", "w1"]
    assert entries["training_passages"] == 8
    assert entries["encoder_weight"] == 0.3
    assert entries["sha256"] == {"weights": hashlib.sha256(b"abc").hexdigest()}


def test_the_id_changes_with_the_weights_and_with_nothing_else(
    folder: Path, passages: list[AnnotatedPassage]
) -> None:
    first = saved(folder, passages)["model_id"]
    assert str(first).startswith("linear-")
    assert saved(folder, passages[:2])["model_id"] == first
    (folder / "other").write_bytes(b"changed")
    assert saved(folder, passages)["model_id"] == first
    (folder / "weights").write_bytes(b"changed")
    assert saved(folder, passages)["model_id"] != first


def test_a_calibration_for_each_label_is_needed(
    folder: Path, passages: list[AnnotatedPassage]
) -> None:
    with pytest.raises(ValueError, match="zip"):
        save_manifest(folder, Manifest("linear", CALIBRATIONS[:-1], 0, ("weights",)), passages)
    assert not (folder / MANIFEST).exists()
