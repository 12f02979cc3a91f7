"""Who helps whom."""

from vnparty_nlp.catalogue import Label
from vnparty_nlp.facts.clauses import Range
from vnparty_nlp.facts.cores import Core
from vnparty_nlp.facts.mentions import Named
from vnparty_nlp.facts.reading import Reading
from vnparty_nlp.facts.scope import Scope

_ASSIGN = frozenset("công giao cử nhận định trí nhờ phân do được cong cu nhan duoc nho tri phong".split())
_HELP = frozenset("giúp kèm dõi dắt dẫn dưỡng đỡ cặp giup kem doi dat dan duong".split())
_SOMEBODY = frozenset("đảng viên chính thức người đ/c đồng chí đv 1 01 2 02 một hai".split())


def find_helpers(reading: Reading, label: Label, core: Core) -> frozenset[Named]:
    """The persons who are to help: those whom the clause assigns, before the word of help.

    'Cử A giúp đỡ B', 'B do A kèm cặp', 'A nhận giúp B', 'Giúp đỡ B: giao A'.
    """
    if "helper" not in label.slots:
        return frozenset()
    part = (reading.chunks[core.first].start, _sentence_end(reading, core))
    assigned = _assigned(reading, part)
    if assigned:
        return assigned
    words = reading.syllables.words
    help_word = next((i for i in range(*part) if words[i] in _HELP), part[1])
    before = [n for n in reading.names if part[0] <= n.start < help_word]
    behind = [n for n in reading.names if help_word <= n.start < part[1]]
    return frozenset(before) if before and behind else frozenset()


def _sentence_end(reading: Reading, core: Core) -> int:
    last = reading.chunks[core.last]
    following = [c.end for c in reading.chunks if c.sentence == last.sentence and c.opener != ";"]
    return max([last.end, *following]) if core.first == 0 or core.first == core.last else last.end


def _assigned(reading: Reading, part: Range) -> frozenset[Named]:
    """Names behind a word of assignment, up to the next word of help."""
    words = reading.syllables.words
    starts = {name.start: name for name in reading.names}
    found: list[Named] = []
    assigned = False
    for index in range(*part):
        if words[index] in _ASSIGN:
            assigned = True
        elif words[index] in _HELP or words[index] in (".", ";"):
            if found:
                break
            assigned = False
        elif assigned and index in starts:
            found.append(starts[index])
    return frozenset(found)


def read_helper(scope: Scope) -> str | None:
    """The helpers as written, from the first name to the last; else the helper's description."""
    found = find_helpers(scope.reading, scope.label, scope.core)
    helpers = sorted((n for n in found if n not in scope.subjects), key=lambda n: n.start)
    if helpers:
        return scope.text((helpers[0].start, helpers[-1].end))
    return _described(scope)


def _described(scope: Scope) -> str | None:
    """'cử [1 đảng viên chính thức] giúp đỡ': a helper without a name."""
    words = scope.reading.syllables.words
    for index in range(scope.part[0], scope.part[1]):
        if words[index] not in ("cử", "công", "giao", "cu"):
            continue
        end = index + 1
        while end < scope.part[1] and words[end] not in _HELP and words[end] not in (",", "."):
            end += 1
        described = words[index + 1 : end]
        if end < scope.part[1] and _SOMEBODY & set(described):
            return scope.text((index + 1, end))
    return None
