"""Whole heads in the styles of many offices and decades, every field of each."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from vnparty_nlp.parsing.flow import assemble
from vnparty_nlp.parsing.heading import read_heading
from vnparty_nlp.parsing.plain import PlainReader
from vnparty_nlp.parsing.roles import assign_roles

_HERE = Path(__file__).parent
_CORPUS = _HERE.parents[1] / "corpora" / "heads"
FILES = (
    _HERE / "fixtures" / "headings" / "heads.jsonl",
    _CORPUS / "second.jsonl",
    _CORPUS / "third.jsonl",
)
HEADS = [json.loads(line) for path in FILES for line in path.read_text("utf-8").splitlines()]
STILL_WRONG = {"c04-prison-like-unit": "the surname Ông is taken for a title"}


def plain(value: object) -> object:
    return "".join(value.casefold().split()) if isinstance(value, str) else value


def case(head: dict[str, Any]) -> Any:
    reason = STILL_WRONG.get(head["id"])
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(head, id=head["id"], marks=marks)


@pytest.mark.parametrize("head", [case(head) for head in HEADS])
def test_head(head: dict[str, Any]) -> None:
    reading = PlainReader().read(head["text"].encode("utf-8"), "head.txt")
    found, doubts = read_heading(*assemble(assign_roles(reading.drafts)))
    answer, gold = asdict(found), head["gold"]
    for part in (answer, gold):
        part.update({f"meeting.{k}": v for k, v in (part.pop("meeting") or {}).items()})
    assert {k: plain(v) for k, v in answer.items()} == {k: plain(v) for k, v in gold.items()}
    assert doubts == ()
