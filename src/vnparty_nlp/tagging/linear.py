"""A linear model over hashed n-grams: small, fast, and needs numpy alone."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load_file

from vnparty_nlp.records import Passage, Tag
from vnparty_nlp.tagging.calibration import Scores, probabilities
from vnparty_nlp.tagging.features import vector
from vnparty_nlp.tagging.model_folder import WEIGHTS, calibrations_of, read_manifest


class LinearTagger:
    """One-against-rest logistic regression. Tensors: `columns` [n] sorted hashes of n-grams,
    `idf` [n], `weights` [n, labels], `bias` [labels].
    """

    def __init__(self, folder: Path) -> None:
        manifest = read_manifest(folder)
        tensors = load_file(folder / WEIGHTS)
        self.model_id = str(manifest["model_id"])
        self._labels: tuple[str, ...] = tuple(manifest["labels"])
        self._calibrations = calibrations_of(manifest)
        self._columns = tensors["columns"].astype(np.int64)
        self._idf = tensors["idf"].astype(np.float32)
        self._weights = tensors["weights"].astype(np.float32)
        self._bias = tensors["bias"].astype(np.float32)

    def tag(self, passages: Sequence[Passage]) -> tuple[tuple[Tag, ...], ...]:
        """The tags of each passage whose probability reaches the label's threshold."""
        if not passages:
            return ()
        chances = self.probabilities([passage.text for passage in passages])
        return tuple(self._tags(row) for row in chances)

    def probabilities(self, texts: Sequence[str]) -> Scores:
        """Calibrated probabilities, shape [texts, labels]."""
        scores = np.stack([self._score(text) for text in texts]).astype(np.float64)
        return probabilities(scores, self._calibrations)

    def _score(self, text: str) -> npt.NDArray[np.float32]:
        positions, values = vector(text, self._columns, self._idf)
        result: npt.NDArray[np.float32] = values @ self._weights[positions] + self._bias
        return result

    def _tags(self, row: Scores) -> tuple[Tag, ...]:
        tags = [
            Tag(label, round(float(chance), 4))
            for label, chance, calibration in zip(
                self._labels, row, self._calibrations, strict=True
            )
            if chance >= calibration.threshold
        ]
        return tuple(sorted(tags, key=lambda tag: -tag.probability))
