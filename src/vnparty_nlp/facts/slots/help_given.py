"""Who helps whom."""

from collections.abc import Sequence

from vnparty_nlp.catalogue import Label
from vnparty_nlp.facts.clauses import Range
from vnparty_nlp.facts.cores import Core
from vnparty_nlp.facts.lexicon import word_set
from vnparty_nlp.facts.mentions import Named
from vnparty_nlp.facts.reading import Reading
from vnparty_nlp.facts.scope import Scope


def find_helpers(
    reading: Reading, label: Label, core: Core, speakers: frozenset[Named]
) -> frozenset[Named]:
    """The persons who are to help: those whom the clause assigns, before the word of help.

    'Cử A giúp đỡ B', 'B do A kèm cặp', 'A nhận giúp B', 'Giúp đỡ B: giao A'.
    """
    if "helper" not in label.slots:
        return frozenset()
    part = (reading.chunks[core.first].start, _clause_end(reading, core))
    if assigned := _assigned(reading, part) - speakers:
        return assigned
    if guides := _guides(reading, part):
        return guides
    names = [n for n in reading.names if part[0] <= n.start < part[1] and n not in speakers]
    return _beside_help(reading, names, part)


def _guides(reading: Reading, part: Range) -> frozenset[Named]:
    """The persons behind 'người hướng dẫn …:' or right behind 'người giúp đỡ'."""
    words = reading.syllables.words
    heads = [i for i in range(*part) if word_set("guide").holds(reading.syllables, i)]
    if not heads or not word_set("help").any_in(reading.syllables, heads[0], heads[0] + 3):
        return frozenset()
    colon = next((i for i in range(heads[0], part[1]) if words[i] == ":"), None)
    names = [name for name in reading.names if heads[0] < name.start < part[1]]
    behind = [name for name in names if colon is not None and name.start > colon]
    return frozenset(behind) if behind and len(behind) < len(names) else frozenset()


def _beside_help(reading: Reading, names: Sequence[Named], part: Range) -> frozenset[Named]:
    """The persons right before the word of help: '[A] kèm B', '[A] nhận giúp đỡ'."""
    syllables, help_words = reading.syllables, word_set("help")
    first = next((i for i in range(*part) if help_words.holds(syllables, i)), part[1])
    before = [name for name in names if name.start < first]
    if first == part[1] or not before:
        return frozenset()
    between = word_set("between_helper_and_help")
    if not all(between.holds(syllables, index) for index in range(before[-1].end, first)):
        return frozenset(before) if len(before) < len(names) else frozenset()
    helpers = [before.pop()]
    while before and word_set("name_lists").any_in(syllables, before[-1].end, helpers[0].title):
        helpers.insert(0, before.pop())
    return frozenset(helpers)


def _clause_end(reading: Reading, core: Core) -> int:
    """The end of the sentence where the core is all of it or its beginning, else of the core."""
    last = reading.chunks[core.last]
    if core.first not in (0, core.last):
        return last.end
    following = [c.end for c in reading.chunks if c.sentence == last.sentence and c.opener != ";"]
    return max([last.end, *following])


def _assigned(reading: Reading, part: Range) -> frozenset[Named]:
    """Names behind a word of assignment, up to the next word of help."""
    syllables = reading.syllables
    starts = {name.start: name for name in reading.names}
    inside = {i for name in reading.names for i in range(name.start + 1, name.end)}
    found: list[Named] = []
    assigned = False
    for index in range(*part):
        if index in starts:
            found += [starts[index]] if assigned else []
        elif index in inside:
            continue
        elif word_set("assign").holds(syllables, index):
            assigned = True
        elif word_set("help").holds(syllables, index) or syllables.words[index] in (".", ";"):
            if found:
                break
            assigned = False
    return frozenset(found)


def read_helper(scope: Scope) -> str | None:
    """The helpers as written, from the first name to the last; else the helper's description."""
    if scope.status == "negated":
        return None
    helpers = sorted(scope.helpers, key=lambda name: name.start)
    if helpers:
        return scope.text((helpers[0].start, helpers[-1].end))
    return _described(scope)


def _described(scope: Scope) -> str | None:
    """'cử [1 đảng viên chính thức] giúp đỡ': a helper without a name."""
    syllables = scope.reading.syllables
    for index in range(*scope.part):
        if not word_set("describe_helper").holds(syllables, index):
            continue
        end = index + 1
        while end < scope.part[1] and not word_set("help").holds(syllables, end):
            end += 1
        if word_set("watch").holds(syllables, end - 1):
            end -= 1
        told = word_set("somebody").any_in(syllables, index + 1, end)
        if index + 2 < end < scope.part[1] and told and "," not in syllables.words[index:end]:
            return scope.text((index + 1, end))
    return None
