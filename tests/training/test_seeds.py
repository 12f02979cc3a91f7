import json
from pathlib import Path

import pytest

from vnparty_nlp.cli import main


def train(corpora: Path, out: Path, *more: str) -> int:
    arguments = ["train", "--corpora", str(corpora), "--out", str(out), "--lang", "en", *more]
    return main(arguments)


def test_every_seed_s_model_is_measured(
    corpora: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "models"
    assert train(corpora, out, "--seeds", "0,1") == 0
    told = capsys.readouterr().out
    assert "| 0 | 1.000 | 1.000 |" in told
    assert "| mean ± spread | 1.000 ± 0.000 |" in told
    kept = json.loads((out / "seeds.json").read_text("utf-8"))
    assert kept["seeds"] == [0, 1]
    assert kept["micro_f1"] == {"values": [1.0, 1.0], "mean": 1.0, "spread": 0.0}
    assert all((out / f"seed-{n}" / "model.json").is_file() for n in (0, 1))


@pytest.mark.parametrize(
    ("option", "content", "told"),
    [
        pytest.param("--seeds", "0,x", "whole numbers", id="seeds"),
        pytest.param("--config", "epoch = 1", "no key 'epoch'", id="config"),
    ],
)
def test_what_makes_no_sense_trains_nothing(
    option: str,
    content: str,
    told: str,
    corpora: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    value = content
    if option == "--config":
        (tmp_path / "r.toml").write_text(content, encoding="utf-8")
        value = str(tmp_path / "r.toml")
    assert train(corpora, tmp_path / "model", option, value) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "model").exists()
