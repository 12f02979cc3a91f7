"""What a slot reader may look at: one stated fact and the stretches of text around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vnparty_nlp.catalogue import Label
from vnparty_nlp.facts.clauses import Range
from vnparty_nlp.facts.cores import Core
from vnparty_nlp.facts.cues import Hit
from vnparty_nlp.facts.lexicon import word_set
from vnparty_nlp.facts.mentions import Named
from vnparty_nlp.facts.quantities import Quantity
from vnparty_nlp.facts.reading import Reading


@dataclass(frozen=True, slots=True)
class Scope:
    """One fact: where it is stated (`part` is its evidence), how, and about whom."""

    reading: Reading
    label: Label
    core: Core
    part: Range
    status: str
    subjects: tuple[Named, ...]
    helpers: tuple[Named, ...] = ()

    @property
    def sentence(self) -> Range:
        """The sentence of the core."""
        number = self.reading.chunks[self.core.first].sentence
        chunks = [chunk for chunk in self.reading.chunks if chunk.sentence == number]
        return chunks[0].start, chunks[-1].end

    @property
    def sentence_end(self) -> int:
        """Where the sentence ends in which the evidence ends."""
        last = self.reading.chunks[self.reading.chunk_at(self.part[1] - 1)]
        return max(c.end for c in self.reading.chunks if c.sentence == last.sentence)

    def text(self, part: Range) -> str:
        """The stretch as written, line breaks as spaces."""
        return " ".join(self.reading.syllables.span(*part).of(self.reading.syllables.text).split())

    def nearest(self, found: Sequence[Quantity]) -> Iterator[Quantity]:
        """Quantities inside the evidence, then those before it, the nearest first, then behind."""
        start, end = self.part
        yield from (q for q in found if start <= q.start and q.end <= end)
        yield from sorted((q for q in found if q.end <= start), key=lambda q: -q.end)
        yield from (q for q in found if q.start >= end)

    def is_spoken_range(self, quantity: Quantity) -> bool:
        """Whether a period is told by its ends ('từ tháng 3 đến tháng 5') and not as a list."""
        return word_set("to").any_in(self.reading.syllables, quantity.start, quantity.end)

    def cues(self, name: str, part: Range) -> list[Hit]:
        """The hits of one of the label's own cue lists inside a stretch."""
        return self.reading.within(f"{self.label.id}.{name}", part)
