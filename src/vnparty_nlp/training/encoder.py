"""Fine-tuning of the encoder on annotated passages."""

import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Encoding, Tokenizer
from torch import Tensor, nn

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.tagging.encoder import MAX_TOKENS, TOKENIZER
from vnparty_nlp.training.augment import ORIGINAL, Example, draw
from vnparty_nlp.training.checkpoint import State, load_state, save_state, training_id
from vnparty_nlp.training.network import Network
from vnparty_nlp.training.recipe import Recipe

_NONE = -100


def load_tokenizer(base: Path) -> Tokenizer:
    """The tokenizer of a base model, cutting and padding as training and inference need."""
    tokenizer = Tokenizer.from_file(str(base / TOKENIZER))
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.enable_padding(pad_id=1, pad_token="<pad>")
    return tokenizer


@dataclass(frozen=True, slots=True)
class Trained:
    """The trained network, and the loss of each step."""

    network: Network
    losses: tuple[float, ...]


def fine_tune(
    base: Path,
    passages: Sequence[AnnotatedPassage],
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
    tokenizer = load_tokenizer(base)
    catalogue = load_catalogue()
    labels, statuses = list(catalogue.labels), list(catalogue.statuses)
    network = Network(base, labels=len(labels), statuses=len(statuses))
    network.train()
    an_epoch = math.ceil(len(passages) / recipe.batch)
    optimizer, schedule = _optimizer(network, recipe, recipe.epochs * an_epoch)
    parts = {"network": network, "optimizer": optimizer, "schedule": schedule}
    state, name = State(parts, chance), training_id(base, passages, recipe)
    losses = load_state(kept, name, state) if kept else []
    for _ in range(len(losses) // an_epoch, recipe.epochs):
        for batch in _batches(passages, recipe.batch, chance, original=recipe.original):
            encodings = tokenizer.encode_batch([example.text for example in batch])
            # bfloat16 halves the time on processors that have it, with the same accuracy.
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = network(*_inputs(encodings))
            loss = _loss(scores, _targets(batch, labels, statuses), recipe)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
            on_step(len(losses), recipe.epochs * an_epoch, losses[-1])
        if kept:
            save_state(kept, name, state, losses)
    network.eval()
    return Trained(network, tuple(losses))


def _optimizer(
    network: Network, recipe: Recipe, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in network.encoder.parameters()}
    heads = [p for p in network.parameters() if id(p) not in known]
    optimizer = torch.optim.AdamW(
        [
            {"params": encoder, "lr": recipe.encoder_rate, "weight_decay": 0.01},
            {"params": heads, "lr": recipe.head_rate},
        ]
    )

    def rate(step: int) -> float:
        return min((step + 1) / (0.1 * steps), max(0.0, (steps - step) / (0.9 * steps)))

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, rate)


def _batches(
    passages: Sequence[AnnotatedPassage],
    size: int,
    chance: random.Random,
    *,
    original: float = ORIGINAL,
) -> Iterator[list[Example]]:
    """One epoch: a variant of every passage, in batches of similar length in random order."""
    drawn = [draw(passage, chance, original=original) for passage in passages]
    chance.shuffle(drawn)
    batches = []
    for start in range(0, len(drawn), 16 * size):
        bucket = sorted(drawn[start : start + 16 * size], key=lambda example: len(example.text))
        batches += [bucket[place : place + size] for place in range(0, len(bucket), size)]
    chance.shuffle(batches)
    yield from batches


def _inputs(encodings: Sequence[Encoding]) -> tuple[Tensor, Tensor]:
    ids = torch.tensor([encoding.ids for encoding in encodings])
    return ids, torch.tensor([encoding.attention_mask for encoding in encodings])


def _targets(
    batch: Sequence[Example], labels: list[str], statuses: list[str]
) -> tuple[Tensor, Tensor]:
    """Labels [batch, labels] as 0 or 1, and the index of their status, `_NONE` for no label."""
    wanted = torch.zeros(len(batch), len(labels))
    status = torch.full((len(batch), len(labels)), _NONE)
    for row, example in enumerate(batch):
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
