from pathlib import Path

import pytest

from vnparty_nlp.cli import main


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param([], "splits.toml", id="no plan of the writers"),
        pytest.param(["--split", "train"], "--split", id="never on what was trained"),
        pytest.param(["--settings", "none.toml"], "none.toml: no such file", id="settings"),
    ],
)
def test_what_cannot_be_measured_is_named(
    arguments: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", "--corpora", str(tmp_path), *arguments, "--lang", "en"]) == 2
    told_by_it = capsys.readouterr()
    assert told in told_by_it.err
    assert told_by_it.out == ""
