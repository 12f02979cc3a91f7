"""The fine-tuned encoder on ONNX Runtime: raw scores of labels and statuses."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

Floats = npt.NDArray[np.float32]
NETWORK, TOKENIZER = "model.onnx", "tokenizer.json"
_PADDING = 1
# No passage of the corpus is longer; what is longer is cut.
MAX_TOKENS = 192
_BATCH_TOKENS = 4096


class Encoder:
    """Runs texts in batches of similar length; a text's scores do not depend on its batch."""

    def __init__(self, folder: Path, *, threads: int) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.no_padding()
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
        found: dict[int, tuple[Floats, Floats]] = {}
        for batch in _batches([len(ids) for ids in encodings]):
            size = max(len(encodings[index]) for index in batch)
            ids = np.full((len(batch), size), _PADDING, dtype=np.int64)
            mask = np.zeros((len(batch), size), dtype=np.int64)
            for row, index in enumerate(batch):
                ids[row, : len(encodings[index])] = encodings[index]
                mask[row, : len(encodings[index])] = 1
            labels, statuses = self._session.run(None, {"ids": ids, "mask": mask})
            found.update((index, (labels[row], statuses[row])) for row, index in enumerate(batch))
        ordered = [found[index] for index in range(len(texts))]
        return np.stack([one for one, _ in ordered]), np.stack([other for _, other in ordered])


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Indices by rising length, as many at once as keep within `_BATCH_TOKENS` with padding."""
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[index] > _BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch
