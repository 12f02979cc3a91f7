"""How a passage is put to a tagger."""

from collections.abc import Sequence

from vnparty_nlp.records import Passage
from vnparty_nlp.tagging.marks import MarkRestorer


def wording(passage: Passage) -> str:
    """The passage's text; for a table row each cell behind the name of its column, since a bare
    row ("3 | Lụa | HTT") tells only with its columns what it records.
    """
    if not any(name for _, name in passage.columns):
        return passage.text
    offset = passage.span.start
    cells = ((name, cell.shift(-offset).of(passage.text)) for cell, name in passage.columns)
    return " | ".join(f"{name}: {cell}" if name else cell for name, cell in cells)


def wordings(passages: Sequence[Passage], marks: MarkRestorer) -> list[str]:
    """The passages as taggers read them: worded, with marks on lines that were typed without."""
    return [marks.restore(wording(passage)) for passage in passages]
