"""The epoch to keep: the one whose network does best on passages of the dev split."""

from typing import Any

import numpy as np
import torch
from sklearn.metrics import average_precision_score
from tokenizers import Tokenizer

from vnparty_nlp.tagging.marks import MarkRestorer
from vnparty_nlp.training.augment import whole
from vnparty_nlp.training.lessons import Material
from vnparty_nlp.training.linear import targets
from vnparty_nlp.training.marks import count_marks
from vnparty_nlp.training.network import Network, inputs

_AT_ONCE = 32


class DevReader:
    """Scores a network on the dev split, read as a tagger reads it."""

    def __init__(self, material: Material, tokenizer: Tokenizer) -> None:
        marks = MarkRestorer(count_marks(material.passages))
        dev = sorted(material.dev, key=lambda passage: len(passage.text))
        self._texts = [marks.restore(whole(passage).text) for passage in dev]
        self._wanted = targets(dev)
        self._tokenizer = tokenizer

    def average_precision(self, network: Network) -> float:
        """Over all labels together, from the raw scores; needs no threshold."""
        network.eval()
        scores = []
        for start in range(0, len(self._texts), _AT_ONCE):
            batch = self._tokenizer.encode_batch(self._texts[start : start + _AT_ONCE])
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                scores.append(network(*inputs(batch))[0].float().numpy())
        return float(average_precision_score(self._wanted.ravel(), np.concatenate(scores).ravel()))


class Best:
    """The weights after the best epoch so far, and the figure of each epoch."""

    def __init__(self, network: Network) -> None:
        self._weights = _copy(network)
        self.figures: list[float] = []

    def see(self, network: Network, figure: float) -> None:
        """Take note of an epoch's figure; of two equal ones the later epoch is kept."""
        self.figures.append(figure)
        if figure >= max(self.figures):
            self._weights = _copy(network)

    def restore(self, network: Network) -> None:
        """Give the network the weights that were kept."""
        network.load_state_dict(self._weights)

    def state_dict(self) -> dict[str, Any]:
        """What a checkpoint holds of it."""
        return {"weights": self._weights, "figures": self.figures}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Go on from a checkpoint."""
        self._weights, self.figures = state["weights"], list(state["figures"])


def _copy(network: Network) -> dict[str, torch.Tensor]:
    return {name: value.clone() for name, value in network.state_dict().items()}
