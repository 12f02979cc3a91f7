"""Paragraphs with the names of their fonts → text in Unicode, for formats that tell the fonts."""

from collections.abc import Callable, Sequence
from itertools import groupby

from vnparty_nlp.parsing.arrange import Piece, arrange, lines_of
from vnparty_nlp.parsing.characters import clean
from vnparty_nlp.parsing.encoding import lost_characters
from vnparty_nlp.parsing.flow import Reading
from vnparty_nlp.parsing.legacy_blocks import LegacyText, Run

Write = Callable[[Sequence[Run]], str]
"""Gives the text of a paragraph's runs."""


def read_runs(walk: Callable[[Write], list[Piece]]) -> Reading:
    """What `walk` finds in a document that it goes through twice.

    The first time the code of each font is learnt from all that is written in it, the second time
    the text is converted.
    """
    seen: list[Run] = []

    def learn(runs: Sequence[Run]) -> str:
        paragraph = _joined(runs)
        seen.extend(paragraph)
        return "".join(run.text for run in paragraph)

    walk(learn)
    legacy = LegacyText(seen)
    pieces = walk(lambda runs: clean(legacy.convert(_joined(runs)).text))
    lost = lost_characters("".join(line for piece in pieces for line in lines_of(piece)))
    return Reading(
        tuple(arrange(pieces)),
        warnings=(*lost, *legacy.warnings),
        legacy_encoding=legacy.encoding,
    )


def _joined(runs: Sequence[Run]) -> list[Run]:
    """The runs with their neighbours of the same look, and no halves of characters."""
    return [
        Run(_paired("".join(run.text for run in group)), font, caps)
        for (font, caps), group in groupby(runs, key=lambda run: (run.font, run.caps))
    ]


def _paired(text: str) -> str:
    """The text with the halves of characters beyond 16 bits put together."""
    if not any("\ud800" <= letter <= "\udfff" for letter in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
