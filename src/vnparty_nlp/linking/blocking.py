"""Finds the registered names that a mention may stand for, without looking at all of them."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import DamerauLevenshtein

from vnparty_nlp.linking.name_form import NameForm, Style, name_form
from vnparty_nlp.records import Member
from vnparty_nlp.vietnamese.unicode import fold

Rows = np.ndarray[tuple[int], np.dtype[np.int32]]


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A distinct name or alias of the register, at `index` of the index' rows."""

    index: int
    form: NameForm
    is_alias: bool


class NameIndex:
    """The distinct names of a register under the keys by which mentions find them.

    Keys carry no marks, and i for y: the whole name without spaces, its two ends, its last two
    syllables, its last one. Numbers, not objects, are kept for each member, so that a million of
    them fit.
    """

    def __init__(self, members: Sequence[Member]) -> None:
        self._names: list[str] = []
        self._first_alias = 0
        self._starts, self._rows = self._group(members)
        self._whole: dict[str, array[int]] = {}
        self._ends: dict[str, array[int]] = {}
        self._tails: dict[str, array[int]] = {}
        firsts, lasts = set(), set()
        for index, name in enumerate(self._names):
            form = name_form(name)
            bares = _blocks(form)
            _add(self._whole, "".join(bares), index)
            if index >= self._first_alias and len(bares) < 3:
                continue
            _add(self._ends, f"{bares[0]} {bares[-1]}", index)
            _add(self._tails, _block(form.spoken[-1]), index)
            firsts.add(bares[0])
            lasts.add(bares[-1])
        self._firsts, self._lasts = sorted(firsts), sorted(lasts)

    def _group(self, members: Sequence[Member]) -> tuple[Rows, Rows]:
        """Names first, then aliases; rows of name i are rows[starts[i]:starts[i + 1]]."""
        numbers: dict[str, int] = {}
        # Names keep their capitals: the B of "Hùng B" tells namesakes apart, "Bé" is a name.
        written: dict[str, str] = {}
        owners = array("i")
        named = array("i")
        for row, member in enumerate(members):
            key = _spelling(member.full_name)
            written.setdefault(key, member.full_name)
            named.append(numbers.setdefault(key, len(numbers)))
            owners.append(row)
        self._first_alias = len(numbers)
        aliases: dict[str, int] = {}
        for row, member in enumerate(members):
            for alias in member.aliases:
                key = _spelling(alias)
                written.setdefault(key, alias)
                number = aliases.setdefault(key, len(numbers) + len(aliases))
                named.append(number)
                owners.append(row)
        self._names = [written[key] for key in (*numbers, *aliases)]
        of_name = np.frombuffer(named, dtype=np.int32)
        order = np.argsort(of_name, kind="stable")
        counts = np.bincount(of_name, minlength=len(self._names))
        starts = np.concatenate(([0], np.cumsum(counts))).astype(np.int32)
        return starts, np.frombuffer(owners, dtype=np.int32)[order]

    def rows(self, entry: NameEntry) -> Rows:
        """The row numbers of the members who bear the name."""
        return self._rows[self._starts[entry.index] : self._starts[entry.index + 1]]

    def exact_rows(self, form: NameForm) -> Rows:
        """The members who bear exactly the name, marks and all."""
        numbers = self._whole.get("".join(_blocks(form)), ())
        entries = (self._entry(number) for number in numbers)
        rows = [self.rows(entry) for entry in entries if entry.form.keys == form.keys]
        return np.concatenate(rows) if rows else self._rows[:0]

    def names(self) -> Iterator[tuple[NameForm, int]]:
        """Every distinct full name with the number of members who bear it."""
        for index in range(self._first_alias):
            count = int(self._starts[index + 1] - self._starts[index])
            yield name_form(self._names[index]), count

    def candidates(self, form: NameForm, style: Style) -> Iterator[NameEntry]:
        """The names that `form` may stand for, each once; those that cannot are few, not none."""
        found = dict.fromkeys(self._whole.get("".join(_blocks(form)), ()))
        if style == "full":
            exact = bool(found)
            found |= dict.fromkeys(self._ends_of(form, near=not exact))
        if style != "full" or len(form.bares) == 2:
            found |= dict.fromkeys(self._tails_of(form, style))
        return map(self._entry, found)

    def _entry(self, index: int) -> NameEntry:
        return NameEntry(index, name_form(self._names[index]), index >= self._first_alias)

    def _ends_of(self, form: NameForm, *, near: bool) -> Iterator[int]:
        bares = _blocks(form)
        first, last = bares[0], bares[-1]
        yield from self._ends.get(f"{first} {last}", ())
        if near:
            for other in _near(first, self._firsts):
                yield from self._ends.get(f"{other} {last}", ())
            for other in _near(last, self._lasts):
                yield from self._ends.get(f"{first} {other}", ())

    def _tails_of(self, form: NameForm, style: Style) -> Iterator[int]:
        tail = self._tails.get(_block(form.bares[-1]), ())
        if style == "initials":
            letter = form.bares[0][0]
            return (index for index in tail if _first_letter(self._names[index]) == letter)
        if len(form.bares) > 1:
            before = form.bares[-2]
            return (index for index in tail if before in name_form(self._names[index]).bares)
        return iter(tail)


def _blocks(form: NameForm) -> tuple[str, ...]:
    return tuple(map(_block, form.bares))


def _block(bare: str) -> str:
    # Lý and Lí, Mỹ and Mĩ are found under one key.
    return bare.replace("y", "i")


def _spelling(name: str) -> str:
    return fold(" ".join(name.split()))


def _first_letter(name: str) -> str:
    return name_form(name).bares[0][0]


def _add(table: dict[str, "array[int]"], key: str, index: int) -> None:
    if key in table:
        table[key].append(index)
    else:
        table[key] = array("i", (index,))


def _near(syllable: str, others: Sequence[str]) -> Iterator[str]:
    for other in others:
        near = other != syllable and abs(len(other) - len(syllable)) < 2
        if near and DamerauLevenshtein.distance(syllable, other, score_cutoff=1) <= 1:
            yield other
