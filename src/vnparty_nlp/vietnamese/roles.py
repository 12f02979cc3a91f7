"""Offices as they are written in minutes, normalised: "PBT", "Phó bí thư chi bộ" → phó bí thư."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from vnparty_nlp.vietnamese.name_tokens import Token, tokenize
from vnparty_nlp.vietnamese.unicode import compose, fold, strip_marks

_MAX_SYLLABLES = 8
# What may follow an office without ending it: the body and its number ("chi bộ 3", "thôn").
_BODY = re.compile(
    r"\s(?:chi\sb[oộ]|chi\s[uủ][yỷ]|đ[aả]ng\s[uủ][yỷ]|th[oô]n|x[aã]|ph[uư][oờ]ng|kh[oố]i|ấp|b[aả]n|xóm)(?!\w)"
    r"(?:\s(?:s[oố]\s)?\d{1,3})?",
    re.IGNORECASE,
)
_ENDS_IN_BODY = re.compile(r"(?:b[oộ]|[uủ][yỷ]|x[aã]|ph[uư][oờ]ng)$", re.IGNORECASE)
_NUMBER = re.compile(r"\s(?:s[oố]\s)?(?:\d{1,3}|[IVX]+)(?![\w/.])")


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Forms of offices: syllables → role; `abbreviations` are keyed in capitals without marks."""

    marked: Mapping[tuple[str, ...], str]
    bare: Mapping[tuple[str, ...], str]
    abbreviations: Mapping[tuple[str, ...], str]
    first_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class RoleAt:
    """An office found at a word: its role, the index of the next word, the end of its text.

    `has_body` where the body is named behind it ("Bí thư chi bộ"), so that the body's own name may
    follow.
    """

    role: str
    next_index: int
    end: int
    has_body: bool = False


@cache
def load_role_words() -> RoleWords:
    """The table shipped with the package."""
    source = resources.files("vnparty_nlp.vietnamese").joinpath("roles.toml").read_text("utf-8")
    marked: dict[tuple[str, ...], str] = {}
    abbreviations: dict[tuple[str, ...], str] = {}
    for role, listing in tomllib.loads(source)["roles"].items():
        for form in (" ".join(part.split()) for part in listing.split("|")):
            if form.isupper():
                abbreviations[tuple(strip_marks(form).split())] = role
            else:
                marked[tuple(fold(form).replace(".", "").split())] = role
    bare = {tuple(map(strip_marks, form)): role for form, role in marked.items()}
    first_words = {form[0] for form in bare} | {form[0].lower() for form in abbreviations}
    return RoleWords(marked, bare, abbreviations, frozenset(first_words))


def role_at(text: str, tokens: Sequence[Token], index: int) -> RoleAt | None:
    """The longest office at the word `index`, with the body behind it; None for none."""
    words = load_role_words()
    # "P." before a capital is a word with its point.
    if tokens[index].bare.rstrip(".") not in words.first_words:
        return None
    for count in range(min(_MAX_SYLLABLES, len(tokens) - index), 0, -1):
        part = tokens[index : index + count]
        if not all(token.joins or token.gap in {". ", "."} for token in part[1:]):
            continue
        keys = tuple(token.key.rstrip(".") for token in part)
        role = words.marked.get(keys)
        if role is None and all(token.key == token.bare for token in part):
            role = words.bare.get(keys)
        if role is None and all(token.text.isupper() for token in part):
            role = words.abbreviations.get(tuple(strip_marks(token.text) for token in part))
        if role is not None:
            return _with_body(text, tokens, RoleAt(role, index + count, part[-1].end))
    return None


def _with_body(text: str, tokens: Sequence[Token], found: RoleAt) -> RoleAt:
    named = _ENDS_IN_BODY.search(text, max(0, found.end - 6), found.end) is not None
    match = _BODY.match(text, found.end) or _NUMBER.match(text, found.end)
    if match is None:
        return replace(found, has_body=named)
    index = found.next_index
    while index < len(tokens) and tokens[index].start < match.end():
        index += 1
    return RoleAt(found.role, index, match.end(), has_body=True)


def find_role(text: str) -> str:
    """The first office in `text`, normalised ("Bí thư, trưởng thôn" → bí thư); "" for none."""
    text = compose(" ".join(text.split()))
    tokens = tokenize(text)
    found = (role_at(text, tokens, index) for index in range(len(tokens)))
    return next((office.role for office in found if office), "")
