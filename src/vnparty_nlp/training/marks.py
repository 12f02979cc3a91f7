"""Learning where diacritics belong, from the training split."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file
from sklearn.model_selection import GroupKFold

from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.tagging.features import is_name
from vnparty_nlp.tagging.marks import BORDER, MarkCounts, MarkRestorer, form, mostly_bare, tokens
from vnparty_nlp.training.augment import Example
from vnparty_nlp.vietnamese.unicode import compose

_FOLDS = 4
# What a single writer wrote may be a name, or tell of somebody; a model folder may be passed on.
_WRITERS = 2
_MOST = np.iinfo(np.uint16).max


def count_marks(passages: Sequence[AnnotatedPassage]) -> MarkCounts:
    """Syllables, and pairs of them, in lines that were typed with diacritics. Names inside a
    sentence are left out, and so is whatever fewer than `_WRITERS` writers wrote.
    """
    together: Counter[tuple[str, str]] = Counter()
    writers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for passage in passages:
        for run in _runs(passage.text):
            together.update(pairwise(run))
            for pair in pairwise(run):
                writers[pair].add(passage.writer)
    shared = {pair: count for pair, count in together.items() if len(writers[pair]) >= _WRITERS}
    singles: Counter[str] = Counter()
    for (_, second), count in shared.items():
        singles[second] += count
    names = (BORDER, *sorted({name for pair in shared for name in pair} - {BORDER}))
    number = {name: place for place, name in enumerate(names)}
    pairs = sorted(((number[a], number[b]), count) for (a, b), count in shared.items())
    return MarkCounts(
        names,
        tuple(singles[name] for name in names),
        tuple(pair for pair, _ in pairs),
        tuple(min(count, _MOST) for _, count in pairs),
    )


def _runs(text: str) -> Iterator[list[str]]:
    """The runs of forms between names in the lines with diacritics, with borders around each."""
    for line in compose(text).splitlines():
        found = tokens(line)
        words = [token for token in found if token.isalpha()]
        if not words or mostly_bare(words):
            continue
        shout = sum(token.isupper() for token in found) > len(found) / 2
        run = [BORDER]
        for before, token in pairwise(["", *found]):
            run.append(BORDER if is_name(token, before, shout=shout) else form(token))
        yield [*run, BORDER]


def save_marks(counts: MarkCounts, path: Path) -> None:
    """Write the tensors that `load_marks` reads."""
    tensors = {
        "names": np.frombuffer("\n".join(counts.names).encode("utf-8"), dtype=np.uint8),
        "singles": np.array(counts.singles, dtype=np.uint32),
        "pairs": np.array(counts.pairs, dtype=np.uint32).reshape(-1, 2),
        "together": np.array(counts.together, dtype=np.uint16),
    }
    save_file(tensors, path)


class UnseenMarks:
    """Puts marks on a training writer's bare lines as inference will: from counts of others.

    A restorer that had counted the very passage would make no error on it.
    """

    def __init__(self, passages: Sequence[AnnotatedPassage]) -> None:
        writers = [passage.writer for passage in passages]
        folds = min(_FOLDS, len(set(writers)))
        self._restorers = dict.fromkeys(writers, MarkRestorer(count_marks([])))
        if folds > 1:
            for seen, unseen in GroupKFold(n_splits=folds).split(writers, groups=writers):
                restorer = MarkRestorer(count_marks([passages[place] for place in seen]))
                for place in unseen:
                    self._restorers[writers[place]] = restorer

    def read(self, passage: AnnotatedPassage, example: Example) -> Example:
        """A variant of the passage as a tagger reads it that never met the passage's writer."""
        return replace(example, text=self._restorers[passage.writer].restore(example.text))
