"""Fact + link → finding: what is shown to whom. Pure; no model, no file."""

import hashlib
import json
from dataclasses import replace

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.records import (
    Box,
    Disposition,
    Document,
    Fact,
    Finding,
    Link,
    Passage,
    Subject,
)

_LINKABLE = frozenset({"asserted", "resolved"})
_CONTEXT = frozenset({"negated", "conditional"})


def disposition(fact: Fact, link: Link | None) -> Disposition:
    """What becomes of a fact; `link` is None where nobody was looked up.

    Order of the rules: text about no actual event is context; a missing slot makes it incomplete;
    a meeting's fact is tagged; what is alleged, and every label that is never linked, goes to a
    person; a fact about nobody in particular is tagged; the rest is linked only where the subject
    is named beside the fact and the link is certain, and otherwise a person decides.
    """
    label = load_catalogue().label(fact.label)
    if fact.status in _CONTEXT:
        return "context"
    if not label.is_complete(fact.slots):
        return "incomplete"
    if label.subject == "meeting":
        return "tagged"
    if not label.link or fact.status not in _LINKABLE:
        return "review"
    if link is None:
        return "tagged"
    return "linked" if link.member_id is not None and not fact.guessed else "review"


def wants_link(fact: Fact) -> bool:
    """Whether candidates for the fact's subject are looked for at all.

    Nobody is looked up for what did not happen, is only alleged or lacks a required slot.
    """
    return (
        fact.subject is not None
        and fact.status in _LINKABLE
        and load_catalogue().label(fact.label).is_complete(fact.slots)
    )


def make_finding(document: Document, passage: Passage, fact: Fact, link: Link | None) -> Finding:
    """The finding of a fact; its page is 1 and its box None where the words have no place."""
    page, box = document.words.locate(fact.evidence) or (1, None)
    decided = disposition(fact, link)
    mention = fact.subject.of(document.text) if fact.subject else None
    subject = None
    if mention is not None:
        subject = Subject(mention, _shown(link, decided))
    return Finding(
        finding_id=_finding_id(document, fact, mention),
        doc_id=document.doc_id,
        source=document.source,
        page=page,
        bbox=_rounded(box),
        span=fact.evidence,
        text=fact.evidence.of(document.text),
        label=fact.label,
        status=fact.status,
        probability=fact.probability,
        slots=fact.slots,
        subject=subject,
        disposition=decided,
        passage=passage.span,
        section=passage.section,
    )


def _shown(link: Link | None, decided: Disposition) -> Link:
    """The link as it may be written: a member's id stands only in a linked finding."""
    if link is None:
        return Link(None, 0.0)
    return link if decided == "linked" else replace(link, member_id=None)


def _rounded(box: Box | None) -> Box | None:
    if box is None:
        return None
    return Box(*(round(edge, 2) for edge in (box.left, box.top, box.right, box.bottom)))


def _finding_id(document: Document, fact: Fact, mention: str | None) -> str:
    """Stable on the same input: made from the document, the fact's place and its label."""
    place = [document.doc_id, fact.evidence.start, fact.evidence.end, fact.label, mention]
    if fact.subject is not None:
        place.append(fact.subject.start)
    return hashlib.sha256(json.dumps(place).encode()).hexdigest()[:16]
