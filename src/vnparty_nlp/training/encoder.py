"""Fine-tuning of the encoder on annotated passages."""

import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Encoding, Tokenizer
from torch import Tensor, nn

from vnparty_nlp.catalogue import Catalogue
from vnparty_nlp.training.marking import Lesson, mark_names, vary
from vnparty_nlp.training.network import Network

_NONE = -100


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the encoder is trained. Learning rates are peaks: linear warm-up, then linear decay."""

    epochs: int = 10
    batch: int = 16
    encoder_rate: float = 2e-4
    head_rate: float = 5e-3
    max_tokens: int = 192
    label_weight: float = 10.0
    status_weight: float = 0.3
    mark_weight: float = 20.0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Targets:
    """Labels [batch, labels], statuses [batch, labels] (-100: none), marks [batch, tokens, marks]
    and which of these marks count.
    """

    labels: Tensor
    statuses: Tensor
    marks: Tensor
    counted: Tensor


def load_tokenizer(base: Path, max_tokens: int) -> Tokenizer:
    """The tokenizer of a base model, cutting and padding as training and inference need."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.enable_truncation(max_tokens)
    tokenizer.enable_padding(pad_id=1, pad_token="<pad>")
    return tokenizer


def fine_tune(
    base: Path,
    taught: Sequence[Lesson],
    catalogue: Catalogue,
    recipe: Recipe,
    on_step: Callable[[int, int, float], None],
) -> Network:
    """The trained network. `on_step` is told the step, how many there are, and the loss."""
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)
    tokenizer = load_tokenizer(base, recipe.max_tokens)
    network = Network(
        base,
        labels=len(catalogue.labels),
        statuses=len(catalogue.statuses),
        marks=len(mark_names(catalogue)),
    ).train()
    steps = recipe.epochs * math.ceil(len(taught) / recipe.batch)
    optimizer, schedule = _optimizer(network, recipe, steps)
    step = 0
    for _ in range(recipe.epochs):
        for batch in _batches(taught, recipe.batch, chance):
            encodings = tokenizer.encode_batch([item.text for item in batch])
            loss = _loss(network, encodings, make_targets(batch, encodings, catalogue), recipe)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            on_step(step, steps, loss.item())
    return network.eval()


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


def _batches(taught: Sequence[Lesson], size: int, chance: random.Random) -> Iterator[list[Lesson]]:
    """One epoch: every lesson once, varied, in batches of similar length in random order."""
    varied = [vary(item, chance) for item in taught]
    chance.shuffle(varied)
    batches = []
    for start in range(0, len(varied), 16 * size):
        bucket = sorted(varied[start : start + 16 * size], key=lambda item: len(item.text))
        batches += [bucket[place : place + size] for place in range(0, len(bucket), size)]
    chance.shuffle(batches)
    yield from batches


def make_targets(
    batch: Sequence[Lesson], encodings: Sequence[Encoding], catalogue: Catalogue
) -> Targets:
    """What the network should answer for a batch of lessons."""
    labels, statuses = list(catalogue.labels), list(catalogue.statuses)
    place = {name: index for index, name in enumerate(mark_names(catalogue))}
    tokens = len(encodings[0].ids)
    wanted = torch.zeros(len(batch), len(labels))
    status = torch.full((len(batch), len(labels)), _NONE)
    marks = torch.zeros(len(batch), tokens, len(place))
    counted = torch.tensor([e.attention_mask for e in encodings], dtype=torch.float32)
    counted = counted.unsqueeze(-1).repeat(1, 1, len(place))
    for row, (item, encoding) in enumerate(zip(batch, encodings, strict=True)):
        for label, name in item.labels:
            wanted[row, labels.index(label)] = 1
            status[row, labels.index(label)] = statuses.index(name)
        for name, span in item.marks:
            for token, (start, end) in enumerate(encoding.offsets):
                if start < end and start < span.end and end > span.start:
                    marks[row, token, place[name]] = 1
        for name in item.untaught:
            if name in place:
                counted[row, :, place[name]] = 0
    return Targets(wanted, status, marks, counted)


def _loss(
    network: Network, encodings: Sequence[Encoding], targets: Targets, recipe: Recipe
) -> Tensor:
    ids = torch.tensor([e.ids for e in encodings])
    mask = torch.tensor([e.attention_mask for e in encodings])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        labels, statuses, marks = network(ids, mask)
    binary = nn.functional.binary_cross_entropy_with_logits
    loss = recipe.label_weight * binary(labels.float(), targets.labels)
    if (targets.statuses != _NONE).any():
        loss = loss + recipe.status_weight * nn.functional.cross_entropy(
            statuses.float().flatten(0, 1), targets.statuses.flatten(), ignore_index=_NONE
        )
    each = binary(marks.float(), targets.marks, reduction="none")
    share: Tensor = (each * targets.counted).sum() / targets.counted.sum()
    return loss + recipe.mark_weight * share
