"""The files of docs/output.md, written and read back: UTF-8 JSON Lines, one object a line."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.records import Clause, Document, Fact, Finding, Link

DOCUMENTS, FINDINGS, RUN, TEXT = "documents.jsonl", "findings.jsonl", "run.json", "text"


def document_line(document: Document) -> dict[str, Any]:
    """A line of `documents.jsonl` for a document that was read; unread pages make it `partial`."""
    heading, meeting = document.heading, document.heading.meeting
    return {
        "doc_id": document.doc_id,
        "source": document.source,
        "kind": heading.kind,
        "pages": len(document.pages),
        "number": heading.number,
        "issued_on": heading.issued_on,
        "issuer": heading.issuer,
        "place": heading.place,
        "meeting": meeting and {name: getattr(meeting, name) for name in meeting.__slots__},
        "text_chars": len(document.text),
        "ocr_pages": document.ocr_pages,
        "legacy_encoding": document.legacy_encoding,
        "status": "partial" if document.unread_pages else "ok",
        "warnings": list(document.warnings),
    }


def clause_line(document: Document, clause: Clause) -> dict[str, Any]:
    """An entry of the outline; page and box are those of the clause's own heading."""
    page, box = document.words.locate(clause.head) or (1, None)
    line: dict[str, Any] = {
        "path": clause.path,
        "title": clause.title,
        "page": page,
        "bbox": box and [round(e, 2) for e in (box.left, box.top, box.right, box.bottom)],
        "span": [clause.span.start, clause.span.end],
        "level": clause.level,
    }
    return line | ({"part": clause.part} if clause.part else {})


def failed_line(doc_id: str, source: str, error: DocumentError) -> dict[str, Any]:
    """A line of `documents.jsonl` for a file that could not be read."""
    return {
        "doc_id": doc_id,
        "source": source,
        "kind": "other",
        "pages": 0,
        "number": None,
        "issued_on": None,
        "issuer": None,
        "place": None,
        "meeting": None,
        "text_chars": 0,
        "ocr_pages": 0,
        "legacy_encoding": None,
        "status": "failed",
        "warnings": [error.reason.vi],
    }


def finding_line(finding: Finding) -> dict[str, Any]:
    """A line of `findings.jsonl`."""
    box, subject = finding.bbox, finding.subject
    return {
        "finding_id": finding.finding_id,
        "doc_id": finding.doc_id,
        "source": finding.source,
        "page": finding.page,
        "bbox": box and [box.left, box.top, box.right, box.bottom],
        "span": [finding.span.start, finding.span.end],
        "text": finding.text,
        "label": finding.label,
        "status": finding.status,
        "probability": finding.probability,
        "slots": dict(finding.slots),
        "subject": subject and {"mention": subject.mention, **link_fields(subject.link)},
        "disposition": finding.disposition,
        "passage": [finding.passage.start, finding.passage.end],
        "section": finding.section,
    }


def link_fields(link: Link) -> dict[str, Any]:
    """The fields of a link, as they stand in findings and in the output of `vnparty link`."""
    return {
        "member_id": link.member_id,
        "probability": link.probability,
        "candidates": [
            {
                "member_id": candidate.member_id,
                "probability": candidate.probability,
                "reasons": list(candidate.reasons),
            }
            for candidate in link.candidates
        ],
    }


def fact_fields(fact: Fact) -> dict[str, Any]:
    """One label in the output of `vnparty tag`."""
    return {
        "label": fact.label,
        "probability": fact.probability,
        "status": fact.status,
        "slots": dict(fact.slots),
    }


def write_json_line(entry: Mapping[str, Any]) -> str:
    """The entry as one line that ends with a line break."""
    return json.dumps(entry, ensure_ascii=False) + "\n"


def read_json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The entries of a JSON Lines file. A last line without its end (a run that was killed while
    writing it) is left out.
    """
    with path.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            if line.endswith("\n") and line.strip():
                yield json.loads(line)
