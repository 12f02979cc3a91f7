"""The extractor: rules over cue phrases, from a tagged passage to its facts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from vnparty_nlp.catalogue import Catalogue, Label
from vnparty_nlp.facts.clauses import Range
from vnparty_nlp.facts.composed import compose_with_offsets
from vnparty_nlp.facts.cores import Core, find_cores, slot_quantities
from vnparty_nlp.facts.evidence import find_evidence
from vnparty_nlp.facts.mentions import Named
from vnparty_nlp.facts.reading import PassageReader, Reading
from vnparty_nlp.facts.scope import Scope
from vnparty_nlp.facts.slots import read_slots
from vnparty_nlp.facts.slots.help_given import find_helpers
from vnparty_nlp.facts.status import find_status
from vnparty_nlp.facts.subject import find_speakers, find_subjects, is_beside
from vnparty_nlp.records import Fact, Passage, Span, Tag

_REMEMBERED_PASSAGES = 4
_WEAK = 0.8
# The tagger's word stands from these probabilities on; below, the rules must agree (measured on
# the dev writers: vnparty evaluate --split dev).
SURE_OF_STATUS, SURE_OF_LABEL = 0.9, 0.9


class RuleExtractor:
    """Reads facts by cue phrases and clause borders; compiled once, the same answer every time.

    Where no cue of the label stands in the passage, a tag that is not sure yields nothing; a sure
    one yields the longest chunk as evidence.
    """

    def __init__(self, catalogue: Catalogue, reader: PassageReader) -> None:
        self._catalogue = catalogue
        # A passage often carries several tags; its reading is the dear part.
        self._read = lru_cache(maxsize=_REMEMBERED_PASSAGES)(reader.read)

    def extract(self, passage: Passage, tag: Tag) -> tuple[Fact, ...]:
        """The facts that the tag stands for: one a person, one a ballot round, in text order.

        A passage's text should be in NFC; another form is read as well, its columns are not.
        """
        composed = compose_with_offsets(passage.text)
        if composed is None:
            return self._extract(passage, tag)
        nfc = replace(passage, text=composed.text, span=Span(0, len(composed.text)), columns=())
        offset = passage.span.start
        return tuple(
            replace(
                fact,
                evidence=composed.original(fact.evidence).shift(offset),
                subject=fact.subject and composed.original(fact.subject).shift(offset),
            )
            for fact in self._extract(nfc, tag)
        )

    def _extract(self, passage: Passage, tag: Tag) -> tuple[Fact, ...]:
        reading = self._read(passage).of_label(tag.label)
        if not reading.chunks:
            return ()
        label = self._catalogue.label(tag.label)
        speakers = find_speakers(reading, label)
        cores = find_cores(reading, label, speakers)
        # A row that answers the label's own column with '0' states nothing, however sure the tag.
        unsaid = tag.probability < SURE_OF_LABEL or f"{label.id}.act" in reading.headers.silent
        if unsaid and not any(core.acts for core in cores):
            return ()
        stated = [self._stated(reading, label, core, speakers) for core in cores]
        facts: list[Fact] = []
        for one in _without_repeats(reading, label, stated):
            facts += self._facts(reading, tag, one)
        return tuple(facts)

    def _stated(
        self, reading: Reading, label: Label, core: Core, speakers: frozenset[Named]
    ) -> "_Stated":
        helpers = find_helpers(reading, label, core, speakers)
        subjects: tuple[Named, ...] = ()
        if label.subject == "member":
            subjects = find_subjects(reading, label, core, speakers | helpers)
        # Somebody who also speaks, or stands far off, is a guess that a person must settle.
        guessed = bool(subjects) and (
            not is_beside(reading, core, subjects) or not speakers.isdisjoint(subjects)
        )
        return _Stated(core, subjects, tuple(helpers), guessed)

    def _facts(self, reading: Reading, tag: Tag, stated: "_Stated") -> list[Fact]:
        label = self._catalogue.label(tag.label)
        core, subjects = stated.core, stated.subjects
        # The opposite in so many words ("không vắng buổi nào") stands against any model.
        sure = None if core.denied else _sure_status(tag)
        status = sure or find_status(reading, label, core, subjects)
        part = find_evidence(reading, label, core, subjects)
        slots = read_slots(Scope(reading, label, core, part, status, subjects, stated.helpers))
        offset = reading.passage.span.start
        evidence = reading.syllables.span(*part).shift(offset)
        mentions: list[Span | None] = [
            reading.syllables.span(name.start, name.end).shift(offset) for name in subjects
        ]
        return [
            Fact(label.id, tag.probability, status, evidence, slots, mention, stated.guessed)
            for mention in mentions or [None]
        ]


def _sure_status(tag: Tag) -> str | None:
    """The status that the tagger is sure of; where it is not, the rules decide."""
    best = max(tag.statuses, key=lambda status: tag.statuses[status], default=None)
    return best if best is not None and tag.statuses[best] >= SURE_OF_STATUS else None


@dataclass(frozen=True, slots=True)
class _Stated:
    """A core with the persons in it; `guessed` where who is meant is not certain."""

    core: Core
    subjects: tuple[Named, ...]
    helpers: tuple[Named, ...]
    guessed: bool


def _without_repeats(reading: Reading, label: Label, stated: Sequence[_Stated]) -> list[_Stated]:
    """The cores, but of two about the same person only the one that says more."""
    kept: list[_Stated] = []
    for one in stated:
        last = kept[-1] if kept else None
        if label.subject == "meeting" or last is None or not _repeats(reading, label, last, one):
            kept.append(one)
        elif one.core.weight > last.core.weight:
            kept[-1] = one
    return kept


def _repeats(reading: Reading, label: Label, one: _Stated, other: _Stated) -> bool:
    """Whether the weaker of two cores adds nothing: the same person, or nobody, and no own time."""
    weaker = min(one, other, key=lambda stated: stated.core.weight)
    if one.subjects == other.subjects:
        parts = [_part(reading, stated.core) for stated in (one, other)]
        telling = [
            bool(slot_quantities(reading, label, part) or reading.within(f"{label.id}.level", part))
            for part in parts
        ]
        return not all(telling)
    return not weaker.subjects and weaker.core.weight < _WEAK * max(
        one.core.weight, other.core.weight
    )


def _part(reading: Reading, core: Core) -> Range:
    return reading.chunks[core.first].start, reading.chunks[core.last].end
