"""Table rows: what the column names above a row say of its cells."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from vnparty_nlp.facts.cues import CueFinder, Hit
from vnparty_nlp.facts.lexicon import word_set
from vnparty_nlp.facts.mentions import Named
from vnparty_nlp.facts.syllables import SyllableReader, Syllables
from vnparty_nlp.records import Passage, Span

Cells = Sequence[tuple[tuple[int, int], Syllables]]


def cells_of(passage: Passage, syllables: Syllables, reader: SyllableReader) -> Cells:
    """The syllables of each cell with the words of the column name above it."""
    cells = []
    for span, column in passage.columns:
        inside = Span(span.start - passage.span.start, span.end - passage.span.start)
        first, last = syllables.range_of(inside)
        if column.strip() and first < last:
            cells.append(((first, last), reader.read(column)))
    return cells


def header_hits(
    cells: Cells, syllables: Syllables, finder: CueFinder
) -> Mapping[str, Sequence[Hit]]:
    """Cues of a column name, as hits on the cell below it; a cell that says no has none.

    Under 'Vắng không phép' a '2' states the absence, and an 'x' under 'HTTNV' the rating.
    """
    found: dict[str, list[Hit]] = defaultdict(list)
    for (first, last), header in cells:
        if _says_no(syllables, first, last):
            continue
        groups = finder.find(header)
        counted = all(syllables.words[index].isdigit() for index in range(first, last))
        levels = {group.rpartition(".")[0] for group in groups if group.endswith(".level")}
        for group, hits in groups.items():
            # A figure under a level counts its votes and rates nobody.
            if counted and group.rpartition(".")[0] in levels:
                continue
            longest = max(hits, key=lambda hit: hit.end - hit.start)
            found[group].append(Hit(first, last, longest.phrase, longest.value))
    return found


def without_claims(hits: Mapping[str, Sequence[Hit]], cells: Cells) -> dict[str, list[Hit]]:
    """The hits without those in a column of what people say of themselves ('Tự nhận mức')."""
    claims = [
        cell for cell, header in cells if word_set("self_column").any_in(header, 0, len(header))
    ]
    return {
        group: [h for h in found if not any(c[0] <= h.start < c[1] for c in claims)]
        for group, found in hits.items()
    }


def _says_no(syllables: Syllables, first: int, last: int) -> bool:
    """Whether a cell is empty of meaning: '0', '-', 'không'."""
    no = word_set("empty_cell")
    return all(no.holds(syllables, index) for index in range(first, last))


def named_cells(cells: Cells, syllables: Syllables) -> list[Named]:
    """The cells of a column of names ('Họ và tên'), whole."""
    found = []
    for (first, last), header in cells:
        heads = word_set("name_column")
        if all(heads.holds(header, index) for index in range(len(header))) and (
            syllables.words[first].isalpha()
        ):
            found.append(Named(first, last, first))
    return found
