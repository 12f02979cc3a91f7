"""The text of an ODT paragraph: blanks as ODF counts them, tabs, breaks, boxes, notes."""

import re
from dataclasses import dataclass, field

from vnparty_nlp.parsing.legacy_blocks import Run
from vnparty_nlp.parsing.odt_styles import PLAIN, Look, Styles
from vnparty_nlp.parsing.package import Element, child, integer, local, value

# Comments, scripts, readings beside a word, pictures and what they are called; the number of an
# item is counted anew.
DROPPED = set(
    """annotation annotation-end script ruby-text title desc object object-ole image
    binary-data number tracked-changes event-listeners forms""".split()  # noqa: SIM905
)
_SHAPES = set(
    """frame g custom-shape rect ellipse circle line polyline polygon path caption connector
    regular-polygon measure control""".split()  # noqa: SIM905
)
_BLANKS = re.compile(r"[ \t\r\n]+")
_MAX_BLANKS = 500
CHANGE_MARKS = ("change-start", "change-end")
"""Marks of where a tracked change begins and ends, also between paragraphs."""


@dataclass(slots=True)
class ParagraphText:
    """What a paragraph says (tabs and line breaks kept), and what hangs on it."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    hidden: bool = False


class Deletions:
    """Follows the marks of tracked deletions whose text was left where it stood."""

    def __init__(self, body: Element) -> None:
        tracked = child(body, "tracked-changes")
        regions = () if tracked is None else tracked
        self._ids = {value(r, "id") for r in regions if child(r, "deletion") is not None}
        self._open: set[str | None] = set()

    def mark(self, element: Element) -> None:
        """Pass the start or end of a change."""
        change = value(element, "change-id")
        if local(element) == "change-end":
            self._open.discard(change)
        elif change in self._ids:
            self._open.add(change)

    def __bool__(self) -> bool:
        return bool(self._open)


def paragraph_text(
    paragraph: Element, styles: Styles, deletions: Deletions
) -> tuple[ParagraphText, Look]:
    """The text of a paragraph or heading, and how its style lets it look."""
    look = styles.look("paragraph", value(paragraph, "style-name")).over(PLAIN)
    found = ParagraphText(hidden=bool(look.hidden))
    _Walker(styles, deletions, found).visit(paragraph, look)
    return found, look


class _Walker:
    """Collects what stands in one paragraph."""

    def __init__(self, styles: Styles, deletions: Deletions, found: ParagraphText) -> None:
        self._styles, self._deletions, self._found = styles, deletions, found

    def visit(self, element: Element, look: Look) -> None:
        """Take in what stands in an element; `look` is that of its text."""
        self._add(element.text, look)
        for item in element:
            name = local(item)
            if name in CHANGE_MARKS:
                self._deletions.mark(item)
            elif not self._deletions:
                self._take(item, name, look)
            elif name and name not in DROPPED:
                # The end of the deletion may stand inside.
                self.visit(item, look)
            self._add(item.tail, look)

    def _take(self, item: Element, name: str, look: Look) -> None:
        found = self._found
        if name == "span":
            own = self._styles.look("text", value(item, "style-name"))
            self.visit(item, own.over(look))
        elif name == "s":
            self._add(" " * min(integer(item, 1, "c"), _MAX_BLANKS), look)
        elif name in ("tab", "line-break"):
            found.runs.append(Run("\t" if name == "tab" else "\n", look.font))
        elif name == "note":
            found.notes.append(item)
        elif name in _SHAPES:
            found.boxes.append(item)
        elif name == "hidden-paragraph":
            found.hidden = found.hidden or value(item, "is-hidden") == "true"
        elif name == "hidden-text" and value(item, "is-hidden") == "true":
            pass
        elif name and name not in DROPPED:
            self.visit(item, look)

    def _add(self, text: str | None, look: Look) -> None:
        if text and not look.hidden and not self._deletions:
            shown = _BLANKS.sub(" ", text) if text.strip(" ") else text
            self._found.runs.append(Run(shown, look.font, bool(look.caps)))
