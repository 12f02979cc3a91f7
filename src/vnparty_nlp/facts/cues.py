"""Cue phrases, compiled once into spaCy matchers, and found with their marks compared.

A phrase is a row of syllables; `(a|b)` is a choice, `[a]` may be missing, `~` stands for up to
two syllables of any kind, `!a` must be written with its marks even where a text has none (`!để`
is not the name De), and what follows ` = ` is the value that the phrase stands for.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from vnparty_nlp.facts.syllables import (
    NUMBER,
    Syllables,
    lost_marks,
    plain_syllable,
    same_syllable,
    written_out,
)

GAP, EXACT = "~", "!"
MAX_GAP = 2
_LONG = 3
_VALUE = " = "
_PART = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|(\S+)")
_BORDERS = frozenset({",", ".", ";", ":", "!", "?", "(", ")", "\n", "\t", "|"})

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A cue found in a passage: syllables [start, end), the phrase as listed, and its value."""

    start: int
    end: int
    phrase: str = ""
    value: str = ""


def expand(cue: str, synonyms: Mapping[str, Sequence[str]]) -> Iterator[Phrase]:
    """Every row of syllables that a cue stands for, short forms of its parts included."""
    choices: list[list[str]] = []
    for match in _PART.finditer(cue.partition(_VALUE)[0]):
        choice, optional, word = match.groups()
        if choice is not None:
            choices.append(choice.split("|"))
        elif optional is not None:
            choices.append([*optional.split("|"), ""])
        else:
            choices.append([word])
    seen = set()
    for parts in product(*choices):
        text = " ".join(part for part in parts if part)
        for variant in _short_forms(text, synonyms):
            syllables = tuple(
                EXACT * word.startswith(EXACT) + written_out(word.removeprefix(EXACT))
                for word in variant.split()
            )
            if syllables and syllables not in seen:
                seen.add(syllables)
                yield syllables


def _short_forms(text: str, synonyms: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The text, and the text with each long form in turn replaced by each of its short forms."""
    variants = [text]
    for long, shorts in synonyms.items():
        pattern = re.compile(rf"(?<!\S){re.escape(long)}(?!\S)")
        variants += [
            pattern.sub(short, variant)
            for variant in list(variants)
            if pattern.search(variant)
            for short in shorts
        ]
    yield from variants


def syllables_of(
    cues: Mapping[str, Sequence[str]], synonyms: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    """Every syllable that the cues can name, in the form in which documents hold it."""
    for phrases in cues.values():
        for cue in phrases:
            for phrase in expand(cue, synonyms):
                yield from (_key(word) for word in phrase if word != GAP)


def _key(word: str) -> str:
    return plain_syllable(word.removeprefix(EXACT))


class CueFinder:
    """Finds the cues of named groups. Group names are free; a phrase may stand in several.

    A phrase with gaps is found by its pieces, which are joined here: spaCy's token matcher, which
    could do it alone, takes twenty times as long on some thousand phrases.
    """

    def __init__(
        self,
        vocab: Vocab,
        cues: Mapping[str, Sequence[str]],
        *,
        synonyms: Mapping[str, Sequence[str]],
    ) -> None:
        phrases: dict[Phrase, dict[str, str]] = defaultdict(dict)
        for group, entries in cues.items():
            for cue in entries:
                for phrase in expand(cue, synonyms):
                    phrases[phrase].setdefault(group, cue.partition(_VALUE)[2])
        self._groups = [
            (" ".join(phrase).replace(EXACT, ""), groups) for phrase, groups in phrases.items()
        ]
        self._pieces: dict[Phrase, list[tuple[int, int]]] = defaultdict(list)
        self._lengths: list[int] = []
        for index, phrase in enumerate(phrases):
            pieces = _pieces(phrase)
            self._lengths.append(len(pieces))
            for order, piece in enumerate(pieces):
                self._pieces[piece].append((index, order))
        self._matcher = PhraseMatcher(vocab)
        self._known: dict[int, Phrase] = {}
        for number, piece in enumerate(self._pieces):
            key = f"piece-{number}"
            self._known[vocab.strings.add(key)] = piece
            self._matcher.add(key, [Doc(vocab, words=[_key(word) for word in piece])])

    def find(self, syllables: Syllables) -> dict[str, list[Hit]]:
        """The hits of each group, in order; a hit inside a longer one of its group is dropped."""
        found: dict[str, list[Hit]] = defaultdict(list)
        for index, start, end in self._phrases_in(syllables):
            phrase, groups = self._groups[index]
            for group, value in groups.items():
                found[group].append(Hit(start, end, phrase, value))
        return {group: _longest(hits) for group, hits in found.items()}

    def _phrases_in(self, syllables: Syllables) -> Iterator[tuple[int, int, int]]:
        """Each phrase found, by its number, with the syllables from its first to its last piece."""
        open_ends: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        found = [(start, end, self._known[key]) for key, start, end in self._matcher(syllables.doc)]
        for start, end, piece in sorted(found):
            if not _agrees(piece, syllables, start, end):
                continue
            for index, order in self._pieces[piece]:
                begins = (
                    [start] if order == 0 else _joined(open_ends[index, order], start, syllables)
                )
                for begin in begins:
                    if order + 1 == self._lengths[index]:
                        yield index, begin, end
                    else:
                        open_ends[index, order + 1].append((begin, end))


def _pieces(phrase: Phrase) -> list[Phrase]:
    """The parts of a phrase between its gaps."""
    pieces: list[list[str]] = [[]]
    for word in phrase:
        if word == GAP:
            pieces.append([])
        else:
            pieces[-1].append(word)
    return [tuple(piece) for piece in pieces]


def _joined(open_ends: Sequence[tuple[int, int]], start: int, syllables: Syllables) -> list[int]:
    """Where the earlier pieces began that end close enough before `start`, the latest one."""
    begins = [
        begin
        for begin, end in open_ends
        if 0 <= start - end <= MAX_GAP
        and not any(word in _BORDERS for word in syllables.words[end:start])
    ]
    return begins[-1:]


def _agrees(phrase: Phrase, syllables: Syllables, start: int, end: int) -> bool:
    """Whether the marks in the text are those of the cue, or were lost.

    In a text without marks all may be lost; else on half of the syllables at most, so a single
    syllable must be written in full ('nợ', not 'no'). From three syllables on a mark may be wrong.
    """
    written = syllables.words[start:end]
    wrong = [
        (cue, word)
        for cue, word in zip(phrase, written, strict=True)
        if cue != NUMBER and not same_syllable(cue.removeprefix(EXACT), word)
    ]
    exact = [cue.removeprefix(EXACT) for cue in phrase if cue.startswith(EXACT)]
    # "nghi" itself has no marks: in a text without marks it may be nghỉ or nghị.
    if exact and (syllables.bare or any(cue.removeprefix(EXACT) in exact for cue, _ in wrong)):
        return False
    lost = all(lost_marks(word, cue) for cue, word in wrong)
    if syllables.bare:
        return lost
    return len(wrong) * 2 <= len(phrase) and (lost or len(phrase) >= _LONG)


def _longest(hits: Sequence[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not kept or hit.end > kept[-1].end:
            kept.append(hit)
    return kept
