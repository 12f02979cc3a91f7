from pathlib import Path

import pytest

from vnparty_nlp.errors import CorpusError
from vnparty_nlp.evaluation.splits import split_files

CORPORA = Path(__file__).parents[2] / "corpora"


def test_every_writer_serves_one_purpose() -> None:
    chosen = [path for split in ("train", "dev", "test") for path in split_files(CORPORA, split)]  # type: ignore[arg-type]
    assert sorted(chosen) == sorted((CORPORA / "passages").glob("*.jsonl"))


def test_an_empty_split_is_named(tmp_path: Path) -> None:
    (tmp_path / "splits.toml").write_text('dev = ["w01"]\ntest = []\n', encoding="utf-8")
    with pytest.raises(CorpusError, match="no file of the dev split"):
        split_files(tmp_path, "dev")
