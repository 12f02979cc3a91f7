"""Dates, periods, sums and numbers of a passage by the syllables at which they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from vnparty_nlp.facts.syllables import Syllables
from vnparty_nlp.records import Span

# Sums in tables and lists often lack their đồng: "180.000", "số tiền 145000".
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})*\.000|\d{2,4}000")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A date, period, sum or number: its syllables and its normalised value."""

    start: int
    end: int
    value: str | int


class Found(Protocol):
    """A date, period, sum or number as its finder returns it."""

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        ...

    @property
    def value(self) -> str | int:
        """What it says, normalised."""
        ...


def quantities_of(syllables: Syllables, found: Sequence[Found]) -> tuple[Quantity, ...]:
    """What a finder found in the text, by syllables."""
    return tuple(Quantity(*syllables.range_of(match.span), match.value) for match in found)


def bare_sums(syllables: Syllables, taken: Sequence[Quantity]) -> Iterator[Quantity]:
    """Round figures that stand alone and are no part of another quantity."""
    covered = {index for quantity in taken for index in range(quantity.start, quantity.end)}
    for index, word in enumerate(syllables.words):
        if index not in covered and _GROUPED.fullmatch(word):
            yield Quantity(index, index + 1, int(word.replace(".", "")))
