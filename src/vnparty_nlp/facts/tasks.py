"""Which task a duty is about: the stretch of syllables that names it."""

from collections.abc import Iterator, Sequence

from vnparty_nlp.catalogue import Label
from vnparty_nlp.facts.clauses import Range
from vnparty_nlp.facts.cores import Core
from vnparty_nlp.facts.lexicon import word_set
from vnparty_nlp.facts.mentions import Named
from vnparty_nlp.facts.reading import Reading

_SHORTEST, _HEADING, _OPENING = 2, 3, 2
_FARTHEST = 4
_MARKER = 4


def find_task(
    reading: Reading, label: Label, core: Core, subjects: tuple[Named, ...]
) -> Range | None:
    """The task of a duty as syllables [start, end), before or behind its act; None for none."""
    for part in _readings(reading, label, core, subjects):
        if part[1] - part[0] >= _SHORTEST:
            return part
    return None


def _readings(
    reading: Reading, label: Label, core: Core, subjects: tuple[Named, ...]
) -> Iterator[Range]:
    """Where the task may stand, the surest place first."""
    here = (reading.chunks[core.first].start, reading.chunks[core.last].end)
    before = list(_chunks_before(reading, core, subjects))
    yield from _marked(reading, label, [here])
    heads = [(here[0], name.title) for name in subjects if here[0] < name.title < here[1]]
    yield from (_forward(reading, *part) for part in heads if _is_heading(reading, part))
    act = core.acts[0] if core.acts else None
    if act is not None and not _is(reading, act.end - 1, "generic_act"):
        yield _at_least(_HEADING, _object(reading, label, (act.start, here[1])))
    yield from _marked(reading, label, before)
    yield from (_forward(reading, *part) for part in before if _is_heading(reading, part))
    if act is None:
        yield _forward(reading, *here)
    else:
        yield _at_least(_HEADING, _object(reading, label, (act.start, here[1])))
        yield _without_generic(reading, _forward(reading, here[0], act.start))
    yield from (_forward(reading, *part) for part in before)
    if act is not None:
        yield _object(reading, label, (act.start, here[1]))


def _at_least(length: int, part: Range) -> Range:
    """The part, or nothing where it is shorter ('chưa làm [gì cả]')."""
    return part if part[1] - part[0] >= length else (part[0], part[0])


def _marked(reading: Reading, label: Label, parts: Sequence[Range]) -> Iterator[Range]:
    """What stands behind 'được giao', 'nhận' or 'việc'."""
    for part in parts:
        for hit in reading.within(f"{label.id}.assigned", part):
            # "bàn giao" hands over and assigns nothing; "cử tri" are voters.
            over = hit.start > 0 and _is(reading, hit.start - 1, "not_assigned")
            if not over and reading.words((hit.end, hit.end + 1)) != ("tri",):
                yield _forward(reading, hit.end, part[1])
        for index in range(*part):
            if word_set("task_markers").holds(reading.syllables, index):
                yield _forward(reading, index + 1, part[1])


def _chunks_before(reading: Reading, core: Core, subjects: tuple[Named, ...]) -> Iterator[Range]:
    """The chunks of the sentence before the core, the nearest first, up to another person."""
    sentence = reading.chunks[core.first].sentence
    others = [name for name in reading.names if name not in subjects]
    ends = {name.end for name in reading.names}
    for number in range(core.first - 1, max(-1, core.first - 1 - _FARTHEST), -1):
        chunk = reading.chunks[number]
        part = (chunk.start, chunk.end)
        if chunk.sentence != sentence or reading.chunks[number + 1].opener in (";", "^"):
            return
        told = reading.within("speech.verb", part) and reading.chunks[number + 1].opener == ":"
        if told or any(chunk.holds(name.start) for name in others):
            return
        # An office behind a name ("đ/c X, trưởng thôn, …") is no task.
        if chunk.opener != "," or chunk.start - 1 not in ends:
            yield part


def _is_heading(reading: Reading, part: Range) -> bool:
    """Whether a chunk can be the task told first: '[Sổ theo dõi nước sạch], đ/c X chưa ghi'."""
    named = any(part[0] <= name.start < part[1] for name in reading.names)
    dated = any(_is_full_date(reading, index) for index in range(*part))
    opening = (part[0], min(part[0] + _OPENING, part[1]))
    circumstance = any(
        _holds(reading, i, "circumstance") and not _goes_on(reading, i) for i in range(*opening)
    )
    return part[1] - part[0] >= _HEADING and not (named or dated or circumstance)


def _object(reading: Reading, label: Label, part: Range) -> Range:
    """What follows the act: 'chưa [nộp danh sách hộ nghèo]', 'hoàn thành [lập sổ]'."""
    undone = "deadline" in label.slots
    start = part[0]
    while start < part[1] and (
        _is(reading, start, "generic_act") or (not undone and _is(reading, start, "handed_in"))
    ):
        start += 1
    return _forward(reading, start, part[1])


def _without_generic(reading: Reading, part: Range) -> Range:
    start, end = part
    while start < end and _is(reading, start, "generic_act"):
        start += 1
    while end > start and _is(reading, end - 1, "generic_act"):
        end -= 1
    return start, end


def _forward(reading: Reading, start: int, limit: int) -> Range:
    """From the first word of content to the end of the task."""
    persons = {i for n in reading.names for i in range(n.title, n.end)}
    while start < limit and (
        start in persons
        or word_set("task_leads").holds(reading.syllables, start)
        or not reading.syllables.words[start][0].isalnum()
    ):
        start += 1
    start = _behind_marker(reading, start, limit)
    if start == limit or _opens_circumstance(reading, start) or _holds(reading, start, "no_task"):
        return start, start
    end = start
    while end < limit and not _stops(reading, end):
        end += 1
    while end > start and _is(reading, end - 1, "task_trailing"):
        end -= 1
    if all(_holds(reading, index, "no_task_alone") for index in range(start, end)):
        return start, start
    return start, end


def _behind_marker(reading: Reading, start: int, limit: int) -> int:
    """Behind 'việc', where only words of completion stand before it: 'hoàn thành sớm việc [X]'."""
    if start < limit and _holds(reading, start, "generic_act"):
        for index in range(start + 1, min(start + _MARKER, limit)):
            if _holds(reading, index, "task_markers"):
                return min(index + 1, limit - 1)
    return start


def _stops(reading: Reading, index: int) -> bool:
    if any(name.title == index for name in reading.names):
        return True
    if reading.syllables.words[index][0] in "\n\t":
        return True
    if _is(reading, index, "task_ends") and not _goes_on(reading, index):
        return True
    return _is_full_date(reading, index) or _opens_circumstance(reading, index)


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether a word that ends tasks belongs to one here: 'bàn giao', 'theo dõi', 'được 5 hộ'."""
    words, syllables = reading.syllables.words, reading.syllables
    following = index + 1 < len(words)
    if words[index] in ("được", "duoc"):
        return following and not word_set("assign").holds(syllables, index + 1)
    if words[index] == "theo":
        return (following and words[index + 1] in ("dõi", "doi")) or words[index - 1] in (
            "làm",
            "lam",
        )
    return _is(reading, index - 1, "not_assigned")


def _opens_circumstance(reading: Reading, index: int) -> bool:
    """Whether 'ngày', 'từ', 'của' open a date or a person and so end the task."""
    if not _is(reading, index, "before_date_or_person"):
        return False
    persons = {name.title for name in reading.names}
    following = (index + 1, index + 2)
    if _holds(reading, index, "since") and any(q.start in following for q in reading.dates):
        return True
    return any(i in persons or _is_full_date(reading, i) for i in following)


def _is_full_date(reading: Reading, index: int) -> bool:
    return any(q.start == index and len(str(q.value)) > len("2023-05") for q in reading.dates)


def _is(reading: Reading, index: int, words: str) -> bool:
    return word_set(words).holds_common(reading.syllables, index)


def _holds(reading: Reading, index: int, words: str) -> bool:
    return word_set(words).holds(reading.syllables, index)
