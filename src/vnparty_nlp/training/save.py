"""The manifest of a model folder."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from vnparty_nlp import __version__
from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.tagging.calibration import LabelCalibration
from vnparty_nlp.tagging.model_folder import MANIFEST


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `model.json` says beside the corpus: `files` are those whose digests it keeps."""

    type: str
    calibrations: tuple[LabelCalibration, ...]
    seed: int
    files: tuple[str, ...]
    more: Mapping[str, Any] = field(default_factory=dict)


def save_manifest(folder: Path, manifest: Manifest, passages: Sequence[AnnotatedPassage]) -> Path:
    """Write `model.json` beside the weights; the folder."""
    digests = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in manifest.files
    }
    catalogue = load_catalogue()
    labels = list(catalogue.labels)
    together = hashlib.sha256("".join(digests.values()).encode()).hexdigest()
    entries = {
        "type": manifest.type,
        "model_id": f"{manifest.type}-{together[:12]}",
        "package_version": __version__,
        "catalogue_version": catalogue.version,
        "labels": labels,
        "calibration": {
            label: asdict(calibration)
            for label, calibration in zip(labels, manifest.calibrations, strict=True)
        },
        "sha256": digests,
        "seed": manifest.seed,
        "training_writers": sorted({passage.writer for passage in passages}),
        "training_passages": len(passages),
        **manifest.more,
    }
    text = json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    return folder
