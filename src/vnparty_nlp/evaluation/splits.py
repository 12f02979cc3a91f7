"""Which writers' passages train, which choose between models, and which judge."""

import tomllib
from pathlib import Path
from typing import Literal

from vnparty_nlp.errors import CorpusError

Split = Literal["train", "dev", "test"]


def split_files(corpora: Path, split: Split) -> tuple[Path, ...]:
    """The passage files of a split, sorted; CorpusError where there is none."""
    plan = corpora / "splits.toml"
    if not plan.is_file():
        raise CorpusError(str(plan), 0, "is missing, so it is unknown which writers train")
    table: dict[str, list[str]] = tomllib.loads(plan.read_text("utf-8"))
    files = sorted((corpora / "passages").glob("*.jsonl"))
    held_out = {writer for writers in table.values() for writer in writers}
    chosen = tuple(
        path
        for path in files
        if (path.stem not in held_out if split == "train" else path.stem in table[split])
    )
    if not chosen:
        raise CorpusError(str(corpora / "passages"), 0, f"holds no file of the {split} split")
    return chosen
