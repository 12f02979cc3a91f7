"""A passage as the rules see it: syllables, names, quantities, cue hits and chunks, found once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vnparty_nlp.facts.clauses import Chunk, Range, chunks_of
from vnparty_nlp.facts.columns import (
    Cells,
    Headers,
    amounts_for,
    cells_of,
    named_cells,
    read_headers,
    without_claims,
)
from vnparty_nlp.facts.cues import CueFinder, Hit
from vnparty_nlp.facts.mentions import Named, find_named, lists_of
from vnparty_nlp.facts.numbering import find_decision_numbers
from vnparty_nlp.facts.quantities import Quantity, bare_sums, quantities_of
from vnparty_nlp.facts.syllables import SyllableReader, Syllables
from vnparty_nlp.facts.years import with_years
from vnparty_nlp.records import Passage
from vnparty_nlp.vietnamese.amounts import find_amounts
from vnparty_nlp.vietnamese.dates import find_dates
from vnparty_nlp.vietnamese.periods import find_periods


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
    headers: Headers

    def of_label(self, label: str) -> "Reading":
        """The reading with those sums only that a row can state of the label."""
        return replace(self, amounts=amounts_for(label, self.amounts, self.headers))

    def within(self, group: str, part: Range) -> list[Hit]:
        """The hits of a group that lie inside a stretch of syllables."""
        return [h for h in self.hits.get(group, ()) if part[0] <= h.start and h.end <= part[1]]

    def starting(self, group: str, part: Range) -> list[Hit]:
        """The hits of a group that begin inside a stretch of syllables."""
        return [h for h in self.hits.get(group, ()) if part[0] <= h.start < part[1]]

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
        text = passage.text
        syllables = self._reader.read(text)
        cells = cells_of(passage, syllables, self._reader)
        own = without_claims(self._finder.find(syllables), cells)
        headers = read_headers(cells, syllables, self._finder)
        hits = _joined(own, headers.hits)
        names = find_named(syllables, _phrases(hits))
        names = _with_cells(names, named_cells(cells, syllables))
        dates, periods, amounts, decisions = _all_quantities(
            passage, syllables, cells, headers.sums
        )
        return Reading(
            passage=passage,
            syllables=syllables,
            names=names,
            dates=dates,
            periods=periods,
            amounts=amounts,
            decisions=decisions,
            hits=hits,
            chunks=chunks_of(
                syllables,
                whole=[(q.start, q.end) for q in (*dates, *periods, *amounts, *decisions)]
                + [(h.start, h.end) for found in hits.values() for h in found if "," in h.phrase]
                + lists_of(syllables, names)
                + _number_lists(syllables),
                openers=[(h.start, h.end) for h in hits.get("connectors.contrast", ())]
                + _turns(syllables, names),
            ),
            headers=headers,
        )


def _all_quantities(
    passage: Passage, syllables: Syllables, cells: Cells, sums: Sequence[Quantity]
) -> tuple[tuple[Quantity, ...], ...]:
    """Dates, periods, sums and numbers of decisions."""
    text = passage.text
    dates = quantities_of(syllables, find_dates(text))
    periods = quantities_of(syllables, find_periods(text))
    decisions = quantities_of(syllables, tuple(find_decision_numbers(text)))
    amounts = quantities_of(syllables, find_amounts(text))
    taken = {index for quantity in amounts for index in range(quantity.start, quantity.end)}
    amounts += tuple(quantity for quantity in sums if quantity.start not in taken)
    amounts += tuple(bare_sums(syllables, (*dates, *periods, *decisions, *amounts)))
    periods += tuple(
        Quantity(*cell, period.value)
        for cell, header in cells
        for period in find_periods(header.text)
    )
    stated = (*dates, *periods)
    return (
        with_years(dates, stated, passage.held_on),
        with_years(periods, stated, passage.held_on),
        tuple(sorted(amounts, key=lambda amount: amount.start)),
        decisions,
    )


def _joined(
    own: Mapping[str, Sequence[Hit]], headers: Mapping[str, Sequence[Hit]]
) -> dict[str, list[Hit]]:
    groups = own.keys() | headers.keys()
    return {group: sorted([*own.get(group, ()), *headers.get(group, ())]) for group in groups}


def _with_cells(names: Sequence[Named], cells: Sequence[Named]) -> tuple[Named, ...]:
    """The names; in a column of names the whole cell is the name."""
    outside = [n for n in names if not any(c.start <= n.start < c.end for c in cells)]
    return tuple(sorted([*outside, *cells], key=lambda name: name.start))


def _phrases(hits: Mapping[str, Sequence[Hit]]) -> dict[int, int]:
    """Where the longest phrase of a fact or of speech ends, by the syllable at which it begins."""
    ends: dict[int, int] = {}
    for group, found in hits.items():
        if group.endswith((".act", ".denied")) or group == "speech.verb":
            for hit in found:
                ends[hit.start] = max(hit.end, ends.get(hit.start, 0))
    return ends


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
    named = {index for name in names for index in range(name.title, name.end)}
    then = "thi" if syllables.bare else "thì"
    both = [i for i, word in enumerate(syllables.words) if word in ("vừa", "vua")]
    # "vừa không đóng, vừa bỏ họp": two clauses.
    found = [(index, index + 1) for index in both[1:2] if both[1] - both[0] > 1]
    for index, word in enumerate(syllables.words):
        turns = word in ("còn", "con") and index + 1 in starts
        then_here = word == then and index > 0 and index not in named
        if turns or (then_here and _is_lower(syllables, index)):
            found.append((index, index + 1))
    return found


def _is_lower(syllables: Syllables, index: int) -> bool:
    return syllables.text[syllables.starts[index]].islower()
