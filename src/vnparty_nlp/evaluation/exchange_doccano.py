"""doccano, sequence labelling with overlapping spans: JSON Lines.

A span's label is `label/status`, since doccano gives a span one label. doccano numbers its examples
itself, so our id is `passage_id`; it keeps what else stands in a line as the example's metadata.
Format: doccano's importer of JSONL (`text`, `label` as [start, end, name]) and its export, which
may call the field `label`, `labels` or `entities`. Offsets are code points.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.errors import CorpusError
from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.evaluation.exchange_entry import Mark, passage_from

_FIELDS = ("label", "labels", "entities")


def write(path: Path, passages: Sequence[AnnotatedPassage]) -> None:
    """Write one passage a line."""
    lines = []
    for passage in passages:
        spans = [
            [a.evidence.start, a.evidence.end, f"{a.label}/{a.status}"] for a in passage.annotations
        ]
        about = {"passage_id": passage.id, "kind": passage.kind, "section": passage.section}
        entry = {"text": passage.text, "label": spans, **about}
        lines.append(json.dumps(entry, ensure_ascii=False) + "\n")
    path.write_text("".join(lines), encoding="utf-8")


def labels() -> str:
    """The label settings: every label with every status."""
    catalogue = load_catalogue()
    names = [f"{label}/{status}" for label in catalogue.labels for status in catalogue.statuses]
    return json.dumps([{"text": name} for name in names], ensure_ascii=False, indent=1) + "\n"


def read(path: Path) -> list[AnnotatedPassage]:
    """The passages of an export; CorpusError at the first line that breaks a rule."""
    passages = []
    for number, line in enumerate(path.read_text("utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            marks = [_mark(span) for name in _FIELDS for span in entry.get(name) or ()]
            about = {**entry, **(entry.get("meta") or {}), "id": entry.get("passage_id")}
            text = entry["text"]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            problem = f"is no example of sequence labelling ({error})"
            raise CorpusError(str(path), number, problem) from error
        passages.append(passage_from((path, number), text, about, marks))
    return passages


def _mark(span: Sequence[Any] | Mapping[str, Any]) -> Mark:
    if isinstance(span, Mapping):
        span = (span["start_offset"], span["end_offset"], span["label"])
    start, end, name = span
    label, _, status = str(name).partition("/")
    return label, status, int(start), int(end)
