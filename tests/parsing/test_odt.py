import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing.flow import Reading
from vnparty_nlp.parsing.odt import OdtReader

LIMIT = 1_000_000
NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "style", "text", "table", "draw", "fo", "svg", "manifest", "dc")
)
STYLES = """
<style:style style:name="Caps" style:family="text"><style:text-properties fo:text-transform="uppercase"/></style:style>
<style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Old" style:family="text"><style:text-properties style:font-name="F1"/></style:style>
<style:style style:name="Right" style:family="paragraph"><style:paragraph-properties fo:text-align="end"/></style:style>
<style:style style:name="Gone" style:family="section"><style:section-properties text:display="none"/></style:style>
<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>
"""


def content(body: str) -> bytes:
    return (
        f"<?xml version='1.0' encoding='UTF-8'?><office:document-content {NAMES}>"
        '<office:font-face-decls><style:font-face style:name="F1" svg:font-family="\'.VnTime\'"/></office:font-face-decls>'
        f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    ).encode()


def packed(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("_", "/") + ".xml", data)
    return buffer.getvalue()


def read(body: str) -> Reading:
    return OdtReader(LIMIT).read(packed(content=content(body)), "thu.odt")


def blocks(body: str) -> list[str]:
    return [f"{draft.kind}: {draft.text}" for draft in read(body).drafts]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        pytest.param("Chi bộ <text:span>nhất</text:span> trí", "Chi bộ nhất trí", id="pieces of a sentence"),
        pytest.param("dòng\n   gãy", "dòng gãy", id="line ends of the source"),
        pytest.param("Có mặt:<text:tab/>25<text:s text:c='2'/>đ/c", "Có mặt: 25 đ/c", id="tab and blanks"),
        pytest.param("Bí thư,<text:line-break/>kiêm trưởng thôn", "Bí thư, kiêm trưởng thôn", id="forced break"),
        pytest.param("<text:span text:style-name='Caps'>Điều</text:span> khoản", "ĐIỀU khoản", id="capitals as shown"),
        pytest.param("<text:span text:style-name='Hidden'>ẩn </text:span>hiện", "hiện", id="hidden by its style"),
        pytest.param("<text:hidden-text text:is-hidden='true'>ẩn </text:hidden-text>hiện", "hiện", id="hidden text"),
        pytest.param("đã<text:change text:change-id='c'/> nộp", "đã nộp", id="mark of a deletion"),
        pytest.param("<office:annotation><text:p>xem lại</text:p></office:annotation>Nội dung", "Nội dung", id="comment"),
        pytest.param("<text:a>xã <text:date>Hòa</text:date></text:a> Sơn", "xã Hòa Sơn", id="links and fields"),
        pytest.param("<text:ruby><text:ruby-base>Nội</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby> dung", "Nội dung", id="reading beside a word"),
        pytest.param("a<draw:frame><draw:image/><svg:title>ảnh</svg:title></draw:frame>b", "ab", id="picture and its name"),
    ],
)  # fmt: skip
def test_a_paragraph(inner: str, expected: str) -> None:
    assert blocks(f"<text:p>{inner}</text:p>") == [f"paragraph: {expected}"]


def item(text: str, more: str = "", start: str = "") -> str:
    return f"<text:list-item {start}><text:p>{text}</text:p>{more}</text:list-item>"


def listed(*items: str, style: str = "L1", more: str = "") -> str:
    name = f"text:style-name='{style}'" if style else ""
    return f"<text:list {name} {more}>{''.join(items)}</text:list>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(listed(item("Một"), item("Hai")), ["1. Một", "2. Hai"], id="numbers"),
        pytest.param(
            listed(item("Một", listed(item("a"), item("b"), style="")), item("Hai")),
            ["1. Một", "a) a", "b) b", "2. Hai"],
            id="a list in a list takes its style",
        ),
        pytest.param(listed(item("Một", "<text:p>Tiếp</text:p>")), ["1. Một", "Tiếp"], id="one number an item"),
        pytest.param(listed(item("Ba", start="text:start-value='3'"), item("Bốn")), ["3. Ba", "4. Bốn"], id="first number"),
        pytest.param(listed(item("Một")) + listed(item("Một nữa")), ["1. Một", "1. Một nữa"], id="each list by itself"),
        pytest.param(
            listed(item("Một")) + "<text:p>Giữa</text:p>" + listed(item("Hai"), more="text:continue-numbering='true'"),
            ["1. Một", "Giữa", "2. Hai"],
            id="a list that goes on",
        ),
        pytest.param(
            listed(item("Một"), more="xml:id='a'") + listed(item("Xen")) + listed(item("Hai"), more="text:continue-list='a'"),
            ["1. Một", "1. Xen", "2. Hai"],
            id="a list that goes on behind another one",
        ),
        pytest.param(
            "<text:list text:style-name='L1'><text:list-header><text:p>Đầu</text:p></text:list-header>" + item("Một") + "</text:list>",
            ["Đầu", "1. Một"],
            id="the head of a list has no number",
        ),
        pytest.param(listed(item("Vệ sinh"), style="L2"), ["– Vệ sinh"], id="bullets"),
        pytest.param(listed(item("Chung"), style="Lạ"), ["Chung"], id="a list without a style"),
    ],
)  # fmt: skip
def test_lists(body: str, expected: list[str]) -> None:
    assert blocks(body) == [f"paragraph: {text}" for text in expected]


def numbered(text: str, more: str = "") -> str:
    return f"<text:numbered-paragraph text:style-name='L1' {more}><text:number>9.</text:number><text:p>{text}</text:p></text:numbered-paragraph>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(numbered("Một") + "<text:p>Giữa</text:p>" + numbered("Hai"), ["1. Một", "Giữa", "2. Hai"], id="one style is one list"),
        pytest.param(
            numbered("Một", "text:list-id='a'") + numbered("Xen", "text:list-id='b'") + numbered("Hai", "text:list-id='a'"),
            ["1. Một", "1. Xen", "2. Hai"],
            id="lists by their names",
        ),
        pytest.param(numbered("Một") + numbered("a", "text:level='2'") + numbered("Hai"), ["1. Một", "a) a", "2. Hai"], id="levels"),
        pytest.param(numbered("Năm", "text:start-value='5'") + numbered("Sáu"), ["5. Năm", "6. Sáu"], id="first number"),
        pytest.param(listed(item("Một"), more="xml:id='a'") + numbered("Hai", "text:list-id='a'"), ["1. Một", "2. Hai"], id="a list goes on"),
        pytest.param("<text:numbered-paragraph><text:h>Chung</text:h></text:numbered-paragraph>", ["Chung"], id="no style"),
    ],
)  # fmt: skip
def test_numbered_paragraphs(body: str, expected: list[str]) -> None:
    assert blocks(body) == [f"paragraph: {text}" for text in expected]


BOX = "<draw:text-box><text:p>Chi bộ</text:p></draw:text-box>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(f"<draw:a><draw:frame>{BOX}</draw:frame></draw:a>", ["Chi bộ"], id="a frame in a link"),
        pytest.param("<draw:caption><text:p>Chi bộ</text:p></draw:caption>", ["Chi bộ"], id="a shape"),
        pytest.param(f"<draw:unheard-of>{BOX}</draw:unheard-of>", ["Chi bộ"], id="an unknown element"),
        pytest.param(f"<text:list><text:list-item><text:section>{BOX}</text:section></text:list-item></text:list>", ["Chi bộ"], id="in a list"),
        pytest.param("<draw:frame><draw:object><text:p>x</text:p></draw:object></draw:frame>", [], id="an object"),
        pytest.param("<office:forms><text:p>x</text:p></office:forms>", [], id="forms"),
        pytest.param("<office:annotation><text:p>x</text:p></office:annotation>", [], id="a comment"),
        pytest.param("<table:content-validations><text:p>x</text:p></table:content-validations>", [], id="messages of cells"),
        pytest.param("<table:dde-links><table:table>x</table:table></table:dde-links>", [], id="copies of other tables"),
    ],
)  # fmt: skip
def test_what_holds_blocks_and_what_does_not(body: str, expected: list[str]) -> None:
    assert blocks(body) == [f"paragraph: {text}" for text in expected]


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


COVERED = "<table:covered-table-cell/>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(row(cell("1"), cell("Hà Văn Mạc")) + row(cell("2"), cell("Phan Thị Nụ")), ["1 | Hà Văn Mạc", "2 | Phan Thị Nụ"], id="rows"),
        pytest.param(
            "<table:table-rows>" + row(cell("1", "table:number-rows-spanned='2'"), cell("a")) + "</table:table-rows>" + row(COVERED, cell("b")),
            ["1 | a", "b"],
            id="a cell over two rows",
        ),
        pytest.param(row(cell("x", "table:number-columns-repeated='3'")), ["x | x | x"], id="a cell told once for three"),
        pytest.param(row(cell("a"), cell("b"), more="table:number-rows-repeated='2'"), ["a | b", "a | b"], id="a row told once for two"),
        pytest.param(
            row("<table:table-cell><table:table>" + row(cell("x"), cell("y")) + "</table:table></table:table-cell>", cell("z")),
            ["x y | z"],
            id="a table in a cell",
        ),
    ],
)  # fmt: skip
def test_tables(rows: str, expected: list[str]) -> None:
    assert blocks(f"<table:table>{rows}</table:table>") == [f"row: {text}" for text in expected]


def test_header_rows_name_the_columns() -> None:
    head = row(cell("TT"), cell("Kết quả", "table:number-columns-spanned='2'"), COVERED)
    rows = f"<table:table-header-rows>{head}</table:table-header-rows>" + row(
        cell("1"), cell("Tốt"), cell("Khá")
    )
    drafts = read(f"<table:table>{rows}</table:table>").drafts
    assert drafts[1].columns == ("TT", "Kết quả", "Kết quả")


def test_tracked_changes_notes_boxes_and_sections() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>bỏ</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>100% đã nộp<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Nộp ngày 04/3.</text:p></text:note-body></text:note>.</text:p>"
        "<text:section><text:p>Sau đó<draw:frame><draw:text-box><text:p>DỰ THẢO</text:p></draw:text-box></draw:frame></text:p></text:section>"
        "<text:section text:style-name='Gone'><text:p>ẩn</text:p></text:section>"
        "<text:section text:display='condition' text:is-hidden='true'><text:p>ẩn</text:p></text:section>"
        "<text:p><text:hidden-paragraph text:is-hidden='true'/>ẩn</text:p>"
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>x</text:index-title-template>"
        "</text:table-of-content-source><text:index-body><text:p>Mục lục</text:p></text:index-body></text:table-of-content>"
    )
    assert blocks(body) == [
        "paragraph: 100% đã nộp.",
        "footnote: Nộp ngày 04/3.",
        "paragraph: Sau đó",
        "paragraph: DỰ THẢO",
        "paragraph: Mục lục",
    ]


def test_a_deletion_that_was_left_where_it_stood() -> None:
    body = (
        "<text:tracked-changes><text:changed-region text:id='d'><text:deletion/></text:changed-region>"
        "<text:changed-region text:id='i'><text:insertion/></text:changed-region></text:tracked-changes>"
        "<text:p>Vắng <text:change-start text:change-id='d'/>không <text:span>lý do<text:change-end text:change-id='d'/>"
        "<text:change-start text:change-id='i'/>có lý do</text:span><text:change-end text:change-id='i'/>.</text:p>"
        "<text:change-start text:change-id='d'/><text:p>bỏ<text:tab/></text:p><text:change-end text:change-id='d'/><text:p>Hết</text:p>"
    )
    assert blocks(body) == ["paragraph: Vắng có lý do.", "paragraph: Hết"]


def test_letterhead_in_a_table_and_set_with_tabs() -> None:
    head = row(cell("CHI BỘ THÔN BÃI DÂU"), cell("ĐẢNG CỘNG SẢN VIỆT NAM"))
    assert blocks(f"<table:table>{head}</table:table><text:p>BIÊN BẢN</text:p>")[:2] == [
        "letterhead: CHI BỘ THÔN BÃI DÂU",
        "letterhead: ĐẢNG CỘNG SẢN VIỆT NAM",
    ]
    right = "<text:p>CHI BỘ THÔN BÃI DÂU<text:tab/>ĐẢNG CỘNG SẢN VIỆT NAM</text:p><text:p text:style-name='Right'>Hòa Sơn, ngày 05 tháng 6 năm 2023</text:p><text:p>BIÊN BẢN</text:p>"
    assert blocks(right)[2] == "letterhead: Hòa Sơn, ngày 05 tháng 6 năm 2023"


def test_fonts_of_older_codes() -> None:
    old = "<text:span text:style-name='Old'>Chi bé th«n häp th\xad\xeang k\xfa, ®¶ng viªn ®ñ mÆt</text:span>"
    reading = read(f"<text:p>Biên bản: {old}</text:p>")
    assert reading.drafts[0].text == "Biên bản: Chi bộ thôn họp thường kỳ, đảng viên đủ mặt"
    assert reading.legacy_encoding == "tcvn3"
    assert reading.warnings == ("đã chuyển 1 đoạn từ TCVN3 sang Unicode",)


def test_numbers_of_headings_stand_in_another_part() -> None:
    outline = (
        f"<office:document-styles {NAMES}><office:styles><text:outline-style><text:outline-level-style text:level='1'"
        " style:num-format='I' style:num-suffix='.'/></text:outline-style></office:styles></office:document-styles>"
    ).encode()
    body = "<text:h text:outline-level='1'>Đánh giá</text:h><text:h text:outline-level='2'>Chung</text:h><text:h>Nhiệm vụ</text:h><text:h text:is-list-header='true'>Khác</text:h>"
    reading = OdtReader(LIMIT).read(packed(styles=outline, content=content(body)), "a.odt")
    assert [draft.text for draft in reading.drafts] == [
        "I. Đánh giá",
        "Chung",
        "II. Nhiệm vụ",
        "Khác",
    ]


def test_flat_file() -> None:
    flat = content("<text:p>Chi bộ họp.</text:p>").replace(b"document-content", b"document")
    assert [draft.text for draft in OdtReader(LIMIT).read(flat, "a.fodt").drafts] == ["Chi bộ họp."]


LOCKED = f"<manifest:manifest {NAMES}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>".encode()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(packed(content=b"\x9f\x01", **{"META-INF_manifest": LOCKED}), "the ODT file has a password", id="password"),
        pytest.param(packed(content=content("")[:300]), "the ODT is damaged", id="torn"),
        pytest.param(packed(content=b"<office/>"), "the ODT is damaged", id="no text"),
        pytest.param(packed(styles=b"<a/>"), "the ODT is damaged", id="styles alone"),
        pytest.param(packed(meta=b"<a/>"), "the ODT is damaged", id="no content"),
        pytest.param(packed(content=content(" " * 2 * LIMIT)), "unpacks to over 1 MB", id="unpacks to more than the limit"),
        pytest.param(b"<!DOCTYPE d [<!ENTITY x 'ha'>]><d>&x;</d>", "declares XML entities", id="entities"),
        pytest.param(b"PK\x03\x04 rubbish", "the ODT is damaged", id="no zip"),
    ],
)  # fmt: skip
def test_harmful_and_broken_files(data: bytes, told: str) -> None:
    with pytest.raises(DocumentError, match=told):
        OdtReader(LIMIT).read(data, "thu.odt")


def test_repeated_cells_do_not_fill_the_memory() -> None:
    wide = cell("x", "table:number-columns-repeated='9999'")
    rows = row(*[wide] * 20, more="table:number-rows-repeated='9999'") * 20
    assert (
        sum(len(draft.cells) for draft in read(f"<table:table>{rows}</table:table>").drafts)
        < 40_000
    )


def test_styles_in_a_ring() -> None:
    ring = b'<style:style style:name="Old" style:family="text" style:parent-style-name="Old">'
    data = content("<text:p><text:span text:style-name='Old'>Chi</text:span></text:p>").replace(
        b'<style:style style:name="Old" style:family="text">', ring
    )
    assert OdtReader(LIMIT).read(packed(content=data), "a.odt").drafts[0].text == "Chi"


TAGS = st.sampled_from(["text:p", "text:span", "text:h", "text:list", "text:list-item", "table:table", "table:table-row", "table:table-cell",
                        "text:note", "text:note-body", "draw:frame", "draw:text-box", "text:section", "draw:a", "text:numbered-paragraph", "text:s", "text:tab"])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.recursive(st.just("Chi"), lambda inner: st.builds(lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", TAGS, st.lists(inner, max_size=4)), max_leaves=25))  # fmt: skip
def test_any_order_of_elements(body: str) -> None:
    assert all(draft.text.strip() for draft in read(body).drafts)


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        pytest.param("<text:section>", "</text:section>", id="sections"),
        pytest.param("<draw:a>", "</draw:a>", id="links"),
        pytest.param("<text:numbered-paragraph>", "</text:numbered-paragraph>", id="numbered paragraphs"),
        pytest.param("<text:list><text:list-item>", "</text:list-item></text:list>", id="lists"),
        pytest.param("<table:table><table:table-row><table:table-cell>", "</table:table-cell></table:table-row></table:table>", id="tables"),
        pytest.param("<text:p><draw:frame><draw:text-box>", "</draw:text-box></draw:frame></text:p>", id="boxes"),
        pytest.param("<text:p><text:note><text:note-body>", "</text:note-body></text:note></text:p>", id="notes"),
        pytest.param("<table:table><table:table-row-group>", "</table:table-row-group></table:table>", id="groups of rows"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("levels", [240, 5000])
def test_nested_beyond_reason(opening: str, closing: str, levels: int) -> None:
    depth = levels // opening.count("<")
    body = opening * depth + "<text:p>Chi</text:p>" + closing * depth
    if levels > 256:
        with pytest.raises(DocumentError, match="the ODT is damaged"):
            read(body)
    else:
        assert [draft.text for draft in read(body).drafts] in ([], ["Chi"])
