from types import SimpleNamespace
from typing import cast

import pytest
import torch

from vnparty_nlp.training.best import Best
from vnparty_nlp.training.network import Network


def network() -> Network:
    return cast(Network, torch.nn.Linear(1, 1))


@pytest.mark.parametrize(
    ("figures", "kept"),
    [
        pytest.param([0.1, 0.3, 0.2], 1, id="the best"),
        pytest.param([0.1, 0.3, 0.3], 2, id="the later of equals"),
        pytest.param([0.3, 0.2, 0.1], 0, id="the first"),
    ],
)
def test_the_weights_of_the_best_epoch_are_kept(figures: list[float], kept: int) -> None:
    learner = network()
    best = Best(learner)
    for epoch, figure in enumerate(figures):
        torch.nn.init.constant_(cast(SimpleNamespace, learner).weight, epoch)
        best.see(learner, figure)
    best.restore(learner)
    assert cast(SimpleNamespace, learner).weight.item() == kept
    assert best.figures == figures


def test_a_checkpoint_brings_it_back() -> None:
    learner = network()
    best = Best(learner)
    best.see(learner, 0.5)
    other = Best(network())
    other.load_state_dict(best.state_dict())
    again = network()
    other.restore(again)
    assert torch.equal(again.state_dict()["weight"], learner.state_dict()["weight"])
    assert other.figures == [0.5]
