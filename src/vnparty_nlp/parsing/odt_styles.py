"""Properties that the text of an ODT file takes from its styles."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vnparty_nlp.parsing.package import Element, child, local, value


@dataclass(frozen=True, slots=True)
class Look:
    """What matters for the text; None where a style leaves it to the one that it inherits from."""

    font: str | None = None
    caps: bool | None = None
    hidden: bool | None = None
    right: bool | None = None

    def over(self, below: "Look") -> "Look":
        """The same look, with what it leaves open taken from `below`."""
        return Look(
            below.font if self.font is None else self.font,
            below.caps if self.caps is None else self.caps,
            below.hidden if self.hidden is None else self.hidden,
            below.right if self.right is None else self.right,
        )


PLAIN = Look(None, False, False, False)


def defined_styles(root: Element) -> Iterator[Element]:
    """All that a part of the file defines in its styles, automatic ones too."""
    for holder in root:
        if local(holder) in ("styles", "automatic-styles"):
            yield from holder


class Styles:
    """Looks by family ("paragraph", "text", "section") and name."""

    def __init__(self, roots: Iterator[Element] | tuple[Element, ...]) -> None:
        """Of the files in `roots` the later ones count."""
        self._styles: dict[tuple[str, str], Element] = {}
        fonts: dict[str, str] = {}
        for root in roots:
            fonts |= _fonts(root)
            for item in defined_styles(root):
                if local(item) in ("style", "default-style"):
                    name = value(item, "name") or ""
                    self._styles[value(item, "family") or "", name] = item
        self._fonts: Mapping[str, str] = fonts
        self._looks: dict[tuple[str, str], Look] = {}

    def look(self, family: str, name: str | None) -> Look:
        """What a style says together with those it inherits from; an unknown one says nothing."""
        key = family, name or ""
        if key not in self._looks:
            self._looks[key] = self._resolve(family, name)
        return self._looks[key]

    def _resolve(self, family: str, name: str | None) -> Look:
        look, seen = Look(), set[str]()
        while name and name not in seen and (item := self._styles.get((family, name))) is not None:
            look = look.over(self._own(item))
            seen.add(name)
            name = value(item, "parent-style-name")
        default = self._styles.get((family, ""))
        # Text inside a paragraph has the paragraph's look where it says nothing itself.
        return look if default is None or family == "text" else look.over(self._own(default))

    def _own(self, item: Element) -> Look:
        text = child(item, "text-properties")
        name = value(text, "font-name")
        family = value(text, "font-family")
        font = self._fonts.get(name, name) if name else family.strip("'\"") if family else None
        transform, display = value(text, "text-transform"), value(text, "display")
        shown = value(child(item, "section-properties"), "display")
        align = value(child(item, "paragraph-properties"), "text-align")
        return Look(
            font,
            None if transform is None else transform == "uppercase",
            None if display is None and shown is None else "none" in (display, shown),
            None if align is None else align in ("end", "right"),
        )


def _fonts(root: Element) -> dict[str, str]:
    """The families of the declared fonts by the name that styles call them."""
    found: dict[str, str] = {}
    for holder in root:
        if local(holder) == "font-face-decls":
            for font in holder:
                family = (value(font, "font-family") or "").strip("'\"")
                found[value(font, "name") or ""] = family
    return found
