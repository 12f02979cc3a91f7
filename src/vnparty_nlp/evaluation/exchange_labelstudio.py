"""Label Studio: a JSON list of tasks, a task a line.

A region carries the label; the status is a choice of the same region. Format: Label Studio's JSON
of tasks and of exports (https://labelstud.io/guide/export); its offsets are code points, and the
text a region covers stands beside them, so a shifted region is noticed.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.errors import CorpusError
from vnparty_nlp.evaluation.corpus import AnnotatedPassage, Annotation
from vnparty_nlp.evaluation.exchange_entry import Mark, passage_from

_LABEL, _STATUS, _TEXT = "label", "status", "text"


def write(path: Path, passages: Sequence[AnnotatedPassage]) -> None:
    """Write the tasks; a passage without labels is a task that waits for its annotator."""
    tasks = [json.dumps(_task(passage), ensure_ascii=False) for passage in passages]
    path.write_text("[\n" + ",\n".join(tasks) + "\n]\n", encoding="utf-8")


def _task(passage: AnnotatedPassage) -> dict[str, Any]:
    about = {"id": passage.id, "kind": passage.kind, "section": passage.section}
    result = [
        region
        for number, annotation in enumerate(passage.annotations)
        for region in _regions(passage.text, annotation, f"r{number}")
    ]
    return {
        "data": {"text": passage.text, **about},
        "annotations": [{"result": result}] if result else [],
    }


def _regions(text: str, annotation: Annotation, name: str) -> Iterator[dict[str, Any]]:
    evidence = annotation.evidence
    place = {"start": evidence.start, "end": evidence.end, "text": evidence.of(text)}
    common = {"id": name, "to_name": _TEXT}
    label = {**place, "labels": [annotation.label]}
    status = {**place, "choices": [annotation.status]}
    yield {**common, "from_name": _LABEL, "type": "labels", "value": label}
    yield {**common, "from_name": _STATUS, "type": "choices", "value": status}


def labels() -> str:
    """The labelling interface, XML: the labels, and a status for each region."""
    catalogue = load_catalogue()
    return f"""<View>
  <Labels name="{_LABEL}" toName="{_TEXT}">
{_items("Label", catalogue.labels)}
  </Labels>
  <Text name="{_TEXT}" value="$text" granularity="word"/>
  <Choices name="{_STATUS}" toName="{_TEXT}" perRegion="true" required="true">
{_items("Choice", catalogue.statuses)}
  </Choices>
</View>
"""


def _items(tag: str, values: Sequence[str] | Any) -> str:
    return "\n".join(f"    <{tag} value={quoteattr(value)}/>" for value in values)


def read(path: Path) -> list[AnnotatedPassage]:
    """The passages of an export; CorpusError at the first task that breaks a rule. A task that
    nobody annotated has no labels; one that several annotated is refused.
    """
    passages = []
    for line, task in _tasks(path):
        try:
            data = task["data"]
            kept = [a for a in task.get("annotations") or () if not a.get("was_cancelled")]
            if len(kept) > 1:
                problem = f"has {len(kept)} annotations; export those of one annotator at a time"
                raise CorpusError(str(path), line, problem)
            marks = list(_marks(kept[0]["result"], data["text"])) if kept else []
            text = data["text"]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise CorpusError(str(path), line, f"is no task with regions ({error})") from error
        passages.append(passage_from((path, line), text, data, marks))
    return passages


def _tasks(path: Path) -> Iterator[tuple[int, Any]]:
    """Each task with the line on which it begins."""
    source, decoder = path.read_text("utf-8"), json.JSONDecoder()
    place, line = _after(source, 0, "["), 1
    begun = 0
    try:
        while source[place : place + 1] not in ("]", ""):
            line += source.count("\n", begun, place)
            begun = place
            task, end = decoder.raw_decode(source, place)
            yield line, task
            place = _after(source, end, ",")
    except json.JSONDecodeError as error:
        raise CorpusError(str(path), error.lineno, f"is no JSON ({error.msg})") from error
    if source[place : place + 1] != "]":
        raise CorpusError(str(path), 1, "is no JSON list of tasks")


def _after(source: str, place: int, sign: str) -> int:
    """The offset behind `sign`, where it stands next, and the space around it."""
    while source[place : place + 1].isspace():
        place += 1
    if source[place : place + 1] == sign:
        place += 1
    while source[place : place + 1].isspace():
        place += 1
    return place


def _marks(result: Sequence[dict[str, Any]], text: str) -> Iterator[Mark]:
    statuses = {r["id"]: r["value"]["choices"][0] for r in result if r["type"] == "choices"}
    for region in result:
        if region["type"] != "labels":
            continue
        value = region["value"]
        start, end = int(value["start"]), int(value["end"])
        if value.get("text", text[start:end]) != text[start:end]:
            raise ValueError(f"region {region['id']} does not cover the text it quotes")
        if region["id"] not in statuses:
            raise ValueError(f"region {region['id']} has no status")
        for label in value["labels"]:
            yield label, statuses[region["id"]], start, end
