"""The choice of a tagger by its model's manifest."""

import json
import shutil
from pathlib import Path

import pytest

from vnparty_nlp.errors import ModelError
from vnparty_nlp.settings import TaggingSettings, load_settings
from vnparty_nlp.tagging import TAGGERS, build, model_id
from vnparty_nlp.tagging.model_folder import MANIFEST, find_model, read_manifest

DEFAULT = load_settings().tagging


def test_the_default_model_is_of_a_known_type_and_has_an_id() -> None:
    manifest = read_manifest(find_model(DEFAULT.model))
    assert manifest["type"] in TAGGERS
    assert model_id(DEFAULT) == manifest["model_id"]
    assert manifest["model_id"].startswith(manifest["type"])


def test_a_model_of_an_unknown_type_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(find_model(DEFAULT.model), folder)
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    text = json.dumps({**manifest, "type": "oracle"})
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    with pytest.raises(ModelError) as caught:
        build(TaggingSettings(str(folder), 1, "cpu"))
    assert "'oracle'" in str(caught.value)
    assert "linear, combined" in caught.value.told("vi")


@pytest.mark.parametrize("ask", [build, model_id])
def test_a_missing_model_is_refused(ask) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ModelError, match="was not found"):
        ask(TaggingSettings("khong-co", 1, "cpu"))
