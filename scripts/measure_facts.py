"""Measure the facts room on annotated passages, given each passage's gold labels.

python scripts/measure_facts.py corpora/passages/w01.jsonl [more files] [--errors LABEL]

Facts are paired with gold findings of the same label, by subject first and then by overlap of
evidence. Printed by label: gold findings, facts found, share of findings with a fact, status and
subject accuracy, overlap of evidence (F1 of syllables; a finding without a fact counts 0), the
same with superfluous facts counted too ("soft F1"), and slot F1; then slot F1 by key.
"""

import argparse
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.evaluation.corpus import AnnotatedPassage, Annotation, read_corpus, syllables
from vnparty_nlp.facts import build
from vnparty_nlp.facts.protocol import Extractor
from vnparty_nlp.records import DocumentKind, Fact, Passage, SlotValue, Span, Tag

Slots = Counter[str]
HEADS = ("gold", "found", "paired", "status", "subject", "overlap", "soft F1", "slot F1")


@dataclass
class Tally:
    """Counts of one label, or of all: sums over gold findings, and confusions in words."""

    sums: Counter[str] = field(default_factory=Counter)
    overlap: float = 0.0
    slots: Slots = field(default_factory=Counter)
    confusions: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.sums + other.sums,
            self.overlap + other.overlap,
            self.slots + other.slots,
            self.confusions + other.confusions,
        )

    def row(self, name: str) -> str:
        """One line of the table."""
        gold, found = self.sums["gold"], self.sums["found"]
        shares = (
            share(self.sums["paired"], gold),
            share(self.sums["status"], gold),
            share(self.sums["subject"], self.sums["members"]),
            share(self.overlap, gold),
            share(2 * self.overlap, gold + found),
            slot_f1(self.slots),
        )
        return f"{name:22s} {gold:7d} {found:7d} " + " ".join(shares)


def share(part: float, whole: float) -> str:
    """A share with three decimals; '-' of nothing."""
    return f"{part / whole:7.3f}" if whole else "      -"


def slot_f1(slots: Slots) -> str:
    """F1 of right, wrong and missed slots."""
    right = slots["right"]
    return share(2 * right, 2 * right + slots["wrong"] + slots["missed"])


def overlap(text: str, gold: Span, found: Span) -> float:
    """F1 of the syllables that two spans share."""
    low, high = max(gold.start, found.start), min(gold.end, found.end)
    common = len(syllables(text[low:high])) if low < high else 0
    total = len(syllables(gold.of(text))) + len(syllables(found.of(text)))
    return 2 * common / total if total else 0.0


def name(text: str, span: Span | None) -> str:
    """A mention for comparison; '' for nobody."""
    return unicodedata.normalize("NFC", span.of(text)).casefold() if span else ""


def pair(
    text: str, gold: Sequence[Annotation], facts: Iterable[Fact]
) -> list[tuple[Annotation, Fact | None]]:
    """Each gold finding with its fact: same subject first, then the largest overlap."""
    left = list(facts)
    pairs: list[tuple[Annotation, Fact | None]] = []
    for finding in gold:
        worth = [
            (name(text, fact.subject) == name(text, finding.subject))
            + overlap(text, finding.evidence, fact.evidence)
            for fact in left
        ]
        best = max(range(len(left)), key=worth.__getitem__, default=None)
        pairs.append((finding, None if best is None else left.pop(best)))
    return pairs


def comparable(value: SlotValue) -> object:
    """A slot's value for comparison: case, spaces and the Unicode form do not count."""
    if not isinstance(value, str):
        return value
    return " ".join(unicodedata.normalize("NFC", value).casefold().split())


def compare_slots(gold: Annotation, fact: Fact | None, keys: dict[str, Slots]) -> Slots:
    """Right, wrong and missed slots of one finding, also added up by key."""
    counts: Slots = Counter()
    slots = dict(fact.slots) if fact else {}
    for key in {*gold.slots, *slots}:
        both = key in slots and key in gold.slots
        if both and comparable(slots[key]) == comparable(gold.slots[key]):
            outcomes = ["right"]
        else:
            outcomes = ["wrong"] * (key in slots) + ["missed"] * (key in gold.slots)
        counts.update(outcomes)
        keys[key].update(outcomes)
    return counts


def compare(text: str, gold: Annotation, fact: Fact | None, keys: dict[str, Slots]) -> Tally:
    """The tally of one gold finding."""
    member = load_catalogue().label(gold.label).subject == "member"
    tally = Tally(Counter(gold=1, members=member), slots=compare_slots(gold, fact, keys))
    if fact is None:
        return tally
    same_subject = name(text, fact.subject) == name(text, gold.subject)
    tally.sums.update(paired=1, status=fact.status == gold.status, subject=member and same_subject)
    tally.overlap = overlap(text, gold.evidence, fact.evidence)
    if fact.status != gold.status:
        tally.confusions[f"{gold.status} as {fact.status}"] += 1
    if member and not same_subject:
        kinds = ("somebody" if fact.subject else "nobody", "somebody" if gold.subject else "nobody")
        tally.confusions[f"subject: {kinds[1]} as {kinds[0]}"] += 1
    return tally


def explain(passage: AnnotatedPassage, gold: Annotation, fact: Fact | None) -> None:
    """Print what differs between a gold finding and its fact."""
    text = passage.text
    lines = [] if fact else ["  no fact"]
    if fact:
        if fact.status != gold.status:
            lines.append(f"  status {gold.status} -> {fact.status}")
        if overlap(text, gold.evidence, fact.evidence) < 1:
            lines.append(f"  evidence «{gold.evidence.of(text)}» -> «{fact.evidence.of(text)}»")
        if compare_slots(gold, fact, defaultdict(Counter)).keys() - {"right"}:
            lines.append(f"  slots {dict(gold.slots)} -> {dict(fact.slots)}")
        if name(text, fact.subject) != name(text, gold.subject):
            lines.append(f"  subject {name(text, gold.subject)!r} -> {name(text, fact.subject)!r}")
    if lines:
        print(f"{passage.id} {gold.label}: {text}", *lines, sep="\n")


def measure(
    passages: Sequence[AnnotatedPassage], extractor: Extractor, errors: str
) -> tuple[dict[str, Tally], dict[str, Slots], float]:
    """Tallies by label, slot counts by key, and passage-tags a second."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    keys: dict[str, Slots] = defaultdict(Counter)
    tags, seconds = 0, 0.0
    for annotated in passages:
        text, kind = annotated.text, cast(DocumentKind, annotated.kind)
        passage = Passage(text, Span(0, len(text)), annotated.section, kind=kind)
        for label in sorted(annotated.labels):
            started = time.perf_counter()
            facts = extractor.extract(passage, Tag(label, 1.0))
            seconds += time.perf_counter() - started
            tags += 1
            tallies[label] += Tally(Counter(found=len(facts)))
            gold = [a for a in annotated.annotations if a.label == label]
            for finding, fact in pair(text, gold, facts):
                tallies[label] += compare(text, finding, fact, keys)
                if errors and errors in label:
                    explain(annotated, finding, fact)
    return tallies, keys, tags / seconds if seconds else 0.0


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--errors", default="", help="print what differs for labels with this name")
    arguments = parser.parse_args()
    tallies, keys, rate = measure(list(read_corpus(arguments.files)), build(), arguments.errors)
    print(f"{'label':22s} " + " ".join(f"{head:>7s}" for head in HEADS))
    for label in load_catalogue().labels:
        print(tallies[label].row(label))
    total = sum(tallies.values(), Tally())
    print(total.row("all"))
    for key, slots in sorted(keys.items()):
        print(f"  {key:15s} {slot_f1(slots)}  {dict(slots)}")
    print(f"  {dict(total.confusions)}")
    print(f"{rate:.0f} passage-tags a second")
    return 0


if __name__ == "__main__":
    sys.exit(main())
