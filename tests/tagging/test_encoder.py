"""Batching around the network; the network itself is exercised in tests/training."""

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, pre_tokenizers
from tokenizers.models import WordLevel

from vnparty_nlp.tagging import encoder
from vnparty_nlp.tagging.encoder import TOKENIZER, Encoder

WORDS = ["<unk>", "<pad>", "nợ", "phí", "vắng", "họp"]
MAX_TOKENS = 6


class Sums:
    """Stands for the network: a text's label score is the sum of its ids, by the mask."""

    batches: ClassVar[list[tuple[int, int]]] = []

    def __init__(self, path: str, options: Any, providers: list[str]) -> None:
        assert Path(path).name == encoder.NETWORK
        assert providers == ["CPUExecutionProvider"]
        self.options = options

    def run(self, names: None, given: dict[str, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
        assert names is None
        ids, mask = given["ids"], given["mask"]
        assert ids.shape == mask.shape
        assert ids.dtype == mask.dtype == np.int64
        self.batches.append(ids.shape)
        labels = (ids * mask).sum(axis=1, keepdims=True).astype(np.float32)
        return labels, np.repeat(labels[:, :, None], 2, axis=2)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Encoder:
    monkeypatch.setattr(encoder.onnxruntime, "InferenceSession", Sums)
    monkeypatch.setattr(encoder, "MAX_TOKENS", MAX_TOKENS)
    Sums.batches = []
    tokenizer = Tokenizer(WordLevel({word: n for n, word in enumerate(WORDS)}, "<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.save(str(tmp_path / TOKENIZER))
    return Encoder(tmp_path, threads=1)


def test_scores_come_in_the_order_of_the_texts(run: Encoder) -> None:
    labels, statuses = run.scores(["họp", "nợ phí nợ phí", "vắng", "nợ phí"])
    assert labels[:, 0].tolist() == [5, 10, 4, 5]
    assert statuses.shape == (4, 1, 2)


def test_padding_changes_nothing(run: Encoder) -> None:
    alone = run.scores(["nợ"])[0]
    together = run.scores(["nợ phí vắng họp nợ", "nợ"])[0]
    assert together[1] == alone[0]


def test_a_text_is_cut_at_the_model_s_length(run: Encoder) -> None:
    labels, _ = run.scores(["họp " * 50])
    assert labels[0, 0] == MAX_TOKENS * WORDS.index("họp")


def test_texts_of_similar_length_share_a_batch_and_no_batch_is_too_large(
    run: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoder, "_BATCH_TOKENS", 8)
    texts = ["nợ", "nợ phí nợ phí", "phí", "phí nợ vắng họp", "họp"]
    labels, _ = run.scores(texts)
    assert Sums.batches == [(3, 1), (2, 4)]
    assert labels[:, 0].tolist() == [2, 10, 3, 14, 5]


@given(st.lists(st.integers(1, 40), max_size=30), st.integers(1, 64))
def test_every_text_stands_in_one_batch(lengths: list[int], limit: int) -> None:
    batches = list(encoder._batches(lengths, limit))
    assert sorted(index for batch in batches for index in batch) == list(range(len(lengths)))
    for batch in batches:
        assert len(batch) == 1 or len(batch) * max(lengths[i] for i in batch) <= limit
