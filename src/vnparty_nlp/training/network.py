"""The encoder with its three heads: labels, their status, and marks on tokens."""

import json
from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

# Most passages carry no given label; starting there keeps the first steps from undoing the encoder.
_RARE = -3.0


class Network(nn.Module):
    """Forward takes `ids` and `mask` [batch, tokens] and gives raw scores: labels [batch, labels],
    statuses [batch, labels, statuses], marks [batch, tokens, marks].
    """

    def __init__(self, base: Path, *, labels: int, statuses: int, marks: int) -> None:
        super().__init__()
        config = BertConfig(**json.loads((base / "config.json").read_text("utf-8")))
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.encoder.load_state_dict(load_file(base / "model.safetensors"), strict=True)
        # Word vectors stay as they are: most words of unseen writers never occur in training.
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        width = config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.passage_norm, self.token_norm = nn.LayerNorm(width), nn.LayerNorm(width)
        self.label_head = _rare_head(width, labels)
        self.status_head = nn.Linear(width, labels * statuses)
        self.mark_head = _rare_head(width, marks)
        self.statuses = statuses

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Raw scores of labels, statuses and marks."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).to(hidden.dtype)
        pooled = (hidden * weight).sum(1) / weight.sum(1)
        passage = self.dropout(self.passage_norm(pooled))
        statuses = self.status_head(passage).unflatten(-1, (-1, self.statuses))
        marks = self.mark_head(self.dropout(self.token_norm(hidden)))
        return self.label_head(passage), statuses, marks


def _rare_head(width: int, outputs: int) -> nn.Linear:
    head = nn.Linear(width, outputs)
    nn.init.normal_(head.weight, std=0.02)
    nn.init.constant_(head.bias, _RARE)
    return head
