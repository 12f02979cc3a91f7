"""Models beside each other on one split: accuracy against speed and size.

python scripts/compare_models.py linear models/big combined [--split test] [--repeats 5]

For each model with an encoder a row for the encoder alone is added (calibrated on dev, nothing
screened out). Speeds are medians of interleaved rounds with two threads, over the passages of the
sample documents, most of which carry a label, and over ordinary text, most of which the screen
keeps from the encoder; `x` is the ratio to the first row.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.plan import Plan, make_plan  # noqa: E402
from benchmarks.rounds import interleave  # noqa: E402
from benchmarks.suites.tagging import sample_passages  # noqa: E402
from vnparty_nlp import tagging  # noqa: E402
from vnparty_nlp.evaluation.corpus import AnnotatedPassage, read_corpus  # noqa: E402
from vnparty_nlp.evaluation.splits import Split, split_files  # noqa: E402
from vnparty_nlp.evaluation.tagging import TaggingScores, score_tagging  # noqa: E402
from vnparty_nlp.pipeline import passage_of  # noqa: E402
from vnparty_nlp.records import Passage, Tag  # noqa: E402
from vnparty_nlp.settings import load_settings  # noqa: E402
from vnparty_nlp.tagging.calibration import chosen_labels, probabilities  # noqa: E402
from vnparty_nlp.tagging.encoder import NETWORK, TOKENIZER, Encoder  # noqa: E402
from vnparty_nlp.tagging.marks import MarkRestorer, load_marks  # noqa: E402
from vnparty_nlp.tagging.model_folder import find_model, read_manifest  # noqa: E402
from vnparty_nlp.tagging.protocol import Tagger  # noqa: E402
from vnparty_nlp.tagging.wording import wordings  # noqa: E402
from vnparty_nlp.training.decide import calibrate  # noqa: E402
from vnparty_nlp.training.linear import targets  # noqa: E402

THREADS = 2


class EncoderAlone:
    """The encoder of a model folder without its linear model, calibrated on the dev split."""

    def __init__(self, folder: Path, dev: Sequence[AnnotatedPassage]) -> None:
        self._labels = tuple(read_manifest(folder)["labels"])
        self._marks = MarkRestorer(load_marks(folder))
        self._encoder = Encoder(folder, threads=THREADS)
        scores = self._scores([passage_of(passage.text) for passage in dev])
        self._calibrations = calibrate(scores, targets(dev))

    def tag(self, passages: Sequence[Passage]) -> tuple[tuple[Tag, ...], ...]:
        """Labels alone, no statuses."""
        return tuple(
            tuple(
                Tag(label, chance)
                for _, label, chance in chosen_labels(row, self._labels, self._calibrations)
            )
            for row in probabilities(self._scores(passages), self._calibrations)
        )

    def _scores(self, passages: Sequence[Passage]) -> np.ndarray:
        return self._encoder.scores(wordings(passages, self._marks))[0].astype(np.float64)


@dataclass(frozen=True, slots=True)
class Rival:
    """A way to tag, and the size of the files it reads."""

    tagger: Tagger
    megabytes: float


def rivals(names: Sequence[str], dev: Sequence[AnnotatedPassage]) -> dict[str, Rival]:
    """The models by name, each with an encoder also without its linear model."""
    found: dict[str, Rival] = {}
    settings = load_settings().tagging
    for name in names:
        folder = find_model(name)
        chosen = replace(settings, model=str(folder), threads=THREADS)
        if (folder / NETWORK).is_file():
            alone = _megabytes(folder, (NETWORK, TOKENIZER))
            found[f"{name}, encoder alone"] = Rival(EncoderAlone(folder, dev), alone)
        files = tuple(read_manifest(folder)["sha256"])
        found[name] = Rival(tagging.build(chosen), _megabytes(folder, files))
    return found


def _megabytes(folder: Path, files: Sequence[str]) -> float:
    return sum((folder / file).stat().st_size for file in files) / 1e6


def seconds_of(tagger: Tagger, passages: Sequence[Passage]) -> Callable[[], float]:
    """A timed run over the passages."""

    def run() -> float:
        started = perf_counter()
        tagger.tag(passages)
        return perf_counter() - started

    return run


def speeds(
    found: dict[str, Rival], passages: Sequence[Passage], repeats: int
) -> dict[str, tuple[str, str]]:
    """Of each rival passages a second, and the ratio to the first with the least and the most."""
    rounds = interleave(
        {name: seconds_of(rival.tagger, passages) for name, rival in found.items()}, repeats
    )
    first = rounds[next(iter(found))]
    told = {}
    for name, taken in rounds.items():
        ratios = [other / own for own, other in zip(taken, first, strict=True)]
        rate = f"{len(passages) / median(taken):.0f}"
        told[name] = rate, f"{median(ratios):.2f} [{min(ratios):.2f}, {max(ratios):.2f}]"
    return told


def table(found: dict[str, Rival], scores: dict[str, TaggingScores], plan: Plan) -> str:
    """A row a rival."""
    dense = speeds(found, [passage_of(text) for text in sample_passages(plan)], plan.repeats)
    ordinary = speeds(found, ordinary_passages(plan), plan.repeats)
    rows = [
        "| model | label F1, micro [95 %] | macro [95 %] | passages/s, samples | x "
        "| passages/s, ordinary text | x | MB |",
        "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, rival in found.items():
        scored = scores[name]
        cells = [
            name,
            _f1(scored.micro_f1, scored.micro_interval),
            _f1(scored.macro_f1, scored.macro_interval),
            *dense[name],
            *ordinary[name],
            f"{rival.megabytes:.1f}",
        ]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def ordinary_passages(plan: Plan) -> list[Passage]:
    """Text without a label, `plan.passages` in all."""
    texts = read_corpus(sorted((plan.corpora / "everyday").glob("*.jsonl")))
    return [passage_of(entry.text) for entry in texts][: plan.passages]


def _f1(value: float, interval: tuple[float, float]) -> str:
    return "{:.3f} [{:.3f}, {:.3f}]".format(value, *interval)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; exit code 0."""
    parser = argparse.ArgumentParser(description="Accuracy against speed and size.")
    parser.add_argument("models", nargs="+", help="names or folders, the biggest encoder first")
    parser.add_argument("--corpora", type=Path, default=ROOT / "corpora")
    parser.add_argument("--split", choices=["dev", "test"], default="test")
    parser.add_argument("--repeats", type=int, default=5)
    given = parser.parse_args(arguments)
    dev, judged = (_read(given.corpora, split) for split in ("dev", given.split))
    found = rivals(given.models, dev)
    scores = {name: score_tagging(rival.tagger, judged) for name, rival in found.items()}
    print(table(found, scores, replace(make_plan(quick=True), repeats=given.repeats)))
    return 0


def _read(corpora: Path, split: Split) -> list[AnnotatedPassage]:
    return list(read_corpus(split_files(corpora, split)))


if __name__ == "__main__":
    sys.exit(main())
