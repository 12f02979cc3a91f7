"""Where in a passage a label's fact is stated: the chunks that hold the words of its act."""

from collections.abc import Sequence
from dataclasses import dataclass

from vnparty_nlp.catalogue import Label
from vnparty_nlp.facts.clauses import Chunk, Range
from vnparty_nlp.facts.cues import Hit
from vnparty_nlp.facts.lexicon import word_set
from vnparty_nlp.facts.mentions import Named
from vnparty_nlp.facts.quantities import Quantity
from vnparty_nlp.facts.reading import Reading

# A chunk states the fact too where it weighs at least this share of the best one.
_SHARE = 0.55


@dataclass(frozen=True, slots=True)
class Core:
    """The chunks [first, last] that state a fact, with the hits of its act in them.

    `denied` where they state the opposite.
    """

    first: int
    last: int
    acts: tuple[Hit, ...]
    denied: bool
    weight: float


def find_cores(reading: Reading, label: Label, speakers: frozenset[Named]) -> list[Core]:
    """The cores of a label in order; at least one, since a tag says that the fact is there."""
    siblings = _sibling_acts(reading, label)
    single = [
        core
        for number in range(len(reading.chunks))
        if (core := _core(reading, label, siblings, number)) is not None
    ]
    if not single:
        return [_without_cue(reading, label)]
    merged = _merge(reading, label, single, speakers)
    best = max(core.weight for core in merged)
    if "for" in label.slots:
        return find_rounds(reading, label, merged)
    if label.subject == "meeting":
        return [next(core for core in merged if core.weight == best)]
    told = [core for core in merged if core.weight >= best * _SHARE]
    return [core for core in told if not _is_empty_entry(reading, label, core)] or told


def _is_empty_entry(reading: Reading, label: Label, core: Core) -> bool:
    """Whether a level is given to nobody ('KHTNV: không') or by somebody to themselves."""
    if "level" not in label.cues:
        return False
    claims = word_set("self_column")
    if claims.any_in(reading.syllables, reading.chunks[core.first].start, core.acts[0].start):
        return True
    answer = reading.chunks[core.last + 1 : core.last + 2]
    if not answer or answer[0].opener != ":":
        return False
    first = reading.words((answer[0].start, answer[0].start + 1))
    return first in (("không",), ("khong",), ("0",))


def _core(reading: Reading, label: Label, siblings: Sequence[Hit], number: int) -> Core | None:
    chunk = reading.chunks[number]
    part = (chunk.start, chunk.end)
    acts = reading.within(f"{label.id}.act", part)
    denials = reading.within(f"{label.id}.denied", part)
    stated = [act for act in acts if not any(_inside(act, denial) for denial in denials)]
    stated = [act for act in stated if not any(_is_longer(hit, act) for hit in siblings)]
    if not stated and not denials:
        return None
    weight = sum(_weight(hit) for hit in stated) or sum(_weight(hit) for hit in denials) * 0.7
    weight += 1.0 * bool(reading.within(f"{label.id}.topic", part))
    weight += 0.8 * bool(slot_quantities(reading, label, part))
    if {"for", "present"} & set(label.slots):
        # A headcount or a vote is told in figures.
        weight += 3.0 * has_figure(reading, part)
    # "không thi hành kỷ luật ai ở mức khai trừ": what is denied first governs the rest.
    denied = bool(denials) and (not stated or denials[0].start <= stated[0].start)
    if denials and stated and label.subject == "meeting":
        denied = max(map(_weight, denials)) >= max(map(_weight, stated))
    return Core(number, number, tuple(stated or denials), denied, weight)


def has_figure(reading: Reading, part: Range) -> bool:
    """Whether a stretch holds a count: a figure that is no date, sum or hour."""
    taken = {
        i
        for q in (*reading.dates, *reading.periods, *reading.amounts)
        for i in range(q.start, q.end)
    }
    return any(
        index not in taken and reading.syllables.words[index].replace("/", "").isdigit()
        for index in range(*part)
    )


def find_rounds(reading: Reading, label: Label, cores: Sequence[Core]) -> list[Core]:
    """The cores of a vote, one a round: a round begins with its name, or with new figures in a
    sentence of its own; chunks without figures stay with the round before them.
    """
    rounds: list[Core] = []
    for core in cores:
        part = _part(reading, core)
        named = bool(reading.within(f"{label.id}.round", part))
        counted = has_figure(reading, part)
        opens = not rounds or (
            counted
            and (
                (named and has_votes(reading, rounds[-1]))
                or _is_apart(reading, label, rounds[-1], core)
            )
        )
        if opens:
            rounds.append(core)
        else:
            rounds[-1] = join(rounds[-1], core)
    counted_rounds = [r for r in rounds if has_votes(reading, r)]
    return counted_rounds or [max(rounds, key=lambda core: core.weight)]


def _part(reading: Reading, core: Core) -> Range:
    return reading.chunks[core.first].start, reading.chunks[core.last].end


def has_votes(reading: Reading, core: Core) -> bool:
    """Whether a round holds figures at all."""
    return has_figure(reading, _part(reading, core))


def _is_apart(reading: Reading, label: Label, before: Core, core: Core) -> bool:
    if not (has_votes(reading, before) and _tells_result(reading, label, core)):
        return False
    if reading.chunks[before.last].sentence != reading.chunks[core.first].sentence:
        return True
    between = reading.chunks[before.last + 1 : core.first + 1]
    listed = any(chunk.opener == ";" for chunk in between)
    return listed and _tells_result(reading, label, before)


def _tells_result(reading: Reading, label: Label, core: Core) -> bool:
    """Whether a round says how many were in favour, and not only how many were against."""
    part = _part(reading, core)
    against = reading.within(f"{label.id}.against", part)
    favour = [
        hit
        for hit in reading.within(f"{label.id}.for", part)
        if not any(no.start <= hit.start < no.end for no in against)
    ]
    return bool(favour) or any("/" in word for word in reading.words(part))


def join(one: Core, other: Core) -> Core:
    """Two cores as one, with all between them."""
    return Core(
        first=one.first,
        last=other.last,
        acts=one.acts + other.acts,
        denied=one.denied and other.denied,
        weight=one.weight + other.weight,
    )


def _sibling_acts(reading: Reading, label: Label) -> list[Hit]:
    """The words that state the fact of another label of the family; a vote is told in figures."""
    if "for" in label.slots:
        return []
    family = label.id.partition(".")[0] + "."
    return [
        hit
        for group, hits in reading.hits.items()
        if group.startswith(family) and group.endswith(".act") and label.id not in group
        for hit in hits
    ]


def _is_longer(hit: Hit, act: Hit) -> bool:
    """Whether an act is part of a longer one: 'vắng' of 'vắng không phép'."""
    return hit.end - hit.start > act.end - act.start and _inside(act, hit)


def _inside(act: Hit, denial: Hit) -> bool:
    return denial.start <= act.start and act.end <= denial.end


def _weight(hit: Hit) -> float:
    return min(hit.end - hit.start, 4) - 0.25


def slot_quantities(reading: Reading, label: Label, part: Range) -> list[Quantity]:
    """The dates, periods and sums of a stretch that fill a slot of the label."""
    keys = set(label.slots)
    found: list[Quantity] = []
    if keys & {"date", "dates", "deadline", "days_ahead"}:
        found += reading.dates
    if keys & {"period", "year"}:
        found += reading.periods
    if "amount" in keys:
        found += reading.amounts
    if keys & {"decision_no", "conclusion_no"}:
        found += reading.decisions
    return [q for q in found if part[0] <= q.start and q.end <= part[1]]


def _merge(
    reading: Reading, label: Label, cores: Sequence[Core], speakers: frozenset[Named]
) -> list[Core]:
    """Cores joined where the later one goes on about the same person in the same sentence."""
    merged: list[Core] = []
    for core in cores:
        if merged and _goes_on(reading, label, (merged[-1], core), speakers):
            merged[-1] = join(merged[-1], core)
        else:
            merged.append(core)
    return merged


def _goes_on(
    reading: Reading, label: Label, cores: tuple[Core, Core], speakers: frozenset[Named]
) -> bool:
    before, core = cores
    chunks = reading.chunks[before.last + 1 : core.first + 1]
    if reading.chunks[before.last].sentence != chunks[-1].sentence or before.denied != core.denied:
        return False
    if any(chunk.opener == ";" for chunk in chunks) or len(chunks) > 3:
        return False
    if "level" in label.cues and all(
        reading.within(f"{label.id}.level", _part(reading, c)) for c in (before, core)
    ):
        return False
    return not any(
        chunk.holds(name.start)
        for chunk in chunks
        for name in reading.names
        if name not in speakers
    )


def _without_cue(reading: Reading, label: Label) -> Core:
    """The longest chunk that fills a slot, else the longest: no cue of ours stands in the text."""

    def worth(chunk: Chunk) -> tuple[int, int]:
        part = (chunk.start, chunk.end)
        return len(slot_quantities(reading, label, part)), chunk.end - chunk.start

    number = max(range(len(reading.chunks)), key=lambda n: worth(reading.chunks[n]))
    return Core(number, number, (), denied=False, weight=0.0)
