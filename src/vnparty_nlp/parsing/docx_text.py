"""The text of a Word paragraph: kept insertions, dropped deletions, tabs, breaks, boxes, notes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from vnparty_nlp.parsing.docx_styles import NO_STYLE, Style, font_of
from vnparty_nlp.parsing.legacy_blocks import Run
from vnparty_nlp.parsing.package import Element, child, is_on, local, value

_DROPPED = {"del", "moveFrom", "pPr", "rPr", "instrText", "delText", "commentReference", "object",
            "annotationRef", "sectPr", "sdtPr", "sdtEndPr", "tblPr", "rt"}  # fmt: skip
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{1,6}")
# A soft hyphen is no text, but the letter ư of TCVN3.
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-",
          "softHyphen": "\xad"}  # fmt: skip


@dataclass(slots=True)
class ParagraphText:
    """What a paragraph says (tabs and line breaks kept), in runs, and what hangs on it."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


def paragraph_text(paragraph: Element, styles: Mapping[str, Style]) -> ParagraphText:
    """The text of a paragraph, the text boxes anchored in it, the notes it refers to."""
    found = ParagraphText()
    ordinary = styles.get(NO_STYLE, Style())
    style = styles.get(value(child(paragraph, "pPr", "pStyle")) or NO_STYLE, ordinary)
    _walk(paragraph, styles, Run("", style.font, style.caps), found)
    return found


def _walk(element: Element, styles: Mapping[str, Style], form: Run, found: ParagraphText) -> None:
    """Take in what stands in an element; `form` is an empty run with the font and capitals."""
    for item in element:
        name = local(item)
        if name in _DROPPED:
            continue
        if name == "r":
            own = _form(item, styles, form)
            if own is not None:
                _walk(item, styles, own, found)
        elif name == "t":
            found.runs.append(form._replace(text=item.text or ""))
        elif name in _SIGNS:
            found.runs.append(form._replace(text=_SIGNS[name]))
        elif name == "sym":
            found.runs.append(Run(_symbol(item)))
        elif name in ("footnoteReference", "endnoteReference"):
            found.notes.append((name.removesuffix("Reference"), value(item, "id") or ""))
        elif name == "txbxContent":
            found.boxes.append(item)
        elif name == "AlternateContent":
            # The fallback repeats the choice for older programs.
            choice = child(item, "Choice")
            _walk(item if choice is None else choice, styles, form, found)
        else:
            _walk(item, styles, form, found)


def _form(run: Element, styles: Mapping[str, Style], around: Run) -> Run | None:
    """The font and the capitals of a run; None where it is hidden."""
    properties = child(run, "rPr")
    style_id = value(child(properties, "rStyle"))
    style = styles.get(style_id, Style()) if style_id else Style()
    caps, hidden = child(properties, "caps"), child(properties, "vanish")
    if is_on(hidden) if hidden is not None else style.hidden:
        return None
    shown = is_on(caps) if caps is not None else style.caps or around.caps
    return Run("", font_of(properties) or style.font or around.font, shown)


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
