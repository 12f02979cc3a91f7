"""What every format shares on the way in."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from vnparty_nlp.errors import CatalogueError, CorpusError
from vnparty_nlp.evaluation.corpus import AnnotatedPassage, parse_passage

# Label, status, start and end of the evidence.
Mark = tuple[str, str, int, int]


def passage_from(
    source: tuple[Path, int], text: str, about: Mapping[str, Any], marks: Sequence[Mark]
) -> AnnotatedPassage:
    """A checked passage; CorpusError naming file and line (`source`) where it breaks a rule.

    `about` may give `id`, `kind` and `section`; without an id the passage is named by file and
    line. Space at the ends of evidence, which a careless click selects, is left out.
    """
    path, line = source
    entry = {
        "id": str(about.get("id") or f"{path.stem}-{line:04}"),
        "text": text,
        "kind": about.get("kind") or "minutes",
        "section": about.get("section") or "",
        "labels": [
            {"label": label, "status": status, "evidence": trimmed(text, start, end), "slots": {}}
            for label, status, start, end in marks
        ],
    }
    try:
        return parse_passage(entry, writer=path.stem)
    except (ValueError, TypeError, CatalogueError) as error:
        raise CorpusError(str(path), line, f"{error}") from error


def trimmed(text: str, start: int, end: int) -> list[int]:
    """The offsets without the space at both ends."""
    part = text[start:end]
    left = start + len(part) - len(part.lstrip())
    return [left, left + len(part.strip())] if part.strip() else [start, end]
