"""The encoder with its two heads: labels and their status."""

import json
from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

# Most passages carry no given label; starting there keeps the first steps from undoing the encoder.
_RARE = -3.0


class Network(nn.Module):
    """Forward takes `ids` and `mask` [batch, tokens] and gives raw scores: labels [batch, labels]
    and statuses [batch, labels, statuses].
    """

    def __init__(self, base: Path, *, labels: int, statuses: int) -> None:
        super().__init__()
        config = BertConfig(**json.loads((base / "config.json").read_text("utf-8")))
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.encoder.load_state_dict(load_file(base / "model.safetensors"), strict=True)
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
