"""Properties that a Word paragraph or run takes from its style."""

from collections.abc import Mapping
from dataclasses import dataclass

from vnparty_nlp.parsing.package import Element, child, integer, is_on, local, value


@dataclass(frozen=True, slots=True)
class Style:
    """What matters for the text: capitals, hidden, the list and its level."""

    caps: bool = False
    hidden: bool = False
    list_id: str | None = None
    level: int = 0


def read_styles(styles: Element | None) -> Mapping[str, Style]:
    """Styles by their id, each with what it inherits."""
    if styles is None:
        return {}
    items = {value(item, "styleId") or "": item for item in styles if local(item) == "style"}
    return {name: _resolve(name, items, set()) for name in items}


def _resolve(name: str, items: Mapping[str, Element], seen: set[str]) -> Style:
    item = items.get(name)
    if item is None or name in seen:
        return Style()
    parent = value(child(item, "basedOn"))
    base = _resolve(parent, items, seen | {name}) if parent else Style()
    caps, hidden = child(item, "rPr", "caps"), child(item, "rPr", "vanish")
    list_id = value(child(item, "pPr", "numPr", "numId"))
    level = integer(child(item, "pPr", "numPr", "ilvl"), base.level)
    return Style(
        base.caps if caps is None else is_on(caps),
        base.hidden if hidden is None else is_on(hidden),
        list_id or base.list_id,
        level,
    )
