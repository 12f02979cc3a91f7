"""Where an interrupted training goes on: the state at the end of its last whole epoch."""

import hashlib
import json
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from vnparty_nlp.evaluation.corpus import passage_line
from vnparty_nlp.tagging.encoder import NETWORK, TOKENIZER
from vnparty_nlp.training.lessons import Material
from vnparty_nlp.training.recipe import Recipe

CHECKPOINT = "checkpoint.pt"


@dataclass(frozen=True, slots=True)
class State:
    """What a training needs to go on: what it trains by name, chance, and how far it came."""

    parts: dict[str, Any]
    chance: random.Random


def training_id(base: Path, material: Material, recipe: Recipe) -> str:
    """A digest of all that decides how a training goes; another one is another training."""
    digest = hashlib.sha256(json.dumps(asdict(recipe)).encode())
    digest.update((base / "config.json").read_bytes())
    digest.update((base / "model.safetensors").read_bytes())
    files = [base / TOKENIZER]
    files += [teacher / name for teacher in material.teachers for name in (NETWORK, TOKENIZER)]
    for file in files:
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    for split in (material.passages, material.dev):
        lines = [(passage.writer, passage_line(passage)) for passage in split]
        digest.update(json.dumps(lines).encode())
    return digest.hexdigest()


def save_state(folder: Path, name: str, state: State, losses: Sequence[float]) -> None:
    """Write the state; an interruption while writing leaves the former one."""
    version, internal, gauss = state.chance.getstate()
    entries = {
        "training": name,
        "losses": list(losses),
        "chance": (version, list(internal), gauss),
        "torch": torch.get_rng_state(),
        "parts": {part: value.state_dict() for part, value in state.parts.items()},
    }
    fresh = folder / f"{CHECKPOINT}.new"
    torch.save(entries, fresh)
    fresh.replace(folder / CHECKPOINT)


def load_state(folder: Path, name: str, state: State) -> list[float]:
    """Put the saved state into `state`; the losses so far, none where there is nothing saved of
    this very training. Weights only are unpickled, never code.
    """
    path = folder / CHECKPOINT
    if not path.is_file():
        return []
    entries = torch.load(path, weights_only=True)
    if entries["training"] != name:
        return []
    for part, value in state.parts.items():
        value.load_state_dict(entries["parts"][part])
    version, internal, gauss = entries["chance"]
    state.chance.setstate((version, tuple(internal), gauss))
    torch.set_rng_state(entries["torch"])
    losses: list[float] = entries["losses"]
    return losses
