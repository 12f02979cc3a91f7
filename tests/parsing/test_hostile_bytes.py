"""Small files of every format, harmed at random: they are read or refused, never anything else."""

import io
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import build
from vnparty_nlp.records import Document
from vnparty_nlp.settings import load_settings

READER = build(
    replace(load_settings().parsing, max_megabytes=1, max_pages=20, max_unpacked_megabytes=2)
)
LINES = (
    "CHI BO THON BAI DAU", "BIEN BAN", "Hoi 19h30 ngay 05/6/2023, chi bo hop thuong ky.",
    "Co mat 25/28 dong chi, vang 03.", "- D/c Thin nop danh sach.",
)  # fmt: skip
MARKED = (
    "CHI BỘ THÔN BÃI DÂU\tĐẢNG CỘNG SẢN VIỆT NAM\nSố      -BB/CB\tHòa Sơn, ngày … tháng … năm 2023\n"
    "BIÊN BẢN\nHồi 19h30 ngày 05/6/2023, chi bộ họp.\nTT\tHọ tên\tNộp\n1\tPhan Thị Nụ\t15.000\n"
    "THƯ KÝ\tCHỦ TRÌ\nPhan Thị Nụ\tHà Văn Mạc\n"
)


def tiny_pdf() -> bytes:
    """One page in a font that every reader has, with two ruled cells."""
    shown = " ".join(f"1 0 0 1 80 {760 - 18 * n} Tm ({line}) Tj" for n, line in enumerate(LINES))
    drawn = f"80 600 200 20 re S 280 600 200 20 re S BT /F 12 Tf {shown} ET".encode()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
    )
    data, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    return data + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (table, start)  # fmt: skip


def docx_parts() -> dict[str, bytes]:
    document = docx.Document()
    for line in MARKED.splitlines():
        document.add_paragraph(line, style="List Number" if line.startswith("Hồi") else None)
    document.add_table(2, 2).cell(0, 0).text = "TT"
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        wanted = (
            "[Content_Types].xml",
            "word/document.xml",
            "word/styles.xml",
            "word/numbering.xml",
        )
        return {name: archive.read(name) for name in wanted}


PARTS = docx_parts()


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


HTML = (
    "<html><head><meta charset=utf-8></head><body><table><tr><td rowspan=2>CHI BỘ THÔN BÃI DÂU<td>ĐẢNG CỘNG SẢN VIỆT NAM"
    "</table><h1>BIÊN BẢN</h1><p>Hồi 19h30 &#7885;p<ol start=3 type=I><li>Một<ul><li>Hai</ul></ol><pre>a\tb\n</pre></html>"
).encode()
ODT = "urn:oasis:names:tc:opendocument:xmlns"
ODT_PARTS = {
    "content.xml": (
        f"<o:document-content xmlns:o='{ODT}:office:1.0' xmlns:t='{ODT}:text:1.0' xmlns:a='{ODT}:table:1.0'><o:body><o:text>"
        "<a:table><a:table-row><a:table-cell><t:p>CHI BỘ THÔN BÃI DÂU</t:p></a:table-cell><a:table-cell a:number-columns-spanned='2'>"
        "<t:p>ĐẢNG CỘNG SẢN VIỆT NAM</t:p></a:table-cell></a:table-row></a:table><t:h t:outline-level='1'>BIÊN BẢN</t:h>"
        "<t:list t:continue-list='x'><t:list-item t:start-value='3'><t:p>Hồi 19h30<t:s t:c='3'/>ngày<t:tab/>05/6/2023</t:p>"
        "</t:list-item></t:list></o:text></o:body></o:document-content>"
    ).encode(),
    "META-INF/manifest.xml": b"<manifest/>",
}
RTF = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}{\f1\fcharset2 Symbol;}}\trowd\cellx99\cellx999\intbl CHI B\u7896? TH\'d4N"
    rb"\cell \u272?\u7842?NG C\u7896?NG S\u7842?N VI\u7878?T NAM\cell\row\pard BI\'caN B\u7842?N\par {\pntext\f1\'b7\tab}H\u7891?i 19h30"
    rb" ng\'e0y 05/6/2023{\footnote Chi b\u7897?}\par}"
)
FILES = {
    "pdf": tiny_pdf(),
    "docx": packed(PARTS),
    "html": HTML,
    "txt": MARKED.encode(),
    "rtf": RTF,
    "odt": packed(ODT_PARTS),
}
# Numbers, names and marks that formats give a meaning.
SPICE = [b"", b"\x00", b"\xff\xfe", b"-1", b"99999999999", b"<", b">", b"&#0;", b"</p>", b"(", b">>", b"0 R", b"endobj",
         b"\xcc\x81", b"\xed\xa0\x80", b"\r", b"\x0c", b"\xe2\x80\xa8", b"1e99", b"<td colspan=9999>", b"%PDF-"]  # fmt: skip
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(SPICE) | st.binary(max_size=4)),
    min_size=1,
    max_size=6,
)
Changes = list[tuple[float, int, bytes]]


def harmed(data: bytes, changes: Changes) -> bytes:
    """The bytes with stretches replaced, wherever they stand."""
    for share, length, new in changes:
        place = int(share * len(data))
        data = data[:place] + new + data[place + length :]
    return data


def check(document: Document) -> None:
    """What every document promises."""
    text = document.text
    assert unicodedata.is_normalized("NFC", text)
    text.encode("utf-8")
    assert "\n".join(block.span.of(text) for block in document.blocks) == text
    for block in document.blocks:
        assert block.span.of(text).strip()
        assert len(block.columns) == len(block.cells)
        if block.kind == "row":
            assert " | ".join(cell.of(text) for cell in block.cells) == block.span.of(text)
    words = document.words
    assert len(words.starts) == len(words.ends) == len(words.pages) == len(words.edges) / 4
    for start, end in zip(words.starts, words.ends, strict=True):
        assert text[start:end].split() == [text[start:end]]


def read(folder: Path, data: bytes) -> Document | None:
    path = folder / "a.bin"
    path.write_bytes(data)
    try:
        document = READER.read(path, "a.bin")
    except DocumentError:
        return None
    check(document)
    return document


@pytest.mark.parametrize("name", FILES)
def test_unharmed(name: str, tmp_path: Path) -> None:
    document = read(tmp_path, FILES[name])
    assert document is not None
    assert "19h30" in document.text
    assert document.heading.kind == "minutes"


FUZZ = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@FUZZ
@given(st.sampled_from(sorted(FILES)), CHANGES)
def test_bytes_changed_at_random(tmp_path: Path, name: str, changes: Changes) -> None:
    read(tmp_path, harmed(FILES[name], changes))


@FUZZ
@given(st.sampled_from(sorted(PARTS)), CHANGES)
def test_parts_of_a_word_file_changed(tmp_path: Path, name: str, changes: Changes) -> None:
    read(tmp_path, packed({**PARTS, name: harmed(PARTS[name], changes)}))


@FUZZ
@given(CHANGES)
def test_the_text_of_an_odt_changed(tmp_path: Path, changes: Changes) -> None:
    changed = harmed(ODT_PARTS["content.xml"], changes)
    read(tmp_path, packed({**ODT_PARTS, "content.xml": changed}))


@FUZZ
@given(st.sampled_from(sorted(FILES)), st.floats(0, 1))
def test_files_cut_short(tmp_path: Path, name: str, share: float) -> None:
    read(tmp_path, FILES[name][: int(share * len(FILES[name]))])


@FUZZ
@given(st.text(max_size=300))
def test_any_text(tmp_path: Path, text: str) -> None:
    read(tmp_path, text.encode("utf-8", "replace"))


XML = PARTS["word/document.xml"].decode()


def nested_tables(depth: int) -> bytes:
    table = "<w:tbl><w:tr><w:tc><w:p/>" * depth + "</w:tc></w:tr></w:tbl>" * depth
    return packed(
        {**PARTS, "word/document.xml": XML.replace("<w:body>", f"<w:body>{table}").encode()}
    )


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: b"<html><body>" + b"<div>" * 3000 + b"Chi", id="HTML nested deeply"),
        pytest.param(lambda: b"<html><table><tr>" + b"<td rowspan=9999 colspan=9999>x" * 30, id="HTML with huge spans"),
        pytest.param(lambda: b"<html><body>" + b"<table><tr><td>" * 300 + b"Chi", id="tables in tables"),
        pytest.param(lambda: ("<p>" + "a\u0301" * 20_000).encode(), id="many loose marks"),
        pytest.param(lambda: b"Chi | " * 3000 + b"\n" + b"- | " * 3000, id="many bars"),
        pytest.param(lambda: ("Số" + " " * 20_000 + "-BB/CB\tĐẢNG CỘNG SẢN VIỆT NAM").encode(), id="a number far away"),
        pytest.param(lambda: ("Có mặt " + "1/2 " * 5000).encode(), id="many shares"),
        pytest.param(lambda: ("BIÊN BẢN\n" + "Chủ trì: " * 3000).encode(), id="chairs without names"),
        pytest.param(lambda: b"x\t" * 50_000, id="many tabs"),
        pytest.param(lambda: FILES["pdf"].replace(b"595 842", b"0 0"), id="a page without a size"),
        pytest.param(lambda: FILES["pdf"].replace(b"595 842", b"1e30 1e30"), id="a page of any size"),
        pytest.param(lambda: FILES["pdf"].replace(b"/F 12 Tf", b"/F -9 Tf"), id="type of a negative size"),
        pytest.param(lambda: FILES["pdf"].replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]"), id="a page tree in a ring"),
        pytest.param(lambda: nested_tables(40), id="tables in the cells of Word's tables"),
    ],
)  # fmt: skip
def test_built_to_hurt(make: Callable[[], bytes], tmp_path: Path) -> None:
    read(tmp_path, make())


@pytest.mark.parametrize("depth", [150, 600])
def test_word_tables_nested_beyond_reason(depth: int, tmp_path: Path) -> None:
    read(tmp_path, nested_tables(depth))
