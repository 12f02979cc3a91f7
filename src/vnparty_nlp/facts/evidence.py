"""The smallest stretch of syllables that records a fact and nothing else."""

from vnparty_nlp.catalogue import Label
from vnparty_nlp.facts.clauses import Range
from vnparty_nlp.facts.cores import Core, has_figure, slot_quantities
from vnparty_nlp.facts.lexicon import WordSet, word_set
from vnparty_nlp.facts.mentions import Named
from vnparty_nlp.facts.reading import Reading
from vnparty_nlp.facts.syllables import Syllables
from vnparty_nlp.facts.tasks import find_task

_IDLE, _OBJECT = 8, 3
_NOT_KEPT = frozenset({"settled", "plan", "grounds"})


def find_evidence(reading: Reading, label: Label, core: Core, subjects: tuple[Named, ...]) -> Range:
    """The syllables [start, end) of the evidence."""
    task = find_task(reading, label, core, subjects) if "task" in label.slots else None
    first, last = _reach(reading, label, core, subjects)
    if task is not None:
        first = min(first, reading.chunk_at(task[0]))
    part = (reading.chunks[first].start, reading.chunks[last].end)
    content = _content(reading, label, part)
    if task is not None:
        content = min(content[0], task[0]), content[1]
    start = _start(reading, label, (part[0], content[0]), subjects)
    cut = _end(reading, label, (content[0], part[1]), core)
    end = cut if label.reach == "clause" else part[1]
    return _trim(reading, (start, max(end, start + 1)))


def _reach(
    reading: Reading, label: Label, core: Core, subjects: tuple[Named, ...]
) -> tuple[int, int]:
    """The core's chunks, and the neighbours in the sentence that fill a slot or name the topic."""
    first, last = core.first, core.last
    while (step := _step(reading, label, (first, -1), subjects)) is not None:
        first = step
    while (step := _step(reading, label, (last, 1), subjects)) is not None:
        last = step
    return first, max(last, _rest(reading, last, label.reach))


def _step(
    reading: Reading, label: Label, place: tuple[int, int], subjects: tuple[Named, ...]
) -> int | None:
    """The next chunk in a direction that belongs to the fact, two idle chunks left out at most."""
    number, direction = place
    for reached in range(number + direction, number + 4 * direction, direction):
        if not 0 <= reached < len(reading.chunks):
            return None
        border = reached if direction > 0 else reached + 1
        opener = reading.chunks[border].opener
        if opener == "^" or (
            opener.isalpha() and not _told_before(reading, label, reached, opener)
        ):
            return None
        if _supports(reading, label, (reached, border), subjects):
            return reached
        if not _is_idle(reading, label, reached, subjects):
            return None
    return None


def _told_before(reading: Reading, label: Label, number: int, opener: str) -> bool:
    """Whether what stands before a 'but' is the first half of the fact: the task, the paper."""
    chunk = reading.chunks[number]
    part = (chunk.start, chunk.end)
    names = [n for n in label.cues if n in ("topic", "assigned") or n in label.slots]
    told = any(reading.within(f"{label.id}.{name}", part) for name in names)
    but = word_set("contrast_inside")
    return label.subject == "member" and opener in (but.marked | but.bare) and told


def _is_idle(reading: Reading, label: Label, number: int, subjects: tuple[Named, ...]) -> bool:
    """Whether a chunk is an office, a date or the like between two parts of one fact."""
    chunk = reading.chunks[number]
    part = (chunk.start, chunk.end)
    if chunk.end - chunk.start > _IDLE or reading.within("speech.verb", part):
        return False
    others = any(chunk.holds(n.start) and n not in subjects for n in reading.names)
    return not others and not _is_foreign(reading, label, part) and chunk.opener != ";"


def _rest(reading: Reading, last: int, reach: str) -> int:
    """The last chunk of what a colon or heading opens, or of the sentence, by the reach."""
    following = reading.chunks[last + 1 :]
    if not following or reach == "clause":
        return last
    if reach == "sentence":
        for number, chunk in enumerate(following):
            if chunk.opener in ("^", ";") or chunk.opener.isalpha():
                return last + number
        return last + len(following)
    if following[0].opener == ":":
        sentence = following[0].sentence
        return last + sum(chunk.sentence == sentence for chunk in following)
    heading = reading.syllables.span(reading.chunks[last].start, reading.chunks[last].end)
    if heading.of(reading.syllables.text).isupper():
        return len(reading.chunks) - 1
    return last


def _supports(
    reading: Reading, label: Label, numbers: tuple[int, int], subjects: tuple[Named, ...]
) -> bool:
    """Whether a chunk belongs to its neighbour.

    `numbers` are that chunk and the one whose opener parts the two.
    """
    chunk, border = reading.chunks[numbers[0]], reading.chunks[numbers[1]]
    part = (chunk.start, chunk.end)
    if any(chunk.holds(name.start) and name not in subjects for name in reading.names):
        return False
    own = reading.within(f"{label.id}.act", part)
    later = max(numbers)
    named = reading.chunks[later]
    if later and reading.within(f"{label.id}.round", (named.start, named.end)):
        return False
    if {"for", "present"} & set(label.slots):
        return has_figure(reading, part) and bool(own or border.opener == ":")
    if "level" in label.cues and reading.within(f"{label.id}.level", part):
        return False
    if (
        border.opener == ";"
        or _is_foreign(reading, label, part)
        or (reading.within("speech.verb", part) and not own)
    ):
        return False
    if reading.within("connectors.reason", (chunk.start, min(chunk.start + 2, chunk.end))):
        return False
    names = [n for n in label.cues if n in ("topic", "assigned") or n in label.slots]
    told = any(reading.within(f"{label.id}.{name}", part) for name in names)
    return told or bool(slot_quantities(reading, label, part))


def _is_foreign(reading: Reading, label: Label, part: Range) -> bool:
    """Whether a sibling label's fact is told here ('đã nộp' beside 'còn nợ')."""
    family = label.id.partition(".")[0]
    own = reading.within(f"{label.id}.act", part)
    return not own and any(
        reading.within(group, part)
        for group in reading.hits
        if group.startswith(f"{family}.") and group.endswith(".act")
    )


def _content(reading: Reading, label: Label, part: Range) -> Range:
    """From the first to the last syllable that states the act, names the topic or fills a slot."""
    groups = [f"{label.id}.{name}" for name in label.cues if name not in _NOT_KEPT]
    parts = [(h.start, h.end) for group in groups for h in reading.within(group, part)]
    parts += [(q.start, q.end) for q in slot_quantities(reading, label, part)]
    if not parts:
        return part
    return min(p[0] for p in parts), max(p[1] for p in parts)


def _start(reading: Reading, label: Label, lead: Range, subjects: tuple[Named, ...]) -> int:
    """Where the evidence begins, given the stretch `lead` before its first content word."""
    names = [name for name in reading.names if lead[0] <= name.start < lead[1]]
    speech = [hit.end for hit in reading.within("speech.verb", lead)]
    if label.subject == "meeting":
        if not names or not (speech or label.reach == "colon"):
            return lead[0]
        return max([*speech, _behind_office(reading, names[-1].end, lead[1])])
    if "helper" in label.slots and names and not any(name in subjects for name in names):
        return lead[0] if not speech else max(speech)
    own = [name.end for name in names if name in subjects]
    if own and "task" in label.slots and not speech:
        head = next(name for name in names if name in subjects)
        if names[0] == head and _is_object(reading, (lead[0], head.title)):
            return lead[0]
    grounds = reading.within(f"{label.id}.grounds", lead)
    if own and not any(end > own[-1] for end in speech) and not grounds:
        return _behind_office(reading, own[-1], lead[1])
    floor = max([lead[0], *(name.end for name in names), *speech])
    if not names and not speech:
        if subjects:
            return lead[0]
        nobody = reading.within("nobody.all", (lead[0], lead[1] + 1))
        if nobody:
            return nobody[0].start
        person = word_set("generic_person")
        generic = [i for i in range(*lead) if person.holds(reading.syllables, i)]
        if generic or lead[1] == lead[0]:
            return max(lead[0], generic[-1] - 1) if generic else lead[0]
    return _with_modifiers(reading, lead[1], floor)


def _is_object(reading: Reading, part: Range) -> bool:
    """Whether a task stands before the person who has it ('[Báo cáo quý I] đ/c X chưa nộp')."""
    dated = any(part[0] <= q.start < part[1] for q in reading.dates)
    circumstance = word_set("circumstance").any_in(reading.syllables, *part)
    return part[1] - part[0] >= _OBJECT and not dated and not circumstance


def _with_modifiers(reading: Reading, start: int, floor: int) -> int:
    while start > floor and word_set("modifiers").holds(reading.syllables, start - 1):
        start -= 1
    return start


def _behind_office(reading: Reading, end: int, limit: int) -> int:
    """Behind a name and the office told between commas or in brackets."""
    words = reading.syllables.words
    if end < limit and words[end] in (",", "("):
        closing = "," if words[end] == "," else ")"
        ends = [i for i in range(end + 1, limit) if words[i] == closing]
        return ends[0] + 1 if ends else _with_modifiers(reading, limit, end)
    return end


def _end(reading: Reading, label: Label, part: Range, core: Core) -> int:
    """Where the evidence ends: before grounds, aims and reasons."""
    first = core.acts[0].start + 1 if core.acts else part[0] + 1
    acts = reading.hits.get(f"{label.id}.act", ())
    cuts = [
        hit.start
        for group in ("connectors.reason", f"{label.id}.grounds")
        for hit in reading.within(group, part)
        if hit.start >= first and not any(_covers(act.start, act.end, hit.start) for act in acts)
    ]
    ends = [act.end - 1 for act in core.acts if act.phrase.endswith((" vì", "nghỉ do", "vắng do"))]
    return min(cuts + ends, default=part[1])


def _covers(start: int, end: int, index: int) -> bool:
    return start <= index < end


def _trim(reading: Reading, part: Range) -> Range:
    start, end = part
    syllables, leading, trailing = reading.syllables, word_set("leading"), word_set("trailing")
    while start + 1 < end and _falls_away(syllables, start, leading):
        start += 1
    while end - 1 > start and _falls_away(syllables, end - 1, trailing):
        end -= 1
    return start, end


def _falls_away(syllables: Syllables, index: int, words: WordSet) -> bool:
    return words.holds_common(syllables, index) or syllables.words[index][0] in "\n\t"
