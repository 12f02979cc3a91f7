"""Annotated passages with their people under pseudonyms, before they leave the office.

Pseudonyms are still personal data: whoever knows the events may know the person.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.evaluation.corpus import AnnotatedPassage, Annotation
from vnparty_nlp.evaluation.identifiers import find_identifiers, mask
from vnparty_nlp.evaluation.pseudonyms import Pseudonyms
from vnparty_nlp.records import SlotValue, Span
from vnparty_nlp.vietnamese.name_words import load_name_words
from vnparty_nlp.vietnamese.names import find_names, fold_name, name_parts, strip_title
from vnparty_nlp.vietnamese.roles import find_role
from vnparty_nlp.vietnamese.unicode import compose, strip_marks

_SHORTHAND = re.compile(r"[^\W\d_]{2,}")
_BEFORE, _BEHIND = re.compile(r"(\w+)\s$"), re.compile(r"\s(\w+)")


@dataclass(frozen=True, slots=True)
class Edited:
    """A text with parts replaced: `edits` are sorted (span in the old text, new part)."""

    old: str
    text: str
    edits: tuple[tuple[Span, str], ...]

    def move(self, span: Span) -> Span:
        """Where a span of the old text lies now; a replaced part that it cuts is taken whole."""
        return Span(self._place(span.start, end=False), self._place(span.end, end=True))

    def _place(self, offset: int, *, end: bool) -> int:
        shift = 0
        starts = [span.start for span, _ in self.edits]
        for span, new in self.edits[: bisect_right(starts, offset)]:
            if span.start < offset < span.end or (span.start == offset and not end):
                return span.start + shift if not end else span.start + shift + len(new)
            if span.end <= offset:
                shift += len(new) - (span.end - span.start)
        return offset + shift


class Pseudonymiser:
    """Replaces the people of passages. `known` are names without title that may stand anywhere:
    full names in any capitals, shorter ones only where they stand alone with a capital.
    """

    def __init__(self, key: bytes, known: Iterable[str] = ()) -> None:
        self._pseudonyms = Pseudonyms(key)
        names = {" ".join(name.split()) for name in known}
        full = {name for name in names if name_parts(name).surname}
        self._full = _any_of(full, re.IGNORECASE)
        self._short = _any_of(filter(_is_no_word, names - full), re.NOFLAG)

    def passage(self, passage: AnnotatedPassage) -> AnnotatedPassage:
        """The passage under pseudonyms, in NFC, with its spans in their new places."""
        composed = _composed(passage)
        subjects = [a.subject for a in composed.annotations if a.subject is not None]
        edited = self._edit(composed.text, subjects)
        annotations = [self._annotation(a, edited) for a in composed.annotations]
        return replace(
            composed,
            text=edited.text,
            section=self._edit(composed.section, ()).text,
            annotations=tuple(annotations),
        )

    def _annotation(self, annotation: Annotation, edited: Edited) -> Annotation:
        types = load_catalogue().slot_types
        slots = {
            key: self._slot(value, edited) if types[key] == "text" else value
            for key, value in annotation.slots.items()
        }
        subject = annotation.subject
        return replace(
            annotation,
            evidence=edited.move(annotation.evidence),
            subject=None if subject is None else edited.move(subject),
            slots=slots,
        )

    def _slot(self, value: SlotValue, edited: Edited) -> SlotValue:
        """A slot as the new text words it; one that the text words otherwise is edited alone."""
        words = str(value)
        start = edited.old.lower().find(words.lower())
        if start < 0:
            return self._edit(words, ()).text
        return edited.move(Span(start, start + len(words))).of(edited.text)

    def _edit(self, text: str, subjects: Sequence[Span]) -> Edited:
        """The text with names and identifiers replaced; `subjects` are names for sure, unless they
        name an office.
        """
        unmarked = text == strip_marks(text)
        names = [match.span for match in find_names(text)]
        names += [Span(*match.span()) for match in self._full.finditer(text)]
        shorter = (Span(*match.span()) for match in self._short.finditer(text))
        names += [span for span in shorter if _stands_alone(text, span)]
        names += [named for span in subjects if (named := _without_title(text, span))]
        edits = [(span, mask(span.of(text))) for span in find_identifiers(text)]
        edits += [(s, self._pseudonyms.of(s.of(text), unmarked=unmarked)) for s in names]
        return _apply(text, edits)


def _any_of(names: Iterable[str], flags: re.RegexFlag) -> re.Pattern[str]:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    forms = "|".join(r"\s+".join(map(re.escape, name.split())) for name in ordered)
    # Without names it matches nowhere.
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)" if forms else r"(?!)", flags)


def _is_no_word(name: str) -> bool:
    """Whether a short name is none of the words that open sentences: Kỳ, Sao, Văn, Điều."""
    words, folded = load_name_words(), fold_name(name)
    everyday = words.also_words.marked | words.everyday | words.function.marked
    return name.istitle() and folded in words.given.marked and folded not in everyday


def _stands_alone(text: str, span: Span) -> bool:
    """Whether no capitalised syllable touches it ("Thái Bình" is not Bình), and no sentence opens
    with it and goes on in lower case ("Thư ký" is not Thư).
    """
    before, behind = _BEFORE.search(text, 0, span.start), _BEHIND.match(text, span.end)
    if any(match and match.group(1)[0].isupper() for match in (before, behind)):
        return False
    return before is not None or behind is None


def _without_title(text: str, subject: Span) -> Span | None:
    words = subject.of(text)
    name = strip_title(words)
    if find_role(words) or not words.endswith(name) or not _SHORTHAND.search(name):
        return None
    return Span(subject.end - len(name), subject.end)


def _apply(text: str, edits: Sequence[tuple[Span, str]]) -> Edited:
    """The first and longest of edits that overlap is made."""
    kept: list[tuple[Span, str]] = []
    new, place = "", 0
    for span, part in sorted(edits, key=lambda edit: (edit[0].start, -edit[0].end)):
        if span.start >= place:
            new += text[place : span.start] + part
            place = span.end
            kept.append((span, part))
    return Edited(text, new + text[place:], tuple(kept))


def _composed(passage: AnnotatedPassage) -> AnnotatedPassage:
    text = passage.text
    if compose(text) == text:
        return passage

    def moved(span: Span) -> Span:
        return Span(len(compose(text[: span.start])), len(compose(text[: span.end])))

    annotations = [
        replace(a, evidence=moved(a.evidence), subject=a.subject and moved(a.subject))
        for a in passage.annotations
    ]
    return replace(passage, text=compose(text), annotations=tuple(annotations))


def pseudonymise(
    passages: Sequence[AnnotatedPassage], key: bytes, people: Iterable[str] = ()
) -> list[AnnotatedPassage]:
    """The passages under pseudonyms. A name found in one of them, or one of `people` (full names
    of a register), is replaced in all.
    """
    known = [match.text for p in passages for match in find_names(compose(p.text))]
    named = [compose(name) for name in people]
    given = [name_parts(name).given for name in named]
    pseudonymiser = Pseudonymiser(key, [*known, *named, *given])
    return [pseudonymiser.passage(passage) for passage in passages]
