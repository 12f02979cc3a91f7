"""Training of the linear tagger: one logistic regression a label over hashed n-grams.

Scores for calibration and thresholds come from passages of writers whom the scoring model never
saw (cross-validation over writers), since a model is too sure of the writers it was trained on.
"""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.tagging.features import hashed_counts, vector
from vnparty_nlp.training.augment import Example, variants, whole
from vnparty_nlp.training.marks import UnseenMarks

Floats = npt.NDArray[np.float32]
MIN_TEXTS = 3
INVERSE_REGULARISATION = 30.0
FOLDS = 5
KEPT_COLUMNS = 45_000
NEVER = -10.0
# To find the strongest n-grams a rough fit is enough.
_ROUGH = 1e-2


@dataclass(frozen=True, slots=True)
class LinearWeights:
    """`columns` [n] sorted hashes, `idf` [n], `weights` [n, labels], `bias` [labels]."""

    columns: npt.NDArray[np.int64]
    idf: Floats
    weights: Floats
    bias: Floats

    def scores(self, texts: Sequence[str]) -> Floats:
        """Raw scores, shape [texts, labels]."""
        result: Floats = _matrix(texts, self.columns, self.idf) @ self.weights + self.bias
        return result


def save_linear(weights: LinearWeights, path: Path) -> None:
    """Write the tensors that `tagging.linear.LinearScorer` reads, weights in 16 bits."""
    tensors: dict[str, npt.NDArray[Any]] = {
        "columns": weights.columns.astype(np.uint32),
        "idf": weights.idf.astype(np.float16),
        "weights": weights.weights.astype(np.float16),
        "bias": weights.bias.astype(np.float32),
    }
    save_file(tensors, path)


def targets(carriers: Sequence[Example | AnnotatedPassage]) -> npt.NDArray[np.bool_]:
    """Which text carries which label, shape [texts, labels of the catalogue]."""
    labels = tuple(load_catalogue().labels)
    return np.array([[label in carrier.labels for label in labels] for carrier in carriers])


def examples(passages: Sequence[AnnotatedPassage], *, seed: int) -> list[Example]:
    """All variants of all passages as a tagger reads them, the same for the same seed."""
    chance, marks = random.Random(seed), UnseenMarks(passages)
    return [marks.read(p, variant) for p in passages for variant in variants(p, chance)]


def fit(learnt: Sequence[Example]) -> LinearWeights:
    """Weights of one logistic regression a label; a label that never occurs gets a low bias.

    Of all n-grams the `KEPT_COLUMNS` with the largest weight for any label are kept, and the
    weights are learnt anew from these: those of the rest, left out, would shift every score.
    """
    texts, wanted = [example.text for example in learnt], targets(learnt)
    columns, idf = _vocabulary(texts)
    if len(columns) > KEPT_COLUMNS:
        weights, _ = _regress(_matrix(texts, columns, idf), wanted, tolerance=_ROUGH)
        strongest = np.argsort(-np.abs(weights).max(axis=1), kind="stable")[:KEPT_COLUMNS]
        kept = np.sort(strongest)
        columns, idf = columns[kept], idf[kept]
    return LinearWeights(columns, idf, *_regress(_matrix(texts, columns, idf), wanted))


def _regress(
    matrix: csr_matrix, wanted: npt.NDArray[np.bool_], *, tolerance: float = 1e-4
) -> tuple[Floats, Floats]:
    """Weights [columns, labels] and biases [labels]."""
    weights = np.zeros((matrix.shape[1], wanted.shape[1]), dtype=np.float32)
    bias = np.full(wanted.shape[1], NEVER, dtype=np.float32)
    for index in range(wanted.shape[1]):
        if wanted[:, index].any():
            model = LogisticRegression(
                C=INVERSE_REGULARISATION, class_weight="balanced", solver="liblinear", tol=tolerance
            )
            model.fit(matrix, wanted[:, index])
            weights[:, index], bias[index] = model.coef_[0], model.intercept_[0]
    return weights, bias


def unseen_writer_scores(
    passages: Sequence[AnnotatedPassage], *, seed: int, on_step: Callable[[str], None]
) -> Floats:
    """Scores [passages, labels] of each passage by a model that saw nothing of its writer."""
    writers = [passage.writer for passage in passages]
    scores = np.zeros((len(passages), len(load_catalogue().labels)), dtype=np.float32)
    marks = UnseenMarks(passages)
    folds = GroupKFold(n_splits=min(FOLDS, len(set(writers))))
    for number, (seen, unseen) in enumerate(folds.split(writers, groups=writers), start=1):
        on_step(f"fold {number} of {folds.n_splits}")
        model = fit(examples([passages[i] for i in seen], seed=seed))
        scores[unseen] = model.scores(
            [marks.read(passages[i], whole(passages[i])).text for i in unseen]
        )
    return scores


def _vocabulary(texts: Sequence[str]) -> tuple[npt.NDArray[np.int64], Floats]:
    occurring: Counter[int] = Counter()
    for text in texts:
        occurring.update(hashed_counts(text).keys())
    columns = np.array(sorted(h for h, n in occurring.items() if n >= MIN_TEXTS), dtype=np.int64)
    frequencies = np.array([occurring[int(h)] for h in columns])
    idf = np.log((1 + len(texts)) / (1 + frequencies)) + 1
    return columns, idf.astype(np.float32)


def _matrix(texts: Sequence[str], columns: npt.NDArray[np.int64], idf: Floats) -> csr_matrix:
    rows = [vector(text, columns, idf) for text in texts]
    indptr = np.cumsum([0, *(len(positions) for positions, _ in rows)])
    return csr_matrix(
        (
            np.concatenate([values for _, values in rows]),
            np.concatenate([positions for positions, _ in rows]),
            indptr,
        ),
        shape=(len(texts), len(columns)),
    )
