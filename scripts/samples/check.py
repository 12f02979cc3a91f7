"""Checks the gold of the samples: labels, evidence, subjects."""

from __future__ import annotations

import csv
import json
import tomllib
from pathlib import Path
from typing import Any

from samples.markup import Source, running_text

CATALOGUE = Path(__file__).resolve().parents[2] / "src" / "vnparty_nlp" / "catalogue.toml"


def problems(samples: Path, sources: list[Source]) -> list[str]:
    """One line for each thing in the gold that cannot be right."""
    texts = {source.output: running_text(source) for source in sources}
    catalogue = tomllib.loads(CATALOGUE.read_text("utf-8"))
    with (samples / "members.csv").open(encoding="utf-8", newline="") as register:
        members = {row["member_id"] for row in csv.DictReader(register)}
    found = []
    for number, finding in enumerate(_objects(samples / "gold.jsonl"), start=1):
        for problem in _finding_problems(finding, texts, catalogue, members):
            found.append(f"gold.jsonl, line {number}: {problem}")
    headers = [header["source"] for header in _objects(samples / "documents.jsonl")]
    if sorted(headers) != sorted(texts):
        found.append(f"documents.jsonl: names {sorted(headers)}, sources are {sorted(texts)}")
    return found


def _objects(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _finding_problems(
    finding: dict[str, Any], texts: dict[str, str], catalogue: dict[str, Any], members: set[str]
) -> list[str]:
    text = texts.get(finding["source"])
    if text is None:
        return [f"no source {finding['source']}"]
    label = catalogue["labels"].get(finding["label"])
    if label is None:
        return [f"no label {finding['label']}"]
    found = []
    times = text.count(finding["evidence"])
    if times != 1:
        found.append(f"evidence stands {times} times in the text: {finding['evidence']}")
    allowed = {key for one in label["required"] for key in one} | set(label["optional"])
    if unknown := set(finding["slots"]) - allowed:
        found.append(f"slots {sorted(unknown)} are not of {finding['label']}")
    if finding["status"] not in catalogue["statuses"]:
        found.append(f"no status {finding['status']}")
    subject = finding["subject"]
    if subject and label["subject"] != "member":
        found.append(f"{finding['label']} has no subject")
    if subject and subject["member_id"] not in members | {None}:
        found.append(f"no member {subject['member_id']}")
    if subject and subject["mention"] not in text:
        found.append(f"mention {subject['mention']} is not in the text")
    return found
