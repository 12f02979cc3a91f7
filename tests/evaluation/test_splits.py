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


def test_a_folder_without_a_plan_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"splits\.toml.*is missing"):
        split_files(tmp_path, "train")


@pytest.mark.parametrize(
    ("split", "writers"),
    [
        pytest.param("train", ["a", "d"], id="all that are not kept apart"),
        pytest.param("dev", ["b"], id="dev"),
        pytest.param("test", ["c"], id="test"),
    ],
)
def test_writers_go_where_the_plan_says(split: str, writers: list[str], tmp_path: Path) -> None:
    (tmp_path / "passages").mkdir()
    for writer in "dcba":
        (tmp_path / "passages" / f"{writer}.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "splits.toml").write_text('dev = ["b"]\ntest = ["c", "z"]\n', encoding="utf-8")
    assert [path.stem for path in split_files(tmp_path, split)] == writers  # type: ignore[arg-type]
