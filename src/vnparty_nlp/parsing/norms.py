"""The layout norms of norms.toml, ready for comparing, and which of them hold at a date."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib import resources
from typing import TypedDict, get_args

from vnparty_nlp.parsing.cues import plain
from vnparty_nlp.records import DocumentKind

_FIELD = re.compile(r"(s[o0]|v/v|so ky hieu)\b|.{2,60}, ?ngay\b")
_DASHES = re.compile(r"\s*[-–—_]+\s*|\s+")
# A motto with two letters of eighteen misread is still one; the nearest body is far from it.
_MAX_MISREAD, _MIN_LIKENESS = 2, 0.87


class _Table(TypedDict, total=False):
    id: str
    family: str
    valid_from: str
    valid_until: str
    source: str
    titles: Mapping[str, str]
    codes: Mapping[str, str]
    mottos: str
    stamps: str
    bodies: str
    open_bodies: str
    issuer_codes: str


@dataclass(frozen=True, slots=True)
class Norms:
    """What the norms of one time say. All without marks, in lower case.

    `titles` tells the kind of a title; `codes` the kinds that a code of a number may stand for, by
    family ("party", "state") and code. Mottos and stamps are no bodies; `open_bodies` wait for
    the next line; `issuer_codes` end the number of a body.
    """

    titles: Mapping[str, DocumentKind]
    codes: Mapping[tuple[str, str], frozenset[DocumentKind]]
    mottos: tuple[str, ...]
    stamps: tuple[str, ...]
    bodies: tuple[str, ...]
    open_bodies: frozenset[str]
    issuer_codes: frozenset[str]


def load_norms() -> Norms:
    """The norms of all times together: for what must be known whatever the date."""
    return _merged(tuple(range(len(_tables()))))


def norms_at(date: str | None) -> Norms:
    """The norms that hold at an ISO date (a month or a year will do); None: those of all times.

    Where no table of a family reaches to the date, all tables of that family hold.
    """
    if date is None:
        return load_norms()
    tables = _tables()
    held = {number for number, table in enumerate(tables) if _holds(table, date)}
    known = {tables[number].get("family") for number in held}
    return _merged(
        tuple(n for n, t in enumerate(tables) if n in held or t.get("family") not in known)
    )


def past_norms(date: str) -> Norms:
    """The norms that had ended before an ISO date."""
    ended = (table.get("valid_until", "9999") for table in _tables())
    return _merged(tuple(n for n, last in enumerate(ended) if last[: len(date)] < date))


def opens_motto(text: str) -> bool:
    """Whether four words or more are the beginning of a motto."""
    return any(motto.startswith(plain(text)) for motto in load_norms().mottos)


def is_motto(text: str) -> bool:
    """Whether a line begins with a motto, whatever its dashes are and OCR made of some letters."""
    bare = _DASHES.sub(" ", plain(text))
    return bare.startswith(_bare_mottos()) or _is_misread_motto(bare)


def is_part_of_motto(text: str) -> bool:
    """Whether a motto begins with the line: it may be cut short where it wraps."""
    bare = _DASHES.sub(" ", plain(text))
    return any(motto.startswith(bare) for motto in _bare_mottos())


def opens_letterhead_line(text: str) -> bool:
    """Whether a line of a letterhead begins something new: a body, a motto, a number, a date."""
    norms = load_norms()
    bare = plain(text)
    if not any(letter.isalpha() for letter in bare) or _FIELD.match(bare):
        return not bare[:4].isdigit()
    return bare.startswith((*norms.bodies, *norms.mottos, *norms.stamps))


@cache
def _tables() -> tuple[_Table, ...]:
    source = resources.files("vnparty_nlp.parsing").joinpath("norms.toml").read_text("utf-8")
    return tuple(tomllib.loads(source)["norm"])


@cache
def _merged(numbers: Sequence[int]) -> Norms:
    tables = [_tables()[number] for number in numbers]
    codes: dict[tuple[str, str], frozenset[DocumentKind]] = {}
    for family, code, kind in _codes(tables):
        codes[family, code] = codes.get((family, code), frozenset()) | {kind}
    return Norms(
        titles=dict(sorted(_titles(tables), key=lambda pair: -len(pair[0]))),
        codes=codes,
        mottos=_all_forms(table.get("mottos") for table in tables),
        stamps=_all_forms(table.get("stamps") for table in tables),
        bodies=_all_forms(table.get("bodies") for table in tables),
        open_bodies=frozenset(_all_forms(table.get("open_bodies") for table in tables)),
        issuer_codes=frozenset(_all_forms(table.get("issuer_codes") for table in tables)),
    )


@cache
def _is_misread_motto(bare: str) -> bool:
    if bare.startswith(load_norms().bodies):
        return False
    letters = bare.replace(" ", "")
    for motto in _bare_mottos():
        wanted = motto.replace(" ", "")
        likeness = SequenceMatcher(None, letters, wanted, autojunk=False)
        if abs(len(letters) - len(wanted)) <= _MAX_MISREAD and likeness.ratio() >= _MIN_LIKENESS:
            return True
    return False


@cache
def _bare_mottos() -> tuple[str, ...]:
    return tuple(_DASHES.sub(" ", motto) for motto in load_norms().mottos)


def _holds(table: _Table, date: str) -> bool:
    # Dates are compared as far as the shorter one tells: "2004" holds all of that year.
    first, last = table.get("valid_from", ""), table.get("valid_until", "9999")
    return first[: len(date)] <= date and date[: len(last)] <= last


def _titles(tables: Sequence[_Table]) -> Iterator[tuple[str, DocumentKind]]:
    for table in tables:
        for kind, forms in table.get("titles", {}).items():
            yield from ((form, _kind(kind)) for form in _all_forms([forms]))


def _codes(tables: Sequence[_Table]) -> Iterator[tuple[str, str, DocumentKind]]:
    for table in tables:
        family = table.get("family")
        for kind, forms in table.get("codes", {}).items():
            for form in _all_forms([forms]):
                for one in [family] if family else ("party", "state"):
                    yield one, form, _kind(kind)


def _kind(name: str) -> DocumentKind:
    return next(kind for kind in get_args(DocumentKind) if kind == name)


def _all_forms(listings: "Iterator[str | None] | Sequence[str]") -> tuple[str, ...]:
    forms = {plain(form) for listing in listings if listing for form in listing.split("|")}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))
