import builtins
from pathlib import Path

import pytest

from vnparty_nlp.cli import main


def without(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine where the training extra is not installed."""
    real = builtins.__import__

    def refuse(name: str, *arguments: object, **more: object) -> object:
        if name == "vnparty_nlp.training.train":
            raise ModuleNotFoundError(f"No module named {module!r}", name=module)
        return real(name, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", refuse)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        pytest.param("vi", "vnparty: thiếu thư viện sklearn. Hãy cài: ", id="Vietnamese"),
        pytest.param("en", "vnparty: sklearn is missing. Install it: ", id="English"),
    ],
)
def test_a_missing_extra_is_named_with_its_remedy(
    language: str,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    without("sklearn", monkeypatch)
    out = tmp_path / "model"
    arguments = ["train", "--corpora", str(tmp_path), "--out", str(out), "--lang", language]
    assert main(arguments) == 2
    assert capsys.readouterr().err == f"{told}pip install 'vnparty-nlp[train]'.\n"
    assert not out.exists()


def test_a_folder_without_passages_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("sklearn")
    assert main(["train", "--corpora", str(tmp_path), "--out", str(tmp_path / "model")]) == 2
    assert "splits.toml" in capsys.readouterr().err
    assert not (tmp_path / "model").exists()


def test_a_base_must_be_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["train", "--corpora", str(tmp_path), "--out", str(tmp_path / "model")]
    assert main([*arguments, "--base", str(tmp_path / "none")]) == 2
    assert "--base" in capsys.readouterr().err
