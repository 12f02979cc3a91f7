import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing.docx import DocxReader
from vnparty_nlp.parsing.flow import Reading

LIMIT = 1_000_000


def read(document: WordDocument) -> Reading:
    buffer = io.BytesIO()
    document.save(buffer)
    return DocxReader(LIMIT).read(buffer.getvalue(), "thu.docx")


def texts(document: WordDocument) -> list[str]:
    return [f"{draft.kind}: {draft.text}" for draft in read(document).drafts]


def add_xml(document: WordDocument, inner: str) -> None:
    """A paragraph of the given runs."""
    paragraph = parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>")
    document.element.body.insert(len(document.element.body) - 1, paragraph)


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        pytest.param(
            "<w:r><w:t xml:space='preserve'>Đ/c Lụa </w:t></w:r><w:ins"
            " w:id='1'><w:r><w:t>đã nộp</w:t></w:r></w:ins>",
            "Đ/c Lụa đã nộp",
            id="tracked insertion is kept",
        ),
        pytest.param(
            "<w:r><w:t xml:space='preserve'>Đ/c Lụa đã nộp </w:t></w:r>"
            "<w:del w:id='1'><w:r><w:delText>chưa nộp</w:delText></w:r></w:del>",
            "Đ/c Lụa đã nộp",
            id="tracked deletion is dropped",
        ),
        pytest.param(
            "<w:moveFrom w:id='1'><w:r><w:t>Cũ</w:t></w:r></w:moveFrom>"
            "<w:moveTo w:id='2'><w:r><w:t>Mới</w:t></w:r></w:moveTo>",
            "Mới",
            id="moved text stands where it went",
        ),
        pytest.param(
            "<w:r><w:t>kinh</w:t></w:r><w:r><w:softHyphen/></w:r><w:r><w:t> tế</w:t></w:r>",
            "kinh tế",
            id="soft hyphen is no letter",
        ),
        pytest.param(
            "<w:r><w:t>15</w:t><w:noBreakHyphen/><w:t>QĐ/ĐU</w:t></w:r>",
            "15-QĐ/ĐU",
            id="non-breaking hyphen is one",
        ),
        pytest.param(
            "<w:r><w:t>Có mặt:</w:t><w:tab/><w:t>25</w:t></w:r>",
            "Có mặt: 25",
            id="a tab is a blank",
        ),
        pytest.param(
            "<w:r><w:t>Bí thư chi bộ,</w:t><w:br/><w:t>kiêm trưởng thôn</w:t></w:r>",
            "Bí thư chi bộ, kiêm trưởng thôn",
            id="a forced break in a sentence is a blank",
        ),
        pytest.param(
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn </w:t></w:r><w:r><w:t>hiện</w:t></w:r>",
            "hiện",
            id="hidden text is not read",
        ),
        pytest.param(
            "<w:r><w:rPr><w:caps/></w:rPr><w:t>Điều khoản</w:t></w:r>",
            "ĐIỀU KHOẢN",
            id="capitals as shown",
        ),
        pytest.param(
            "<w:r><w:fldChar"
            " w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>"
            "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>05/6/2023</w:t></w:r>"
            "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
            "05/6/2023",
            id="a field shows its result",
        ),
        pytest.param(
            "<w:smartTag><w:hyperlink><w:r><w:t>xã Hòa Sơn</w:t></w:r></w:hyperlink></w:smartTag>",
            "xã Hòa Sơn",
            id="wrappers are looked into",
        ),
        pytest.param(
            "<w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r><w:r><w:t"
            " xml:space='preserve'> đã nộp</w:t></w:r>",
            "✓ đã nộp",
            id="symbol",
        ),
        pytest.param(
            "<w:r><w:t>H\u00f4\u0323i nghi\u0323</w:t></w:r>",
            "Hội nghị",
            id="letters are composed",
        ),
    ],
)
def test_paragraph_text(inner: str, expected: str) -> None:
    document = docx.Document()
    add_xml(document, inner)
    assert texts(document) == [f"paragraph: {expected}"]


def test_deleted_paragraph_mark_joins_paragraphs() -> None:
    document = docx.Document()
    add_xml(
        document,
        "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
        "<w:r><w:t xml:space='preserve'>Chi bộ nhất trí </w:t></w:r>",
    )
    add_xml(document, "<w:r><w:t>thông qua nghị quyết.</w:t></w:r>")
    assert texts(document) == ["paragraph: Chi bộ nhất trí thông qua nghị quyết."]


def test_table_rows_with_merged_cells_and_names() -> None:
    document = docx.Document()
    rows = (("TT", "Họ và tên", "Kết quả"), ("1", "Hà Văn Mạc", "Đã nộp"), ("2", "Phan Thị Nụ", ""))
    table = document.add_table(3, 3)
    for row, values in zip(table.rows, rows, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    table.cell(1, 2).merge(table.cell(2, 2))
    drafts = read(document).drafts
    assert [draft.text for draft in drafts] == [
        "TT | Họ và tên | Kết quả",
        "1 | Hà Văn Mạc | Đã nộp",
        "2 | Phan Thị Nụ",
    ]
    assert [draft.columns for draft in drafts] == [
        ("", "", ""),
        ("TT", "Họ và tên", "Kết quả"),
        ("TT", "Họ và tên"),
    ]


def test_letterhead_table_is_read_column_by_column() -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "ĐẢNG BỘ XÃ HÒA SƠN\nCHI BỘ THÔN BÃI DÂU\nSố 05-BB/CB"
    table.cell(0, 1).text = "ĐẢNG CỘNG SẢN VIỆT NAM\nHòa Sơn, ngày 05 tháng 6 năm 2023"
    document.add_paragraph("BIÊN BẢN")
    assert texts(document) == [
        "letterhead: ĐẢNG BỘ XÃ HÒA SƠN",
        "letterhead: CHI BỘ THÔN BÃI DÂU",
        "letterhead: Số 05-BB/CB",
        "letterhead: ĐẢNG CỘNG SẢN VIỆT NAM",
        "letterhead: Hòa Sơn, ngày 05 tháng 6 năm 2023",
        "paragraph: BIÊN BẢN",
    ]


def test_letterhead_set_with_tabs() -> None:
    document = docx.Document()
    for line in (
        "\tĐẢNG ỦY XÃ TRƯỜNG THỊNH\tĐẢNG CỘNG SẢN VIỆT NAM",
        "\tCHI BỘ THÔN ĐÔNG",
        "\tSố:      -BB/CB\tTrường Thịnh, ngày 8 tháng 1 năm 2016",
    ):
        document.add_paragraph(line)
    document.add_paragraph("BIÊN BẢN").alignment = WD_ALIGN_PARAGRAPH.CENTER
    assert texts(document)[:-1] == [
        "letterhead: ĐẢNG ỦY XÃ TRƯỜNG THỊNH",
        "letterhead: CHI BỘ THÔN ĐÔNG",
        "letterhead: Số: -BB/CB",
        "letterhead: ĐẢNG CỘNG SẢN VIỆT NAM",
        "letterhead: Trường Thịnh, ngày 8 tháng 1 năm 2016",
    ]


def test_signature_table_is_read_column_by_column() -> None:
    document = docx.Document()
    document.add_paragraph("Biên bản kết thúc lúc 21 giờ.")
    table = document.add_table(2, 2)
    for row, values in zip(
        table.rows, (("THƯ KÝ", "T/M CHI BỘ\nBÍ THƯ"), ("Phan Thị Nụ", "Hà Văn Mạc")), strict=True
    ):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    assert texts(document)[1:] == [
        "signature: THƯ KÝ",
        "signature: Phan Thị Nụ",
        "signature: T/M CHI BỘ",
        "signature: BÍ THƯ",
        "signature: Hà Văn Mạc",
    ]


def test_rows_set_with_tabs_are_a_table() -> None:
    document = docx.Document()
    document.add_paragraph("Kết quả bỏ phiếu như sau:")
    for line in ("TT\tHọ và tên\tSố phiếu", "1\tTrương Thị Hợi\t24", "2\tLý Quốc Bảo\t19"):
        document.add_paragraph(line)
    assert texts(document)[1:] == [
        "row: TT | Họ và tên | Số phiếu",
        "row: 1 | Trương Thị Hợi | 24",
        "row: 2 | Lý Quốc Bảo | 19",
    ]


def test_list_items_carry_the_numbers_that_word_shows() -> None:
    document = docx.Document()
    for text in ("Đánh giá tháng 5", "Nhiệm vụ tháng 6"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("Vệ sinh đường làng", style="List Bullet")
    assert texts(document) == [
        "paragraph: 1. Đánh giá tháng 5",
        "paragraph: 2. Nhiệm vụ tháng 6",
        "paragraph: • Vệ sinh đường làng",
    ]


def test_text_box_follows_the_paragraph_that_holds_it() -> None:
    document = docx.Document()
    box = (
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>DỰ THẢO LẦN 1</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r><w:r><w:t>Kính gửi các chi bộ</w:t></w:r>"
    )
    add_xml(document, box)
    assert texts(document) == ["paragraph: Kính gửi các chi bộ", "paragraph: DỰ THẢO LẦN 1"]


def test_text_box_is_read_once() -> None:
    document = docx.Document()
    content = "<w:txbxContent><w:p><w:r><w:t>MẬT</w:t></w:r></w:p></w:txbxContent>"
    space = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    add_xml(
        document,
        f"<w:r><mc:AlternateContent {space}><mc:Choice>{content}</mc:Choice>"
        f"<mc:Fallback>{content}</mc:Fallback></mc:AlternateContent></w:r>",
    )
    assert texts(document) == ["paragraph: MẬT"]


def test_heads_feet_and_comments_are_out_of_the_flow() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Trang 1"
    document.sections[0].footer.paragraphs[0].text = "Lưu hành nội bộ"
    document.add_paragraph("Nội dung.")
    assert texts(document) == ["paragraph: Nội dung."]


def repacked(
    change: Callable[[str, bytes], bytes | None], extra: dict[str, bytes] | None = None
) -> bytes:
    """An empty document whose parts went through `change` (None leaves a part out)."""
    plain, changed = io.BytesIO(), io.BytesIO()
    docx.Document().save(plain)
    with (
        zipfile.ZipFile(plain) as source,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            if (data := change(name, source.read(name))) is not None:
                target.writestr(name, data)
        for name, data in (extra or {}).items():
            target.writestr(name, data)
    return changed.getvalue()


def test_footnote_follows_its_paragraph() -> None:
    space = nsdecls("w")
    note = (
        f"<w:footnotes {space}><w:footnote w:id='2'><w:p><w:r>"
        "<w:t>Nộp ngày 04/3.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    body = (
        f"<w:document {space}><w:body><w:p><w:r><w:t>100% đã nộp.</w:t></w:r>"
        "<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
        "<w:p><w:r><w:t>Sau đó.</w:t></w:r></w:p></w:body></w:document>"
    )
    data = repacked(
        lambda name, part: body.encode() if name == "word/document.xml" else part,
        {"word/footnotes.xml": note.encode()},
    )
    drafts = DocxReader(LIMIT).read(data, "thu.docx").drafts
    assert [(d.kind, d.text) for d in drafts] == [
        ("paragraph", "100% đã nộp."),
        ("footnote", "Nộp ngày 04/3."),
        ("paragraph", "Sau đó."),
    ]


ENTITY = b"<!DOCTYPE d [<!ENTITY x 'ha'>]>"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        pytest.param(
            lambda name, part: part + b" " * 2 * LIMIT if name == "word/document.xml" else part,
            "unpacks to over 1 MB",
            id="unpacks to more than the limit",
        ),
        pytest.param(
            lambda name, part: (
                part.replace(b"?>", b"?>" + ENTITY, 1) if name == "word/document.xml" else part
            ),
            "declares XML entities",
            id="XML entities",
        ),
        pytest.param(
            lambda name, part: part[:200] if name == "word/document.xml" else part,
            "damaged or truncated",
            id="XML breaks off",
        ),
    ],
)
def test_harmful_and_broken_files(change: Callable[[str, bytes], bytes], problem: str) -> None:
    with pytest.raises(DocumentError, match=problem):
        DocxReader(LIMIT).read(repacked(change), "thu.docx")


def test_truncated_zip() -> None:
    data = repacked(lambda _, part: part)
    with pytest.raises(DocumentError, match="damaged or truncated"):
        DocxReader(LIMIT).read(data[: len(data) // 2], "thu.docx")


def test_a_cell_may_hold_nothing_but_its_number() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for row, name in zip(table.rows, ("Phan Thị Nụ", "Chu Văn Sửu"), strict=True):
        row.cells[0].paragraphs[0].style = document.styles["List Number"]
        row.cells[1].text = name
    assert texts(document) == ["row: 1. | Phan Thị Nụ", "row: 2. | Chu Văn Sửu"]


def test_a_second_letterhead_in_the_same_file() -> None:
    document = docx.Document()
    document.add_paragraph("BIÊN BẢN")
    document.add_paragraph("Chi bộ họp ngày 05/6/2023.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "CHI BỘ THÔN BÃI DÂU\nSố 06-NQ/CB"
    table.cell(0, 1).text = "ĐẢNG CỘNG SẢN VIỆT NAM"
    assert texts(document)[2:] == [
        "letterhead: CHI BỘ THÔN BÃI DÂU",
        "letterhead: Số 06-NQ/CB",
        "letterhead: ĐẢNG CỘNG SẢN VIỆT NAM",
    ]


def test_names_beside_their_parts_are_rows_and_no_signatures() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    rows = (("Chủ trì", "Đ/c Hà Văn Mạc"), ("Thư ký", "Đ/c Phan Thị Nụ"))
    for row, values in zip(table.rows, rows, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    assert texts(document) == ["row: Chủ trì | Đ/c Hà Văn Mạc", "row: Thư ký | Đ/c Phan Thị Nụ"]
