"""The extractor is built once: compiling its matchers takes a second."""

from collections.abc import Callable

import pytest

from vnparty_nlp.facts import build
from vnparty_nlp.facts.protocol import Extractor
from vnparty_nlp.records import DocumentKind, Fact, Passage, Span, Tag

Extract = Callable[..., tuple[Fact, ...]]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return build()


@pytest.fixture(scope="session")
def extract(extractor: Extractor) -> Extract:
    """Facts of a passage that stands alone, by label."""

    def extract_alone(
        label: str, text: str, *, kind: DocumentKind = "minutes", held_on: str | None = None
    ) -> tuple[Fact, ...]:
        passage = Passage(text, Span(0, len(text)), kind=kind, held_on=held_on)
        return extractor.extract(passage, Tag(label, 0.9))

    return extract_alone
