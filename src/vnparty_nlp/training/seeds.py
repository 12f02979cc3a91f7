"""The same training under several seeds: how much of a figure is luck."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean, stdev
from typing import Any

from vnparty_nlp.evaluation.run import evaluate
from vnparty_nlp.training.train import Plan, settings_for

FIGURES = "seeds.json"


@dataclass(frozen=True, slots=True)
class SeedFigures:
    """Dev figures of one seed's model, which lies in `folder`."""

    seed: int
    folder: Path
    micro_f1: float
    macro_f1: float
    label_status_f1: float


_NAMES = ("micro_f1", "macro_f1", "label_status_f1")


def train_seeds(
    plan: Plan, seeds: Sequence[int], train: Callable[[Plan], Path]
) -> list[SeedFigures]:
    """Train one model a seed into `plan.out/seed-N` and measure it on the dev split; the figures,
    which `plan.out/seeds.json` keeps with their mean and spread.
    """
    figures = []
    for seed in seeds:
        folder = train(replace(plan, out=plan.out / f"seed-{seed}", seed=seed))
        scores = evaluate(plan.corpora, "dev", settings_for(folder))
        figures.append(
            SeedFigures(
                seed,
                folder,
                scores["micro_f1"][0],
                scores["macro_f1"][0],
                scores["label_status_f1"],
            )
        )
    text = json.dumps(_entries(figures), indent=2) + "\n"
    (plan.out / FIGURES).write_text(text, encoding="utf-8")
    return figures


def _entries(figures: Sequence[SeedFigures]) -> dict[str, Any]:
    values = {name: [getattr(found, name) for found in figures] for name in _NAMES}
    return {
        "seeds": [found.seed for found in figures],
        **{
            name: {"values": each, "mean": round(mean(each), 4), "spread": round(_spread(each), 4)}
            for name, each in values.items()
        },
    }


def _spread(values: Sequence[float]) -> float:
    """The standard deviation; 0 for a single value."""
    return stdev(values) if len(values) > 1 else 0.0


def seeds_table(figures: Sequence[SeedFigures]) -> str:
    """The dev figures as Markdown: a row a seed, then mean ± standard deviation."""
    rows = [
        f"| {found.seed} | {found.micro_f1:.3f} | {found.macro_f1:.3f} "
        f"| {found.label_status_f1:.3f} |"
        for found in figures
    ]
    each = [[getattr(found, name) for found in figures] for name in _NAMES]
    means = " | ".join(f"{mean(values):.3f} ± {_spread(values):.3f}" for values in each)
    head = "| seed, dev | label F1, micro | macro | label and status F1 |"
    return "\n".join([head, "| --- | --- | --- | --- |", *rows, f"| mean ± spread | {means} |"])
