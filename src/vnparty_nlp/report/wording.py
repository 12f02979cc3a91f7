"""The Vietnamese words of the report, from wording.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class DispositionWords:
    """A disposition in plain words: a short title, and a sentence that explains it."""

    title: str
    explanation: str


@dataclass(frozen=True, slots=True)
class SlotWords:
    """A slot's name, and the unit that follows its number ("" for none)."""

    name: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """All words, by the ids of the output contract; dispositions in the order of display."""

    kinds: Mapping[str, str]
    document_statuses: Mapping[str, str]
    dispositions: Mapping[str, DispositionWords]
    reasons: Mapping[str, str]
    slots: Mapping[str, SlotWords]


@cache
def load_wording() -> Wording:
    """The words shipped with the package."""
    source = resources.files("vnparty_nlp.report").joinpath("wording.toml").read_text("utf-8")
    table = tomllib.loads(source)
    return Wording(
        kinds=table["kinds"],
        document_statuses=table["document_statuses"],
        dispositions={
            key: DispositionWords(**words) for key, words in table["dispositions"].items()
        },
        reasons=table["reasons"],
        slots={key: SlotWords(**words) for key, words in table["slots"].items()},
    )
