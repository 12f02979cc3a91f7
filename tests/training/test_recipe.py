from pathlib import Path

import pytest

from vnparty_nlp.errors import SettingsError
from vnparty_nlp.training.recipe import Recipe, read_recipe


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_single_keys_are_overridden(tmp_path: Path) -> None:
    path = write(tmp_path / "r.toml", "epochs = 3\noriginal = 0\nhead_rate = 1\n")
    assert read_recipe(path) == Recipe(epochs=3, original=0, head_rate=1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("epoch = 3", "no key 'epoch'; there are epochs, batch", id="unknown key"),
        pytest.param('epochs = "3"', "epochs = '3' must be a int", id="words"),
        pytest.param("epochs = 2.5", "must be a int", id="no whole number"),
        pytest.param("batch = true", "must be a int", id="true"),
        pytest.param("batch = 0", "above 0", id="nothing"),
        pytest.param("encoder_rate = -1.0", "above 0", id="negative"),
        pytest.param("epochs = ", "cannot be read", id="no TOML"),
    ],
)
def test_what_cannot_be_used_is_named(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=told):
        read_recipe(write(tmp_path / "r.toml", text))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read_recipe(tmp_path / "none.toml")
