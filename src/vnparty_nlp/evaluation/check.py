"""Everything that is wrong with a corpus folder, each with its file, its line and the remedy.

Texts are never quoted, so that the writers who judge stay unread; ids and offsets say where.
"""

import json
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.errors import CorpusError
from vnparty_nlp.evaluation.corpus import AnnotatedPassage, parse_line, writer_problems
from vnparty_nlp.evaluation.duplicates import near_duplicates
from vnparty_nlp.evaluation.splits import PASSAGES, PLAN, Split, split_of
from vnparty_nlp.evaluation.writers import CARDS, Card, read_cards
from vnparty_nlp.records import DocumentKind

_KEYS = {"id", "text", "kind", "section", "labels"}
_LABEL_KEYS = {"label", "status", "evidence", "slots", "subject"}
_SPLITS = frozenset(get_args(Split)) - {"train"}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a line (0: the file as a whole), and what to do about it.

    A problem that is not `grave` is a notice: the corpus can be used as it is.
    """

    path: Path
    line: int
    what: str
    remedy: str
    grave: bool = True

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}: {self.what}. {self.remedy}."


@dataclass(frozen=True, slots=True)
class _Line:
    """A passage and where it stands."""

    path: Path
    number: int
    passage: AnnotatedPassage


def check_corpus(corpora: Path) -> tuple[int, list[Problem]]:
    """The number of passages that can be read, and all problems, by file and line.

    CorpusError where there is no file of passages at all.
    """
    files = sorted((corpora / PASSAGES).glob("*.jsonl"))
    if not files:
        raise CorpusError(str(corpora / PASSAGES), 0, "holds no *.jsonl file")
    cards, problems = _cards(corpora / CARDS)
    plan, wrong_plan = _plan(corpora / PLAN, cards, {path.stem for path in files})
    problems += wrong_plan
    lines: list[_Line] = []
    for path in files:
        card = cards.get(path.stem)
        if card is None:
            remedy = f"Add its card to {CARDS}"
            problems.append(Problem(path, 0, f"writer {path.stem} has no card", remedy))
        read, wrong = _read(path, nfd=card is not None and card.may_be_decomposed)
        lines += read
        problems += wrong
        problems += _variety(path, [line.passage for line in read])
    problems += _repeated_ids(lines)
    problems += _across_splits(lines, plan)
    return len(lines), sorted(problems, key=lambda p: (str(p.path), p.line))


def _cards(path: Path) -> tuple[dict[str, Card], list[Problem]]:
    try:
        return read_cards(path), []
    except CorpusError as error:
        return {}, [Problem(Path(error.path), error.line, error.problem, "Mend the cards")]


def _plan(
    path: Path, cards: Mapping[str, Card], writers: set[str]
) -> tuple[Mapping[str, Sequence[str]], list[Problem]]:
    try:
        plan: dict[str, list[str]] = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        remedy = "Write it with: vnparty data split"
        return {}, [Problem(path, 0, f"cannot be read ({error})", remedy)]
    problems = [
        Problem(path, 0, f"there is no split {name!r}", f"Use {', '.join(sorted(_SPLITS))}")
        for name in plan.keys() - _SPLITS
    ]
    authors: dict[str, str] = {}
    for writer in sorted(writers | {w for names in plan.values() for w in names}):
        splits = [name for name, names in plan.items() if writer in names] or ["train"]
        author = cards[writer].author if writer in cards else writer
        splits.append(authors.setdefault(author, splits[0]))
        if len(set(splits)) > 1:
            both = " and in ".join(sorted(set(splits)))
            problems.append(
                Problem(path, 0, f"author {author} is in {both}", "Keep an author in one split")
            )
        if writer not in writers:
            remedy = "Take it out, or add the file"
            problems.append(Problem(path, 0, f"{writer} has no file in {PASSAGES}/", remedy))
    return plan, problems


def _read(path: Path, *, nfd: bool) -> tuple[list[_Line], list[Problem]]:
    read, problems = [], []
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            passage = parse_line(line, path, number)
        except CorpusError as error:
            problems.append(Problem(path, number, error.problem, "Mend the line"))
            continue
        read.append(_Line(path, number, passage))
        problems += _more_on(path, number, line, passage)
        if not nfd and not unicodedata.is_normalized("NFC", passage.text):
            remedy = "Compose the text and count the offsets anew"
            problems.append(Problem(path, number, f"{passage.id}: the text is not NFC", remedy))
    return read, problems


def _more_on(path: Path, number: int, line: bytes, passage: AnnotatedPassage) -> Iterator[Problem]:
    """What a readable line may still have wrong."""
    entry = json.loads(line)
    for key in entry.keys() - _KEYS:
        yield Problem(path, number, f"{passage.id}: unknown field {key!r}", "Take it out")
    for label in entry["labels"]:
        for key in label.keys() - _LABEL_KEYS:
            yield Problem(path, number, f"{passage.id}: unknown field {key!r}", "Take it out")
    if passage.kind not in get_args(DocumentKind):
        remedy = f"Use one of {', '.join(get_args(DocumentKind))}"
        yield Problem(path, number, f"{passage.id}: unknown kind {passage.kind!r}", remedy)
    for annotation in passage.annotations:
        label_id = annotation.label
        if not load_catalogue().label(label_id).is_complete(annotation.slots):
            what = f"{passage.id}: {label_id} lacks a required slot, so the finding is incomplete"
            remedy = "Fill it, if the text tells it"
            yield Problem(path, number, what, remedy, grave=False)


def _variety(path: Path, passages: Sequence[AnnotatedPassage]) -> Iterator[Problem]:
    for what in writer_problems(passages):
        yield Problem(path, 0, what, "Little variety teaches little", grave=False)


def _repeated_ids(lines: Sequence[_Line]) -> Iterator[Problem]:
    seen: dict[str, _Line] = {}
    for line in lines:
        first = seen.setdefault(line.passage.id, line)
        if first is not line:
            what = f"id {line.passage.id} stands in {first.path.name}, line {first.number}, too"
            yield Problem(line.path, line.number, what, "Give each passage an id of its own")


def _across_splits(lines: Sequence[_Line], plan: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Passages of different splits that say the same, so that a figure would flatter."""
    split = [split_of(line.passage.writer, plan) for line in lines]
    for one, other, likeness in near_duplicates([line.passage.text for line in lines]):
        if split[one] == split[other]:
            continue
        first, line = lines[one], lines[other]
        exact = likeness == 1.0
        how = "the same text as" if exact else f"{likeness:.0%} alike to"
        what = (
            f"{line.passage.id} ({split[other]}) is {how} {first.passage.id} "
            f"({split[one]}) in {first.path.name}, line {first.number}"
        )
        yield Problem(line.path, line.number, what, "Keep it in one split only")


def describe(problem: Problem) -> str:
    """The line that `vnparty data check` prints."""
    return f"{'error' if problem.grave else 'notice'}: {problem}"


def usable(problems: Sequence[Problem]) -> bool:
    """Whether no problem is grave."""
    return not any(problem.grave for problem in problems)
