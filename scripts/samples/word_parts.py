"""The parts of a DOCX package around the text of its body."""

from __future__ import annotations

from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SCHEMAS = "http://schemas.openxmlformats.org"
OFFICE = f"{SCHEMAS}/officeDocument/2006/relationships"
WORD = f"{SCHEMAS}/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    f'xmlns:mc="{SCHEMAS}/markup-compatibility/2006" '
    f'xmlns:wp="{SCHEMAS}/drawingml/2006/wordprocessingDrawing" '
    f'xmlns:a="{SCHEMAS}/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'mc:Ignorable="wps"'
)
MOST_LISTS = 9
GAP = '<w:p><w:pPr><w:spacing w:after="60" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'
A4_WIDTH = 11906
PARTS = {
    "document": "main",
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "header1": "header",
    "settings": "settings",
}


def fixed_parts(settings: dict[str, str]) -> dict[str, str]:
    """The parts that do not depend on the text."""
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships({"word/document.xml": "officeDocument"}),
        "word/_rels/document.xml.rels": _relationships(
            {f"{name}.xml": name.rstrip("1") for name in PARTS if name != "document"}
        ),
        "word/styles.xml": _styles(settings),
        "word/numbering.xml": _numbering(),
        "word/header1.xml": _page_number(),
        "word/settings.xml": f"{HEAD}<w:settings {NAMES}/>",
    }


def text_width(settings: dict[str, str]) -> int:
    """The width between the margins, in twentieths of a point."""
    _, right, _, left = _margins(settings)
    return A4_WIDTH - left - right


def _margins(settings: dict[str, str]) -> tuple[int, ...]:
    millimetres = settings.get("margins", "20 15 20 30").split()
    return tuple(round(float(side) * 56.7) for side in millimetres)


def document(body: str, settings: dict[str, str]) -> str:
    """The main part: A4, page numbers top centre from page 2."""
    top, right, bottom, left = _margins(settings)
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        'w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
    return f"{HEAD}<w:document {NAMES}><w:body>{body}{section}</w:body></w:document>"


def table(rows: str, widths: list[int], *, ruled: bool) -> str:
    """A table followed by the small empty paragraph that Word puts there."""
    line = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f"<w:{side} {line}/>" for side in sides) if ruled else ""
    space = "".join(f'<w:{side} w:w="50" w:type="dxa"/>' for side in ("top", "bottom"))
    inside = f"<w:tblCellMar>{space}</w:tblCellMar>" if ruled else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>{inside}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        f"{GAP}"
    )


def text_box(paragraphs: str) -> str:
    """A box as Word writes it: a shape and, for old programs, the same text once more."""
    content = f"<w:txbxContent>{paragraphs}</w:txbxContent>"
    shape = (
        '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" '
        'relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
        '<wp:align>left</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph">'
        '<wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="2520000" cy="900000"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>'
        '<wp:docPr id="7" name="Text Box 7"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="2520000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        '</a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="C00000"/></a:solidFill>'
        f"</a:ln></wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor>"
    )
    old = (
        '<w:pict><v:shape type="#_x0000_t202" style="width:198pt;height:71pt">'
        f"<v:textbox>{content}</v:textbox></v:shape></w:pict>"
    )
    return (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        f"<w:drawing>{shape}</w:drawing></mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def footnote_mark(number: int) -> str:
    """The raised number in the text."""
    return (
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f'<w:footnoteReference w:id="{number}"/></w:r>'
    )


def footnotes(texts: list[str]) -> str:
    """The part that holds the notes, after the two separators that Word asks for."""
    notes = [
        f'<w:footnote w:type="{kind}" w:id="{number}">'
        f"<w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for kind, number in (("separator", -1), ("continuationSeparator", 0))
    ]
    for number, text in enumerate(texts, start=1):
        notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/>'
            '</w:rPr><w:footnoteRef/></w:r><w:r><w:rPr><w:sz w:val="22"/></w:rPr>'
            f'<w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
        )
    return f"{HEAD}<w:footnotes {NAMES}>{''.join(notes)}</w:footnotes>"


def _content_types() -> str:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    rows = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.'
        f'{"document.main" if name == "document" else role}+xml"/>'
        for name, role in PARTS.items()
    )
    return (
        f'{HEAD}<Types xmlns="{SCHEMAS}/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def _relationships(targets: dict[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{role}" Target="{target}"/>'
        for number, (target, role) in enumerate(targets.items(), start=1)
    )
    space = f"{SCHEMAS}/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{space}">{rows}</Relationships>'


def _styles(settings: dict[str, str]) -> str:
    font = settings.get(
        "font", "Tinos" if settings["maker"] == "libreoffice" else "Times New Roman"
    )
    size = 2 * int(settings.get("size", "14"))
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}" w:eastAsia="{font}"/>'
    return (
        f"{HEAD}<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:sz w:val="{size}"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/></w:style></w:styles>'
    )


def _numbering() -> str:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="927" w:hanging="360"/></w:pPr></w:lvl>'
    )
    # A number of its own for each list, else the second list would go on counting.
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{restart}</w:num>'
        for number in range(1, MOST_LISTS + 1)
    )
    return (
        f'{HEAD}<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0">{level}'
        f"</w:abstractNum>{lists}</w:numbering>"
    )


def _page_number() -> str:
    field = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText>PAGE</w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    centred = '<w:pPr><w:jc w:val="center"/></w:pPr>'
    return f"{HEAD}<w:hdr {NAMES}><w:p>{centred}{field}</w:p></w:hdr>"
