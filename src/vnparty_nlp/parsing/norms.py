"""The layout norms of norms.toml, ready for comparing."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from vnparty_nlp.parsing.cues import plain
from vnparty_nlp.records import DocumentKind

_FIELD = re.compile(r"(so|v/v|so ky hieu)\b|.{2,60}, ?ngay\b")


@dataclass(frozen=True, slots=True)
class Norms:
    """Titles and codes with their kind; mottos and bodies of letterheads. All without marks."""

    titles: Mapping[str, DocumentKind]
    codes: Mapping[str, DocumentKind]
    mottos: tuple[str, ...]
    bodies: tuple[str, ...]
    open_bodies: frozenset[str]


@cache
def load_norms() -> Norms:
    """The norms shipped with the package."""
    source = resources.files("vnparty_nlp.parsing").joinpath("norms.toml").read_text("utf-8")
    table = tomllib.loads(source)
    head = table["letterhead"]
    return Norms(
        titles={form: kind for kind, forms in table["titles"].items() for form in _forms(forms)},
        codes={form: kind for kind, forms in table["codes"].items() for form in _forms(forms)},
        mottos=tuple(_forms(head["mottos"])),
        bodies=tuple(_forms(head["bodies"])),
        open_bodies=frozenset(_forms(head["open_bodies"])),
    )


def opens_motto(text: str) -> bool:
    """Whether four words or more are the beginning of a motto."""
    return any(motto.startswith(plain(text)) for motto in load_norms().mottos)


def opens_letterhead_line(text: str) -> bool:
    """Whether a line of a letterhead begins something new: a body, a motto, a number, a date."""
    norms = load_norms()
    bare = plain(text)
    if not any(letter.isalpha() for letter in bare) or _FIELD.match(bare):
        return not bare[:4].isdigit()
    return bare.startswith((*norms.bodies, *norms.mottos))


def _forms(listing: str) -> list[str]:
    return sorted({plain(form) for form in listing.split("|")}, key=len, reverse=True)
