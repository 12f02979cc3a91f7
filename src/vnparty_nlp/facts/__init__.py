"""The facts of tagged passages: status, evidence, slots and subject."""

import tomllib
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

from vnparty_nlp.catalogue import Catalogue, load_catalogue
from vnparty_nlp.facts.protocol import Extractor


def build() -> Extractor:
    """The extractor over the shipped catalogue and cue lists; its matchers are compiled here."""
    # spaCy takes a second to import, and `import vnparty_nlp` must stay quick.
    from vnparty_nlp.facts.cues import CueFinder, syllables_of
    from vnparty_nlp.facts.reading import PassageReader
    from vnparty_nlp.facts.rules import RuleExtractor
    from vnparty_nlp.facts.syllables import SyllableReader

    catalogue = load_catalogue()
    words, statuses = _table("words.toml"), _table("status.toml")
    synonyms: Mapping[str, Sequence[str]] = words.pop("synonyms")
    cues = _label_cues(catalogue) | _flat(words) | _flat(statuses)
    reader = SyllableReader(syllables_of(cues, synonyms))
    finder = CueFinder(reader.vocab, cues, synonyms=synonyms)
    return RuleExtractor(catalogue, PassageReader(reader, finder))


def _table(name: str) -> dict[str, Any]:
    source = resources.files("vnparty_nlp.facts").joinpath(name).read_text("utf-8")
    return tomllib.loads(source)


def _flat(table: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[str, Sequence[str]]:
    return {
        f"{section}.{part}": phrases
        for section, parts in table.items()
        for part, phrases in parts.items()
    }


def _label_cues(catalogue: Catalogue) -> dict[str, Sequence[str]]:
    return {
        f"{label.id}.{part}": phrases
        for label in catalogue.labels.values()
        for part, phrases in label.cues.items()
    }
