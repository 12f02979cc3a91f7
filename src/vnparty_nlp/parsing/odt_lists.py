"""The numbers of list items and headings in ODT files."""

import re
from collections.abc import Iterator, Mapping

from vnparty_nlp.parsing.numbering import Counter, Level, ListStyle
from vnparty_nlp.parsing.odt_styles import defined_styles
from vnparty_nlp.parsing.package import Element, integer, local, value

_FIGURES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter",
            "i": "lowerRoman", "I": "upperRoman"}  # fmt: skip
_OUTLINE = "outline"
_MAX_LEVELS = 10
_FIGURE_IN_PATTERN = re.compile(r"%(\d)%")
Levels = Mapping[int, Level]


class OdtLists:
    """Counts the items of a document's lists from top to bottom."""

    def __init__(self, roots: tuple[Element, ...]) -> None:
        self._styles = {name: levels for root in roots for name, levels in _list_styles(root)}
        # The counter looks lists up in this table, which grows with each list that opens.
        self._lists: dict[str, ListStyle] = {}
        self._counter = Counter(self._lists)
        self._last_by_style: dict[str, str] = {}
        self._by_id: dict[str | None, str] = {}
        if outline := self._styles.get(_OUTLINE):
            self._lists[_OUTLINE] = ListStyle(_OUTLINE, outline)

    def open(self, element: Element, style_name: str) -> str:
        """The key of a list that begins here; one that goes on counts further."""
        before = self._by_id.get(value(element, "continue-list"))
        if before is None and value(element, "continue-numbering") == "true":
            before = self._last_by_style.get(style_name)
        key = before if before is not None else self._new(style_name, None, {})
        self._last_by_style[style_name] = key
        if (own := value(element, "id")) is not None:
            self._by_id[own] = key
        return key

    def key_of_numbered(self, element: Element, level: int) -> str:
        """The key of the list to which a numbered paragraph at `level` (from 0) belongs: the one
        that it names, else the last one in its style.
        """
        own, style_name = value(element, "list-id"), value(element, "style-name") or ""
        key = self._by_id.get(own) if own else self._last_by_style.get(style_name)
        if key is None:
            key = self._new(style_name, None, {})
        if value(element, "start-value") is not None:
            key = self.restart(key, level, integer(element, 1, "start-value"))
        self._last_by_style[style_name] = key
        if own:
            self._by_id[own] = key
        return key

    def restart(self, key: str, level: int, start: int) -> str:
        """The key of the same list, whose next item at `level` (from 0) has the number `start`."""
        style = self._lists[key]
        return self._new("", style, {level: start})

    def next(self, key: str, level: int) -> str:
        """The number or bullet of the next item, as it is shown; "" for none."""
        return self._counter.next(key, min(level, _MAX_LEVELS - 1))

    def next_heading(self, level: int) -> str:
        """The number of the next heading at `level` (from 0); "" for none."""
        return self.next(_OUTLINE, level)

    def _new(self, style_name: str, like: ListStyle | None, restarts: Mapping[int, int]) -> str:
        key = str(len(self._lists))
        levels = like.levels if like else self._styles.get(style_name, {})
        self._lists[key] = ListStyle(like.counter if like else key, levels, restarts)
        return key


def _list_styles(root: Element) -> Iterator[tuple[str, Levels]]:
    for item in defined_styles(root):
        if local(item) == "list-style":
            yield value(item, "name") or "", _levels(item)
        elif local(item) == "outline-style":
            yield _OUTLINE, _levels(item)


def _levels(style: Element) -> dict[int, Level]:
    return {
        level: _level(item, level)
        for item in style
        if local(item).startswith(("list-level-style", "outline-level-style"))
        and (level := integer(item, 1, "level") - 1) in range(_MAX_LEVELS)
    }


def _level(item: Element, level: int) -> Level:
    if local(item) == "list-level-style-bullet":
        return Level(style="bullet", text=value(item, "bullet-char") or "•")
    figure = value(item, "num-format") or ""
    if figure not in _FIGURES:
        return Level(style="none")
    shown = max(1, min(integer(item, 1, "display-levels"), level + 1))
    figures = ".".join(f"%{number + 1}" for number in range(level + 1 - shown, level + 1))
    # Newer LibreOffice writes the whole pattern, also with text between the figures.
    pattern = value(item, "num-list-format")
    text = f"{value(item, 'num-prefix') or ''}{figures}{value(item, 'num-suffix') or ''}"
    return Level(
        start=integer(item, 1, "start-value"),
        style=_FIGURES[figure],
        text=text if pattern is None else _FIGURE_IN_PATTERN.sub(r"%\1", pattern),
    )
