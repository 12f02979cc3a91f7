"""Document → passages: sentences, list items and table rows inside their section."""

from vnparty_nlp.passages.protocol import Splitter
from vnparty_nlp.passages.structure_splitter import StructureSplitter
from vnparty_nlp.settings import PassageSettings

SPLITTERS = {"structure": StructureSplitter}


def build(settings: PassageSettings) -> Splitter:
    """The splitter of the settings."""
    return SPLITTERS["structure"](settings.max_characters)
