"""How far two annotators agree on the same passages."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.errors import UsageError, Wording
from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.evaluation.metrics import Counts, compare, micro

Unit = tuple[Hashable, ...]
_ROUNDS = 1000


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    """Of one label: passages to which either annotator gave it, and Krippendorff's alpha of its
    presence with a 95 % bootstrap interval over passages; None where nobody gave it.
    """

    given: int
    alpha: float | None
    interval: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The (label, status) pairs that only one of the two gave to a passage."""

    id: str
    only_first: tuple[tuple[str, str], ...]
    only_second: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement over shared passages; F1 does not depend on who stands first."""

    passages: int
    labels: Counts
    labels_with_status: Counts
    by_label: dict[str, LabelAgreement]
    disagreements: tuple[Disagreement, ...]


def krippendorff_alpha(units: Mapping[Unit, int]) -> float | None:
    """Nominal alpha; each unit lists the values its annotators gave, with how often it occurs.

    1 is perfect agreement, 0 what chance gives; None where only one value occurs at all. Units with
    one value tell nothing. Method: K. Krippendorff, Computing Krippendorff's alpha-reliability
    (2011), section C.
    """
    totals: defaultdict[Hashable, float] = defaultdict(float)
    observed = 0.0
    for values, times in units.items():
        if len(values) < 2 or not times:
            continue
        counts = Counter(values)
        for value, count in counts.items():
            totals[value] += times * count
            observed += times * count * (len(values) - count) / (len(values) - 1)
    number = sum(totals.values())
    expected = number**2 - sum(total**2 for total in totals.values())
    return 1 - (number - 1) * observed / expected if expected else None


def agree(first: Sequence[AnnotatedPassage], second: Sequence[AnnotatedPassage]) -> Agreement:
    """The agreement on passages with the same id; UsageError where there are none, or where a text
    differs.
    """
    pairs = _shared(first, second)
    return Agreement(
        passages=len(pairs),
        labels=micro(compare(one.labels, other.labels) for one, other in pairs),
        labels_with_status=micro(compare(_records(one), _records(other)) for one, other in pairs),
        by_label={label: _of_label(label, pairs) for label in load_catalogue().labels},
        disagreements=tuple(_differences(pairs)),
    )


Pairs = Sequence[tuple[AnnotatedPassage, AnnotatedPassage]]


def _shared(first: Sequence[AnnotatedPassage], second: Sequence[AnnotatedPassage]) -> Pairs:
    others = {passage.id: passage for passage in second}
    pairs = [(passage, others[passage.id]) for passage in first if passage.id in others]
    if not pairs:
        raise UsageError(
            Wording(vi="hai tệp không có id nào chung.", en="the two files share no id.")
        )
    for one, other in pairs:
        if one.text != other.text:
            raise UsageError(
                Wording(
                    vi=f"{one.id}: hai tệp có nội dung khác nhau. Hãy gắn nhãn cùng một văn bản.",
                    en=f"{one.id}: the texts differ. Let both annotate the same text.",
                )
            )
    return pairs


def _records(passage: AnnotatedPassage) -> set[tuple[str, str]]:
    return {(a.label, a.status) for a in passage.annotations}


def _of_label(label: str, pairs: Pairs) -> LabelAgreement:
    units: Counter[Unit] = Counter(
        (label in one.labels, label in other.labels) for one, other in pairs
    )
    given = sum(times for values, times in units.items() if any(values))
    alpha = krippendorff_alpha(units)
    return LabelAgreement(given, alpha, None if alpha is None else _interval(units))


def _interval(units: Mapping[Unit, int]) -> tuple[float, float]:
    """Resampling passages is drawing how often each kind of unit occurs."""
    kinds, times = list(units), np.array(list(units.values()))
    generator = np.random.default_rng(0)
    drawn = generator.multinomial(times.sum(), times / times.sum(), size=_ROUNDS)
    alphas = [krippendorff_alpha(dict(zip(kinds, map(int, row), strict=True))) for row in drawn]
    low, high = np.quantile([alpha for alpha in alphas if alpha is not None], [0.025, 0.975])
    return float(low), float(high)


def _differences(pairs: Pairs) -> Iterable[Disagreement]:
    for one, other in pairs:
        left, right = _records(one), _records(other)
        if left != right:
            only_left, only_right = tuple(sorted(left - right)), tuple(sorted(right - left))
            yield Disagreement(one.id, only_left, only_right)


def agreement_table(agreement: Agreement) -> str:
    """The agreement as Markdown: F1, alpha of each label that was given, disagreements by id."""
    lines = [
        f"| {agreement.passages} passages | F1 |",
        "| --- | --- |",
        f"| labels | {agreement.labels.f1:.3f} |",
        f"| labels with status | {agreement.labels_with_status.f1:.3f} |",
        "",
        "| label | given | alpha [95 %] |",
        "| --- | --- | --- |",
    ]
    for label, found in agreement.by_label.items():
        if found.alpha is not None and found.interval is not None:
            low, high = found.interval
            lines.append(
                f"| `{label}` | {found.given} | {found.alpha:.2f} [{low:.2f}, {high:.2f}] |"
            )
    lines += ["", "| passage | first only | second only |", "| --- | --- | --- |"]
    lines += [
        f"| {d.id} | {_told(d.only_first)} | {_told(d.only_second)} |"
        for d in agreement.disagreements
    ]
    return "\n".join(lines)


def _told(records: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{label} {status}" for label, status in records)
