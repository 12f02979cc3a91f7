"""Persons of a passage: the names found in any text, and given names that stand alone in notes."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from vnparty_nlp.facts.clauses import Range
from vnparty_nlp.facts.syllables import Syllables
from vnparty_nlp.vietnamese.name_words import Words, load_name_words
from vnparty_nlp.vietnamese.names import find_names

_STARTS = frozenset({"^", ".", ";", "\n", ":", "!", "?", "-", "–", "•", "+"})
_LISTED = frozenset({",", "và", "va", "+", "&", "cùng", "với"})
_ALIAS = frozenset({"(", "tức", "tên", "thường", "gọi", "còn", "là", "bí", "danh", "ông", "bà", "anh", "chị", "chú"})
_MAX_WORDS = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name: syllables [start, end); `title` is where the title before it begins."""

    start: int
    end: int
    title: int


@dataclass(frozen=True, slots=True)
class MentionWords:
    """Words beside a given name that stands alone; in lower case, with and without marks."""

    titles: frozenset[str]
    predicates: frozenset[str]
    places: frozenset[str]
    never: frozenset[str]


@cache
def load_mention_words() -> MentionWords:
    """The lists of mentions.toml."""
    source = resources.files("vnparty_nlp.facts").joinpath("mentions.toml").read_text("utf-8")
    table = tomllib.loads(source)
    return MentionWords(**{key: frozenset(words.split()) for key, words in table.items()})


def find_named(syllables: Syllables, acts: frozenset[int]) -> tuple[Named, ...]:
    """All persons that the passage names, in order; a second name in brackets is no second person.

    `acts` are the syllables at which the words of some fact or of speech begin: a capitalised
    word right before one is a person ('Sung chưa đóng', 'Trâm báo cáo').
    """
    found = list(_full(syllables))
    lower = _is_lower(syllables)
    if lower:
        found = [_lengthened(syllables, name, acts) for name in found]
    taken = {index for name in found for index in range(name.title, name.end)}
    found += _lower(syllables, taken, acts) if lower else _alone(syllables, taken, acts)
    return tuple(_without_aliases(syllables, sorted(found, key=lambda name: name.start)))


def _lengthened(syllables: Syllables, name: Named, acts: frozenset[int]) -> Named:
    """A name in lower case with the syllables up to the predicate, three in all."""
    if name.title == name.start:
        return name
    return Named(name.start, max(name.end, _lower_end(syllables, name.start, acts)), name.title)


def _is_lower(syllables: Syllables) -> bool:
    """Whether the text does without capitals, but for abbreviations."""
    return not any(_is_capital(syllables, index) for index in range(len(syllables)))


def _full(syllables: Syllables) -> Iterator[Named]:
    order = load_name_words().order
    for match in find_names(syllables.text):
        start, end = syllables.range_of(match.span)
        before = syllables.text[: match.span.start].rstrip(" :.-–\t")
        # In a list the title of the first person is told for each; only a title close by counts.
        close = bool(match.title) and before.endswith(match.title)
        title = syllables.at(len(before) - len(match.title)) if close else start
        # "Hai Đồng Hồ": the order in the family is part of how somebody is called.
        if start and _is_capital(syllables, start - 1) and syllables.words[start - 1] in order.marked:
            start, title = start - 1, min(title, start - 1)
        yield Named(start, end, title)


def _alone(syllables: Syllables, taken: set[int], acts: frozenset[int]) -> Iterator[Named]:
    """Given names and nicknames that stand alone."""
    words = load_mention_words()
    index = 0
    while index < len(syllables):
        end = _capitals(syllables, index, taken)
        if end == index:
            index += 1
            continue
        title = index - 1 if index and syllables.words[index - 1] in words.titles else index
        if _is_person(syllables, (index, end), titled=title < index, acts=acts):
            yield Named(index, end, title)
        index = end


def _is_capital(syllables: Syllables, index: int) -> bool:
    word = syllables.text[syllables.starts[index] : syllables.ends[index]]
    return word[0].isupper() and word[1:].islower() and word.isalpha()


def _capitals(syllables: Syllables, start: int, taken: set[int]) -> int:
    """The end of the run of capitalised words that begins at `start`."""
    end = start
    while end < len(syllables) and end not in taken and end - start < _MAX_WORDS:
        if not _is_capital(syllables, end):
            break
        if end > start and syllables.starts[end] != syllables.ends[end - 1] + 1:
            break
        end += 1
    return end


def _is_person(
    syllables: Syllables, part: Range, *, titled: bool, acts: frozenset[int]
) -> bool:
    words, lists = load_mention_words(), load_name_words()
    start, end = part
    text = syllables.words
    before = text[start - 1] if start else "^"
    after = text[end] if end < len(syllables) else "^"
    ordered = text[start] in lists.order.marked and end - start > 1
    if not ordered and (any(word in words.never for word in text[start:end]) or before in words.places):
        return False
    if titled or ordered:
        return True
    known = text[end - 1] in _forms(syllables, lists.given)
    predicate = after in words.predicates or end in acts
    if end - start > 2:
        return False
    if before[0] in _STARTS or before == "^":
        return predicate and known
    bracketed = before == "(" and after in (")", ",")
    listed = (before in _LISTED or after in _LISTED) and known
    return bracketed or predicate or listed


def _lower(syllables: Syllables, taken: set[int], acts: frozenset[int]) -> Iterator[Named]:
    """Names in a text without capitals: behind a title, or with a frequent surname."""
    index = 0
    while index < len(syllables):
        end = index if index in taken else _lower_end(syllables, index, acts)
        if end > index:
            yield Named(index, end, index - _is_titled(syllables, index))
        index = max(end, index + 1)


def _is_titled(syllables: Syllables, index: int) -> bool:
    return index > 0 and syllables.words[index - 1] in load_mention_words().titles


def _lower_end(syllables: Syllables, start: int, acts: frozenset[int]) -> int:
    """The end of a name in lower case; `start` where none begins."""
    lists, text = load_name_words(), syllables.words
    if text[start] in load_mention_words().never:
        return start
    run = start
    while run < len(syllables) and run - start < _MAX_WORDS and _can_be_name(syllables, run, acts):
        run += 1
    middle, given = _forms(syllables, lists.middle), _forms(syllables, lists.given)
    surname = text[start] in _forms(syllables, lists.surnames)
    three = text[start + 1 : start + 3]
    # A name may end in a word that can open a predicate too (Phát, Đạt).
    if surname and len(three) == 2 and three[0] in middle | given and three[1] in given:
        return start + 3
    if not _is_titled(syllables, start):
        return start
    if run - start < _MAX_WORDS:
        return run
    # Nothing tells where the name ends: a surname has two more syllables, a given name none.
    if surname:
        return start + 3
    return start + 1 if text[start] in given else start


def _can_be_name(syllables: Syllables, index: int, acts: frozenset[int]) -> bool:
    word, words = syllables.words[index], load_mention_words()
    if not word.isalpha() or index in acts or word in words.predicates:
        return False
    return index == 0 or syllables.starts[index] == syllables.ends[index - 1] + 1


def _forms(syllables: Syllables, words: Words) -> frozenset[str]:
    return words.bare if syllables.bare else words.marked


def _without_aliases(syllables: Syllables, names: Sequence[Named]) -> Iterator[Named]:
    """The names without those that only explain the one before: 'Võ Văn Tràng (Sáu Tràng)'."""
    last: Named | None = None
    for name in names:
        after = syllables.words[name.end] if name.end < len(syllables) else ""
        gap = syllables.words[last.end : name.start] if last else ()
        if last and gap and set(gap) <= _ALIAS and (gap[0] == "(") == (after == ")"):
            continue
        last = name
        yield name


def lists_of(syllables: Syllables, names: Sequence[Named]) -> list[Range]:
    """The stretches of names that only commas, 'và' and titles part."""
    titles = load_mention_words().titles
    lists: list[Range] = []
    for name in names:
        if lists:
            between = syllables.words[lists[-1][1] : name.start]
            if between and all(word in _LISTED or word == ";" or word in titles for word in between):
                lists[-1] = lists[-1][0], name.end
                continue
        lists.append((name.title, name.end))
    return lists
