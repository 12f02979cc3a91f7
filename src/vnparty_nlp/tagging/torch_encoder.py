"""The fine-tuned encoder on PyTorch, for a GPU: the same scores from the same file of weights."""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as fn

from vnparty_nlp.tagging.encoder import NETWORK, Floats, Integers, in_batches, load_tokenizer
from vnparty_nlp.tagging.onnx_weights import read_weights

# With 16 bits about 1 GB of the GPU's memory; more at once is no faster.
_BATCH_TOKENS = 32_768
# The base model's own (BERT, Devlin et al. 2018), and PyTorch's for the norm before the heads.
_EPSILON, _HEAD_EPSILON = 1e-12, 1e-5


def gpu_available() -> bool:
    """Whether PyTorch can use an NVIDIA GPU here."""
    return bool(torch.cuda.is_available())


class TorchEncoder:
    """As `Encoder`. With `half` matrices are multiplied in 16 bits; sums, norms and the heads stay
    in 32: a text's scores then keep within 1e-2, in whatever batch it stands.
    """

    def __init__(self, folder: Path, *, device: str, half: bool) -> None:
        self._tokenizer = load_tokenizer(folder)
        weights = read_weights(folder / NETWORK)
        self._device = torch.device(device)
        self._narrow = torch.float16 if half else torch.float32
        self._head_size = weights.head_size
        self._tensors = {
            name: torch.from_numpy(values.copy()).to(self._device, self._kind(name))
            for name, values in weights.tensors.items()
        }
        self._layers = sum(name.endswith("attention.self.query.weight") for name in self._tensors)

    def scores(self, texts: Sequence[str]) -> tuple[Floats, Floats]:
        """Raw scores of labels [texts, labels] and statuses [texts, labels, statuses]."""
        encodings = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        with torch.inference_mode():
            return in_batches(encodings, _BATCH_TOKENS, self._run)

    def _kind(self, name: str) -> torch.dtype:
        in_a_layer = ".layer." in name and "LayerNorm" not in name
        return self._narrow if in_a_layer else torch.float32

    def _run(self, ids: Integers, mask: Integers) -> tuple[Floats, Floats]:
        given = torch.from_numpy(mask).to(self._device).bool()
        hidden = self._embed(torch.from_numpy(ids).to(self._device))
        for number in range(self._layers):
            hidden = self._layer(f"encoder.encoder.layer.{number}", hidden, given)
        weight = given.unsqueeze(-1).to(hidden.dtype)
        pooled = self._norm("norm", (hidden * weight).sum(1) / weight.sum(1), _HEAD_EPSILON)
        labels = self._linear("label_head", pooled)
        statuses = self._linear("status_head", pooled).unflatten(-1, (labels.shape[1], -1))
        return labels.cpu().numpy(), statuses.cpu().numpy()

    def _embed(self, ids: Tensor) -> Tensor:
        words, places, types = (
            self._tensors[f"encoder.embeddings.{name}_embeddings.weight"]
            for name in ("word", "position", "token_type")
        )
        summed = words[ids] + places[: ids.shape[1]] + types[0]
        return self._norm("encoder.embeddings.LayerNorm", summed, _EPSILON)

    def _layer(self, name: str, hidden: Tensor, given: Tensor) -> Tensor:
        read = self._attention(f"{name}.attention.self", hidden.to(self._narrow), given)
        read = self._linear(f"{name}.attention.output.dense", read)
        hidden = self._norm(f"{name}.attention.output.LayerNorm", hidden + read, _EPSILON)
        inner = self._linear(f"{name}.intermediate.dense", hidden.to(self._narrow))
        outer = self._linear(f"{name}.output.dense", fn.gelu(inner))
        return self._norm(f"{name}.output.LayerNorm", hidden + outer, _EPSILON)

    def _attention(self, name: str, hidden: Tensor, given: Tensor) -> Tensor:
        query, key, value = (
            self._linear(f"{name}.{part}", hidden)
            .unflatten(-1, (-1, self._head_size))
            .transpose(1, 2)
            for part in ("query", "key", "value")
        )
        read = fn.scaled_dot_product_attention(query, key, value, given[:, None, None])
        return read.transpose(1, 2).flatten(2)

    def _linear(self, name: str, values: Tensor) -> Tensor:
        weight, bias = self._tensors[f"{name}.weight"], self._tensors[f"{name}.bias"]
        return fn.linear(values, weight, bias)

    def _norm(self, name: str, values: Tensor, epsilon: float) -> Tensor:
        weight, bias = self._tensors[f"{name}.weight"], self._tensors[f"{name}.bias"]
        return fn.layer_norm(values, weight.shape, weight, bias, epsilon)
