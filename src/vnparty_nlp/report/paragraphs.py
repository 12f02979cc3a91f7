"""The paragraph around a finding's evidence, cut from the document's text."""

from dataclasses import dataclass

from vnparty_nlp.records import Span

# A line that is longer (a whole page typed as one line) is shown around the passage only.
_MAX_BEFORE_OR_AFTER = 600
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a document's text that a reader can take in at once.

    `text` is what is shown, with an ellipsis where a long line was cut; `shift` is to be taken
    from a position in the document to get the position in `text`.
    """

    text: str
    shift: int

    def marks(self, span: Span) -> tuple[int, int]:
        """Start and end of a span of the document in `text`, counted as JavaScript counts.

        Strings of a browser are UTF-16: a character beyond U+FFFF takes two places there.
        """
        before = self.text[: span.start - self.shift]
        marked = self.text[span.start - self.shift : span.end - self.shift]
        start = _utf16_length(before)
        return start, start + _utf16_length(marked)


def excerpt_around(text: str, passage: Span) -> Excerpt:
    """The lines that hold the passage, without the line breaks around them."""
    line_start = text.rfind("\n", 0, passage.start) + 1
    line_end = text.find("\n", passage.end)
    line_end = len(text) if line_end < 0 else line_end
    start = _cut_before(text, line_start, passage.start)
    end = _cut_after(text, passage.end, line_end)
    before = _ELLIPSIS if start > line_start else ""
    after = _ELLIPSIS if end < line_end else ""
    return Excerpt(before + text[start:end] + after, start - len(before))


def _cut_before(text: str, line_start: int, passage_start: int) -> int:
    earliest = passage_start - _MAX_BEFORE_OR_AFTER
    if earliest <= line_start:
        return line_start
    blank = text.find(" ", earliest, passage_start)
    return earliest if blank < 0 else blank + 1


def _cut_after(text: str, passage_end: int, line_end: int) -> int:
    latest = passage_end + _MAX_BEFORE_OR_AFTER
    if latest >= line_end:
        return line_end
    blank = text.rfind(" ", passage_end, latest)
    return latest if blank < 0 else blank


def _utf16_length(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
