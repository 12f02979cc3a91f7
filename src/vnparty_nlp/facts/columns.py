"""Table rows: what the column names above a row say of its cells."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vnparty_nlp.facts.clauses import Range
from vnparty_nlp.facts.cues import CueFinder, Hit
from vnparty_nlp.facts.lexicon import word_set
from vnparty_nlp.facts.mentions import Named
from vnparty_nlp.facts.quantities import Quantity
from vnparty_nlp.facts.syllables import SyllableReader, Syllables
from vnparty_nlp.records import Passage, Span

Cells = Sequence[tuple[Range, Syllables]]
_EXPECTED, _MONEY = "columns.expected", "columns.money"
_STATING = (".act", ".denied", ".settled")
_SUM = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+|[1-9]\d{4,8}")


def cells_of(passage: Passage, syllables: Syllables, reader: SyllableReader) -> Cells:
    """The syllables of each cell with the words of the column name above it."""
    cells = []
    for span, column in passage.columns:
        inside = Span(span.start - passage.span.start, span.end - passage.span.start)
        first, last = syllables.range_of(inside)
        if column.strip() and first < last:
            cells.append(((first, last), reader.read(column)))
    return cells


@dataclass(frozen=True, slots=True)
class Headers:
    """What the column names say of a row.

    `hits` are their cues, on the cells below; `silent` the groups of cues that stand in a name
    but over a cell that says no, or in the name of what is only to be paid; `groups` those in
    the name above each cell; `expected` the cells under such a name, `sums` those under money.
    """

    hits: Mapping[str, Sequence[Hit]]
    silent: frozenset[str]
    groups: Mapping[Range, frozenset[str]]
    expected: frozenset[Range]
    sums: tuple[Quantity, ...]


def read_headers(cells: Cells, syllables: Syllables, finder: CueFinder) -> Headers:
    """Cues of a column name, as hits on the cell below it; a cell that says no has none.

    Under 'Vắng không phép' a '2' states the absence, and an 'x' under 'HTTNV' the rating; under
    'Phải nộp' a sum states nothing.
    """
    found: Mapping[str, list[Hit]] = defaultdict(list)
    silent: set[str] = set()
    groups_above: dict[Range, frozenset[str]] = {}
    expected: set[Range] = set()
    sums: list[Quantity] = []
    owing = False
    for cell, header in cells:
        all_groups = finder.find(header)
        groups = _without_expected(all_groups)
        groups_above[cell] = frozenset(groups)
        silent |= all_groups.keys() - groups.keys()
        if _EXPECTED in all_groups and not any(group.endswith(".act") for group in groups):
            expected.add(cell)
        if _says_no(syllables, *cell, header):
            silent |= groups.keys()
            continue
        owing |= word_set("remaining").any_in(header, 0, len(header))
        if _MONEY in all_groups:
            sums += _sum_of(syllables, cell)
        for group, hits in _stated(groups, syllables, cell):
            longest = max(hits, key=lambda hit: hit.end - hit.start)
            found[group].append(Hit(*cell, longest.phrase, longest.value))
    if owing:
        # 'Đã nộp' beside 'Còn nợ' tells of the other part, and settles nothing of this one.
        found = {group: hits for group, hits in found.items() if not group.endswith(".settled")}
    return Headers(
        hits=_without_other_denials(found),
        silent=frozenset(silent),
        groups=groups_above,
        expected=frozenset(expected),
        sums=tuple(sums),
    )


def _stated(
    groups: Mapping[str, Sequence[Hit]], syllables: Syllables, cell: Range
) -> Iterator[tuple[str, Sequence[Hit]]]:
    """The groups that a cell states; a figure under a level counts its votes and rates nobody."""
    counted = all(syllables.words[index].isdigit() for index in range(*cell))
    levels = {group.rpartition(".")[0] for group in groups if group.endswith(".level")}
    for group, hits in groups.items():
        if not (counted and group.rpartition(".")[0] in levels):
            yield group, hits


def _without_expected(groups: Mapping[str, Sequence[Hit]]) -> Mapping[str, Sequence[Hit]]:
    """The groups without the acts that are part of what is to be done: 'nộp' of 'phải nộp'."""
    planned = groups.get(_EXPECTED, ())
    kept = {}
    for group, hits in groups.items():
        acts = group.endswith(_STATING)
        left = [
            hit
            for hit in hits
            if not (acts and any(p.start <= hit.start and hit.end <= p.end for p in planned))
        ]
        if left:
            kept[group] = left
    return kept


def _without_other_denials(found: Mapping[str, Sequence[Hit]]) -> dict[str, list[Hit]]:
    """The hits; where one column states the act ('Đã nộp'), 'Chưa nộp' beside it denies nothing."""
    kept = {group: list(hits) for group, hits in found.items()}
    for group, hits in found.items():
        label, _, part = group.rpartition(".")
        acts = {(hit.start, hit.end) for hit in found.get(f"{label}.act", ())}
        denied = {(hit.start, hit.end) for hit in hits}
        if part == "denied" and acts - denied:
            kept[group] = []
            kept[f"{label}.act"] = [
                hit for hit in found[f"{label}.act"] if (hit.start, hit.end) not in denied
            ]
    return kept


def _sum_of(syllables: Syllables, cell: Range) -> Iterator[Quantity]:
    """A figure that fills a cell under a name of money: '50.500', '1.250.000'."""
    if cell[1] - cell[0] == 1 and _SUM.fullmatch(syllables.words[cell[0]]):
        yield Quantity(*cell, int(re.sub(r"\D", "", syllables.words[cell[0]])))


def amounts_for(label: str, amounts: Sequence[Quantity], headers: Headers) -> tuple[Quantity, ...]:
    """The sums of a row without those that are only due, or that another label's column states."""
    own = (f"{label}.act", f"{label}.denied")
    shut = set(headers.expected)
    for cell, groups in headers.groups.items():
        if any(g.endswith(".act") for g in groups) and groups.isdisjoint(own):
            shut.add(cell)
    return tuple(q for q in amounts if not any(c[0] <= q.start < c[1] for c in shut))


def without_claims(hits: Mapping[str, Sequence[Hit]], cells: Cells) -> dict[str, list[Hit]]:
    """The hits without those in a column of what people say of themselves ('Tự nhận mức')."""
    claims = [
        cell for cell, header in cells if word_set("self_column").any_in(header, 0, len(header))
    ]
    return {
        group: [h for h in found if not any(c[0] <= h.start < c[1] for c in claims)]
        for group, found in hits.items()
    }


def _says_no(syllables: Syllables, first: int, last: int, header: Syllables) -> bool:
    """Whether a cell is empty of meaning: '0', '-', 'không', 'chưa nộp' under 'Đã nộp'."""
    no, rest, negation = word_set("empty_cell"), word_set("empty_rest"), word_set("not")
    unit = word_set("empty_unit")
    if no.holds(syllables, first) and all(
        no.holds(syllables, index) or unit.holds(syllables, index)
        for index in range(first + 1, last)
    ):
        return True
    return (
        negation.holds(syllables, first)
        and not negation.any_in(header, 0, len(header))
        and all(rest.holds(syllables, index) for index in range(first + 1, last))
    )


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
