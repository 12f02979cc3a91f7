import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from vnparty_nlp.parsing.docx_styles import NO_STYLE, Style, read_styles


def styles(inner: str) -> dict[str, Style]:
    return dict(read_styles(parse_xml(f"<w:styles {nsdecls('w')}>{inner}</w:styles>")))


def style(name: str, inner: str = "", based_on: str = "") -> str:
    base = f"<w:basedOn w:val='{based_on}'/>" if based_on else ""
    return f"<w:style w:styleId='{name}'>{base}{inner}</w:style>"


CAPS, HIDDEN = "<w:rPr><w:caps/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>"
NO_CAPS = "<w:rPr><w:caps w:val='0'/></w:rPr>"
LIST = "<w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='4'/></w:numPr></w:pPr>"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        pytest.param(style("A"), Style(), id="plain"),
        pytest.param(style("A", CAPS), Style(caps=True), id="capitals"),
        pytest.param(style("A", HIDDEN), Style(hidden=True), id="hidden"),
        pytest.param(style("A", LIST), Style(list_id="4", level=1), id="list"),
        pytest.param(style("B", CAPS) + style("A", based_on="B"), Style(caps=True), id="inherited"),
        pytest.param(style("B", CAPS) + style("A", NO_CAPS, "B"), Style(), id="switched off again"),
        pytest.param(style("B", LIST) + style("A", CAPS, "B"), Style(True, False, "4", 1), id="list from the base"),
        pytest.param(style("A", CAPS, "gone"), Style(caps=True), id="base that is not there"),
        pytest.param(style("A", CAPS, "A"), Style(caps=True), id="based on itself"),
        pytest.param(style("B", CAPS, "A") + style("A", "", "B"), Style(caps=True), id="based on each other"),
    ],
)  # fmt: skip
def test_style(inner: str, expected: Style) -> None:
    assert styles(inner)["A"] == expected


def test_a_file_without_styles() -> None:
    assert read_styles(None) == {}


FONT = "<w:rPr><w:rFonts w:ascii='{0}' w:hAnsi='{1}'/></w:rPr>"
DEFAULTS = (
    f"<w:docDefaults><w:rPrDefault>{FONT.format('Arial', '.VnTime')}</w:rPrDefault></w:docDefaults>"
)
ORDINARY = "<w:style w:type='paragraph' w:default='1' w:styleId='N'>{0}</w:style>"


@pytest.mark.parametrize(
    ("inner", "name", "font"),
    [
        pytest.param(DEFAULTS, NO_STYLE, ".VnTime", id="of the document"),
        pytest.param(DEFAULTS + style("A"), "A", ".VnTime", id="a style without one"),
        pytest.param(DEFAULTS + ORDINARY.format(FONT.format("Cambria", "Cambria")), NO_STYLE, "Cambria", id="of ordinary paragraphs"),
        pytest.param(DEFAULTS + style("B", FONT.format("VNI-Times", "Arial")) + style("A", "", "B"), "A", "VNI-Times", id="inherited, the old one of two"),
        pytest.param(DEFAULTS + "<w:style w:type='character' w:styleId='C'/>", "C", None, id="a run's style leaves it to the paragraph"),
    ],
)  # fmt: skip
def test_fonts(inner: str, name: str, font: str | None) -> None:
    assert styles(inner)[name].font == font
