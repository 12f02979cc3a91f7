"""Slot values of a stated fact: a reader a key, the same for every label that has the key."""

from collections.abc import Callable, Mapping

from vnparty_nlp.facts.scope import Scope
from vnparty_nlp.facts.slots import (
    ballots,
    counts,
    decisions,
    headcounts,
    help_given,
    spans_of_time,
    terms,
    texts,
    times,
)
from vnparty_nlp.records import SlotValue

Reader = Callable[[Scope], SlotValue | None]

READERS: Mapping[str, Reader] = {
    "count": counts.read_count,
    "dates": times.read_dates,
    "this_meeting": times.read_this_meeting,
    "period": spans_of_time.read_period,
    "amount": counts.read_amount,
    "task": texts.read_task,
    "deadline": times.read_deadline,
    "date": times.read_date,
    "level": terms.read_level,
    "year": spans_of_time.read_year,
    "document": texts.read_document,
    "place": texts.read_place,
    "finding_body": decisions.read_finding_body,
    "asset": texts.read_asset,
    "conclusion_no": decisions.read_number,
    "form": terms.read_form,
    "decision_no": decisions.read_number,
    "authority": decisions.read_authority,
    "helper": help_given.read_helper,
    "outcome": texts.read_outcome,
    "present": headcounts.read_present,
    "total": headcounts.read_total,
    "excused": headcounts.read_excused,
    "unexcused": headcounts.read_unexcused,
    "days_ahead": times.read_days_ahead,
    "for": ballots.read_for,
    "against": ballots.read_against,
    "blank": ballots.read_blank,
    "invalid": ballots.read_invalid,
    "method": terms.read_method,
    "recipient": decisions.read_recipient,
    "step": terms.read_step,
}


def read_slots(scope: Scope) -> dict[str, SlotValue]:
    """The label's slots that the passage fills, in the order of the catalogue."""
    found: dict[str, SlotValue] = {}
    for key in scope.label.slots:
        value = READERS[key](scope)
        if value is not None:
            found[key] = value
    return found
