"""Which answer stands for which gold finding, and how well it does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vnparty_nlp.evaluation.corpus import syllables
from vnparty_nlp.evaluation.metrics import Counts, compare
from vnparty_nlp.records import SlotValue, Span


@dataclass(frozen=True, slots=True)
class Item:
    """A finding, gold or answer, as far as it can be compared.

    `evidence` is a span of the text that gold and answer share; `mention` is "" for nobody.
    """

    label: str
    status: str
    evidence: Span
    slots: Mapping[str, SlotValue]
    mention: str = ""
    member_id: str | None = None
    disposition: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold item and its answer; one of the two is None where the other stands alone."""

    gold: Item | None
    answer: Item | None


def pair_items(gold: Sequence[Item], answers: Sequence[Item]) -> list[Pair]:
    """Pairs of the same label whose evidence overlaps, each item once, the same mention first."""
    left = list(answers)
    pairs = []
    for item in gold:
        rivals = [a for a in left if a.label == item.label and _shared(a.evidence, item.evidence)]
        best = max(rivals, key=lambda a: _closeness(item, a), default=None)
        if best is not None:
            left.remove(best)
        pairs.append(Pair(item, best))
    return pairs + [Pair(None, answer) for answer in left]


def _closeness(gold: Item, answer: Item) -> tuple[bool, bool, int]:
    return (
        same_mention(gold, answer),
        gold.status == answer.status,
        _shared(gold.evidence, answer.evidence),
    )


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def same_mention(gold: Item, answer: Item) -> bool:
    """Whether both name the same person in the same words, or both nobody."""
    return gold.mention.casefold() == answer.mention.casefold()


def evidence_overlap(text: str, pair: Pair) -> float:
    """F1 of the syllables that both evidence spans share; 0 where one is missing."""
    if pair.gold is None or pair.answer is None:
        return 0.0
    one, other = pair.gold.evidence, pair.answer.evidence
    total = len(syllables(one.of(text))) + len(syllables(other.of(text)))
    if not _shared(one, other) or not total:
        return 0.0
    common = Span(max(one.start, other.start), min(one.end, other.end))
    return 2 * len(syllables(common.of(text))) / total


def slot_counts(pair: Pair) -> Counts:
    """Right, wrong and missed slots of a pair; case and spacing of words do not count."""
    gold = _slots(pair.gold) if pair.gold else set()
    answer = _slots(pair.answer) if pair.answer else set()
    return compare(gold, answer)


def _slots(item: Item) -> set[tuple[str, str]]:
    return {(key, _plain(value)) for key, value in item.slots.items()}


def _plain(value: SlotValue) -> str:
    return " ".join(str(value).casefold().split())
