import json
import shutil
from pathlib import Path

import pytest

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.errors import ModelError
from vnparty_nlp.settings import load_settings
from vnparty_nlp.tagging.model_folder import (
    MANIFEST,
    SHIPPED,
    calibrations_of,
    find_model,
    read_manifest,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the default model, to be damaged."""
    copy = tmp_path / "model"
    shutil.copytree(find_model(load_settings().tagging.model), copy)
    return copy


def change(folder: Path, key: str, value: object) -> None:
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    text = json.dumps({**manifest, key: value})
    (folder / MANIFEST).write_text(text, encoding="utf-8")


def test_a_model_is_found_by_name_and_by_path(folder: Path) -> None:
    assert find_model(str(folder)) == folder
    assert read_manifest(folder)["labels"]


def test_a_missing_model_names_the_remedy() -> None:
    with pytest.raises(ModelError, match="vnparty train"):
        find_model("no-such-model")


def test_a_label_outside_the_catalogue_is_refused(folder: Path) -> None:
    labels = json.loads((folder / MANIFEST).read_text("utf-8"))["labels"]
    change(folder, "labels", [*labels, "attitude.doubt"])
    with pytest.raises(ModelError, match="the catalogue is closed"):
        read_manifest(folder)


def test_a_model_for_another_catalogue_is_refused(folder: Path) -> None:
    change(folder, "catalogue_version", "0.9")
    with pytest.raises(ModelError, match=r"made for catalogue 0\.9"):
        read_manifest(folder)


def test_damaged_weights_are_refused(folder: Path) -> None:
    weights = next(folder.glob("*.safetensors"))
    weights.write_bytes(weights.read_bytes()[:-1] + b"x")
    with pytest.raises(ModelError, match="damaged"):
        read_manifest(folder)


@pytest.mark.parametrize("content", ["", "{", "[1, 2", '{"labels": '])
def test_a_damaged_manifest_is_named_in_both_languages(content: str, folder: Path) -> None:
    (folder / MANIFEST).write_text(content, encoding="utf-8")
    with pytest.raises(ModelError) as caught:
        read_manifest(folder)
    assert str(caught.value).startswith(f"{folder / MANIFEST}: missing or damaged")
    assert "bị hỏng" in caught.value.told("vi")


def test_missing_weights_are_named(folder: Path) -> None:
    weights = next(folder.glob("*.safetensors"))
    weights.unlink()
    with pytest.raises(ModelError, match=weights.name):
        read_manifest(folder)


def test_calibrations_stand_in_the_order_of_the_labels(folder: Path) -> None:
    manifest = read_manifest(folder)
    calibrations = calibrations_of(manifest)
    assert len(calibrations) == len(manifest["labels"])
    for label, calibration in zip(manifest["labels"], calibrations, strict=True):
        assert calibration.threshold == manifest["calibration"][label]["threshold"]
        assert 0 < calibration.threshold < 1


def test_the_shipped_model_knows_the_whole_catalogue(folder: Path) -> None:
    assert read_manifest(folder)["labels"] == list(load_catalogue().labels)


@pytest.mark.parametrize(("short", "long"), SHIPPED.items())
def test_a_shipped_model_has_a_short_name(short: str, long: str) -> None:
    assert find_model(short) == find_model(long)
    assert read_manifest(find_model(short))["type"] == short
