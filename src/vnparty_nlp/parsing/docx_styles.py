"""Properties that a Word paragraph or run takes from its style."""

from collections.abc import Mapping
from dataclasses import dataclass

from vnparty_nlp.parsing.package import Element, child, integer, is_on, local, value
from vnparty_nlp.vietnamese.legacy import encoding_of_font


@dataclass(frozen=True, slots=True)
class Style:
    """What matters for the text: capitals, hidden, the list and its level, the font."""

    caps: bool = False
    hidden: bool = False
    list_id: str | None = None
    level: int = 0
    font: str | None = None


# The id under which `read_styles` keeps what a paragraph without a style has.
NO_STYLE = ""


def read_styles(styles: Element | None) -> Mapping[str, Style]:
    """Styles by their id, each with what it inherits; under NO_STYLE the font of ordinary text."""
    if styles is None:
        return {}
    items = {value(item, "styleId") or "": item for item in styles if local(item) == "style"}
    font = font_of(child(styles, "docDefaults", "rPrDefault", "rPr"))
    found = {name: _resolve(name, items, set(), font) for name in items}
    ordinary = next((name for name, item in items.items() if _is_ordinary(item)), None)
    font = font if ordinary is None else found[ordinary].font
    return {**found, NO_STYLE: Style(font=font)}


def font_of(properties: Element | None) -> str | None:
    """The font that run properties name; of two, one that is made for an older code.

    Letters beyond ASCII are in "hAnsi"; fonts of the theme are never of an older code.
    """
    fonts = child(properties, "rFonts")
    names = [name for key in ("hAnsi", "ascii") if (name := value(fonts, key))]
    return next((name for name in names if encoding_of_font(name)), names[0] if names else None)


def _is_ordinary(style: Element) -> bool:
    default = value(style, "default") in ("1", "true", "on")
    return default and value(style, "type") == "paragraph"


def _resolve(
    name: str, items: Mapping[str, Element], seen: set[str], default_font: str | None
) -> Style:
    item = items.get(name)
    # A run's style without a font leaves it to the paragraph.
    font = None if value(item, "type") == "character" else default_font
    if item is None or name in seen:
        return Style(font=font)
    parent = value(child(item, "basedOn"))
    base = _resolve(parent, items, seen | {name}, font) if parent else Style(font=font)
    caps, hidden = child(item, "rPr", "caps"), child(item, "rPr", "vanish")
    list_id = value(child(item, "pPr", "numPr", "numId"))
    level = integer(child(item, "pPr", "numPr", "ilvl"), base.level)
    return Style(
        base.caps if caps is None else is_on(caps),
        base.hidden if hidden is None else is_on(hidden),
        list_id or base.list_id,
        level,
        font_of(child(item, "rPr")) or base.font,
    )
