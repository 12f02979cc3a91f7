"""Which writers' passages train, which choose between models, and which judge."""

import random
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from vnparty_nlp.errors import CorpusError, UsageError, Wording
from vnparty_nlp.evaluation.corpus import read_corpus
from vnparty_nlp.evaluation.writers import CARDS, read_cards

Split = Literal["train", "dev", "test"]
PLAN, PASSAGES = "splits.toml", "passages"


def split_files(corpora: Path, split: Split) -> tuple[Path, ...]:
    """The passage files of a split, sorted; CorpusError where there is none."""
    plan = corpora / PLAN
    if not plan.is_file():
        raise CorpusError(str(plan), 0, "is missing, so it is unknown which writers train")
    table: dict[str, list[str]] = tomllib.loads(plan.read_text("utf-8"))
    files = sorted((corpora / PASSAGES).glob("*.jsonl"))
    chosen = tuple(path for path in files if split_of(path.stem, table) == split)
    if not chosen:
        raise CorpusError(str(corpora / PASSAGES), 0, f"holds no file of the {split} split")
    return chosen


def split_of(writer: str, plan: Mapping[str, Sequence[str]]) -> str:
    """The split of a writer; whoever is not kept apart trains."""
    return next((split for split, writers in plan.items() if writer in writers), "train")


def draw_plan(
    corpora: Path, *, seed: int, dev: float = 0.15, test: float = 0.15
) -> dict[str, list[str]]:
    """Writers drawn for dev and test so that each holds about that share of the passages.

    All files of one author go the same way. UsageError where there are fewer than three authors
    or nothing would be left to train with; CorpusError where a passage breaks a rule.
    """
    files = sorted((corpora / PASSAGES).glob("*.jsonl"))
    cards = read_cards(corpora / CARDS) if (corpora / CARDS).is_file() else {}
    sizes = {path.stem: sum(1 for _ in read_corpus([path])) for path in files}
    hands: dict[str, list[str]] = {}
    for writer in sizes:
        hands.setdefault(cards[writer].author if writer in cards else writer, []).append(writer)
    if len(hands) < 3 or min(dev, test) <= 0 or dev + test >= 1:
        raise UsageError(
            Wording(
                vi=f"có {len(hands)} tác giả; cần ít nhất 3, và tỷ lệ dev + test dưới 1.",
                en=f"{len(hands)} authors; needs at least 3, and dev + test below 1.",
            )
        )
    authors = sorted(hands)
    random.Random(seed).shuffle(authors)
    weights = {author: sum(sizes[writer] for writer in hands[author]) for author in authors}
    total, plan = sum(weights.values()), {}
    # Two authors at least stay to train, where there are enough; one for each split in any case.
    training = 2 if len(authors) > 3 else 1
    for split, share, left in (("test", test, training + 1), ("dev", dev, training)):
        drawn = [authors.pop()]
        # The next one is drawn as long as that brings the split nearer to its share.
        while len(authors) > left and (
            sum(weights[author] for author in drawn) + weights[authors[-1]] / 2 <= share * total
        ):
            drawn.append(authors.pop())
        plan[split] = sorted(writer for author in drawn for writer in hands[author])
    return plan


def write_plan(corpora: Path, plan: Mapping[str, Sequence[str]], *, seed: int) -> Path:
    """Write `splits.toml`; UsageError where there is one, which judged something already."""
    path = corpora / PLAN
    if path.exists():
        raise UsageError(
            Wording(
                vi=f"{path}: đã có. Chia lại làm hỏng các phép đo trước; hãy xóa tệp nếu thật cần.",
                en=f"{path}: exists. A new split spoils what was measured; delete it if you must.",
            )
        )
    lines = [f"# Drawn by author with seed {seed}. All other writers train."]
    lines += [f"{split} = [{', '.join(map(_quoted, plan[split]))}]" for split in ("test", "dev")]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
