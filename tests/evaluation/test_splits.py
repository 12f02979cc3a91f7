import json
import tomllib
from pathlib import Path

import pytest

from vnparty_nlp.errors import CorpusError, UsageError
from vnparty_nlp.evaluation.splits import draw_plan, split_files, split_of, write_plan

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


def corpus(folder: Path, sizes: dict[str, int], authors: dict[str, str] | None = None) -> Path:
    (folder / "passages").mkdir()
    for writer, size in sizes.items():
        lines = [
            json.dumps({"id": f"{writer}{n}", "text": "Mưa.", "kind": "minutes", "section": "", "labels": []})
            for n in range(size)
        ]  # fmt: skip
        (folder / "passages" / f"{writer}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    cards = [
        json.dumps({"writer": w, "who": "", "where_when": "", "how": "", "author": author})
        for w, author in (authors or {}).items()
    ]
    (folder / "writers.jsonl").write_text("\n".join(cards), encoding="utf-8")
    return folder


def test_a_drawn_plan_holds_the_shares_and_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    folder = corpus(tmp_path, {f"w{n:02}": 10 for n in range(20)})
    plan = draw_plan(folder, seed=3)
    assert [len(plan[split]) for split in ("test", "dev")] == [3, 3]
    assert not set(plan["test"]) & set(plan["dev"])
    assert draw_plan(folder, seed=3) == plan
    assert draw_plan(folder, seed=4) != plan


def test_all_files_of_an_author_go_together(tmp_path: Path) -> None:
    authors = {f"f{n}": f"An {n // 3}" for n in range(12)}
    folder = corpus(tmp_path, dict.fromkeys(authors, 5), authors)
    for seed in range(5):
        plan = draw_plan(folder, seed=seed)
        for an in range(4):
            assert len({split_of(f"f{3 * an + n}", plan) for n in range(3)}) == 1


@pytest.mark.parametrize("sizes", [{"a": 90, "b": 5, "c": 5}, {"a": 1, "b": 1, "c": 1}])
def test_somebody_is_always_left_to_train(sizes: dict[str, int], tmp_path: Path) -> None:
    folder = corpus(tmp_path, sizes)
    for seed in range(6):
        plan = draw_plan(folder, seed=seed)
        assert {split_of(writer, plan) for writer in sizes} == {"train", "dev", "test"}


def test_two_authors_are_too_few(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="2 authors"):
        draw_plan(corpus(tmp_path, {"a": 3, "b": 3}), seed=0)


def test_a_plan_is_written_once(tmp_path: Path) -> None:
    folder = corpus(tmp_path, {"a": 1, 'b"': 1, "c": 1})
    plan = draw_plan(folder, seed=0)
    path = write_plan(folder, plan, seed=0)
    assert tomllib.loads(path.read_text("utf-8")) == plan
    with pytest.raises(UsageError, match="spoils what was measured"):
        write_plan(folder, plan, seed=0)
