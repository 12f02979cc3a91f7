"""One's own documents as passages that wait for labels."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from vnparty_nlp import passages
from vnparty_nlp.errors import DocumentError
from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.pipeline import ReadingPipeline
from vnparty_nlp.settings import Settings


def cut_documents(
    files: Sequence[Path], settings: Settings, on_error: Callable[[DocumentError], None]
) -> Iterator[AnnotatedPassage]:
    """The passages of the documents, in order, without labels.

    Their ids name the document by a digest, since a file's name may name a person. `on_error` is
    told of each document that cannot be read.
    """
    reading, splitter = ReadingPipeline(settings), passages.build(settings.passages)
    for path in files:
        read = reading.process(path, path.name)
        if read.error is not None:
            on_error(read.error)
        if read.document is None:
            continue
        kind = read.document.heading.kind
        for number, passage in enumerate(splitter.split(read.document), start=1):
            name = f"{read.document.doc_id[:12]}-{number:04}"
            yield AnnotatedPassage(name, "", passage.text, kind, passage.section, ())
