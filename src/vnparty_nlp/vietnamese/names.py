"""Finds persons in Vietnamese text by how they are named, and takes names apart.

Texts are NFC (`Document.text` is). Nothing is said about who a person is.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from vnparty_nlp.records import Person, Span
from vnparty_nlp.vietnamese.name_grammar import (
    addition_end,
    full_name_end,
    given_end,
    order_name_end,
)
from vnparty_nlp.vietnamese.name_scene import Scene, make_scene
from vnparty_nlp.vietnamese.name_titles import Title, TitleKind, find_titles
from vnparty_nlp.vietnamese.name_tokens import APOSTROPHES, Token
from vnparty_nlp.vietnamese.name_words import load_name_words
from vnparty_nlp.vietnamese.roles import RoleAt, find_role, role_at
from vnparty_nlp.vietnamese.unicode import compose, fold

_OFFICE_GAP = re.compile(r"\s{1,2}|\s?[:\-–]\s?")
_LIST_GAP = re.compile(
    r"\s?(?:\([^()\n]{1,60}\)\s?)?(?:[,;&+]\s{0,2}(?:và\s|va\s)?|\s(?:và|cùng|va|cung|với|voi)\s)\s?"
)
_OFFICE_BEHIND = re.compile(r"\s?[-–,:(]\s?(?:(?:chức vụ|là|nguyên)\s?:?\s)?")
_HIGHLAND_MARK = re.compile(rf"(?<![\w.])([hkHK])(?:\s?[{APOSTROPHES}-]\s?|\s)(?=\w)")
_APOSTROPHE = re.compile(rf"[{APOSTROPHES}]")
_NAME_GAP = re.compile(r"[\s.\-–_,]+")


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
    title = next((title for title in find_titles(scene).values() if title.start == 0), None)
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
    titles = find_titles(scene)
    index = 0
    while index < len(scene.tokens):
        found = _match_at(scene, titles, index)
        yield from found
        index += 1 if found else max(1, _longest_place(scene, titles, index))
        if found:
            index = max(scene.index_from(found[-1].span.end), index)


def _longest_place(scene: Scene, titles: Mapping[int, Title], index: int) -> int:
    """Number of words of a street's or district's name: "Hai Bà Trưng" is not bà Trưng."""
    if scene.tokens[index].start in titles:
        return 0
    places = load_name_words().never_untitled
    return places.length_at(scene.tokens, index, unmarked=scene.unmarked)


def _match_at(scene: Scene, titles: Mapping[int, Title], index: int) -> list[NameMatch | RoleMatch]:
    title = titles.get(scene.tokens[index].start)
    office = role_at(scene.text, scene.tokens, index)
    if office is not None and (title is None or office.end > title.end):
        opening = Title(scene.tokens[index].start, office.end, "office")
        name = _behind_office(scene, titles, opening, office)
        return [name] if name else []
    if title is not None:
        return _behind_title(scene, titles, title)
    end = full_name_end(scene, index, titled=False) or order_name_end(scene, index, titled=False)
    return [] if end is None else [_name(scene, index, end, "")]


def _behind_title(
    scene: Scene, titles: Mapping[int, Title], title: Title
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
    scene: Scene, titles: Mapping[int, Title], title: Title, index: int
) -> NameMatch | RoleMatch | None:
    """What stands behind a title: a further title, an office, a name."""
    tokens = scene.tokens
    if index == len(tokens) or not title.reaches(scene, tokens[index].start):
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
        named = _behind_office(scene, titles, replace(title, end=office.end), office)
        return named or RoleMatch(Span(start, office.end), office.role)
    return _named(scene, title, index)


def _stronger(outer: TitleKind, inner: TitleKind) -> TitleKind:
    return "comrade" if "comrade" in {outer, inner} else inner


def _behind_office(
    scene: Scene, titles: Mapping[int, Title], title: Title, office: RoleAt
) -> NameMatch | None:
    """A name right behind an office; a given name alone only where it can be nothing else."""
    tokens, words, index = scene.tokens, load_name_words(), office.next_index
    # "Chủ trì: Trung tá Đoàn Văn Lực": the rank names its bearer itself.
    if index == len(tokens) or not tokens[index].is_capital or tokens[index].start in titles:
        return None
    if not _OFFICE_GAP.fullmatch(scene.text, title.end, tokens[index].start):
        return None
    label = scene.text[title.start : title.end]
    end = full_name_end(scene, index, titled=True)
    place = words.never_untitled.length_at(tokens, index, unmarked=scene.unmarked) > 1
    if end is not None and not (office.has_body and place and end - index == 2):
        return _name(scene, index, end, label)
    # "Bí thư chi bộ Vân Đê", "Trưởng ban Kiểm phiếu": behind a body stands its own name.
    if office.has_body or place or _is_clause(scene, index) or role_at(scene.text, tokens, index):
        return None
    if tokens[index].bare not in words.given.bare:
        return None
    end = order_name_end(scene, index, titled=True) or given_end(scene, index)
    return None if end is None else _name(scene, index, end, label)


def _named(scene: Scene, title: Title, index: int) -> NameMatch | None:
    token = scene.tokens[index]
    # "anh em", "cô giáo", "co bao ve": behind words of kinship only notes go on in lower case,
    # and without marks only behind those words that are hardly anything else.
    if not token.is_capital and title.kind != "comrade":
        word = scene.key[title.start : title.end]
        words = load_name_words()
        unclear = scene.unmarked and word not in words.clear_titles
        function = words.function.holds(token, unmarked=scene.unmarked)
        if not scene.notes or unclear or function:
            return None
    end = (
        order_name_end(scene, index, titled=True)
        or full_name_end(scene, index, titled=True)
        or given_end(scene, index)
    )
    label = scene.text[title.start : title.end]
    return None if end is None else _name(scene, index, end, label)


def _list_item(scene: Scene, title: Title, index: int) -> NameMatch | RoleMatch | None:
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
