"""The status of a stated fact, by cues with a direction and clause borders (after ConText)."""

from vnparty_nlp.catalogue import Label
from vnparty_nlp.facts.clauses import Chunk, Range
from vnparty_nlp.facts.cores import Core
from vnparty_nlp.facts.cues import Hit
from vnparty_nlp.facts.lexicon import word_set
from vnparty_nlp.facts.mentions import Named
from vnparty_nlp.facts.reading import Reading

_NEAR, _BESIDE, _ANSWER = 6, 2, 3
_CELLS = frozenset({"|", "\t"})
_ANSWERS = frozenset({":", "-", "–", "=", "|", "\t", "("})


def find_status(reading: Reading, label: Label, core: Core, subjects: tuple[Named, ...]) -> str:
    """asserted, negated, alleged, conditional or resolved."""
    if _is_rule(reading, core, subjects):
        return "conditional"
    last = core.acts[-1].start if core.acts else _act_start(reading, core)
    if _cues(reading, "negated", "outright", (_sentence(reading, core)[0], last + 1)):
        return "negated"
    if _is_alleged(reading, label, core):
        return "alleged"
    # A headcount tells who was there, whatever it says of the others.
    counted = "present" in label.slots
    if core.denied or (not counted and _is_negated(reading, core)):
        return "negated"
    if not label.planned and _is_plan(reading, label, core):
        return "conditional"
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
        for hit in reading.starting(f"{name}.{place}", part)
        if not any(f.start <= hit.start and hit.end <= f.end for f in friends)
    ]


def _is_rule(reading: Reading, core: Core, subjects: tuple[Named, ...]) -> bool:
    """Whether the sentence states a condition: a rule, a hypothesis, a quotation of guidance."""
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
    return not named and bool(_cues(reading, "conditional", "after", (start, end)))


def _is_plan(reading: Reading, label: Label, core: Core) -> bool:
    done = any(
        word_set("done").any_in(reading.syllables, act.start - 1, act.end) for act in core.acts
    )
    if not done and reading.within(f"{label.id}.plan", _sentence(reading, core)):
        return True
    if not done and "date" in label.slots and _is_assignment(reading, label, core):
        return True
    places = ("near", "proposed") if label.subject == "member" else ("near",)
    return any(_is_planned(reading, act, places) for act in core.acts)


def _is_assignment(reading: Reading, label: Label, core: Core) -> bool:
    """Whether a task is only given out: 'Giao đ/c X làm báo cáo, xong trước ngày 20/8'."""
    start, end = _sentence(reading, core)
    body, finished = word_set("assigners"), word_set("finished")
    ended = any(finished.any_in(reading.syllables, act.start, act.end) for act in core.acts)
    told = word_set("told_as_past").any_in(reading.syllables, start, end)
    if told or (ended and not reading.within("connectors.due", (start, end))):
        return False
    return any(
        hit.start == start or body.holds(reading.syllables, hit.start - 1)
        for hit in reading.within(f"{label.id}.assigned", (start, end))
        if hit.start <= _act_start(reading, core)
    )


def _is_planned(reading: Reading, act: Hit, places: tuple[str, ...]) -> bool:
    """Whether a word of plan or duty stands before an act that is not told as done ('đã')."""
    if word_set("done").any_in(reading.syllables, act.start - 1, act.start + 1):
        return False
    lead = _lead(reading, act.start, _NEAR)
    if any(_cues(reading, "conditional", place, lead) for place in places):
        return True
    return bool(_cues(reading, "conditional", "beside", _lead(reading, act.start, _BESIDE)))


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
    asked = word_set("which").any_in(reading.syllables, start, act)
    return asked and not word_set("not").any_in(reading.syllables, start, act)


def _is_alleged(reading: Reading, label: Label, core: Core) -> bool:
    """Whether the sentence, or the one behind it, tells a report and nothing established."""
    part = (reading.chunks[core.first].start, reading.chunks[core.last].end)
    own = [h for g in ("act", "denied") for h in reading.within(f"{label.id}.{g}", part)]
    number = reading.chunks[core.first].sentence
    end = max(c.end for c in reading.chunks if c.sentence in (number, number + 1))
    if label.subject == "meeting":
        end = part[1]
    cues = _cues(reading, "alleged", "anywhere", (_sentence(reading, core)[0], end))
    return any(not any(_hides(act, cue) for act in own) for cue in cues)


def _hides(act: Hit, cue: Hit) -> bool:
    """Whether a cue is part of the act's own words: 'chưa xác minh' of what was to be done."""
    inside = cue.start <= act.start and act.end <= cue.end and act.end - act.start == 1
    return act.start < cue.end and cue.start < act.end and not inside


def _is_negated(reading: Reading, core: Core) -> bool:
    if not core.acts:
        return False
    act = core.acts[0].start
    if _cues(reading, "negated", "before", _lead(reading, act, _NEAR)):
        return True
    if _is_none(reading, reading.chunks[reading.chunk_at(act)].start, act):
        return True
    following = reading.chunks[core.last + 1 : core.last + 2]
    if following and following[0].opener in _ANSWERS:
        # "Kỷ luật: không."
        answer = following[0]
        short = answer.end - answer.start <= _ANSWER
        # A "0" in the next cell of a row answers another column.
        words = word_set("not" if answer.opener in _CELLS else "none")
        if short and words.holds(reading.syllables, answer.start):
            return True
    behind = (core.acts[-1].end, reading.chunks[core.last].end)
    ends = {chunk.end for chunk in reading.chunks}
    return any(hit.end in ends for hit in _cues(reading, "negated", "after", behind))


def _is_none(reading: Reading, start: int, act: int) -> bool:
    """'không đảng viên nào', 'chưa có ai' before the act: nobody or nothing of the kind."""
    syllables = reading.syllables
    first = next((i for i in range(start, act) if word_set("not").holds(syllables, i)), act)
    return word_set("nobody_or_nothing").any_in(syllables, first, act)


def _is_settled(reading: Reading, label: Label, core: Core, subjects: tuple[Named, ...]) -> bool:
    """Whether the passage says behind it, in this or the next sentence, that it was put right."""
    act, number = _act_start(reading, core), reading.chunks[core.first].sentence
    own = _named_periods(reading, reading.chunks[core.first], reading.chunks[core.last])
    for hit in reading.hits.get(f"{label.id}.settled", ()):
        chunk = reading.chunks[reading.chunk_at(hit.start)]
        headed = hit.end <= act and (
            reading.chunks[core.first].opener == ":" or chunk == reading.chunks[core.first]
        )
        if not (hit.start > act or headed) or not number <= chunk.sentence <= number + 1:
            continue
        low, high = min(chunk.start, act), max(hit.start, act)
        if any(low <= n.start < high and n not in subjects for n in reading.names):
            continue
        other = _named_periods(reading, chunk, chunk)
        if own and other and not own & other:
            continue
        before = _lead(reading, hit.start, _NEAR)
        promised = _cues(reading, "promised", "before", before)
        if not promised and not _cues(reading, "negated", "before", before):
            return True
    return False


def _named_periods(reading: Reading, first: Chunk, last: Chunk) -> set[str]:
    """The periods that stand in a stretch of chunks; lengths of time are none."""
    return {
        str(q.value)
        for q in reading.periods
        if first.start <= q.start < last.end and not str(q.value).startswith("P")
    }
