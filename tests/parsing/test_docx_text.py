import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from vnparty_nlp.parsing.docx_styles import Style
from vnparty_nlp.parsing.docx_text import ParagraphText, blocks_in, is_mark_deleted, paragraph_text
from vnparty_nlp.parsing.legacy_blocks import LegacyText, Run
from vnparty_nlp.parsing.package import local

SPACE = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
STYLES = {"Hoa": Style(caps=True), "An": Style(hidden=True)}


def paragraph(inner: str) -> ParagraphText:
    return paragraph_text(parse_xml(f"<w:p {nsdecls('w')} {SPACE}>{inner}</w:p>"), STYLES)


def text_of(found: ParagraphText) -> str:
    return LegacyText(found.runs).convert(found.runs).text


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        pytest.param(run("Chi bộ ") + run("họp"), "Chi bộ họp", id="two runs"),
        pytest.param("<w:pPr><w:pStyle w:val='Hoa'/></w:pPr>" + run("đảng phí"), "ĐẢNG PHÍ", id="capitals of the paragraph's style"),
        pytest.param("<w:pPr><w:pStyle w:val='Hoa'/></w:pPr>" + run("đảng phí", "<w:caps w:val='false'/>"), "đảng phí", id="switched off in the run"),
        pytest.param(run("đã", "<w:rStyle w:val='Hoa'/>"), "ĐÃ", id="capitals of the run's style"),
        pytest.param(run("ẩn", "<w:rStyle w:val='An'/>") + run("hiện"), "hiện", id="hidden by the run's style"),
        pytest.param(run("hiện", "<w:rStyle w:val='An'/><w:vanish w:val='0'/>"), "hiện", id="shown in spite of the style"),
        pytest.param("<w:ins w:id='1'>" + run("thêm") + "</w:ins>", "thêm", id="insertion"),
        pytest.param("<w:del w:id='1'><w:r><w:delText>bỏ</w:delText></w:r></w:del>", "", id="deletion"),
        pytest.param("<w:ins w:id='1'><w:del w:id='2'>" + run("bỏ") + "</w:del></w:ins>", "", id="deleted in an insertion"),
        pytest.param("<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>" + run("25") + "</w:sdtContent></w:sdt>", "25", id="content control"),
        pytest.param("<w:r><w:br/></w:r><w:r><w:cr/></w:r><w:r><w:tab/></w:r>", "\n\n\t", id="breaks and tabs are kept"),
        pytest.param("<w:r><w:sym w:font='Symbol' w:char='xyz'/></w:r>", "", id="symbol without a code"),
        pytest.param("<w:r><w:sym w:font='Symbol' w:char='D800'/></w:r>", "", id="half a surrogate"),
        pytest.param("<w:ruby><w:rt>" + run("phụ") + "</w:rt><w:rubyBase>" + run("chính") + "</w:rubyBase></w:ruby>", "chính", id="ruby"),
        pytest.param("<w:r><w:annotationRef/></w:r><w:r/>", "", id="nothing to read"),
        pytest.param("<!-- chú thích -->" + run("chữ"), "chữ", id="a comment of XML"),
    ],
)  # fmt: skip
def test_text(inner: str, expected: str) -> None:
    assert text_of(paragraph(inner)) == expected


FONT = "<w:rFonts w:ascii='{0}' w:hAnsi='{0}'/>"


@pytest.mark.parametrize(
    ("inner", "font"),
    [
        pytest.param(run("x"), ".VnTime", id="ordinary text"),
        pytest.param(run("x", FONT.format("Arial")), "Arial", id="named in the run"),
        pytest.param(run("x", "<w:rStyle w:val='Vni'/>"), "VNI-Times", id="the run's style"),
        pytest.param(run("x", "<w:rStyle w:val='Hoa'/>"), ".VnTime", id="a style without a font"),
        pytest.param("<w:pPr><w:pStyle w:val='Vni'/></w:pPr>" + run("x"), "VNI-Times", id="the paragraph's style"),
    ],
)  # fmt: skip
def test_fonts(inner: str, font: str) -> None:
    fonts = {"": Style(font=".VnTime"), "Vni": Style(font="VNI-Times"), "Hoa": Style(caps=True)}
    found = paragraph_text(parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"), fonts)
    assert [one.font for one in found.runs] == [font]


def test_a_soft_hyphen_is_kept_for_the_conversion() -> None:
    inner = f"<w:r><w:rPr>{FONT.format('.VnTime')}</w:rPr><w:t>th</w:t><w:softHyphen/></w:r>"
    assert paragraph(inner).runs == [Run("th", ".VnTime"), Run("\xad", ".VnTime")]


def test_notes_and_boxes_hang_on_the_paragraph() -> None:
    found = paragraph(
        run("Nộp")
        + "<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:endnoteReference w:id='5'/></w:r>"
        + "<w:r><w:pict><w:txbxContent/></w:pict></w:r>"
    )
    assert (text_of(found), found.notes) == ("Nộp", [("footnote", "2"), ("endnote", "5")])
    assert [local(box) for box in found.boxes] == ["txbxContent"]


def test_the_choice_of_an_alternative_is_read_once() -> None:
    choice = f"<mc:Choice>{run('một')}</mc:Choice><mc:Fallback>{run('hai')}</mc:Fallback>"
    assert text_of(paragraph(f"<mc:AlternateContent>{choice}</mc:AlternateContent>")) == "một"
    fallback = (
        "<mc:AlternateContent><mc:Fallback>" + run("hai") + "</mc:Fallback></mc:AlternateContent>"
    )
    assert text_of(paragraph(fallback)) == "hai"


def test_blocks_through_wrappers() -> None:
    body = parse_xml(
        f"<w:body {nsdecls('w')}><w:p/><w:sdt><w:sdtContent><w:tbl/></w:sdtContent></w:sdt>"
        "<w:ins><w:p/></w:ins><w:del><w:p/></w:del><w:sectPr/></w:body>"
    )
    assert [local(block) for block in blocks_in(body)] == ["p", "tbl", "p"]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", True),
        ("<w:pPr><w:rPr/></w:pPr>", False),
        ("", False),
    ],
    ids=["deleted", "kept", "no properties"],
)
def test_deleted_end_of_a_paragraph(inner: str, expected: bool) -> None:
    assert is_mark_deleted(parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>")) is expected
