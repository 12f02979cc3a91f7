from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from benchmarks.children import encode
from vnparty_nlp.tagging import encoder, torch_encoder

TEXTS = ["Chi bộ họp."] * 300


class Scorer:
    """Gives every text the same score."""

    def __init__(self, score: float) -> None:
        self.score, self.sizes = score, list[int]()

    def scores(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        self.sizes.append(len(texts))
        return np.full((len(texts), 2), self.score), np.zeros((len(texts), 2, 3))


@pytest.mark.parametrize(
    ("how", "half", "difference"),
    [
        pytest.param("cpu", None, 0.0, id="on the CPU"),
        pytest.param("full", False, 0.25, id="on a GPU in 32 bits"),
        pytest.param("half", True, 0.25, id="on a GPU in 16 bits"),
    ],
)
def test_passages_are_scored_after_a_warm_up(
    how: str, half: bool | None, difference: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    cpu, gpu = Scorer(1.0), Scorer(1.25)

    def on_gpu(folder: Path, **given: object) -> Scorer:
        assert (folder.is_dir(), given) == (True, {"device": "cuda", "half": half})
        return gpu

    monkeypatch.setattr(encoder, "Encoder", lambda *_, **__: cpu)
    monkeypatch.setattr(torch_encoder, "TorchEncoder", on_gpu)
    answer = encode.main(how, TEXTS)
    assert answer["difference"] == difference
    assert answer["seconds"] > 0
    assert (cpu if how == "cpu" else gpu).sizes[:2] == [50, 300]
