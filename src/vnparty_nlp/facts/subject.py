"""Whom a fact is about: never the speaker, the reporter, the chair or the helper."""

import re
from collections.abc import Sequence

from vnparty_nlp.catalogue import Label
from vnparty_nlp.facts.clauses import Range
from vnparty_nlp.facts.cores import Core
from vnparty_nlp.facts.lexicon import word_set
from vnparty_nlp.facts.mentions import Named
from vnparty_nlp.facts.reading import Reading

_OFFICE = 14
_SHARE = re.compile(r"\d+/\d+")


def find_speakers(reading: Reading, label: Label) -> frozenset[Named]:
    """The persons who report, chair or write in this passage rather than are reported on."""
    acts = reading.hits.get(f"{label.id}.act", ())
    verbs = {
        hit.start
        for hit in reading.hits.get("speech.verb", ())
        if not any(act.start <= hit.start < act.end and act.end - act.start > 1 for act in acts)
    }
    marks = {hit.end for hit in reading.hits.get("speech.mark", ())}
    return frozenset(
        name
        for name in reading.names
        if _speech_begins(reading, name) in verbs or _marked(reading, name, marks)
    )


def _marked(reading: Reading, name: Named, marks: set[int]) -> bool:
    """Whether 'theo lời', 'chủ trì' or 'thư ký' stands before the name or its title."""
    words = reading.syllables.words
    start = name.title
    while start > 0 and words[start - 1] in (":", "-", "là"):
        start -= 1
    return start in marks or name.start in marks


def _speech_begins(reading: Reading, name: Named) -> int:
    """The syllable at which the predicate of a name begins, behind its office and adverbs."""
    words, index = reading.syllables.words, name.end
    adverbs = word_set("between_name_and_verb")
    if index < len(words) and words[index] in (",", "(", "-", "–"):
        closing = {",": ",", "(": ")"}.get(words[index], ",")
        limit = min(index + _OFFICE, len(words))
        ends = [i for i in range(index + 1, limit) if words[i] == closing]
        if not ends and words[index] == ",":
            return _behind_offices(reading, index + 1, index)
        index = ends[0] + 1 if ends else index + 1
    while index < len(words) and adverbs.holds(reading.syllables, index):
        index += 1
    return index


def _behind_offices(reading: Reading, start: int, otherwise: int) -> int:
    """Behind an office that only one comma sets off: 'đ/c X, thủ quỹ [báo cáo]'."""
    index = start
    while index < len(reading.syllables) and word_set("offices").holds(reading.syllables, index):
        index += 1
    return index if index > start else otherwise


def groups_of(reading: Reading) -> list[tuple[Named, ...]]:
    """Names that stand in one list, together; notes in brackets do not part them."""
    groups: list[list[Named]] = []
    for name in reading.names:
        if groups and _is_list_gap(reading, (groups[-1][-1].end, name.title)):
            groups[-1].append(name)
        else:
            groups.append([name])
    return [tuple(group) for group in groups]


def _is_list_gap(reading: Reading, gap: Range) -> bool:
    depth = 0
    joined = False
    for index in range(*gap):
        word = reading.syllables.words[index]
        if word in "()":
            depth += 1 if word == "(" else -1
        elif depth == 0:
            listed = word == ";" or word_set("name_lists").holds(reading.syllables, index)
            if not listed and not word_set("name_titles").holds(reading.syllables, index):
                return False
            joined = joined or listed
    return joined


def find_subjects(
    reading: Reading, label: Label, core: Core, others: frozenset[Named]
) -> tuple[Named, ...]:
    """The persons whom a core is about; none where it speaks of all or of nobody.

    `others` are persons who take another part in the fact: speakers, helpers.
    """
    groups = [tuple(name for name in group if name not in others) for group in groups_of(reading)]
    groups = _without_agents(reading, label, [group for group in groups if group])
    part = (reading.chunks[core.first].start, reading.chunks[core.last].end)
    everybody = reading.within("nobody.all", part) or _tells_share(reading, part)
    if everybody and not _named_inside(groups, part):
        return ()
    act = core.acts[0].start if core.acts else part[1]
    before = [g for g in groups if part[0] <= g[0].start < act]
    if before and {"amount", "period"} <= set(label.slots) and _collects(reading, core):
        before = []
    number = None if before or "count" not in label.slots else _headcount(reading, core)
    if number is None and act != part[1]:
        number = _counted_people(reading, (part[0], act))
    if number is not None:
        return _as_many(reading, groups, core, number)
    behind = [g for g in groups if act <= g[0].start < part[1]]
    if not before and "count" in label.slots:
        groups = _with_entries(reading, label, core, groups)
    if before and behind and "form" in label.slots and _is_target(reading, behind[0][0]):
        return behind[0]
    if before:
        return before[-1]
    if behind:
        return behind[0]
    return _around(reading, groups, core) or _speaker_of_self(reading, others, (part[0], act))


def _headcount(reading: Reading, core: Core) -> int | None:
    """How many people a core counts ('1 không phép'); None where it counts nobody."""
    words = reading.syllables.words
    counted = [act.start - 1 for act in core.acts if act.start and words[act.start - 1].isdigit()]
    return int(words[counted[0]]) if len(counted) == len(core.acts) > 0 else None


def _counted_people(reading: Reading, part: Range) -> int | None:
    """How many people are told right before the act: 'còn [2] đồng chí chưa nộp'."""
    words, people = reading.syllables.words, word_set("people")
    dated = {i for q in (*reading.dates, *reading.periods) for i in range(q.start, q.end)}
    for index in range(part[1] - 2, part[0] - 1, -1):
        if index in dated:
            continue
        if any(index <= name.start < part[1] for name in reading.names):
            return None
        joined = index > 0 and word_set("name_lists").holds(reading.syllables, index - 1)
        if words[index].isdigit() and people.holds(reading.syllables, index + 1) and not joined:
            return int(words[index])
    return None


def _with_entries(
    reading: Reading, label: Label, core: Core, groups: list[tuple[Named, ...]]
) -> list[tuple[Named, ...]]:
    """The groups, those joined that a list tells with a reason each: 'vắng: A đi học, B ốm'."""
    end, family = reading.chunks[core.last].end, label.id.partition(".")[0]
    acts = [
        hit
        for group, hits in reading.hits.items()
        if group.startswith(f"{family}.") and group.endswith(".act")
        for hit in hits
    ]
    joined: list[tuple[Named, ...]] = []
    for group in groups:
        chunk = reading.chunks[reading.chunk_at(group[0].start)]
        last = reading.chunks[reading.chunk_at(joined[-1][-1].start)] if joined else None
        entry = chunk.start == group[0].title and chunk.opener in (",", ";")
        listed = last is not None and end <= last.start and last.sentence == chunk.sentence
        if entry and listed and not any(chunk.holds(act.start) for act in acts):
            joined[-1] += group
        else:
            joined.append(group)
    return joined


def _collects(reading: Reading, core: Core) -> bool:
    """Whether the act is done by who collects and not by who pays: 'đã [thu] đủ'."""
    collects = word_set("collects")
    return any(collects.any_in(reading.syllables, act.start, act.end) for act in core.acts[:1])


def _as_many(
    reading: Reading, groups: Sequence[tuple[Named, ...]], core: Core, number: int
) -> tuple[Named, ...]:
    """The persons right behind a headcount, if they are just as many: 'vắng 1 không phép (Mẽo)'."""
    end = core.acts[-1].end if core.acts else reading.chunks[core.last].end
    behind = [g for g in groups if end <= g[0].start]
    if not behind or len(behind[0]) != number:
        return ()
    return behind[0] if reading.chunk_at(behind[0][0].start) <= core.last + 1 else ()


def _without_agents(
    reading: Reading, label: Label, groups: list[tuple[Named, ...]]
) -> list[tuple[Named, ...]]:
    """The persons without those by or beside whom it was done ('bị đ/c Y nhắc'), if any stay."""
    others = [group for group in groups if not _is_agent(reading, label, group[0])]
    return others or groups


def _is_agent(reading: Reading, label: Label, name: Named) -> bool:
    """Whether 'bị', 'nhờ', 'cùng' or, of money handed over, 'cho' stands before a person."""
    if name.title == 0:
        return False
    index = name.title - 1
    if "amount" in label.slots and word_set("receiver").holds(reading.syllables, index):
        return True
    return word_set("agent").holds(reading.syllables, index)


def is_beside(reading: Reading, core: Core, subjects: tuple[Named, ...]) -> bool:
    """Whether persons are named in the core's own chunks, or in its sentence with nobody else and
    no semicolon in between; elsewhere who is meant is a guess.
    """
    first, last = reading.chunks[core.first], reading.chunks[core.last]
    inside = [name for name in subjects if first.start <= name.start < last.end]
    if inside:
        return True
    low = min(subjects[-1].end, last.end)
    high = max(subjects[0].title, first.start)
    between = [chunk for chunk in reading.chunks if low < chunk.end and chunk.start < high]
    same = all(chunk.sentence == first.sentence for chunk in between)
    parted = any(chunk.opener == ";" for chunk in between[1:])
    others = [n for n in reading.names if low <= n.start < high and n not in subjects]
    return same and not parted and not others


def _named_inside(groups: Sequence[tuple[Named, ...]], part: Range) -> bool:
    return any(part[0] <= group[0].start < part[1] for group in groups)


def _tells_share(reading: Reading, part: Range) -> bool:
    """Whether a share of the branch is told: '30/31 đồng chí đã nộp đủ'."""
    syllables, people = reading.syllables, word_set("people")
    return any(
        _SHARE.fullmatch(syllables.words[index]) and people.holds(syllables, index + 1)
        for index in range(part[0], part[1] - 1)
    )


def _is_target(reading: Reading, name: Named) -> bool:
    """Whether 'cho' or 'với' stands before a person or the title of a list of persons."""
    index = name.title - 1
    while index > 0 and word_set("name_titles").holds(reading.syllables, index):
        index -= 1
    return index >= 0 and word_set("to_whom").holds(reading.syllables, index)


def _around(reading: Reading, groups: Sequence[tuple[Named, ...]], core: Core) -> tuple[Named, ...]:
    """The nearest persons before the core in its sentence, else behind a colon or in a bracket,
    else in the sentences before.
    """
    first, last = reading.chunks[core.first], reading.chunks[core.last]
    if first.opener == "(":
        # "Páo (nợ), Xoan (đủ)": a bracket tells of the person right before it.
        noted = [name for group in groups for name in group if name.end == first.start - 1]
        if noted:
            return (noted[0],)
    same = [
        g for g in groups if reading.chunks[reading.chunk_at(g[0].start)].sentence == first.sentence
    ]
    earlier = [g for g in same if g[0].start < first.start]
    later = [g for g in same if g[0].start >= last.end]
    if later:
        chunk = reading.chunks[reading.chunk_at(later[0][0].start)]
        adjacent = reading.chunk_at(later[0][0].start) == core.last + 1
        if (
            adjacent
            and chunk.opener in (":", "(", "-", "–")
            and (not earlier or chunk.opener != "(")
        ):
            return later[0]
    if earlier:
        return earlier[-1]
    if later:
        return later[0]
    former = [g for g in groups if g[0].start < first.start]
    return former[-1] if former else ()


def _speaker_of_self(reading: Reading, others: frozenset[Named], part: Range) -> tuple[Named, ...]:
    """The speaker, where the clause says 'bản thân', or 'X nói đã nộp' without another person."""
    owned = any(part[1] - hit.end in (-1, 0) for hit in reading.hits.get("speech.own", ()))
    if not owned and not reading.within("speech.self", part):
        return ()
    return tuple(sorted((n for n in others if n.start < part[1]), key=lambda n: n.start)[-1:])
