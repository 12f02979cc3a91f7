"""The steps of an encoder's training: which texts learn together, and at what rate."""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import torch

from vnparty_nlp.training.network import Network
from vnparty_nlp.training.recipe import Recipe

Item = TypeVar("Item")
_SORTED_BATCHES = 16


def batches(
    items: Sequence[Item], size: int, chance: random.Random, length: Callable[[Item], int]
) -> Iterator[list[Item]]:
    """One epoch: every item once, in batches of similar length, in random order."""
    drawn = chance.sample(items, len(items))
    found = []
    for start in range(0, len(drawn), _SORTED_BATCHES * size):
        near = sorted(drawn[start : start + _SORTED_BATCHES * size], key=length)
        found += [near[place : place + size] for place in range(0, len(near), size)]
    chance.shuffle(found)
    yield from found


def make_optimizer(
    network: Network, recipe: Recipe, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
    """AdamW with a rate for the encoder and one for the heads, and their course over the steps:
    linear warm-up over a tenth, then linear decay.
    """
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
