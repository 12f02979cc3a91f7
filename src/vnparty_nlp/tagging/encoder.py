"""The fine-tuned encoder on ONNX Runtime: raw scores of labels and statuses."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]
NETWORK, TOKENIZER = "model.onnx", "tokenizer.json"
_PADDING = 1
# No passage of the corpus is longer; what is longer is cut.
MAX_TOKENS = 192
_BATCH_TOKENS = 4096


class Encoder:
    """Runs texts in batches of similar length; a text's scores do not depend on its batch."""

    def __init__(self, folder: Path, *, threads: int) -> None:
        self._tokenizer = load_tokenizer(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        # Threads that wait actively would take the cores of other workers.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(folder / NETWORK), options, providers=["CPUExecutionProvider"]
        )

    def scores(self, texts: Sequence[str]) -> tuple[Floats, Floats]:
        """Raw scores of labels [texts, labels] and statuses [texts, labels, statuses]."""
        encodings = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        return in_batches(encodings, _BATCH_TOKENS, self._run)

    def _run(self, ids: Integers, mask: Integers) -> tuple[Floats, Floats]:
        labels, statuses = self._session.run(None, {"ids": ids, "mask": mask})
        return labels, statuses


def load_tokenizer(folder: Path) -> Tokenizer:
    """The model's tokenizer; it cuts at `MAX_TOKENS` and pads nothing."""
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.no_padding()
    return tokenizer


def in_batches(
    encodings: Sequence[Sequence[int]],
    limit: int,
    run: Callable[[Integers, Integers], tuple[Floats, Floats]],
) -> tuple[Floats, Floats]:
    """What `run` makes of padded ids and mask [batch, tokens], in the order of the encodings; no
    batch of several texts has more than `limit` tokens.
    """
    found: dict[int, tuple[Floats, Floats]] = {}
    for batch in _batches([len(ids) for ids in encodings], limit):
        size = max(len(encodings[index]) for index in batch)
        ids = np.full((len(batch), size), _PADDING, dtype=np.int64)
        mask = np.zeros((len(batch), size), dtype=np.int64)
        for row, index in enumerate(batch):
            ids[row, : len(encodings[index])] = encodings[index]
            mask[row, : len(encodings[index])] = 1
        labels, statuses = run(ids, mask)
        found.update((index, (labels[row], statuses[row])) for row, index in enumerate(batch))
    ordered = [found[index] for index in range(len(encodings))]
    return np.stack([one for one, _ in ordered]), np.stack([other for _, other in ordered])


def _batches(lengths: Sequence[int], limit: int) -> Iterator[list[int]]:
    """Indices by rising length, as many at once as keep within `limit` tokens with padding."""
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[index] > limit:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch
