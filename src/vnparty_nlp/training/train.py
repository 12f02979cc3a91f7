"""`vnparty train`: from `corpora/` to a model folder."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file

from vnparty_nlp import __version__
from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.evaluation.corpus import AnnotatedPassage, read_corpus
from vnparty_nlp.evaluation.splits import split_files
from vnparty_nlp.tagging.calibration import LabelCalibration
from vnparty_nlp.tagging.model_folder import MANIFEST, WEIGHTS
from vnparty_nlp.training.augment import examples
from vnparty_nlp.training.card import model_card
from vnparty_nlp.training.decide import calibrate
from vnparty_nlp.training.linear import LinearWeights, fit, targets, unseen_writer_scores

CARD = "README.md"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to train: the corpus folder, where the model goes, and the seed of the augmentation."""

    corpora: Path
    out: Path
    seed: int = 0


def train(plan: Plan, on_step: Callable[[str], None]) -> Path:
    """Train the linear tagger on the training split; the model's folder.

    `on_step` is told what is being done. The same corpus and seed give the same bytes.
    """
    passages = list(read_corpus(split_files(plan.corpora, "train")))
    on_step(f"{len(passages)} passages of {len({p.writer for p in passages})} writers")
    scores = unseen_writer_scores(passages, seed=plan.seed, on_step=on_step)
    calibrations = calibrate(scores.astype(np.float64), targets(passages))
    on_step("final fit on all training writers")
    weights = fit(examples(passages, seed=plan.seed))
    return _save(plan, weights, calibrations, passages)


def _save(
    plan: Plan,
    weights: LinearWeights,
    calibrations: Sequence[LabelCalibration],
    passages: Sequence[AnnotatedPassage],
) -> Path:
    plan.out.mkdir(parents=True, exist_ok=True)
    tensors: dict[str, npt.NDArray[Any]] = {
        "columns": weights.columns.astype(np.uint32),
        "idf": weights.idf.astype(np.float16),
        "weights": weights.weights.astype(np.float16),
        "bias": weights.bias.astype(np.float32),
    }
    save_file(tensors, plan.out / WEIGHTS)
    digest = hashlib.sha256((plan.out / WEIGHTS).read_bytes()).hexdigest()
    catalogue = load_catalogue()
    labels = list(catalogue.labels)
    manifest = {
        "type": "linear",
        "model_id": f"linear-{digest[:12]}",
        "package_version": __version__,
        "catalogue_version": catalogue.version,
        "labels": labels,
        "calibration": {
            label: asdict(calibration)
            for label, calibration in zip(labels, calibrations, strict=True)
        },
        "weights_sha256": digest,
        "seed": plan.seed,
        "training_writers": sorted({passage.writer for passage in passages}),
        "training_passages": len(passages),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (plan.out / MANIFEST).write_text(text, encoding="utf-8")
    (plan.out / CARD).write_text(model_card(manifest, passages), encoding="utf-8")
    return plan.out
