"""Fine-tuning of the encoder on annotated passages."""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.errors import UsageError, Wording
from vnparty_nlp.tagging.encoder import MAX_TOKENS, TOKENIZER
from vnparty_nlp.training.augment import Example
from vnparty_nlp.training.best import Best, DevReader
from vnparty_nlp.training.checkpoint import State, load_state, save_state, training_id
from vnparty_nlp.training.lessons import Lesson, Lessons, Material
from vnparty_nlp.training.network import Network, inputs
from vnparty_nlp.training.recipe import Recipe
from vnparty_nlp.training.steps import batches, make_optimizer

_NONE = -100
# Beside the likeness of probabilities that of raw scores, which tells where both are near 0.
_SCORE_WEIGHT = 0.05


def padding_tokenizer(base: Path) -> Tokenizer:
    """The tokenizer of a base model, cutting and padding as training and inference need."""
    tokenizer = Tokenizer.from_file(str(base / TOKENIZER))
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.enable_padding(pad_id=1, pad_token="<pad>")
    return tokenizer


@dataclass(frozen=True, slots=True)
class Trained:
    """The network after the epoch that was best on dev, the loss of each step, and the average
    precision on dev after each epoch.
    """

    network: Network
    losses: tuple[float, ...]
    dev: tuple[float, ...]


def fine_tune(
    base: Path,
    material: Material,
    recipe: Recipe,
    on_step: Callable[[int, int, float], None],
    *,
    kept: Path | None = None,
) -> Trained:
    """Train the encoder in `base`. `on_step` is told the step, how many there are, and the loss.

    With a folder `kept` the state is saved there after each epoch, and the same training that was
    interrupted goes on from it with the same result.
    """
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)
    tokenizer = padding_tokenizer(base)
    catalogue = load_catalogue()
    labels, statuses = list(catalogue.labels), list(catalogue.statuses)
    lessons, reader = Lessons(material, recipe, chance), DevReader(material, tokenizer)
    network = Network(base, labels=len(labels), statuses=len(statuses), layers=recipe.layers)
    if material.teachers:
        network.start_as(material.teachers[0])
    an_epoch = math.ceil(len(material.passages) / recipe.batch)
    optimizer, schedule = make_optimizer(network, recipe, recipe.epochs * an_epoch)
    best = Best(network)
    parts = {"network": network, "optimizer": optimizer, "schedule": schedule, "best": best}
    state, name = State(parts, chance), training_id(base, material, recipe)
    losses = load_state(kept, name, state) if kept else []
    for epoch in range(len(losses) // an_epoch, recipe.epochs):
        network.train()
        for batch in batches(lessons.of_epoch(epoch), recipe.batch, chance, _length):
            encodings = tokenizer.encode_batch([lesson.example.text for lesson in batch])
            # bfloat16 halves the time on processors that have it, with the same accuracy.
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = network(*inputs(encodings))
            targets = _targets([lesson.example for lesson in batch], labels, statuses)
            loss = _loss(scores, targets, recipe) + _taught_loss(scores, batch, recipe)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(_finite(loss.item()))
            on_step(len(losses), recipe.epochs * an_epoch, losses[-1])
        best.see(network, reader.average_precision(network))
        if kept:
            save_state(kept, name, state, losses)
    best.restore(network)
    return Trained(network.eval(), tuple(losses), tuple(best.figures))


def _finite(loss: float) -> float:
    if not math.isfinite(loss):
        raise UsageError(
            Wording(
                vi="quá trình học phân kỳ. Hãy giảm encoder_rate hoặc head_rate (--config).",
                en="the training diverged. Lower encoder_rate or head_rate (--config).",
            )
        )
    return loss


def _length(lesson: Lesson) -> int:
    """Characters of the text that is learnt."""
    return len(lesson.example.text)


def _targets(
    examples: Sequence[Example], labels: list[str], statuses: list[str]
) -> tuple[Tensor, Tensor]:
    """Labels [batch, labels] as 0 or 1, and the index of their status, `_NONE` for no label."""
    wanted = torch.zeros(len(examples), len(labels))
    status = torch.full((len(examples), len(labels)), _NONE)
    for row, example in enumerate(examples):
        for label, name in example.records:
            wanted[row, labels.index(label)] = 1
            status[row, labels.index(label)] = statuses.index(name)
    return wanted, status


def _loss(scores: tuple[Tensor, Tensor], targets: tuple[Tensor, Tensor], recipe: Recipe) -> Tensor:
    labels, statuses = (part.float() for part in scores)
    wanted, status = targets
    binary = nn.functional.binary_cross_entropy_with_logits
    loss: Tensor = recipe.label_weight * binary(labels, wanted)
    if (status != _NONE).any():
        loss = loss + recipe.status_weight * nn.functional.cross_entropy(
            statuses.flatten(0, 1), status.flatten(), ignore_index=_NONE
        )
    return loss


def _taught_loss(scores: tuple[Tensor, Tensor], batch: Sequence[Lesson], recipe: Recipe) -> Tensor:
    """How far the scores are from the teachers'; 0 without teachers.

    Method: G. Hinton, O. Vinyals, J. Dean, Distilling the knowledge in a neural network (2015).
    """
    taught = [lesson.taught for lesson in batch if lesson.taught is not None]
    if not taught:
        return torch.zeros(())
    labels, statuses = (part.float() for part in scores)
    wanted, shares = (torch.from_numpy(np.stack(part)) for part in zip(*taught, strict=True))
    chances = wanted.sigmoid()
    binary = nn.functional.binary_cross_entropy_with_logits(labels, chances)
    apart = nn.functional.kl_div(statuses.log_softmax(-1), shares, reduction="none").sum(-1)
    status = (chances * apart).sum() / chances.sum().clamp(min=1)
    alike = recipe.label_weight * binary + recipe.status_weight * status
    near = _SCORE_WEIGHT * nn.functional.mse_loss(labels, wanted)
    loss: Tensor = recipe.teacher_weight * (alike + near)
    return loss
