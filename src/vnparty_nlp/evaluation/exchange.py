"""Passages to and from the files of other annotation tools.

What goes over: id, text, kind, section, and each annotation's label, status and evidence; nothing
but labels of the catalogue. Slots and subjects stay here: `keep_details` brings them back.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vnparty_nlp.evaluation import exchange_doccano, exchange_labelstudio, exchange_spacy
from vnparty_nlp.evaluation.corpus import AnnotatedPassage


@dataclass(frozen=True, slots=True)
class Format:
    """How a tool's file is written and read. `labels` are the tool's settings with the labels to
    choose from, as the text of a file with the ending `ending`; "" where it needs none.
    """

    write: Callable[[Path, Sequence[AnnotatedPassage]], None]
    read: Callable[[Path], list[AnnotatedPassage]]
    labels: Callable[[], str]
    ending: str


FORMATS: Mapping[str, Format] = {
    "labelstudio": Format(
        exchange_labelstudio.write, exchange_labelstudio.read, exchange_labelstudio.labels, ".xml"
    ),
    "doccano": Format(
        exchange_doccano.write, exchange_doccano.read, exchange_doccano.labels, ".labels.json"
    ),
    "spacy": Format(exchange_spacy.write, exchange_spacy.read, str, ""),
}


def export(name: str, passages: Sequence[AnnotatedPassage], out: Path) -> list[Path]:
    """Write the passages, and beside them the labels to choose from; the files written."""
    form = FORMATS[name]
    out.parent.mkdir(parents=True, exist_ok=True)
    form.write(out, passages)
    settings = form.labels()
    if not settings:
        return [out]
    beside = out.with_name(out.stem + form.ending)
    beside.write_text(settings, encoding="utf-8")
    return [out, beside]


def keep_details(
    passages: Sequence[AnnotatedPassage], originals: Sequence[AnnotatedPassage]
) -> list[AnnotatedPassage]:
    """The passages, with slots and subject of those annotations of the originals that have the
    same passage id and text, label and evidence.
    """
    known: dict[tuple[object, ...], list[int]] = {}
    flat = [(p, a) for p in originals for a in p.annotations]
    for index, (p, a) in enumerate(flat):
        known.setdefault((p.id, p.text, a.label, a.evidence), []).append(index)
    result = []
    for passage in passages:
        annotations = []
        for annotation in passage.annotations:
            places = known.get((passage.id, passage.text, annotation.label, annotation.evidence))
            if places:
                original = flat[places.pop(0)][1]
                annotation = replace(annotation, slots=original.slots, subject=original.subject)
            annotations.append(annotation)
        result.append(replace(passage, annotations=tuple(annotations)))
    return result
