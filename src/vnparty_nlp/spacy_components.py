"""The stages as spaCy components, for pipelines of other people's making.

`vnparty_passages` → `doc.spans["vnparty_passages"]`; `vnparty_tagger` → `doc._.vnparty_tags`;
`vnparty_facts` → `doc._.vnparty_facts` and `doc.spans["vnparty"]` (evidence; a span's label is the
label, its id the status). Offsets count code points of `doc.text`, whatever its Unicode form; all
that is stored is plain lists and dicts, so documents can be written and sent between processes.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from vnparty_nlp import facts, tagging
from vnparty_nlp.output import fact_fields
from vnparty_nlp.passages.sentences import sentences
from vnparty_nlp.pipeline import passage_of
from vnparty_nlp.records import Fact, Tag
from vnparty_nlp.records import Span as TextSpan
from vnparty_nlp.settings import Device, TaggingSettings, load_settings
from vnparty_nlp.vietnamese.unicode import compose

PASSAGES, EVIDENCE = "vnparty_passages", "vnparty"
# A letter with the marks behind it.
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+", re.DOTALL)

Fields = dict[str, Any]


class Passages:
    """Cuts a document into lines and these into sentences."""

    def __init__(self, max_characters: int) -> None:
        self._max_characters = max_characters

    def __call__(self, doc: Doc) -> Doc:
        """The document with its passages as a span group, each as the tokens that it touches."""
        spans, places = [], _places(doc.text)
        for line in re.finditer(r"[^\n]+", compose(doc.text)):
            for sentence in sentences(line.group(), max_characters=self._max_characters):
                found = sentence.shift(line.start())
                spans.append(_tokens(doc, TextSpan(places[found.start], places[found.end])))
        doc.spans[PASSAGES] = SpanGroup(doc, name=PASSAGES, spans=spans)
        return doc


class Tags:
    """Tags the passages of a document, or the whole of one that is not cut into passages."""

    def __init__(self, settings: TaggingSettings) -> None:
        self._tagger = tagging.build(settings)

    def __call__(self, doc: Doc) -> Doc:
        """The document with its tags."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """The documents in order; the passages of a batch are tagged together."""
        rest = iter(stream)
        while docs := list(islice(rest, batch_size)):
            places = [(doc, start, end) for doc in docs for start, end in _passages(doc)]
            found = self._tagger.tag([passage_of(doc.text[s:e]) for doc, s, e in places])
            for doc in docs:
                doc._.vnparty_tags = [
                    {"start": start, "end": end, "tags": [_tag_fields(tag) for tag in tags]}
                    for (owner, start, end), tags in zip(places, found, strict=True)
                    if owner is doc and tags
                ]
            yield from docs


class Facts:
    """Reads the facts of tagged passages."""

    def __init__(self) -> None:
        self._extractor = facts.build()

    def __call__(self, doc: Doc) -> Doc:
        """The document with its facts, sorted by place, and their evidence as a span group."""
        found: list[Fields] = []
        for tagged in doc._.vnparty_tags:
            start, text = tagged["start"], doc.text[tagged["start"] : tagged["end"]]
            passage, places = passage_of(text), _places(text)
            for tag in tagged["tags"]:
                for fact in self._extractor.extract(passage, Tag(**tag)):
                    found.append(_fact_fields(fact, places, start))
        found.sort(key=lambda fact: (fact["evidence"], fact["label"]))
        doc._.vnparty_facts = found
        doc.spans[EVIDENCE] = SpanGroup(
            doc,
            name=EVIDENCE,
            spans=[
                _tokens(doc, TextSpan(*fact["evidence"]), fact["label"], fact["status"])
                for fact in found
            ],
        )
        return doc


def _passages(doc: Doc) -> list[tuple[int, int]]:
    if PASSAGES in doc.spans:
        return [(span.start_char, span.end_char) for span in doc.spans[PASSAGES]]
    return [(0, len(doc.text))] if doc.text.strip() else []


def _tokens(doc: Doc, place: TextSpan, label: str = "", span_id: str = "") -> Span:
    first = bisect_right(doc, place.start, key=lambda token: token.idx) - 1
    last = bisect_left(doc, place.end, key=lambda token: token.idx)
    return Span(doc, first, last, label=label, span_id=span_id)


def _tag_fields(tag: Tag) -> Fields:
    return {"label": tag.label, "probability": tag.probability, "statuses": dict(tag.statuses)}


def _fact_fields(fact: Fact, places: Sequence[int], start: int) -> Fields:
    def place(span: TextSpan) -> list[int]:
        return [start + places[span.start], start + places[span.end]]

    return {
        **fact_fields(fact),
        "evidence": place(fact.evidence),
        "subject": fact.subject and place(fact.subject),
    }


def _places(text: str) -> list[int]:
    """The offset in `text` of every code point of its composed form, and of its end."""
    if compose(text) == text:
        return list(range(len(text) + 1))
    places: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        places += [cluster.start()] * len(compose(cluster.group()))
    return [*places, len(text)]


def _register_extensions() -> None:
    for name in ("vnparty_tags", "vnparty_facts"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=[])


@Language.factory(
    "vnparty_passages", default_config={"max_characters": load_settings().passages.max_characters}
)
def make_passages(nlp: Language, name: str, max_characters: int) -> Passages:  # noqa: ARG001
    """The component that cuts passages."""
    return Passages(max_characters)


@Language.factory(
    "vnparty_tagger", default_config={"model": "combined", "threads": 1, "device": "cpu"}
)
def make_tagger(
    nlp: Language,  # noqa: ARG001
    name: str,  # noqa: ARG001
    model: str,
    threads: int,
    device: Device,
) -> Tags:
    """The component that tags; `model` is linear, combined or a folder."""
    _register_extensions()
    return Tags(TaggingSettings(model=model, threads=threads, device=device))


@Language.factory("vnparty_facts")
def make_facts(nlp: Language, name: str) -> Facts:  # noqa: ARG001
    """The component that reads facts from what `vnparty_tagger` left."""
    _register_extensions()
    return Facts()
