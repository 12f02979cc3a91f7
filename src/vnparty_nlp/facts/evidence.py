"""The smallest stretch of syllables that records a fact and nothing else."""

from vnparty_nlp.catalogue import Label
from vnparty_nlp.facts.clauses import Range
from vnparty_nlp.facts.cores import Core, has_figure, slot_quantities
from vnparty_nlp.facts.mentions import Named
from vnparty_nlp.facts.reading import Reading

# Words that belong to the act behind them ("vẫn chưa nộp", "đã được mời").
_MODIFIERS = frozenset(
    "đã chưa không bị được vẫn còn đang đều hiện lại mới cũng có từng phải sẽ tiếp tục liên nay cả chỉ vừa đến tới "
    "cùng để hôm ngày".split()
)
_LEADING = frozenset(
    "và thì rằng là mà đối với về đó do vì vậy ngoài ra nên nhưng còn riêng cụ thể ngay ) ] = > • * + - – : , ; . |".split()
)
_TRAILING = frozenset(", ; : . ( [ - – + và mà thì nhưng là | ! ? … ạ nhé nha rồi nữa".split())
_GENERIC = frozenset({"viên", "vien", "người", "nguoi", "đv"})
_NOT_KEPT = frozenset({"settled", "plan"})


def find_evidence(
    reading: Reading, label: Label, core: Core, subjects: tuple[Named, ...]
) -> Range:
    """The syllables [start, end) of the evidence."""
    first, last = _reach(reading, label, core, subjects)
    part = (reading.chunks[first].start, reading.chunks[last].end)
    content = _content(reading, label, part)
    start = _start(reading, label, (part[0], content[0]), subjects)
    end = part[1] if label.open_ended else _end(reading, label, (content[0], part[1]), core)
    return _trim(reading, (start, max(end, start + 1)))


def _reach(
    reading: Reading, label: Label, core: Core, subjects: tuple[Named, ...]
) -> tuple[int, int]:
    """The core's chunks, and the neighbours in the sentence that fill a slot or name the topic."""
    first, last = core.first, core.last
    while first > 0 and _supports(reading, label, (first - 1, first), subjects):
        first -= 1
    while last + 1 < len(reading.chunks) and _supports(
        reading, label, (last + 1, last + 1), subjects
    ):
        last += 1
    if label.open_ended:
        last = _rest(reading, last)
    return first, last


def _rest(reading: Reading, last: int) -> int:
    """The last chunk of what a colon or a heading opens; the chunk itself where nothing does."""
    following = reading.chunks[last + 1 :]
    if not following:
        return last
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
    if border.opener == "^" or border.opener.isalpha():
        return False
    if any(chunk.holds(name.start) and name not in subjects for name in reading.names):
        return False
    own = reading.within(f"{label.id}.act", part)
    if {"for", "present"} & set(label.slots):
        return has_figure(reading, part) and bool(own)
    if border.opener == ";" or _is_foreign(reading, label, part) or (
        reading.within("speech.verb", part) and not own
    ):
        return False
    if reading.within("connectors.reason", (chunk.start, min(chunk.start + 2, chunk.end))):
        return False
    topic = reading.within(f"{label.id}.topic", part)
    return bool(topic or slot_quantities(reading, label, part))


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
        return max([lead[0], *speech]) if speech and names else lead[0]
    own = [name.end for name in names if name in subjects]
    if own and not any(end > own[-1] for end in speech) and names[-1].end == own[-1]:
        return _behind_office(reading, own[-1], lead[1])
    floor = max([lead[0], *(name.end for name in names), *speech])
    if not names and not speech:
        nobody = reading.within("nobody.all", (lead[0], lead[1] + 1))
        if nobody:
            return nobody[0].start
        generic = [i for i in range(*lead) if reading.syllables.words[i] in _GENERIC]
        if generic or lead[1] == lead[0]:
            return max(lead[0], generic[-1] - 1) if generic else lead[0]
    return _with_modifiers(reading, lead[1], floor)


def _with_modifiers(reading: Reading, start: int, floor: int) -> int:
    while start > floor and reading.syllables.words[start - 1] in _modifiers(reading):
        start -= 1
    return start


def _modifiers(reading: Reading) -> frozenset[str]:
    return _bare(_MODIFIERS) if reading.syllables.bare else _MODIFIERS


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
        for hit in reading.within("connectors.reason", part)
        if hit.start >= first and not any(_covers(act.start, act.end, hit.start) for act in acts)
    ]
    ends = [act.end - 1 for act in core.acts if act.phrase.split()[-1] in ("vì", "do")]
    return min(cuts + ends, default=part[1])


def _covers(start: int, end: int, index: int) -> bool:
    return start <= index < end


def _trim(reading: Reading, part: Range) -> Range:
    start, end = part
    words, bare = reading.syllables.words, reading.syllables.bare
    leading = _bare(_LEADING) if bare else _LEADING
    trailing = _bare(_TRAILING) if bare else _TRAILING
    while start + 1 < end and (words[start] in leading or words[start][0] in "\n\t"):
        start += 1
    while end - 1 > start and (words[end - 1] in trailing or words[end - 1][0] in "\n\t"):
        end -= 1
    return start, end


def _bare(words: frozenset[str]) -> frozenset[str]:
    from vnparty_nlp.vietnamese.unicode import strip_marks

    return frozenset(strip_marks(word) for word in words)
