"""How much the writers matter: dev figures over the number of training writers, and each training
writer judged by a model of all others. With the linear model, which learns in a minute.

python scripts/measure_writers.py curve|leave-one-out [--corpora corpora] [--seed 0]

Prints a Markdown table. Thresholds and calibration never come from the writers that are judged.
"""

import argparse
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean, stdev

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from vnparty_nlp.catalogue import load_catalogue  # noqa: E402
from vnparty_nlp.evaluation.corpus import AnnotatedPassage, read_corpus  # noqa: E402
from vnparty_nlp.evaluation.paired import count_table, macro_f1, micro_f1  # noqa: E402
from vnparty_nlp.evaluation.splits import split_files  # noqa: E402
from vnparty_nlp.tagging.calibration import Scores, chosen_labels, probabilities  # noqa: E402
from vnparty_nlp.tagging.marks import MarkRestorer  # noqa: E402
from vnparty_nlp.training.augment import whole  # noqa: E402
from vnparty_nlp.training.decide import calibrate  # noqa: E402
from vnparty_nlp.training.linear import examples, fit, targets  # noqa: E402
from vnparty_nlp.training.marks import count_marks  # noqa: E402

Passages = Sequence[AnnotatedPassage]
STEPS = (4, 8, 12, 16, 20, 24)


def writers_of(passages: Passages) -> list[str]:
    """The writers of at least one labelled passage, in order of name."""
    return sorted({passage.writer for passage in passages if passage.annotations})


def scorer(learnt: Passages, seed: int) -> Callable[[Passages], Scores]:
    """The raw scores [passages, labels] of a model of `learnt`, as the tagger would read them."""
    weights = fit(examples(learnt, seed=seed))
    marks = MarkRestorer(count_marks(learnt))

    def scores(passages: Passages) -> Scores:
        texts = [marks.restore(whole(passage).text) for passage in passages]
        return weights.scores(texts).astype(np.float64)

    return scores


def f1_micro_macro(
    chosen_by: tuple[Scores, Passages], judged: tuple[Scores, Passages]
) -> tuple[float, float]:
    """Micro and macro F1 of the second, with calibration and thresholds from the first."""
    calibrations = calibrate(chosen_by[0], targets(chosen_by[1]))
    labels = tuple(load_catalogue().labels)
    answers = [
        frozenset(label for _, label, _ in chosen_labels(row, labels, calibrations))
        for row in probabilities(judged[0], calibrations)
    ]
    counts = count_table([passage.labels for passage in judged[1]], answers)
    return micro_f1(counts), macro_f1(counts)


def across_dev(scores: Scores, dev: Passages) -> tuple[float, float]:
    """Means over the dev writers, each judged with thresholds from the others."""
    found = []
    for writer in writers_of(dev):
        own = [place for place, passage in enumerate(dev) if passage.writer == writer]
        others = [place for place, passage in enumerate(dev) if passage.writer != writer]
        found.append(
            f1_micro_macro(
                (scores[others], [dev[i] for i in others]), (scores[own], [dev[i] for i in own])
            )
        )
    return mean(micro for micro, _ in found), mean(macro for _, macro in found)


def curve(train: Passages, dev: Passages, seed: int) -> str:
    """A row for each number of writers, drawn in one random order; ordinary text is always in."""
    order = writers_of(train)
    random.Random(seed).shuffle(order)
    rows = ["| writers | passages | micro F1, dev | macro |", "| ---: | ---: | ---: | ---: |"]
    for count in (*(step for step in STEPS if step < len(order)), len(order)):
        left_out = set(order[count:])
        learnt = [passage for passage in train if passage.writer not in left_out]
        micro, macro = across_dev(scorer(learnt, seed)(dev), dev)
        rows.append(f"| {count} | {len(learnt):,} | {micro:.3f} | {macro:.3f} |")
        print(rows[-1], file=sys.stderr, flush=True)
    return "\n".join(rows)


def leave_one_out(train: Passages, dev: Passages, seed: int) -> str:
    """A row for each training writer, then mean, spread, least and most of micro F1."""
    rows, figures = ["| writer | micro F1 | macro |", "| --- | ---: | ---: |"], []
    for writer in writers_of(train):
        scores = scorer([passage for passage in train if passage.writer != writer], seed)
        own = [passage for passage in train if passage.writer == writer]
        micro, macro = f1_micro_macro((scores(dev), dev), (scores(own), own))
        figures.append(micro)
        rows.append(f"| {writer} | {micro:.3f} | {macro:.3f} |")
        print(rows[-1], file=sys.stderr, flush=True)
    told = f"{mean(figures):.3f} ± {stdev(figures):.3f}, {min(figures):.3f} to {max(figures):.3f}"
    return "\n".join([*rows, f"| mean ± spread, least to most | {told} | |"])


MEASURES = {"curve": curve, "leave-one-out": leave_one_out}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; exit code 0."""
    parser = argparse.ArgumentParser(description="How much the writers matter.")
    parser.add_argument("measure", choices=MEASURES)
    parser.add_argument("--corpora", type=Path, default=ROOT / "corpora")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(arguments)
    train, dev = (list(read_corpus(split_files(given.corpora, s))) for s in ("train", "dev"))
    print(MEASURES[given.measure](train, dev, given.seed))
    return 0


if __name__ == "__main__":
    sys.exit(main())
