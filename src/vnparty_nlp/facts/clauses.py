"""Where clauses end: sentences, and the chunks between commas, brackets, cells and contrasts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from vnparty_nlp.facts.syllables import Syllables

Range = tuple[int, int]

SENTENCE_ENDS = frozenset({".", "!", "?", "…"})
_SEPARATORS = frozenset({",", ";", ":", "(", ")", "[", "]", "|", "\t", "+", "=", ">", "•", "*"})
_BULLETS = frozenset({"-", "+", "*", "•", "–", "o"})
_DASHES = frozenset({"-", "–", "—"})
# A full stop after these ends no sentence.
_ABBREVIATED = frozenset({"tp", "tt", "ths", "ts", "gs", "pgs", "stt", "nv", "bs", "ks", "cn", "đ"})
_SHORT_LINE = 45


@dataclass(frozen=True, slots=True)
class Chunk:
    """Syllables [start, end) between two borders; `opener` is the border before them."""

    start: int
    end: int
    sentence: int
    opener: str

    def holds(self, index: int) -> bool:
        """Whether the syllable is inside."""
        return self.start <= index < self.end


def chunks_of(
    syllables: Syllables, *, whole: Collection[Range], openers: Collection[Range]
) -> tuple[Chunk, ...]:
    """The chunks of a passage in order.

    `whole` are stretches that no comma divides (dates, lists of names); `openers` are words
    before which a chunk begins.
    """
    protected = {index for first, last in whole for index in range(first, last)}
    opening = dict(openers)
    chunks: list[Chunk] = []
    start, sentence, opener = 0, 0, "^"
    for index, word in enumerate(syllables.words):
        if index in opening and index not in protected:
            chunks += _chunk(start, index, sentence, opener)
            start, opener = opening[index], syllables.words[index]
        if index in protected or not _is_border(syllables, index):
            continue
        chunks += _chunk(start, index, sentence, opener)
        start, opener = index + 1, word[0]
        if word[0] in SENTENCE_ENDS or word[0] == "\n":
            sentence, opener = sentence + 1, "^"
    chunks += _chunk(start, len(syllables), sentence, opener)
    return tuple(chunk for chunk in chunks if _says_something(syllables, chunk))


def _says_something(syllables: Syllables, chunk: Chunk) -> bool:
    """Whether a chunk holds more than line breaks."""
    return any(not syllables.words[i].isspace() for i in range(chunk.start, chunk.end))


def _chunk(start: int, end: int, sentence: int, opener: str) -> Sequence[Chunk]:
    return [Chunk(start, end, sentence, opener)] if start < end else []


def _is_border(syllables: Syllables, index: int) -> bool:
    word = syllables.words[index]
    if word[0] in _SEPARATORS:
        return True
    if word in _DASHES:
        return _stands_free(syllables, index)
    if word[0] in SENTENCE_ENDS:
        return _ends_sentence(syllables, index)
    return word[0] == "\n" and _ends_line(syllables, index)


def _stands_free(syllables: Syllables, index: int) -> bool:
    before = (
        index == 0
        or syllables.ends[index - 1] < syllables.starts[index]
        or syllables.words[index - 1][0] == "\n"
    )
    last = index + 1 == len(syllables)
    return before and (last or syllables.starts[index + 1] > syllables.ends[index])


def _ends_sentence(syllables: Syllables, index: int) -> bool:
    if index + 1 == len(syllables):
        return True
    if syllables.starts[index + 1] == syllables.ends[index]:
        return False
    before = syllables.words[index - 1] if index else ""
    if before.isdigit() and len(before) <= 2 and _opens(syllables, index - 1):
        return False
    initial = len(before) == 1 and syllables.text[syllables.starts[index - 1]].isupper()
    return not (initial or before in _ABBREVIATED)


def _opens(syllables: Syllables, index: int) -> bool:
    """Whether a figure opens a line or an entry: 'còn nợ: 1. Páo; 2. Xoan'."""
    return index == 0 or syllables.words[index - 1][0] in ":;\n("


def _ends_line(syllables: Syllables, index: int) -> bool:
    """Whether a line break ends the sentence; OCR breaks lines anywhere."""
    if index == 0 or index + 1 == len(syllables):
        return True
    before, after = syllables.words[index - 1], syllables.words[index + 1]
    if after in _BULLETS or before[0] in ".;:!?":
        return True
    if after[0].isdigit() and index + 2 < len(syllables) and syllables.words[index + 2] in ".)/-":
        return True
    line_start = syllables.text.rfind("\n", 0, syllables.starts[index]) + 1
    short = syllables.starts[index] - line_start < _SHORT_LINE
    return short and syllables.text[syllables.starts[index + 1]].isupper()
