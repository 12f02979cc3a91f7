"""Measure the facts room on annotated passages, given each passage's gold labels.

python scripts/measure_facts.py corpora/passages/w01.jsonl [more files] [--errors LABEL]

Facts are paired with gold findings of the same label by subject and overlap of evidence. Prints
facts found, status and subject accuracy, evidence overlap F1 (syllables) and slot F1.
"""

import argparse
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.evaluation.corpus import AnnotatedPassage, Annotation, read_corpus, syllables
from vnparty_nlp.facts import build
from vnparty_nlp.facts.protocol import Extractor
from vnparty_nlp.records import DocumentKind, Fact, Passage, SlotValue, Span, Tag

Pair = tuple[Annotation, Fact | None]


@dataclass
class Tally:
    """Counts of one label, or of all."""

    gold: int = 0
    found: int = 0
    paired: int = 0
    status: int = 0
    subject: int = 0
    subject_gold: int = 0
    overlap: float = 0.0
    slots: Counter[str] = field(default_factory=Counter)
    subjects: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)

    def row(self, name: str) -> str:
        """One line of the table."""
        right, wrong, missed = self.slots["right"], self.slots["wrong"], self.slots["missed"]
        return (
            f"{name:22s} {self.gold:5d} {self.found:5d} {share(self.paired, self.gold)} "
            f"{share(self.status, self.gold)} {share(self.subject, self.subject_gold)} "
            f"{share(self.overlap, self.gold)} "
            f"{share(2 * self.overlap, self.gold + self.found)} "
            f"{share(2 * right, 2 * right + wrong + missed)}"
        )


def share(part: float, whole: float) -> str:
    """A share with three decimals; '-' of nothing."""
    return f"{part / whole:7.3f}" if whole else "      -"


def overlap(text: str, gold: Span, found: Span) -> float:
    """F1 of the syllables that two spans share."""
    low, high = max(gold.start, found.start), min(gold.end, found.end)
    common = len(syllables(text[low:high])) if low < high else 0
    total = len(syllables(gold.of(text))) + len(syllables(found.of(text)))
    return 2 * common / total if total else 0.0


def pair(text: str, gold: Sequence[Annotation], facts: Iterable[Fact]) -> list[Pair]:
    """Each gold finding with its fact: same subject first, then the largest overlap."""
    left = list(facts)
    pairs: list[Pair] = []
    for finding in gold:
        worth = [
            (name(text, f.subject) == name(text, finding.subject))
            + overlap(text, finding.evidence, f.evidence)
            for f in left
        ]
        best = max(range(len(left)), key=worth.__getitem__, default=None)
        pairs.append((finding, None if best is None else left.pop(best)))
    return pairs


def name(text: str, span: Span | None) -> str:
    """A mention for comparison; '' for nobody."""
    return unicodedata.normalize("NFC", span.of(text)).casefold() if span else ""


def comparable(value: SlotValue) -> object:
    """A slot's value for comparison: case, spaces and the Unicode form do not count."""
    if not isinstance(value, str):
        return value
    return " ".join(unicodedata.normalize("NFC", value).casefold().split())


def count_slots(gold: Annotation, fact: Fact | None, keys: dict[str, Counter[str]]) -> Counter[str]:
    """Right, wrong and missed slots of one finding, also added up by key."""
    counts: Counter[str] = Counter()
    slots = dict(fact.slots) if fact else {}
    for key in {*gold.slots, *slots}:
        same = key in slots and key in gold.slots
        same = same and comparable(slots[key]) == comparable(gold.slots[key])
        outcomes = ["right"] if same else []
        outcomes += ["wrong"] if key in slots and not same else []
        outcomes += ["missed"] if key in gold.slots and not same else []
        counts.update(outcomes)
        keys[key].update(outcomes)
    return counts


def measure(
    passages: Sequence[AnnotatedPassage], extractor: Extractor, errors: str
) -> tuple[dict[str, Tally], dict[str, Counter[str]], float]:
    """Tallies by label, slot counts by key, and passage-tags a second."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    keys: dict[str, Counter[str]] = defaultdict(Counter)
    catalogue = load_catalogue()
    tags, seconds = 0, 0.0
    for annotated in passages:
        passage = Passage(
            annotated.text, Span(0, len(annotated.text)), annotated.section, kind=annotated.kind
        )
        for label in sorted(annotated.labels):
            started = time.perf_counter()
            facts = extractor.extract(passage, Tag(label, 1.0))
            seconds += time.perf_counter() - started
            tags += 1
            for fact in facts:
                catalogue.check_slots(label, fact.slots)
            gold = [a for a in annotated.annotations if a.label == label]
            tallies[label].found += len(facts)
            for finding, fact in pair(annotated.text, gold, facts):
                add(tallies[label], annotated.text, finding, fact, keys)
                if errors in label and errors:
                    explain(annotated, finding, fact, len(facts))
    return tallies, keys, tags / seconds if seconds else 0.0


def add(
    tally: Tally, text: str, gold: Annotation, fact: Fact | None, keys: dict[str, Counter[str]]
) -> None:
    """Add one pair to a tally."""
    tally.gold += 1
    member = load_catalogue().label(gold.label).subject == "member"
    tally.subject_gold += member
    tally.slots.update(count_slots(gold, fact, keys))
    if fact is None:
        return
    tally.paired += 1
    if member:
        found_name, gold_name = name(text, fact.subject), name(text, gold.subject)
        part = found_name and gold_name and (found_name in gold_name or gold_name in found_name)
        outcome = "right" if found_name == gold_name else "part" if part else "other"
        tally.subjects[
            outcome
            if (gold_name and found_name) or outcome == "right"
            else "spurious"
            if found_name
            else "missing"
        ] += 1
    tally.status += fact.status == gold.status
    if fact.status != gold.status:
        tally.statuses[f"{gold.status} as {fact.status}"] += 1
    tally.subject += member and name(text, fact.subject) == name(text, gold.subject)
    tally.overlap += overlap(text, gold.evidence, fact.evidence)


def explain(passage: AnnotatedPassage, gold: Annotation, fact: Fact | None, found: int) -> None:
    """Print what differs between a gold finding and its fact."""
    text = passage.text
    lines = []
    if fact is None:
        lines.append("  NO FACT")
    else:
        if fact.status != gold.status:
            lines.append(f"  status {gold.status} -> {fact.status}")
        if overlap(text, gold.evidence, fact.evidence) < 0.8:
            lines.append(f"  evidence «{gold.evidence.of(text)}» -> «{fact.evidence.of(text)}»")
        if {k: comparable(v) for k, v in gold.slots.items()} != {
            k: comparable(v) for k, v in fact.slots.items()
        }:
            lines.append(f"  slots {dict(gold.slots)} -> {dict(fact.slots)}")
        if name(text, fact.subject) != name(text, gold.subject):
            lines.append(f"  subject {name(text, gold.subject)!r} -> {name(text, fact.subject)!r}")
    if lines:
        print(f"{passage.id} {gold.label} ({found} facts) {text}")
        print("\n".join(lines))


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--errors", default="", help="print what differs for labels with this name")
    arguments = parser.parse_args()
    extractor = build()
    passages = list(read_corpus(arguments.files))
    tallies, keys, rate = measure(passages, extractor, arguments.errors)
    print(
        f"{'label':22s} {'gold':>5s} {'found':>5s}  paired  status subject overlap soft F1 slotsF1"
    )
    for label in load_catalogue().labels:
        print(tallies[label].row(label))
    print(sum_of(tallies.values()).row("all"))
    print("statuses", dict(sum((t.statuses for t in tallies.values()), Counter())))
    print("subjects", dict(sum((t.subjects for t in tallies.values()), Counter())))
    for key, counts in sorted(keys.items()):
        right, wrong, missed = counts["right"], counts["wrong"], counts["missed"]
        print(f"  slot {key:15s} F1 {share(2 * right, 2 * right + wrong + missed)}  {dict(counts)}")
    print(f"{rate:.0f} passage-tags a second")
    return 0


def sum_of(tallies: Iterable[Tally]) -> Tally:
    """All tallies as one."""
    total = Tally()
    for tally in tallies:
        for key in ("gold", "found", "paired", "status", "subject", "subject_gold", "overlap"):
            setattr(total, key, getattr(total, key) + getattr(tally, key))
        total.slots.update(tally.slots)
    return total


if __name__ == "__main__":
    sys.exit(main())
