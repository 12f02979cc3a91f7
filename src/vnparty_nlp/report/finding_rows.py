"""Findings as the page carries them: grouped by document in reading order, never by person."""

from collections.abc import Mapping
from typing import Any

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.records import Span
from vnparty_nlp.report.paragraphs import excerpt_around
from vnparty_nlp.report.readable import percentage, readable_slots
from vnparty_nlp.report.wording import load_wording

Row = dict[str, Any]


class ParagraphShelf:
    """The paragraphs of one document, each kept once however many findings it holds."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[str, int] = {}

    @property
    def paragraphs(self) -> list[str]:
        """All paragraphs asked for so far; findings name them by their place here."""
        return list(self._places)

    def place(self, line: Mapping[str, Any]) -> Row:
        """Where a finding stands: its paragraph, and in it the passage and the evidence."""
        passage, evidence = Span(*line["passage"]), Span(*line["span"])
        excerpt = excerpt_around(self._text, passage)
        number = self._places.setdefault(excerpt.text, len(self._places))
        return {
            "paragraph": number,
            "passage": excerpt.marks(passage),
            "evidence": excerpt.marks(evidence),
        }


def finding_row(line: Mapping[str, Any], document: int, shelf: ParagraphShelf) -> Row:
    """One finding for the page; `document` is the place of its document in the page's data."""
    return {
        "id": line["finding_id"],
        "document": document,
        **shelf.place(line),
        "label": line["label"],
        "status": line["status"],
        "disposition": line["disposition"],
        "probability": percentage(line["probability"]),
        "section": line["section"],
        "page": line["page"],
        "slots": readable_slots(line["slots"]),
        "why": _why(line),
        "subject": _subject(line),
    }


def _why(line: Mapping[str, Any]) -> str:
    """Why nobody is linked, in a sentence; "" where nothing is to be explained."""
    label, reasons = load_catalogue().label(line["label"]), load_wording().reasons
    if line["disposition"] == "incomplete":
        names = load_wording().slots
        missing = [
            " hoặc ".join(names[key].name.lower() for key in group)
            for group in label.required
            if not any(key in line["slots"] for key in group)
        ]
        return reasons["missing"].format(slots="; ".join(missing))
    if line["disposition"] != "review":
        return ""
    if not label.link:
        return reasons["never_linked"]
    return reasons["alleged" if line["status"] == "alleged" else "uncertain"]


def _subject(line: Mapping[str, Any]) -> Row | None:
    """The person as the document names them. A member's id only where the link is certain;
    otherwise the candidates, with reasons.
    """
    subject = line["subject"]
    if subject is None:
        return None
    linked = subject["member_id"] is not None
    return {
        "mention": subject["mention"],
        "member": subject["member_id"],
        "probability": percentage(subject["probability"]) if linked else "",
        "reasons": _reasons_of(subject) if linked else [],
        "candidates": [] if linked else [_candidate(c) for c in subject["candidates"]],
    }


def _reasons_of(subject: Mapping[str, Any]) -> list[str]:
    for candidate in subject["candidates"]:
        if candidate["member_id"] == subject["member_id"]:
            return list(candidate["reasons"])
    return []


def _candidate(candidate: Mapping[str, Any]) -> Row:
    return {
        "member": candidate["member_id"],
        "probability": percentage(candidate["probability"]),
        "reasons": candidate["reasons"],
    }
