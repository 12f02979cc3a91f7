"""Documents as the report lists them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vnparty_nlp.report.addresses import address_of, has_pages
from vnparty_nlp.report.readable import short_date
from vnparty_nlp.report.wording import load_wording

_WORST_FIRST = ("failed", "partial", "ok")


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One row of the list of documents, every value ready to be read; "" where there is none.

    `findings` is the number of events in this document; what states none (`context`) is not
    counted.
    """

    doc_id: str
    title: str
    file_name: str
    address: str
    has_pages: bool
    issued_on: str
    issuer: str
    pages: int
    ocr_pages: int
    status: str
    meeting: str
    warnings: tuple[str, ...]
    findings: int


def document_row(line: Mapping[str, Any], findings: int, out: Path) -> DocumentRow:
    """The row of a line of `documents.jsonl`."""
    return DocumentRow(
        doc_id=line["doc_id"],
        title=_title(line),
        file_name=Path(line["source"]).name,
        address=address_of(line["source"], out),
        has_pages=has_pages(line["source"]),
        issued_on=short_date(line["issued_on"]),
        issuer=line["issuer"] or "",
        pages=line["pages"],
        ocr_pages=line["ocr_pages"],
        status=line["status"],
        meeting=_meeting(line["meeting"]),
        warnings=tuple(line["warnings"]),
        findings=findings,
    )


def worst_first(rows: Iterable[DocumentRow]) -> Sequence[DocumentRow]:
    """Documents that could not be read, then those read in part, then the others."""
    return sorted(rows, key=lambda row: _WORST_FIRST.index(row.status))


def _title(line: Mapping[str, Any]) -> str:
    if line["status"] == "failed":
        return Path(line["source"]).name
    kind = load_wording().kinds[line["kind"]]
    if line["number"]:
        return f"{kind} số {line['number']}"
    held_on = line["meeting"] and line["meeting"]["held_on"]
    return f"{kind} họp ngày {short_date(held_on)}" if held_on else kind


def _meeting(meeting: Mapping[str, Any] | None) -> str:
    """'Họp ngày 5/6/2023: có mặt 25/28, vắng có lý do 2, vắng không lý do 1'."""
    if meeting is None:
        return ""
    counts = []
    if meeting["present"] is not None:
        whole = "" if meeting["total"] is None else f"/{meeting['total']}"
        counts.append(f"có mặt {meeting['present']}{whole}")
    elif meeting["total"] is not None:
        counts.append(f"tổng số {meeting['total']}")
    if meeting["excused"] is not None:
        counts.append(f"vắng có lý do {meeting['excused']}")
    if meeting["unexcused"] is not None:
        counts.append(f"vắng không lý do {meeting['unexcused']}")
    held_on = short_date(meeting["held_on"])
    day = f"họp ngày {held_on}" if held_on else ""
    return "; ".join(part for part in (day, ", ".join(counts)) if part)
