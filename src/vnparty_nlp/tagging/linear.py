"""A linear model over hashed n-grams: small, fast, and needs numpy alone."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

from vnparty_nlp.records import Passage, Tag
from vnparty_nlp.tagging.calibration import Scores, chosen_labels, probabilities
from vnparty_nlp.tagging.features import vector
from vnparty_nlp.tagging.marks import MarkRestorer, load_marks
from vnparty_nlp.tagging.model_folder import calibrations_of, read_manifest
from vnparty_nlp.tagging.pieces import tag_in_pieces
from vnparty_nlp.tagging.wording import wordings

LINEAR = "linear.safetensors"


class LinearScorer:
    """One logistic regression a label. Tensors: `columns` [n] sorted hashes of n-grams, `idf` [n],
    `weights` [n, labels], `bias` [labels].
    """

    def __init__(self, folder: Path) -> None:
        tensors = load_file(folder / LINEAR)
        self._columns = tensors["columns"].astype(np.int64)
        self._idf = tensors["idf"].astype(np.float32)
        self._weights = tensors["weights"].astype(np.float32)
        self._bias = tensors["bias"].astype(np.float32)

    def scores(self, texts: Sequence[str]) -> Scores:
        """Raw scores, shape [texts, labels]."""
        rows = []
        for text in texts:
            positions, values = vector(text, self._columns, self._idf)
            rows.append(values @ self._weights[positions] + self._bias)
        return np.stack(rows).astype(np.float64)


class LinearTagger:
    """Labels alone: no statuses and no marks."""

    def __init__(self, folder: Path) -> None:
        manifest = read_manifest(folder)
        self._labels: tuple[str, ...] = tuple(manifest["labels"])
        self._calibrations = calibrations_of(manifest)
        self._scorer = LinearScorer(folder)
        self._marks = MarkRestorer(load_marks(folder))

    def tag(self, passages: Sequence[Passage]) -> tuple[tuple[Tag, ...], ...]:
        """The tags of each passage whose probability reaches the label's threshold."""
        return tag_in_pieces(wordings(passages, self._marks), self._tag)

    def _tag(self, texts: Sequence[str]) -> tuple[tuple[Tag, ...], ...]:
        scores = self._scorer.scores(texts)
        return tuple(
            tuple(
                Tag(label, chance)
                for _, label, chance in chosen_labels(row, self._labels, self._calibrations)
            )
            for row in probabilities(scores, self._calibrations)
        )
