"""spaCy: a DocBin whose documents carry evidence as the span group `vnparty`.

A span's label is the label, its id the status; `doc.cats` says of every label of the catalogue
whether the passage carries it, as spaCy's own text classifier learns it. Tokens are words and
marks, cut also where evidence begins or ends, so that no offset moves.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span, SpanGroup
from spacy.vocab import Vocab

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.errors import CorpusError
from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.evaluation.exchange_entry import passage_from

GROUP = "vnparty"
_TOKEN = re.compile(r"\w+|[^\w\s]|\s")


def write(path: Path, passages: Sequence[AnnotatedPassage]) -> None:
    """Write a DocBin."""
    vocab = Vocab()
    docs = [_doc(vocab, passage) for passage in passages]
    DocBin(attrs=["SPACY"], docs=docs, store_user_data=True).to_disk(path)


def _doc(vocab: Vocab, passage: AnnotatedPassage) -> Doc:
    borders = {e for a in passage.annotations for e in (a.evidence.start, a.evidence.end)}
    words, spaces = _tokens(passage.text, borders)
    about = {"id": passage.id, "kind": passage.kind, "section": passage.section}
    doc = Doc(vocab, words=words, spaces=spaces, user_data=about)
    doc.cats = {label: float(label in passage.labels) for label in load_catalogue().labels}
    starts = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token): token.i + 1 for token in doc}
    spans = [
        Span(doc, starts[a.evidence.start], ends[a.evidence.end], label=a.label, span_id=a.status)
        for a in passage.annotations
    ]
    doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=spans)
    return doc


def _tokens(text: str, borders: set[int]) -> tuple[list[str], list[bool]]:
    """Words and whether a single space follows each; a further space is a word of its own."""
    words: list[str] = []
    spaces: list[bool] = []
    for match in _TOKEN.finditer(text):
        if match.group() == " " and words and not spaces[-1] and not words[-1].isspace():
            spaces[-1] = True
            continue
        inside = sorted(b for b in borders if match.start() < b < match.end())
        cuts = [match.start(), *inside, match.end()]
        parts = [text[one:other] for one, other in pairwise(cuts)]
        words += parts
        spaces += [False] * len(parts)
    return words, spaces


def read(path: Path) -> list[AnnotatedPassage]:
    """The passages of a DocBin; CorpusError at the first document that breaks a rule, the line
    being the document's number.
    """
    try:
        docs = list(DocBin().from_disk(path).get_docs(Vocab()))
    except (ValueError, KeyError, TypeError) as error:
        raise CorpusError(str(path), 0, f"is no DocBin of spaCy ({error})") from error
    passages = []
    for number, doc in enumerate(docs, start=1):
        group = doc.spans.get(GROUP, ())
        marks = [(s.label_, s.id_, s.start_char, s.end_char) for s in group]
        passages.append(passage_from((path, number), doc.text, doc.user_data, marks))
    return passages
