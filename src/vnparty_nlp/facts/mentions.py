"""Persons of a passage: the names found in any text, and given names that stand alone in notes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vnparty_nlp.facts.clauses import Range
from vnparty_nlp.facts.lexicon import word_set
from vnparty_nlp.facts.syllables import Syllables
from vnparty_nlp.vietnamese.name_words import Words, load_name_words
from vnparty_nlp.vietnamese.names import find_names, find_roles

_STARTS = frozenset({"^", ".", ";", "\n", ":", "!", "?", "-", "–", "•", "+"})
# An entry of a list: ": Tiệp, Thoại", "- Khôi: 60.000".
_ENTRIES = frozenset({":", "\n", "-", "–", "•", "+", "|"})
_ENTRY_ENDS = frozenset({",", "(", ":", "-", "–", "|"})
_COMRADE = ("đồng", "chí")
_NO_NAMES = frozenset({_COMRADE, ("lý", "do"), ("ly", "do"), ("đồng", "ý"), ("dong", "y")})
_MAX_WORDS = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name: syllables [start, end); `title` is where the title before it begins."""

    start: int
    end: int
    title: int


def find_named(syllables: Syllables, acts: Mapping[int, int]) -> tuple[Named, ...]:
    """All persons that the passage names, in order; a second name in brackets is no second person.

    `acts` tells where the words of some fact or of speech begin, and where they end: a
    capitalised word right before them is a person ('Sung chưa đóng', 'Trâm báo cáo'), one among
    them is none ('Thông báo').
    """
    found = [_before_phrase(name, acts) for name in _full(syllables)]
    if any(is_capital(syllables, index) for index in range(len(syllables))):
        taken = {index for name in found for index in range(name.title, name.end)}
        found += _alone(syllables, taken, acts)
        found += _beside(syllables, found)
    else:
        found = [_lengthened(syllables, name, acts) for name in found]
        found += _lower(syllables, found, acts)
    found += _offices(syllables, found)
    return tuple(_without_aliases(syllables, sorted(found, key=lambda name: name.start)))


def _offices(syllables: Syllables, found: Sequence[Named]) -> Iterator[Named]:
    """Persons whom only their office tells: 'đ/c [Phó Bí thư] vắng'."""
    for role in find_roles(syllables.text):
        start, end = syllables.range_of(role.span)
        if not any(name.title < end and start < name.end for name in found):
            yield Named(start, end, start - _is_titled(syllables, start))


def _full(syllables: Syllables) -> Iterator[Named]:
    order = load_name_words().order
    for match in find_names(syllables.text):
        start, end = syllables.range_of(match.span)
        # "đ/c Hội", "đ/c Kiểm": behind a title a capital makes a name of any word.
        titled = bool(match.title) and is_capital(syllables, start)
        if end - start == 1 and not titled and _is_common(syllables, start):
            continue
        before = syllables.text[: match.span.start].rstrip(" :.-–\t")
        # In a list the title of the first person is told for each; only a title close by counts.
        close = bool(match.title) and before.endswith(match.title)
        title = syllables.at(len(before) - len(match.title)) if close else start
        # "Hai Đồng Hồ": the order in the family is part of how somebody is called.
        ordered = start > 0 and syllables.words[start - 1] in order.marked
        if ordered and is_capital(syllables, start - 1):
            start, title = start - 1, min(title, start - 1)
        yield Named(start, end, title)


def _before_phrase(name: Named, acts: Mapping[int, int]) -> Named:
    """The name without a last word that begins a phrase: 'Tấn Lực' of 'Tấn Lực Bằng khen'."""
    for index in range(name.start + 1, name.end):
        if acts.get(index, index) > name.end:
            return Named(name.start, index, name.title)
    return name


def _is_common(syllables: Syllables, index: int) -> bool:
    """Whether a single word taken for a name opens a predicate or a sentence."""
    lists = (word_set("name_predicates"), word_set("name_never"))
    return any(words.holds(syllables, index) for words in lists)


def is_capital(syllables: Syllables, index: int) -> bool:
    """Whether a syllable begins with a capital and goes on in small letters."""
    word = syllables.text[syllables.starts[index] : syllables.ends[index]]
    return word[0].isupper() and word[1:].islower() and word.isalpha()


def _alone(syllables: Syllables, taken: set[int], acts: Mapping[int, int]) -> Iterator[Named]:
    """Given names and nicknames that stand alone."""
    index = 0
    while index < len(syllables):
        end = _capitals(syllables, index, taken)
        # "Còn Sung chưa đóng": the first word of a sentence stands before the name.
        while end > index + 1 and word_set("name_never").holds(syllables, index):
            index += 1
        if end > index and _is_person(syllables, (index, end), acts):
            yield Named(index, end, index - _is_titled(syllables, index))
        index = max(end, index + 1)


def _capitals(syllables: Syllables, start: int, taken: set[int]) -> int:
    """The end of the run of capitalised words that begins at `start`."""
    end = start
    while end < len(syllables) and end not in taken and end - start < _MAX_WORDS:
        apart = end > start and syllables.starts[end] != syllables.ends[end - 1] + 1
        if apart or not is_capital(syllables, end):
            break
        end += 1
    return end


def _is_person(syllables: Syllables, part: Range, acts: Mapping[int, int]) -> bool:
    """Whether a run of capitalised words is a person, by its words and by those around it."""
    start, end = part
    lists = load_name_words()
    if acts.get(start, end) > end:
        return False
    if syllables.words[start] in lists.order.marked and end - start > 1:
        return True
    if word_set("name_never").any_in(syllables, start, end) or (
        start and word_set("name_places").holds(syllables, start - 1)
    ):
        return False
    surname = syllables.words[start] in _forms(syllables, lists.surnames)
    if _is_titled(syllables, start) or (surname and end - start > 1):
        return True
    known = syllables.words[end - 1] in _forms(syllables, lists.given)
    return end - start <= 2 and _is_placed_as_person(syllables, part, acts, known=known)


def _is_placed_as_person(
    syllables: Syllables, part: Range, acts: Mapping[int, int], *, known: bool
) -> bool:
    """Whether a predicate, a bracket or a list goes with a given name (`known`) or a nickname."""
    start, end = part
    before = syllables.words[start - 1] if start else "^"
    after = syllables.words[end] if end < len(syllables) else "^"
    more = end < len(syllables)
    predicate = end in acts or (more and word_set("name_predicates").holds(syllables, end))
    if before[0] in _STARTS:
        entry = before[0] in _ENTRIES and after in _ENTRY_ENDS
        return (predicate or entry) and known
    lists = word_set("name_lists")
    if word_set("before_person").holds(syllables, start - 1):
        return syllables.words[start] not in word_set("name_places").marked
    listed = lists.holds(syllables, start - 1) or (more and lists.holds(syllables, end))
    return predicate or (listed and known) or (before == "(" and after in (")", ","))


def _beside(syllables: Syllables, found: Sequence[Named]) -> Iterator[Named]:
    """Capitalised words that stand in one list with a person: '[Ngát] và Mến nộp luôn'."""
    taken = {index for name in found for index in range(name.title, name.end)}
    titles = {name.title for name in found}
    for start in range(len(syllables)):
        end = _capitals(syllables, start, taken)
        begins = start == 0 or not is_capital(syllables, start - 1)
        if begins and start < end < len(syllables) - 1 and end + 1 in titles:
            joined = word_set("name_and").holds(syllables, end)
            if joined and not word_set("name_never").holds(syllables, start):
                yield Named(start, end, start)


def _lengthened(syllables: Syllables, name: Named, acts: Mapping[int, int]) -> Named:
    """A titled name in lower case with the syllables up to the predicate, three in all."""
    if name.title == name.start:
        return name
    return Named(name.start, max(name.end, _lower_end(syllables, name.start, acts)), name.title)


def _lower(
    syllables: Syllables, found: Sequence[Named], acts: Mapping[int, int]
) -> Iterator[Named]:
    """Names in a text without capitals: behind a title, or with a surname."""
    taken = {index for name in found for index in range(name.title, name.end)}
    index = 0
    while index < len(syllables):
        end = index if index in taken else _lower_end(syllables, index, acts)
        if end > index:
            yield Named(index, end, index - _is_titled(syllables, index))
        index = max(end, index + 1)


def _is_titled(syllables: Syllables, index: int) -> bool:
    # "đồng" is a title only with "chí" behind it: not in "đồng ý".
    if index == 0 or syllables.words[index - 1] in ("đồng", "dong"):
        return False
    return word_set("name_titles").holds(syllables, index - 1)


def _lower_end(syllables: Syllables, start: int, acts: Mapping[int, int]) -> int:
    """The end of a name in lower case; `start` where none begins."""
    lists, text = load_name_words(), syllables.words
    if word_set("name_never").holds(syllables, start):
        return start
    if text[start : start + 2] in _NO_NAMES or text[start - 1 : start + 1] == _COMRADE:
        return start
    titled = _is_titled(syllables, start)
    middle, given = _forms(syllables, lists.middle), _forms(syllables, lists.given)
    surname = text[start] in _forms(syllables, lists.surnames)
    two = text[start + 1 : start + 3]
    # A name may end in a word that can open a predicate too (Phát, Đạt).
    if surname and len(two) == 2 and two[0] in middle | given and two[1] in given:
        plain = not syllables.bare or word_set("middle_in_notes").holds(syllables, start + 1)
        if titled or (start not in acts and plain):
            return start + 3
    if not titled:
        return start
    run = start
    while run < len(syllables) and run - start < _MAX_WORDS and _can_be_name(syllables, run, acts):
        run += 1
    if run - start < _MAX_WORDS:
        return run
    # Nothing tells where the name ends: a surname has two more syllables, a given name none.
    return start + 3 if surname else start + (text[start] in given)


def _can_be_name(syllables: Syllables, index: int, acts: Mapping[int, int]) -> bool:
    if not syllables.words[index].isalpha() or index in acts:
        return False
    if word_set("name_predicates").holds(syllables, index):
        return False
    return index == 0 or syllables.starts[index] == syllables.ends[index - 1] + 1


def _forms(syllables: Syllables, words: Words) -> frozenset[str]:
    return words.bare if syllables.bare else words.marked


def _without_aliases(syllables: Syllables, names: Sequence[Named]) -> Iterator[Named]:
    """The names without those that only explain the one before: 'Võ Văn Tràng (Sáu Tràng)'."""
    alias = word_set("name_alias")
    last: Named | None = None
    for name in names:
        if last and last.end < name.start:
            gap = range(last.end, name.start)
            closed = syllables.words[name.end : name.end + 1] == (")",)
            opened = syllables.words[last.end] == "("
            if opened == closed and all(alias.holds(syllables, index) for index in gap):
                continue
        last = name
        yield name


def lists_of(syllables: Syllables, names: Sequence[Named]) -> list[Range]:
    """The stretches of names that only commas, 'và' and titles part."""
    joints = (word_set("name_lists"), word_set("name_titles"))
    lists: list[Range] = []
    for name in names:
        if lists and lists[-1][1] < name.start:
            gap = range(lists[-1][1], name.start)
            if all(
                syllables.words[i] == ";" or any(words.holds(syllables, i) for words in joints)
                for i in gap
            ):
                lists[-1] = lists[-1][0], name.end
                continue
        lists.append((name.title, name.end))
    return lists
