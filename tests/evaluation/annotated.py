"""Annotated passages that several tests of this room start from. All people are invented."""

from hypothesis import strategies as st

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.evaluation.corpus import AnnotatedPassage, Annotation
from vnparty_nlp.records import Span

CATALOGUE = load_catalogue()


def passage(text: str, *marks: tuple[str, str, str], name: str = "p1") -> AnnotatedPassage:
    """A passage with marks of label, status and the words of the evidence."""
    annotations = []
    for label, status, words in marks:
        start = text.index(words)
        annotations.append(Annotation(label, status, Span(start, start + len(words)), {}, None))
    return AnnotatedPassage(name, "w", text, "minutes", "dues", tuple(annotations))


@st.composite
def passages(draw: st.DrawFn) -> AnnotatedPassage:
    """Any words with any space between them, and evidence over whole words, overlapping or not."""
    words = draw(st.lists(st.text("aăđéỗ0.(%💡", min_size=1, max_size=5), min_size=1, max_size=8))
    text, places = draw(st.sampled_from(["", " ", "\n"])), []
    for word in words:
        places.append((len(text), len(text) + len(word)))
        text += word + draw(st.sampled_from([" ", "  ", "\n", "\t", " \n "]))
    annotations = []
    for _ in range(draw(st.integers(0, 4))):
        first = draw(st.integers(0, len(places) - 1))
        last = draw(st.integers(first, len(places) - 1))
        label = draw(st.sampled_from(list(CATALOGUE.labels)))
        status = draw(st.sampled_from(list(CATALOGUE.statuses)))
        evidence = Span(places[first][0], places[last][1])
        annotations.append(Annotation(label, status, evidence, {}, None))
    name, section = draw(st.text("abc-12", min_size=1)), draw(st.sampled_from(["", "I. Đảng phí"]))
    return AnnotatedPassage(name, "", text, "report", section, tuple(annotations))
