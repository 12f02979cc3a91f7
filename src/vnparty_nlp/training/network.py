"""The encoder with its two heads: labels and their status."""

import json
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Encoding
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from vnparty_nlp.errors import UsageError, Wording
from vnparty_nlp.tagging.encoder import NETWORK
from vnparty_nlp.tagging.onnx_weights import read_weights

# Most passages carry no given label; starting there keeps the first steps from undoing the encoder.
_RARE = -3.0
_LAYER = "encoder.encoder.layer."


def inputs(encodings: Sequence[Encoding]) -> tuple[Tensor, Tensor]:
    """Ids and mask [texts, tokens] of padded texts."""
    ids = torch.tensor([encoding.ids for encoding in encodings])
    return ids, torch.tensor([encoding.attention_mask for encoding in encodings])


class Network(nn.Module):
    """Forward takes `ids` and `mask` [batch, tokens] and gives raw scores: labels [batch, labels]
    and statuses [batch, labels, statuses]. It keeps `layers` of the base's layers, evenly spaced
    and with the first and the last; 0 keeps all. UsageError where the base has fewer.
    """

    def __init__(self, base: Path, *, labels: int, statuses: int, layers: int = 0) -> None:
        super().__init__()
        config = BertConfig(**json.loads((base / "config.json").read_text("utf-8")))
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.encoder.load_state_dict(load_file(base / "model.safetensors"), strict=True)
        _thin(self.encoder, layers, base)
        # Word vectors stay as they are: most words of unseen writers never occur in training.
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        self.norm, self.dropout = nn.LayerNorm(config.hidden_size), nn.Dropout(0.1)
        self.label_head = nn.Linear(config.hidden_size, labels)
        nn.init.normal_(self.label_head.weight, std=0.02)
        nn.init.constant_(self.label_head.bias, _RARE)
        self.status_head = nn.Linear(config.hidden_size, labels * statuses)
        self.statuses = statuses

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Raw scores of labels and statuses."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).to(hidden.dtype)
        pooled = self.dropout(self.norm((hidden * weight).sum(1) / weight.sum(1)))
        statuses = self.status_head(pooled).unflatten(-1, (-1, self.statuses))
        return self.label_head(pooled), statuses

    def start_as(self, teacher: Path) -> None:
        """Take over the trained network in a model folder, evenly spaced ones of its layers;
        UsageError where it has fewer.
        """
        weights = read_weights(teacher / NETWORK).tensors
        there = len({name.split(".")[3] for name in weights if name.startswith(_LAYER)})
        own = len(self.encoder.encoder.layer)
        taken = {old: new for new, old in enumerate(_spaced(teacher, there, own))}
        state = {}
        for name, values in weights.items():
            place = name
            if name.startswith(_LAYER):
                number, _, rest = name.removeprefix(_LAYER).partition(".")
                if int(number) not in taken:
                    continue
                place = f"{_LAYER}{taken[int(number)]}.{rest}"
            state[place] = torch.from_numpy(values.copy())
        self.load_state_dict(state)


def _thin(encoder: BertModel, layers: int, base: Path) -> None:
    all_layers = encoder.encoder.layer
    if layers:
        kept = [all_layers[place] for place in _spaced(base, len(all_layers), layers)]
        encoder.encoder.layer = nn.ModuleList(kept)
        encoder.config.num_hidden_layers = layers


def _spaced(folder: Path, there: int, wanted: int) -> list[int]:
    """Places of `wanted` out of the `there` layers of the model in the folder, evenly spaced, with
    the first and the last (of one the first).
    """
    if wanted > there:
        raise UsageError(
            Wording(
                vi=f"{folder}: có {there} lớp, cần {wanted}. Hãy giảm layers.",
                en=f"{folder}: has {there} layers, {wanted} are needed. Lower layers.",
            )
        )
    step = (there - 1) / max(1, wanted - 1)
    return [round(place * step) for place in range(wanted)]
