from pathlib import Path

import pytest

from vnparty_nlp.errors import SettingsError
from vnparty_nlp.settings import load_settings


def test_a_device_is_the_cpu_unless_told_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("[tagging]\ndevice = 'cuda'\n", encoding="utf-8")
    assert load_settings().tagging.device == "cpu"
    assert load_settings(path).tagging.device == "cuda"


def test_a_file_overrides_single_keys(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("[linking]\nthreshold = 0.5\n", encoding="utf-8")
    assert load_settings(path).linking.threshold == 0.5
    assert load_settings(path).linking.margin == load_settings().linking.margin


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("[linkng]\na = 1\n", "there is no stage [linkng]", id="unknown stage"),
        pytest.param("[linking]\nlimit = 1\n", "has no key 'limit'", id="unknown key"),
        pytest.param("[linking]\nthreshold = 'x'\n", "must be a float", id="wrong type"),
        pytest.param("[tagging]\ndevice = 'gpu'\n", "must be one of: cpu, cuda", id="wrong choice"),
        pytest.param("[linking\n", "cannot be read as TOML", id="no TOML"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(path)
    assert told in str(caught.value)
    assert str(path) in caught.value.told("vi")
