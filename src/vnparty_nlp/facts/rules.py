"""The extractor: rules over cue phrases, from a tagged passage to its facts."""

from functools import lru_cache

from vnparty_nlp.catalogue import Catalogue
from vnparty_nlp.facts.cores import Core, find_cores
from vnparty_nlp.facts.evidence import find_evidence
from vnparty_nlp.facts.mentions import Named
from vnparty_nlp.facts.reading import PassageReader, Reading
from vnparty_nlp.facts.scope import Scope
from vnparty_nlp.facts.slots import read_slots
from vnparty_nlp.facts.slots.help import find_helpers
from vnparty_nlp.facts.status import find_status
from vnparty_nlp.facts.subject import find_speakers, find_subjects
from vnparty_nlp.records import Fact, Passage, Tag

_REMEMBERED_PASSAGES = 4


class RuleExtractor:
    """Reads facts by cue phrases and clause borders; compiled once, the same answer every time.

    A tag always yields at least one fact: where no cue stands in the passage, its longest chunk
    is the evidence, and the missing slots make the finding incomplete.
    """

    def __init__(self, catalogue: Catalogue, reader: PassageReader) -> None:
        self._catalogue = catalogue
        # A passage often carries several tags; its reading is the dear part.
        self._read = lru_cache(maxsize=_REMEMBERED_PASSAGES)(reader.read)

    def extract(self, passage: Passage, tag: Tag) -> tuple[Fact, ...]:
        """The facts that the tag stands for: one a person, one a ballot round, in text order."""
        reading = self._read(passage)
        label = self._catalogue.label(tag.label)
        speakers = find_speakers(reading, label)
        facts: list[Fact] = []
        for core in find_cores(reading, label, speakers):
            helpers = find_helpers(reading, label, core)
            facts += self._facts(reading, tag, core, speakers | helpers)
        return tuple(facts)

    def _facts(
        self, reading: Reading, tag: Tag, core: Core, others: frozenset[Named]
    ) -> list[Fact]:
        label = self._catalogue.label(tag.label)
        about_member = label.subject == "member"
        subjects = find_subjects(reading, label, core, others) if about_member else ()
        status = find_status(reading, label, core, subjects)
        part = find_evidence(reading, label, core, subjects)
        slots = read_slots(Scope(reading, label, core, part, status, subjects))
        offset = reading.passage.span.start
        evidence = reading.syllables.span(*part).shift(offset)
        mentions = [reading.syllables.span(n.start, n.end).shift(offset) for n in subjects]
        return [
            Fact(label.id, tag.probability, status, evidence, slots, subject)
            for subject in mentions or [None]
        ]
