"""The status of a stated fact, by cues with a direction and clause borders (after ConText)."""

from vnparty_nlp.catalogue import Label
from vnparty_nlp.facts.clauses import Range
from vnparty_nlp.facts.cores import Core
from vnparty_nlp.facts.cues import Hit
from vnparty_nlp.facts.mentions import Named
from vnparty_nlp.facts.reading import Reading

_NEAR, _BESIDE = 6, 2
_DONE = frozenset({"đã", "vừa", "da"})
_WHICH = frozenset({"nào", "nao"})
_NOT = frozenset({"không", "chưa", "khong", "chua", "chả", "chửa"})
_ANY = frozenset({"nào", "nao", "ai"})


def find_status(reading: Reading, label: Label, core: Core, subjects: tuple[Named, ...]) -> str:
    """asserted, negated, alleged, conditional or resolved."""
    if _is_conditional(reading, label, core, subjects):
        return "conditional"
    if _is_alleged(reading, label, core):
        return "alleged"
    if core.denied or _is_negated(reading, core):
        return "negated"
    if _is_settled(reading, label, core, subjects):
        return "resolved"
    return "asserted"


def _sentence(reading: Reading, core: Core) -> Range:
    number = reading.chunks[core.first].sentence
    chunks = [chunk for chunk in reading.chunks if chunk.sentence == number]
    return chunks[0].start, chunks[-1].end


def _act_start(reading: Reading, core: Core) -> int:
    return core.acts[0].start if core.acts else reading.chunks[core.first].start


def _cues(reading: Reading, name: str, place: str, part: Range) -> list[Hit]:
    """The cues of a status inside a stretch, without those that a false friend covers."""
    friends = reading.hits.get(f"{name}_false.friends", ())
    return [
        hit
        for hit in reading.within(f"{name}.{place}", part)
        if not any(f.start <= hit.start and hit.end <= f.end for f in friends)
    ]


def _is_conditional(
    reading: Reading, label: Label, core: Core, subjects: tuple[Named, ...]
) -> bool:
    if reading.passage.kind == "guidance" and not subjects:
        return True
    start, end = _sentence(reading, core)
    act = _act_start(reading, core)
    if _cues(reading, "conditional", "before", (start, act)) or _asks_which(reading, start, act):
        return True
    openings = _cues(reading, "conditional", "opening", (start, act))
    starts = {chunk.start for chunk in reading.chunks}
    named = bool(subjects) or any(start <= name.start < end for name in reading.names)
    if any(hit.start in starts for hit in openings):
        return not named
    if _cues(reading, "conditional", "after", (start, end)) and not named:
        return True
    if label.planned:
        return False
    plans = reading.within(f"{label.id}.plan", (start, end))
    return bool(plans) or any(_is_planned(reading, hit) for hit in core.acts)


def _is_planned(reading: Reading, act: Hit) -> bool:
    """Whether a word of plan or duty stands before an act that is not told as done ('đã')."""
    words = reading.syllables.words
    if _DONE & {words[act.start], words[act.start - 1] if act.start else ""}:
        return False
    near = _cues(reading, "conditional", "near", _lead(reading, act.start, _NEAR))
    return bool(near or _cues(reading, "conditional", "beside", _lead(reading, act.start, _BESIDE)))


def _lead(reading: Reading, act: int, length: int) -> Range:
    """The few syllables before an act, inside its chunk; names do not count."""
    start, chunk, left = act, reading.chunks[reading.chunk_at(act)], length
    named = {index for name in reading.names for index in range(name.title, name.end)}
    while start > chunk.start and left:
        start -= 1
        left -= start not in named
    return start, act


def _asks_which(reading: Reading, start: int, act: int) -> bool:
    """'Đảng viên nào vắng …': a rule; 'không đảng viên nào vắng' is a negation."""
    before = reading.words((start, act))
    return any(word in _WHICH for word in before) and not any(word in _NOT for word in before)


def _is_alleged(reading: Reading, label: Label, core: Core) -> bool:
    """Whether the sentence, or the one behind it, tells a report and nothing established."""
    part = (reading.chunks[core.first].start, reading.chunks[core.last].end)
    own = [h for g in ("act", "denied") for h in reading.within(f"{label.id}.{g}", part)]
    number = reading.chunks[core.first].sentence
    end = max(c.end for c in reading.chunks if c.sentence in (number, number + 1))
    cues = _cues(reading, "alleged", "anywhere", (_sentence(reading, core)[0], end))
    return any(
        not any(act.start < cue.end and cue.start < act.end for act in own) for cue in cues
    )


def _is_negated(reading: Reading, core: Core) -> bool:
    if not core.acts:
        return False
    act = core.acts[0].start
    if _cues(reading, "negated", "before", _lead(reading, act, _NEAR)):
        return True
    if _is_none(reading.words((reading.chunks[reading.chunk_at(act)].start, act))):
        return True
    behind = (core.acts[-1].end, reading.chunks[core.last].end)
    return bool(_cues(reading, "negated", "after", behind))


def _is_none(words: tuple[str, ...]) -> bool:
    """'không đảng viên nào', 'chưa có ai': nobody or nothing of the kind."""
    first = next((i for i, word in enumerate(words) if word in _NOT), len(words))
    return any(word in _ANY for word in words[first:])


def _is_settled(
    reading: Reading, label: Label, core: Core, subjects: tuple[Named, ...]
) -> bool:
    """Whether the passage says, in this or the next sentence, that it was put right."""
    first = reading.chunks[core.first]
    for hit in reading.hits.get(f"{label.id}.settled", ()):
        chunk = reading.chunks[reading.chunk_at(hit.start)]
        if not first.sentence <= chunk.sentence <= first.sentence + 1:
            continue
        low = min(chunk.start, _act_start(reading, core))
        high = max(hit.start, _act_start(reading, core))
        others = [n for n in reading.names if low <= n.start < high and n not in subjects]
        before = (max(chunk.start, hit.start - _NEAR), hit.start)
        if not others and not _cues(reading, "negated", "before", before):
            return True
    return False
