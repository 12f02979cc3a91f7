"""The numbers of list items in Word: counted by level, written as Word shows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vnparty_nlp.parsing.package import Element, child, integer, is_on, local, value

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts: first number, figure style, text around the figure."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None


@dataclass(frozen=True, slots=True)
class ListStyle:
    """The levels of a list; lists with the same `counter` share their counting."""

    counter: str
    levels: Mapping[int, Level]
    restarts: Mapping[int, int] = field(default_factory=dict)


def read_lists(numbering: Element | None) -> Mapping[str, ListStyle]:
    """List styles by the number that paragraphs refer to."""
    if numbering is None:
        return {}
    abstract = {
        value(item, "abstractNumId") or "": item
        for item in numbering
        if local(item) == "abstractNum"
    }
    by_style = {
        value(child(item, "styleLink")): item
        for item in abstract.values()
        if child(item, "styleLink") is not None
    }
    styles: dict[str, ListStyle] = {}
    for item in numbering:
        if local(item) != "num":
            continue
        reference = value(child(item, "abstractNumId")) or ""
        definition = abstract.get(reference)
        link = value(child(definition, "numStyleLink"))
        definition = by_style.get(link, definition) if link else definition
        styles[value(item, "numId") or ""] = _style(reference, definition, item)
    return styles


def _style(reference: str, definition: Element | None, item: Element) -> ListStyle:
    levels = {} if definition is None else _levels(definition)
    restarts: dict[int, int] = {}
    for override in item:
        if local(override) != "lvlOverride":
            continue
        number = integer(override, 0, "ilvl")
        levels |= _levels(override)
        if (start := child(override, "startOverride")) is not None:
            restarts[number] = integer(start, 1)
    return ListStyle(reference, levels, restarts)


def _levels(parent: Element) -> dict[int, Level]:
    return {
        integer(item, 0, "ilvl"): Level(
            start=integer(child(item, "start"), 1),
            style=value(child(item, "numFmt")) or "decimal",
            text=value(child(item, "lvlText")) or "",
            legal=is_on(child(item, "isLgl")),
            restart=_restart(child(item, "lvlRestart")),
        )
        for item in parent
        if local(item) == "lvl"
    }


def _restart(element: Element | None) -> int | None:
    return None if element is None else integer(element, 0)


class Counter:
    """Counts the list items of one document from top to bottom."""

    def __init__(self, lists: Mapping[str, ListStyle]) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._seen: set[str] = set()

    def next(self, list_id: str, level: int) -> str:
        """The number of the next item of a list, as Word shows it; "" for none."""
        style = self._lists.get(list_id)
        if style is None or level not in style.levels:
            return ""
        counts = self._counts.setdefault(style.counter, {})
        if list_id not in self._seen:
            self._seen.add(list_id)
            for number, start in style.restarts.items():
                counts[number] = start - 1
        counts[level] = counts.get(level, style.levels[level].start - 1) + 1
        for deeper in [number for number in counts if number > level]:
            restart = style.levels[deeper].restart if deeper in style.levels else None
            if restart is None or 0 < restart <= level + 1:
                del counts[deeper]
        return self._show(style, counts, level)

    def _show(self, style: ListStyle, counts: Mapping[int, int], level: int) -> str:
        shown = style.levels[level]
        if shown.style == "bullet":
            return shown.text or "•"
        if shown.style == "none":
            return shown.text if "%" not in shown.text else ""
        text = shown.text
        for number in range(level + 1):
            if f"%{number + 1}" not in text:
                continue
            above = style.levels.get(number, Level())
            figure = "decimal" if shown.legal else above.style
            text = text.replace(
                f"%{number + 1}", write_number(counts.get(number, above.start), figure)
            )
        return text


def write_number(number: int, style: str) -> str:
    """A number in one of Word's figure styles; unknown styles count in Arabic figures."""
    if style in ("upperRoman", "lowerRoman"):
        roman = _roman(number)
        return roman.upper() if style == "upperRoman" else roman
    if style in ("upperLetter", "lowerLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if style == "upperLetter" else letter
    if style == "decimalZero":
        return f"{number:02d}"
    return str(number)


def _roman(number: int) -> str:
    letters = ""
    for size, letter in _ROMAN:
        while number >= size:
            letters, number = letters + letter, number - size
    return letters
