"""Turn a writer's draft, where evidence and subject are quoted, into a corpus file with offsets.

python scripts/locate_evidence.py DRAFT.jsonl [--out corpora/passages]

Prints every problem with its line, or OK and the counts; writes the file only where each line is
sound.
"""

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from vnparty_nlp.catalogue import load_catalogue  # noqa: E402  (runs without an installation)
from vnparty_nlp.errors import CatalogueError  # noqa: E402
from vnparty_nlp.evaluation.corpus import (  # noqa: E402
    AnnotatedPassage,
    parse_passage,
    writer_problems,
)


def occurrences(text: str, quoted: str) -> list[int]:
    """Where `quoted` stands in `text` as whole words."""
    pattern = rf"(?<!\w){re.escape(quoted)}(?!\w)"
    found = [match.start() for match in re.finditer(pattern, text)]
    return found or [match.start() for match in re.finditer(re.escape(quoted), text)]


def locate(label: dict[str, Any], text: str) -> dict[str, Any]:
    """The label with offsets instead of quotations; ValueError where one cannot be found."""
    evidence = label["evidence"]
    starts = occurrences(text, evidence)
    if len(starts) != 1:
        raise ValueError(f"evidence {evidence!r} occurs {len(starts)} times; it must occur once")
    located = {**label, "evidence": [starts[0], starts[0] + len(evidence)]}
    if label.get("subject") is None:
        located.pop("subject", None)
        return located
    subject = label["subject"]
    middle = starts[0] + len(evidence) / 2
    places = sorted(occurrences(text, subject), key=lambda start: abs(start - middle))
    if not places:
        raise ValueError(f"subject {subject!r} does not occur")
    return {**located, "subject": [places[0], places[0] + len(subject)]}


def convert(draft: Path) -> tuple[list[dict[str, Any]], list[AnnotatedPassage], list[str]]:
    """Located entries, parsed passages, and problems by line."""
    entries, passages, problems = [], [], []
    for number, line in enumerate(draft.read_text("utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            entry["labels"] = [locate(label, entry["text"]) for label in entry["labels"]]
            passages.append(parse_passage(entry, writer=draft.stem))
            entries.append(entry)
        except (ValueError, KeyError, TypeError, CatalogueError) as error:
            problems.append(f"line {number}: {type(error).__name__}: {error}")
    return entries, passages, problems


def report(passages: list[AnnotatedPassage]) -> None:
    """Counts of passages, labels and statuses."""
    unlabelled = sum(not passage.annotations for passage in passages)
    annotations = [annotation for passage in passages for annotation in passage.annotations]
    counts = Counter(annotation.label for annotation in annotations)
    other = sum(annotation.status != "asserted" for annotation in annotations)
    print(
        f"{len(passages)} passages, {unlabelled} without label, {len(annotations)} findings, "
        f"{other} of them not asserted ({other / max(1, len(annotations)):.0%})"
    )
    for label in load_catalogue().labels:
        print(f"  {label:24s} {counts[label]:4d}{'' if counts[label] >= 5 else '   too few'}")


def main() -> int:
    """Exit code 0 where the draft is sound and has been written, else 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("draft", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "corpora" / "passages")
    arguments = parser.parse_args()
    entries, passages, problems = convert(arguments.draft)
    report(passages)
    problems += writer_problems(passages)
    if problems:
        print("\n".join(problems))
        return 1
    target = arguments.out / arguments.draft.name
    lines = [json.dumps(entry, ensure_ascii=False) for entry in entries]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"OK: {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
