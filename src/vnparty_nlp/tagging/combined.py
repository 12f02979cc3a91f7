"""The default tagger: encoder and linear model together, since the two err differently."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from vnparty_nlp.records import Passage, Tag
from vnparty_nlp.tagging.calibration import chosen_labels, probabilities
from vnparty_nlp.tagging.device import ScoresTexts
from vnparty_nlp.tagging.linear import LinearScorer
from vnparty_nlp.tagging.marks import MarkRestorer, load_marks
from vnparty_nlp.tagging.model_folder import calibrations_of, read_manifest
from vnparty_nlp.tagging.pieces import tag_in_pieces
from vnparty_nlp.tagging.wording import wordings


class CombinedTagger:
    """Adds the weighted raw scores of both models; the statuses are the encoder's.

    The encoder, by far the slower one, reads only passages for which the linear model leaves a
    label possible (`screen`, the lowest linear score of each label that does).
    """

    def __init__(self, folder: Path, encoder: ScoresTexts) -> None:
        manifest = read_manifest(folder)
        self._labels: tuple[str, ...] = tuple(manifest["labels"])
        self._statuses: tuple[str, ...] = tuple(manifest["statuses"])
        self._calibrations = calibrations_of(manifest)
        self._weight = float(manifest["encoder_weight"])
        self._screen = np.array([manifest["screen"][label] for label in self._labels])
        self._marks = MarkRestorer(load_marks(folder))
        self._linear = LinearScorer(folder)
        self._encoder = encoder

    def tag(self, passages: Sequence[Passage]) -> tuple[tuple[Tag, ...], ...]:
        """The tags of each passage, best first, with the probability of each status."""
        return tag_in_pieces(wordings(passages, self._marks), self._tag)

    def _tag(self, texts: Sequence[str]) -> tuple[tuple[Tag, ...], ...]:
        linear = self._linear.scores(texts)
        tags: list[tuple[Tag, ...]] = [()] * len(texts)
        read = np.flatnonzero((linear >= self._screen).any(axis=1)).tolist()
        if read:
            found = self._weigh([texts[place] for place in read], linear[read])
            for place, own in zip(read, found, strict=True):
                tags[place] = own
        return tuple(tags)

    def _weigh(
        self, texts: Sequence[str], linear: npt.NDArray[np.float64]
    ) -> Iterator[tuple[Tag, ...]]:
        encoded, statuses = self._encoder.scores(texts)
        mixed = mix(self._weight, encoded.astype(np.float64), linear)
        chances = probabilities(mixed, self._calibrations)
        for row, status_scores in zip(chances, statuses, strict=True):
            yield tuple(
                Tag(label, chance, self._shares(status_scores[index]))
                for index, label, chance in chosen_labels(row, self._labels, self._calibrations)
            )

    def _shares(self, scores: npt.NDArray[np.float32]) -> dict[str, float]:
        raised = np.exp(scores.astype(np.float64) - scores.max())
        return {
            name: round(float(share), 4)
            for name, share in zip(self._statuses, raised / raised.sum(), strict=True)
        }


def mix(
    weight: float, encoded: npt.NDArray[np.float64], linear: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Both models' raw scores as one, the encoder's with `weight` in [0, 1]."""
    return weight * encoded + (1 - weight) * linear
