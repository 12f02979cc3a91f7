"""Diacritics for text that was typed without them, so that a tagger reads what it has learnt from.

Each bare syllable gets the marked form that makes the likeliest run of syllables: a bigram model
with Witten and Bell's smoothing (1991), searched by Viterbi's method. What comes out is read by the
tagger alone; no record ever shows it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

from safetensors.numpy import load_file

from vnparty_nlp.errors import ModelError, Wording
from vnparty_nlp.vietnamese.unicode import compose, fold_tone_place, strip_marks

MARKS = "marks.safetensors"
# Stands before the first and behind the last syllable; the first of the table.
BORDER = ""
# In Vietnamese writing about four syllables in five carry a mark.
_BARE_SHARE = 0.3
_MIN_SYLLABLES = 3
# Below this share of known syllables a line is in another language, or a row of codes.
_KNOWN_SHARE = 0.7
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_UNSEEN = 0.5


def tokens(line: str) -> list[str]:
    """The syllables of a composed line, runs of digits, and signs."""
    return _TOKEN.findall(line)


def form(token: str) -> str:
    """How a token is counted: in lower case with the tone in one place, a run of digits as 0."""
    return "0" if token[0].isdigit() else fold_tone_place(token).lower()


def mostly_bare(words: Sequence[str]) -> bool:
    """Whether hardly any of the words of a line carries a mark."""
    return sum(strip_marks(word) != word for word in words) < _BARE_SHARE * len(words)


@dataclass(frozen=True, slots=True)
class MarkCounts:
    """Counts over text with diacritics: `names` are the syllables, `BORDER` first, `singles` how
    often each occurs, `pairs` the places in `names` of two that follow each other, `together` how
    often they do, at most 65,535.
    """

    names: tuple[str, ...]
    singles: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...]
    together: tuple[int, ...]


def load_marks(folder: Path) -> MarkCounts:
    """The counts in a model folder; tensors as the fields, `names` in UTF-8, one a line.

    ModelError where there are none.
    """
    if not (folder / MARKS).is_file():
        raise ModelError(
            Wording(
                vi=f"{folder}: không có {MARKS}, là mô hình của bản cũ. "
                "Hãy huấn luyện lại: vnparty train.",
                en=f"{folder}: has no {MARKS}, so an older version made it. "
                "Train it again: vnparty train.",
            )
        )
    tensors = load_file(folder / MARKS)
    return MarkCounts(
        tuple(tensors["names"].tobytes().decode("utf-8").split("\n")),
        tuple(tensors["singles"].tolist()),
        tuple((first, second) for first, second in tensors["pairs"].tolist()),
        tuple(tensors["together"].tolist()),
    )


class MarkRestorer:
    """The search over counts; a syllable that was never counted stays as it stands."""

    def __init__(self, counts: MarkCounts) -> None:
        names = counts.names
        self._singles = dict(zip(names, counts.singles, strict=True))
        self._total = sum(counts.singles) + 1
        self._pairs: dict[tuple[str, str], int] = {}
        self._followers: dict[str, int] = defaultdict(int)
        for (first, second), count in zip(counts.pairs, counts.together, strict=True):
            self._pairs[names[first], names[second]] = count
            self._followers[names[first]] += 1
        self._marked: dict[str, list[str]] = defaultdict(list)
        for name in names:
            self._marked[strip_marks(name)].append(name)

    def restore(self, text: str) -> str:
        """The text, composed, with marks on the syllables of its bare lines."""
        lines = compose(text).splitlines(keepends=True)
        return "".join(self._restore(line) if self._is_bare(line) else line for line in lines)

    def _is_bare(self, line: str) -> bool:
        """Whether a line of some length was typed in Vietnamese without diacritics."""
        words = [token for token in tokens(line) if token.isalpha()]
        if len(words) < _MIN_SYLLABLES or not mostly_bare(words):
            return False
        known = sum(strip_marks(form(word)) in self._marked for word in words)
        return known >= _KNOWN_SHARE * len(words)

    def _restore(self, line: str) -> str:
        places = list(_TOKEN.finditer(line))
        likeliest = self._search([form(place.group()) for place in places])
        parts, end = [], 0
        for place, found in zip(places, likeliest, strict=True):
            parts += [line[end : place.start()], _dressed(place.group(), found)]
            end = place.end()
        return "".join(parts) + line[end:]

    def _search(self, bare: Sequence[str]) -> list[str]:
        """The likeliest run of forms: for each form the best way to it, then back from the end."""
        scores, steps = {BORDER: 0.0}, []
        for syllable in (*bare, BORDER):
            reached = {one: self._best(one, scores) for one in self._forms(syllable)}
            steps.append({one: before for one, (_, before) in reached.items()})
            scores = {one: score for one, (score, _) in reached.items()}
        return list(_back(steps))[::-1][:-1]

    def _forms(self, syllable: str) -> Sequence[str]:
        return self._marked.get(syllable) or (syllable,)

    def _best(self, after: str, scores: dict[str, float]) -> tuple[float, str]:
        alone = (self._singles.get(after, 0) + _UNSEEN) / self._total
        return max((score + log(self._chance(before, after, alone)), before)
                   for before, score in scores.items())  # fmt: skip

    def _chance(self, before: str, after: str, alone: float) -> float:
        kinds = self._followers.get(before, 0) + 1
        seen = self._pairs.get((before, after), 0)
        return (seen + kinds * alone) / (self._singles.get(before, 0) + kinds)


def _back(steps: Sequence[dict[str, str]]) -> Iterator[str]:
    last = BORDER
    for step in reversed(steps):
        yield last
        last = step[last]


def _dressed(token: str, found: str) -> str:
    """`found` with the capitals of `token`; what it does not change stays as it was typed."""
    if found == form(token) or len(found) != len(token):
        return token
    pairs = zip(token, found, strict=True)
    return "".join(new.upper() if old.isupper() else new for old, new in pairs)
