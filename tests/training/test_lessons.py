import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.training import lessons
from vnparty_nlp.training.lessons import Lessons, Material
from vnparty_nlp.training.recipe import Recipe

SURE = {"sure": 4.0, "other": 0.0}


class Teacher:
    """Scores one label and one status, by the name of its folder."""

    def __init__(self, folder: Path, *, threads: int) -> None:
        assert threads == 0
        self._score = SURE[folder.name]

    def scores(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        labels = np.full((len(texts), 1), self._score, dtype=np.float32)
        statuses = np.tile(np.array([[[self._score, 0.0]]], np.float32), (len(texts), 1, 1))
        return labels, statuses


@pytest.fixture(autouse=True)
def no_real_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lessons, "Encoder", Teacher)


def texts(of: Lessons, epoch: int) -> list[str]:
    return [lesson.example.text for lesson in of.of_epoch(epoch)]


def make(passages: list[AnnotatedPassage], seed: int, *teachers: str) -> Lessons:
    material = Material(passages, passages, [Path(name) for name in teachers])
    return Lessons(material, Recipe(seed=seed, draws=2, epochs=5), random.Random(seed))


def test_without_teachers_every_epoch_draws_anew(passages: list[AnnotatedPassage]) -> None:
    one, same, other = make(passages, 1), make(passages, 1), make(passages, 2)
    first = texts(one, 0)
    assert len(first) == len(passages)
    assert first == texts(same, 0) != texts(other, 0)
    assert first != texts(one, 1)


def test_with_teachers_epochs_take_turns_alike_for_every_seed(
    passages: list[AnnotatedPassage],
) -> None:
    one, other = make(passages, 1, "sure"), make(passages, 2, "sure")
    assert texts(one, 0) == texts(one, 2) == texts(other, 4)
    assert texts(one, 1) == texts(other, 3) != texts(one, 0)


def test_several_teachers_answers_are_averaged(passages: list[AnnotatedPassage]) -> None:
    taught = make(passages, 1, "sure", "other").of_epoch(0)[0].taught
    assert taught is not None
    labels, statuses = taught
    assert labels.tolist() == [2.0]
    share = np.exp(4) / (np.exp(4) + 1)
    assert statuses[0] == pytest.approx([(share + 0.5) / 2, (1 - share + 0.5) / 2])
