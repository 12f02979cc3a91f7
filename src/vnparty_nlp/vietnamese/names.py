"""Finds persons in Vietnamese text by how they are named, and takes names apart.

Texts are NFC (`Document.text` is). Nothing is said about who a person is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from vnparty_nlp.records import Person, Span
from vnparty_nlp.vietnamese.name_grammar import (
    Scene,
    addition_end,
    full_name_end,
    given_end,
    make_scene,
    order_name_end,
)
from vnparty_nlp.vietnamese.name_tokens import APOSTROPHES, Token
from vnparty_nlp.vietnamese.name_words import load_name_words
from vnparty_nlp.vietnamese.roles import find_role, role_at
from vnparty_nlp.vietnamese.unicode import compose, fold, strip_marks

TitleKind = Literal["comrade", "kin", "rank", "office"]
_TITLE_GAP = re.compile(r"\s{0,3}[:.\-–]?\s{0,3}")
_OFFICE_GAP = re.compile(r"\s{1,2}|\s?[:\-–]\s?")
_LIST_GAP = re.compile(
    r"\s?(?:\([^()\n]{1,60}\)\s?)?(?:[,;&+]\s{0,2}(?:và\s|va\s)?|\s(?:và|cùng|va|cung|với|voi)\s)\s?"
)
_OFFICE_BEHIND = re.compile(r"\s?[-–,:(]\s?(?:(?:chức vụ|là|nguyên)\s?:?\s)?")
_HIGHLAND_MARK = re.compile(rf"(?<![\w.])([hkHK])(?:\s?[{APOSTROPHES}-]\s?|\s)(?=\w)")
_APOSTROPHE = re.compile(rf"[{APOSTROPHES}]")
_NAME_GAP = re.compile(r"[\s.\-–_,]+")
_PLURAL = re.compile(r"(?:các|cac|những|nhung|hai|ba|bốn|năm|\d+)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A person as the text names them: `span` and `text` without the title.

    `title` is what stands before the name as written ("" for none): đ/c, Thượng úy, Bí thư.
    """

    span: Span
    text: str
    title: str


@dataclass(frozen=True, slots=True)
class RoleMatch:
    """A person named by office alone ("đ/c Bí thư chi bộ"): span of the office, normalised role."""

    span: Span
    role: str


@dataclass(frozen=True, slots=True)
class NameParts:
    """Surname, middle names and given name as written; "" for what is not there."""

    surname: str
    middle: str
    given: str


@dataclass(frozen=True, slots=True)
class _Title:
    start: int
    end: int
    kind: TitleKind
    plural: bool


def find_names(text: str) -> tuple[NameMatch, ...]:
    """All persons that an NFC text names, in reading order; their spans do not overlap.

    Full names stand alone; given names, order names and lower-case notes count behind a title
    or in a list that a title opens. Places, bodies, streets and schools are not persons.
    """
    return tuple(match for match in _scan(text) if isinstance(match, NameMatch))


def find_people(text: str) -> tuple[Person, ...]:
    """The persons an NFC text names in full, each with the office beside the name ("" for none).

    "Bí thư chi bộ Lê Văn Tám", "Lê Văn Tám - Bí thư chi bộ", "Lê Văn Tám (Bí thư)"; the position
    is the normalised role.
    """
    people = []
    for match in find_names(text):
        if not name_parts(match.text).surname:
            continue
        scene = make_scene(text[match.span.end : match.span.end + 60])
        gap = _OFFICE_BEHIND.match(scene.text)
        office = role_at(scene.text, scene.tokens, 0) if gap and scene.tokens else None
        behind = office.role if office and gap and scene.tokens[0].start == gap.end() else ""
        people.append(Person(match.text, behind or find_role(match.title)))
    return tuple(people)


def find_roles(text: str) -> tuple[RoleMatch, ...]:
    """All offices that stand for a person behind a title, without the person's name."""
    return tuple(match for match in _scan(text) if isinstance(match, RoleMatch))


def fold_name(name: str) -> str:
    """One spelling for a name: lower case, tone in one place, single spaces, no marks between.

    "HOÀ", "Hòa" → hòa; "H' Lan", "H-Lan", "H’Lan" → hlan; "Ng. Văn" → ng văn. Two names are equal
    here only if they are written with the same letters and tones.
    """
    joined = _HIGHLAND_MARK.sub(r"\1", compose(name))
    return fold(" ".join(_NAME_GAP.split(_APOSTROPHE.sub("", joined))).strip())


def strip_title(text: str) -> str:
    """The name without titles, ranks, offices in front: "đ/c Trần Văn Bình" → Trần Văn Bình.

    A text that is nothing but titles comes back whole.
    """
    rest = compose(" ".join(text.split()))
    while True:
        shorter = _without_first_title(rest)
        if shorter == rest:
            return rest
        rest = shorter


def _without_first_title(text: str) -> str:
    scene = make_scene(text)
    if not scene.tokens:
        return text
    title = next((title for title in _titles(scene).values() if title.start == 0), None)
    office = role_at(scene.text, scene.tokens, 0)
    end = title.end if title else office.end if office else 0
    rest = text[end:].lstrip(" .:,-–")
    return rest if rest and rest[0].isalpha() else text


def name_parts(name: str) -> NameParts:
    """Surname, middle names and given name of a name without title, as written.

    Ê Đê and M'nông names carry the surname last: "Y Bhăm Niê" → surname Niê, given Bhăm.
    A name without a known surname is middle and given name: "Thu Hà" → "", Thu, Hà.
    """
    scene = make_scene(compose(" ".join(name.split())))
    words, tokens = load_name_words(), scene.tokens
    texts = [token.text for token in tokens]
    if len(tokens) < 2:
        return NameParts("", "", " ".join(texts))
    if _surname_comes_last(tokens):
        first = 1 if tokens[0].bare in {"y", "h"} else 0
        return NameParts(" ".join(texts[first + 1 :]), "", " ".join(texts[: first + 1]))
    double = words.double.length_at(tokens, 0, unmarked=scene.unmarked)
    known = words.surnames.holds(tokens[0], unmarked=scene.unmarked) or tokens[0].is_initials
    count = double if 0 < double < len(tokens) else int(known or len(tokens) > 2)
    return NameParts(" ".join(texts[:count]), " ".join(texts[count:-1]), texts[-1])


def _surname_comes_last(tokens: tuple[Token, ...]) -> bool:
    first = tokens[0].bare
    marked = first in {"y", "h"} or (
        first[:1] == "h" and first[1:2] != "" and first[1:2] in APOSTROPHES
    )
    return marked and len(tokens) > (2 if first in {"y", "h"} else 1)


def _scan(text: str) -> Iterator[NameMatch | RoleMatch]:
    scene = make_scene(text)
    titles = _titles(scene)
    index = 0
    while index < len(scene.tokens):
        found = _match_at(scene, titles, index)
        yield from found
        index += 1
        if found:
            index = max(scene.index_from(found[-1].span.end), index)


def _match_at(scene: Scene, titles: dict[int, _Title], index: int) -> list[NameMatch | RoleMatch]:
    title = titles.get(scene.tokens[index].start)
    if title is not None:
        return _behind_title(scene, titles, title)
    office = role_at(scene.text, scene.tokens, index)
    if office is not None:
        title = _Title(scene.tokens[index].start, office.end, "office", plural=False)
        name = _behind_office(scene, title, office.next_index)
        return [name] if name else []
    end = full_name_end(scene, index, titled=False) or order_name_end(scene, index, titled=False)
    return [] if end is None else [_name(scene, index, end, "")]


def _behind_title(
    scene: Scene, titles: dict[int, _Title], title: _Title
) -> list[NameMatch | RoleMatch]:
    found: list[NameMatch | RoleMatch] = []
    index = scene.index_from(title.end)
    first = _titled_item(scene, titles, title, index)
    while first is not None:
        found.append(first)
        gap = _LIST_GAP.match(scene.text, first.span.end)
        if gap is None:
            break
        index = scene.index_from(gap.end())
        if index == len(scene.tokens) or scene.tokens[index].start != gap.end():
            break
        if scene.tokens[index].start in titles:
            break
        first = _list_item(scene, title, index)
    return found


def _titled_item(
    scene: Scene, titles: dict[int, _Title], title: _Title, index: int
) -> NameMatch | RoleMatch | None:
    """What stands behind a title: a further title, an office, a name."""
    tokens = scene.tokens
    if index == len(tokens) or not _TITLE_GAP.fullmatch(scene.text, title.end, tokens[index].start):
        return None
    inner = titles.get(tokens[index].start)
    if inner is not None:
        title = replace(title, end=inner.end, kind=_stronger(title.kind, inner.kind))
        return _titled_item(scene, titles, title, scene.index_from(inner.end))
    filler = load_name_words().fillers.length_at(tokens, index, unmarked=scene.unmarked)
    if filler:
        title = replace(title, end=tokens[index + filler - 1].end)
        return _titled_item(scene, titles, title, index + filler)
    office = role_at(scene.text, tokens, index)
    if office is not None:
        start = tokens[index].start
        named = _behind_office(scene, replace(title, end=office.end), office.next_index)
        return named or RoleMatch(Span(start, office.end), office.role)
    return _named(scene, title, index)


def _stronger(outer: TitleKind, inner: TitleKind) -> TitleKind:
    return "comrade" if "comrade" in {outer, inner} else inner


def _behind_office(scene: Scene, title: _Title, index: int) -> NameMatch | None:
    """A name right behind an office; a given name alone only where it can be nothing else."""
    tokens, words = scene.tokens, load_name_words()
    if index == len(tokens) or not _OFFICE_GAP.fullmatch(
        scene.text, title.end, tokens[index].start
    ):
        return None
    label = scene.text[title.start : title.end]
    end = full_name_end(scene, index, titled=True)
    if end is not None and tokens[index].is_capital:
        return _name(scene, index, end, label)
    known = tokens[index].is_capital and tokens[index].bare in words.given.bare
    if not known or words.never_untitled.length_at(tokens, index, unmarked=scene.unmarked):
        return None
    end = given_end(scene, index)
    return None if end is None else _name(scene, index, end, label)


def _named(scene: Scene, title: _Title, index: int) -> NameMatch | None:
    token = scene.tokens[index]
    # "anh em", "cô giáo": behind words of kinship only notes without capitals go on in lower case.
    if not token.is_capital and title.kind != "comrade" and not scene.lower:
        return None
    end = (
        order_name_end(scene, index, titled=True)
        or full_name_end(scene, index, titled=True)
        or given_end(scene, index)
    )
    label = scene.text[title.start : title.end]
    return None if end is None else _name(scene, index, end, label)


def _list_item(scene: Scene, title: _Title, index: int) -> NameMatch | RoleMatch | None:
    """A further person of a list that a title opened: "các đ/c Lan, Mai, Trần Hùng"."""
    words, tokens = load_name_words(), scene.tokens
    token = tokens[index]
    label = scene.text[title.start : title.end]
    office = role_at(scene.text, tokens, index)
    if office is not None:
        plural = title.plural and title.kind == "comrade"
        return RoleMatch(Span(token.start, office.end), office.role) if plural else None
    end = full_name_end(scene, index, titled=token.is_capital)
    end = end or order_name_end(scene, index, titled=True)
    if end is not None:
        return _name(scene, index, end, label)
    if token.bare not in words.given.bare or _is_clause(scene, index):
        return None
    if words.never_untitled.length_at(tokens, index, unmarked=scene.unmarked):
        return None
    end = given_end(scene, index)
    return None if end is None else _name(scene, index, end, label)


def _is_clause(scene: Scene, index: int) -> bool:
    """Whether the word opens a clause ("Theo đ/c Bình, Nghị quyết …") instead of being a name."""
    openers = load_name_words().openers
    return openers.length_at(scene.tokens, index, unmarked=scene.unmarked) > 0


def _name(scene: Scene, index: int, end: int, title: str) -> NameMatch:
    span = Span(scene.tokens[index].start, addition_end(scene, end))
    return NameMatch(span, span.of(scene.text), title)


def _titles(scene: Scene) -> dict[int, _Title]:
    """Titles by the offset where they start."""
    found: dict[int, _Title] = {}
    patterns = _title_patterns()
    for match in patterns["rank"].finditer(scene.bare):
        # "ts" in lower case is an abbreviation of anything.
        if len(match.group()) > 3 or scene.text[match.start()].isupper():
            found[match.start()] = _title(scene, match, "rank")
    for match in patterns["letter"].finditer(scene.text):
        if _is_letter_title(scene, match):
            found[match.start()] = _title(scene, match, "kin")
    kin = patterns["kin unmarked" if scene.unmarked else "kin"]
    for match in kin.finditer(scene.key):
        found.setdefault(match.start(), _title(scene, match, "kin"))
    for match in patterns["comrade"].finditer(scene.bare):
        if not _is_passive(scene, match):
            found[match.start()] = _title(scene, match, "comrade")
    return found


def _title(scene: Scene, match: re.Match[str], kind: TitleKind) -> _Title:
    plural = _PLURAL.search(scene.text, max(0, match.start() - 10), match.start()) is not None
    return _Title(match.start(), match.end(), kind, plural)


def _is_letter_title(scene: Scene, match: re.Match[str]) -> bool:
    """Whether "a" stands for anh ("a Chước bận"), not for a number ("điểm a Khoản 2")."""
    words = load_name_words()
    index = scene.index_from(match.start())
    before, behind = scene.tokens[max(index - 1, 0) : index], scene.tokens[index + 1 : index + 2]
    if before and words.not_letters_behind.holds(before[0], unmarked=scene.unmarked):
        return False
    named = bool(behind) and behind[0].is_capital and not behind[0].is_upper
    return named and words.given.holds(behind[0], unmarked=scene.unmarked)


def _is_passive(scene: Scene, match: re.Match[str]) -> bool:
    """Whether "đc" is the verb được: "chưa đc duyệt"."""
    if match.group() != "dc" or scene.text[match.start()].isupper():
        return False
    index = scene.index_from(match.start())
    if index == 0:
        return False
    before = load_name_words().passive_before.holds(scene.tokens[index - 1], unmarked=True)
    behind = scene.tokens[index + 1 : index + 2]
    return before and scene.tokens[index].joins and not (behind and behind[0].is_capital)


@cache
def _title_patterns() -> dict[str, re.Pattern[str]]:
    words = load_name_words()
    return {
        "comrade": _pattern(map(strip_marks, words.comrade_titles)),
        "rank": _pattern(map(strip_marks, words.rank_titles)),
        "kin": _pattern(words.kin_titles),
        "letter": _pattern(words.letter_titles),
        "kin unmarked": _pattern(map(strip_marks, words.kin_titles)),
    }


def _pattern(titles: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(titles, key=len, reverse=True)
    forms = "|".join(re.escape(title).replace(r"\ ", r"\s+") for title in ordered)
    return re.compile(rf"(?<![\w/])(?:{forms})(?!\w)")
