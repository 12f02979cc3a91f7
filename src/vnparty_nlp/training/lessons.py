"""What an encoder learns from in each epoch, and what the models that teach it would answer."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.tagging.encoder import Encoder
from vnparty_nlp.training.augment import Example, draw
from vnparty_nlp.training.marks import UnseenMarks
from vnparty_nlp.training.recipe import Recipe

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Material:
    """The passages to learn from, those that choose the best epoch, and the folders of the models
    whose answers are learnt beside the annotations (knowledge distillation; none: no teachers).
    """

    passages: Sequence[AnnotatedPassage]
    dev: Sequence[AnnotatedPassage]
    teachers: Sequence[Path] = ()


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text with its records, and the teachers' mean scores of labels [labels] and mean shares of
    statuses [labels, statuses], if there are teachers.
    """

    example: Example
    taught: tuple[Floats, Floats] | None = None


class Lessons:
    """Without teachers a variant of every passage, drawn anew each epoch. With them, since their
    answers take time, the epochs take turns with `recipe.draws` variants, the same for every seed.
    """

    def __init__(self, material: Material, recipe: Recipe, chance: random.Random) -> None:
        self._passages, self._recipe, self._chance = material.passages, recipe, chance
        self._marks = UnseenMarks(material.passages)
        self._taught: list[list[Lesson]] = []
        if material.teachers:
            teachers = [Encoder(folder, threads=0) for folder in material.teachers]
            for number in range(min(recipe.draws, recipe.epochs)):
                self._taught.append(_taught(self._draw(random.Random(number)), teachers))

    def of_epoch(self, number: int) -> list[Lesson]:
        """The lessons of an epoch, counted from 0; a lesson a passage."""
        if self._taught:
            return self._taught[number % len(self._taught)]
        return [Lesson(example) for example in self._draw(self._chance)]

    def _draw(self, chance: random.Random) -> list[Example]:
        share = self._recipe.original
        return [self._marks.read(p, draw(p, chance, original=share)) for p in self._passages]


def _taught(examples: Sequence[Example], teachers: Sequence[Encoder]) -> list[Lesson]:
    texts = [example.text for example in examples]
    answers = [teacher.scores(texts) for teacher in teachers]
    labels = np.mean([each for each, _ in answers], axis=0)
    statuses = np.mean([_shares(each) for _, each in answers], axis=0)
    return [
        Lesson(*each) for each in zip(examples, zip(labels, statuses, strict=True), strict=True)
    ]


def _shares(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return result
