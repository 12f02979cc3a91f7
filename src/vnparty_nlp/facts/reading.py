"""A passage as the rules see it: syllables, names, quantities, cue hits and chunks, found once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vnparty_nlp.facts.clauses import Chunk, Range, chunks_of
from vnparty_nlp.facts.cues import CueFinder, Hit
from vnparty_nlp.facts.mentions import Named, find_named, lists_of
from vnparty_nlp.facts.numbering import find_decision_numbers
from vnparty_nlp.facts.syllables import SyllableReader, Syllables
from vnparty_nlp.records import Passage
from vnparty_nlp.vietnamese.amounts import find_amounts
from vnparty_nlp.vietnamese.dates import find_dates
from vnparty_nlp.vietnamese.periods import find_periods

@dataclass(frozen=True, slots=True)
class Quantity:
    """A date, period or sum: its syllables and its normalised value."""

    start: int
    end: int
    value: str | int


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that is found in a passage before any label is looked at.

    `hits` maps groups of cues to their hits: 'speech.verb', 'LABEL.act' and so on.
    """

    passage: Passage
    syllables: Syllables
    names: tuple[Named, ...]
    dates: tuple[Quantity, ...]
    periods: tuple[Quantity, ...]
    amounts: tuple[Quantity, ...]
    decisions: tuple[Quantity, ...]
    hits: Mapping[str, Sequence[Hit]]
    chunks: tuple[Chunk, ...]

    def within(self, group: str, part: Range) -> list[Hit]:
        """The hits of a group that lie inside a stretch of syllables."""
        return [h for h in self.hits.get(group, ()) if part[0] <= h.start and h.end <= part[1]]

    def chunk_at(self, index: int) -> int:
        """The number of the chunk that holds a syllable, or of the last one that begins before."""
        return max(
            (number for number, chunk in enumerate(self.chunks) if chunk.start <= index), default=0
        )

    def words(self, part: Range) -> tuple[str, ...]:
        """The words of a stretch of syllables."""
        return self.syllables.words[part[0] : part[1]]


class PassageReader:
    """Reads passages with the matchers that were compiled once."""

    def __init__(self, reader: SyllableReader, finder: CueFinder) -> None:
        self._reader = reader
        self._finder = finder

    def read(self, passage: Passage) -> Reading:
        """The reading of a passage."""
        syllables = self._reader.read(passage.text)
        text = passage.text
        dates = _quantities(syllables, find_dates(text))
        periods = _quantities(syllables, find_periods(text))
        amounts = _quantities(syllables, find_amounts(text))
        decisions = tuple(
            Quantity(*syllables.range_of(number.span), number.value)
            for number in find_decision_numbers(text)
        )
        hits = self._finder.find(syllables)
        names = find_named(syllables, _act_starts(hits))
        whole = [(q.start, q.end) for q in (*dates, *periods, *amounts, *decisions)]
        whole += lists_of(syllables, names) + _number_lists(syllables)
        openers = [(h.start, h.end) for h in hits.get("connectors.contrast", ())]
        openers += _turns(syllables, names)
        return Reading(
            passage=passage,
            syllables=syllables,
            names=names,
            dates=dates,
            periods=periods,
            amounts=amounts,
            decisions=decisions,
            hits=hits,
            chunks=chunks_of(syllables, whole=whole, openers=openers),
        )


def _quantities(syllables: Syllables, matches: Sequence[object]) -> tuple[Quantity, ...]:
    found = []
    for match in matches:
        start, end = syllables.range_of(match.span)  # type: ignore[attr-defined]
        found.append(Quantity(start, end, match.value))  # type: ignore[attr-defined]
    return tuple(found)


def _act_starts(hits: Mapping[str, Sequence[Hit]]) -> frozenset[int]:
    """The syllables at which a fact or speech begins."""
    return frozenset(
        hit.start
        for group, found in hits.items()
        if group.endswith((".act", ".denied")) or group == "speech.verb"
        for hit in found
    )


def _number_lists(syllables: Syllables) -> list[Range]:
    """Dates that stand in one list: 'ngày 5, 12 và 19/4'."""
    lists = []
    for index in range(1, len(syllables) - 1):
        around = syllables.words[index - 1][0].isdigit() and syllables.words[index + 1][0].isdigit()
        if syllables.words[index] in (",", "+") and around:
            lists.append((index - 1, index + 2))
    return lists


def _turns(syllables: Syllables, names: Sequence[Named]) -> list[Range]:
    """'còn' and 'riêng' before a person, 'thì': a new clause begins there."""
    starts = {name.title for name in names}
    found = []
    for index, word in enumerate(syllables.words):
        if word in ("còn", "con") and index + 1 in starts:
            found.append((index, index + 1))
        elif word in ("thì", "thi") and index:
            found.append((index, index + 1))
    return found
