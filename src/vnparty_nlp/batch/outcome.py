"""What a worker hands to the parent: the lines to write, and no more than that."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.output import document_line, finding_line
from vnparty_nlp.pipeline import Result

Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file's line in `documents.jsonl`, its findings' lines and its text, or else its `error`.

    `trace` tells the developers of a program error; `exhausted` says that memory ran out;
    `seconds` gives the time of each stage by its name.
    """

    source: str
    line: Entry | None = None
    findings: tuple[Entry, ...] = ()
    text: str | None = None
    error: DocumentError | None = None
    trace: str | None = None
    exhausted: bool = False
    seconds: Mapping[str, float] = field(default_factory=dict)


def outcome_of(result: Result) -> Outcome:
    """The lines of a result. Made in the worker: the boxes of all words, several times as large
    as the text, then need not cross to the parent, which has no use for them.
    """
    document = result.document
    if document is None:
        return Outcome(result.source, error=result.error, seconds=result.seconds)
    return Outcome(
        result.source,
        line=document_line(document),
        findings=tuple(map(finding_line, result.findings)),
        text=document.text,
        seconds=result.seconds,
    )
