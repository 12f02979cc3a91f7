"""The text of a Word paragraph: kept insertions, dropped deletions, tabs, breaks, boxes, notes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from vnparty_nlp.parsing.docx_styles import Style
from vnparty_nlp.parsing.package import Element, child, is_on, local, value

_DROPPED = {"del", "moveFrom", "pPr", "rPr", "instrText", "delText", "commentReference", "object",
            "annotationRef", "sectPr", "sdtPr", "sdtEndPr", "tblPr", "rt"}  # fmt: skip
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{1,6}")
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


@dataclass(slots=True)
class ParagraphText:
    """What a paragraph says (tabs and line breaks kept), and what hangs on it."""

    parts: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text in one string."""
        return "".join(self.parts)


def paragraph_text(paragraph: Element, styles: Mapping[str, Style]) -> ParagraphText:
    """The text of a paragraph, the text boxes anchored in it, the notes it refers to."""
    found = ParagraphText()
    caps = styles.get(value(child(paragraph, "pPr", "pStyle")) or "", Style()).caps
    _walk(paragraph, styles, caps, found)
    return found


def _walk(element: Element, styles: Mapping[str, Style], caps: bool, found: ParagraphText) -> None:
    for item in element:
        name = local(item)
        if name in _DROPPED:
            continue
        if name == "r":
            properties = child(item, "rPr")
            style = styles.get(value(child(properties, "rStyle")) or "", Style())
            own_caps, own_hidden = child(properties, "caps"), child(properties, "vanish")
            if is_on(own_hidden) if own_hidden is not None else style.hidden:
                continue
            shown = is_on(own_caps) if own_caps is not None else style.caps or caps
            _walk(item, styles, shown, found)
        elif name == "t":
            text = item.text or ""
            found.parts.append(text.upper() if caps else text)
        elif name in _SIGNS:
            found.parts.append(_SIGNS[name])
        elif name == "sym":
            found.parts.append(_symbol(item))
        elif name in ("footnoteReference", "endnoteReference"):
            found.notes.append((name.removesuffix("Reference"), value(item, "id") or ""))
        elif name == "txbxContent":
            found.boxes.append(item)
        elif name == "AlternateContent":
            # The fallback repeats the choice for older programs.
            choice = child(item, "Choice")
            _walk(item if choice is None else choice, styles, caps, found)
        else:
            _walk(item, styles, caps, found)


def _symbol(item: Element) -> str:
    text = value(item, "char") or ""
    code = int(text, 16) if _HEXADECIMAL.fullmatch(text) else 0
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE else ""


def is_mark_deleted(paragraph: Element) -> bool:
    """Whether the end of the paragraph was deleted, so that the next one goes on in it."""
    return child(paragraph, "pPr", "rPr", "del") is not None


def blocks_in(parent: Element) -> Iterator[Element]:
    """The paragraphs and tables directly in a body, cell or box, through content controls."""
    for item in parent:
        name = local(item)
        if name in ("p", "tbl"):
            yield item
        elif name == "AlternateContent":
            choice = child(item, "Choice")
            yield from blocks_in(item if choice is None else choice)
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            yield from blocks_in(item)
