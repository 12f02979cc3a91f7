"""Probabilities of members, with the reasons for each; what they lack to one is nobody's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vnparty_nlp.records import Candidate, Link, Member
from vnparty_nlp.settings import LinkingSettings

_LEAST_PROBABILITY = 0.001


@dataclass(frozen=True, slots=True)
class Scored:
    """A member's probability, with what speaks for and against in plain Vietnamese."""

    probability: float
    reasons: tuple[str, ...]


# Row number of the register → its score. The scores sum to at most one.
Posterior = Mapping[int, Scored]


def mix(parts: Iterable[tuple[float, Posterior, tuple[str, ...]]]) -> Posterior:
    """The posterior of several readings, each with its share and with reasons of its own."""
    mixed: dict[int, Scored] = {}
    for share, posterior, reasons in parts:
        for row, scored in posterior.items():
            before = mixed.get(row, Scored(0.0, ()))
            probability = before.probability + share * scored.probability
            told = before.reasons or (*reasons, *scored.reasons)
            mixed[row] = Scored(probability, told)
    return mixed


def decide(posterior: Posterior, members: Sequence[Member], settings: LinkingSettings) -> Link:
    """The link: candidates best first, `member_id` only where the best is certain and well ahead.

    `members` are all members, in the order of their row numbers.
    """
    ordered = sorted(
        (item for item in posterior.items() if item[1].probability >= _LEAST_PROBABILITY),
        # The row number keeps the order of equals the same in every run.
        key=lambda item: (-item[1].probability, item[0]),
    )
    candidates = tuple(
        Candidate(members[row].member_id, round(scored.probability, 6), scored.reasons)
        for row, scored in ordered[: settings.max_candidates]
    )
    if not candidates:
        return Link(None, 0.0)
    best = candidates[0]
    second = candidates[1].probability if len(candidates) > 1 else 0.0
    certain = (
        best.probability >= settings.threshold and best.probability - second >= settings.margin
    )
    return Link(best.member_id if certain else None, best.probability, candidates)
