import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parsing.ole_files import ole
from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing.sniff import sniff

FORMATS = {"pdf", "docx", "html", "txt", "rtf", "odt", "doc", "mht", "image"}


def zipped(*names: str, mimetype: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{mimetype}")
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"%PDF-1.4\n", "pdf", id="PDF"),
        pytest.param(b"\r\n junk \n%PDF-1.7", "pdf", id="junk before the PDF"),
        pytest.param(zipped("[Content_Types].xml", "word/document.xml"), "docx", id="DOCX"),
        pytest.param(b"<html><body>Chi</body></html>", "html", id="HTML"),
        pytest.param(
            b"\xef\xbb\xbf<!DOCTYPE html><p>Chi</p>", "html", id="HTML behind a byte order mark"
        ),
        pytest.param(
            b"<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>",
            "html",
            id="XHTML",
        ),
        pytest.param(b"<p class=MsoNormal>Chi</p>", "html", id="a piece of HTML"),
        pytest.param("<html><p>Chi bộ</p>".encode("utf-16"), "html", id="HTML in UTF-16"),
        pytest.param("Chi bộ họp".encode(), "txt", id="text"),
        pytest.param(
            "Chi bộ thôn Bãi Dâu họp thường kỳ".encode("utf-16-le"),
            "txt",
            id="UTF-16 without a mark",
        ),
        pytest.param(b"a < b and <p> in a text", "txt", id="a text that speaks of tags"),
        pytest.param("<Biên bản> họp".encode(), "txt", id="a text that begins with a bracket"),
        pytest.param(b"Chi b\x06 h\x02p", "txt", id="VISCII letters among control characters"),
        pytest.param(b"B\xe1\xbb\x99 BM", "txt", id="BM inside"),
        pytest.param(b"{\\rtf1\\ansi Chi}", "rtf", id="RTF"),
        pytest.param(b"\xef\xbb\xbf \r\n{\\rtf1\\ansi", "rtf", id="RTF behind blanks"),
        pytest.param(zipped("content.xml", mimetype="text"), "odt", id="ODT"),
        pytest.param(zipped("content.xml", mimetype="text-template"), "odt", id="ODT template"),
        pytest.param(
            zipped("META-INF/manifest.xml", "content.xml"), "odt", id="ODT that says nothing"
        ),
        pytest.param(
            b"<?xml version='1.0'?>\n<office:document xmlns:office='x'"
            b" office:mimetype='application/vnd.oasis.opendocument.text'><office:meta><meta:creation-date>",
            "odt",
            id="flat ODT",
        ),
        pytest.param(ole({"WordDocument": b"\xec\xa5" + bytes(30)}), "doc", id="DOC"),
        pytest.param(
            ole({"WordDocument": b"", "Data": b"", "1Table": b""}),
            "doc",
            id="DOC among its streams",
        ),
        pytest.param(
            b"From: <Saved by Word>\r\nMIME-version: 1.0\r\nContent-Type: Multipart/Related;",
            "mht",
            id="MHT",
        ),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(50), "image", id="PNG"),
        pytest.param(b"\xff\xd8\xff\xe0" + bytes(50), "image", id="JPEG"),
        pytest.param(b"II*\x00" + bytes(50), "image", id="TIFF"),
        pytest.param(b"GIF89a" + bytes(50), "image", id="GIF"),
        pytest.param(b"BM\x46\x00\x00\x00\x00\x00" + bytes(50), "image", id="BMP"),
        pytest.param(b"BM 25 dang vien", "txt", id="BM at the start is no picture"),
    ],
)
def test_format(data: bytes, expected: str) -> None:
    assert sniff(data, "a") == expected


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"Rar!\x1a\x07", "archive", id="RAR"),
        pytest.param(b"7z\xbc\xaf\x27\x1c", "archive", id="7z"),
        pytest.param(b"\x1f\x8b\x08", "archive", id="gzip"),
        pytest.param(zipped("a.docx"), "archive", id="zip of documents"),
        pytest.param(zipped("ppt/slides/slide1.xml"), "PowerPoint", id="PowerPoint"),
        pytest.param(zipped("content.xml", mimetype="spreadsheet"), "ODS", id="ODS"),
        pytest.param(zipped("content.xml", mimetype="presentation"), "ODP", id="ODP"),
        pytest.param(ole({"Workbook": b""}), "Excel", id="old Excel"),
        pytest.param(ole({"PowerPoint Document": b""}), "PowerPoint", id="old PowerPoint"),
        pytest.param(ole({"__properties_version1.0": b""}), "Outlook", id="e-mail"),
        pytest.param(ole({"\u4840\u3f3f": b""}), "format is not known", id="installer"),
        pytest.param(ole({"EncryptedPackage": b""}), "password", id="DOCX with a password"),
        pytest.param(
            ole({"WordDocument": b"\xec\xa5" + bytes(8) + b"\x00\x01"}),
            "password",
            id="DOC with a password",
        ),
        pytest.param(ole({"WordDocument": b""})[:600], "damaged or truncated", id="torn DOC"),
        pytest.param(b"PK\x03\x04" + bytes(40), "damaged or truncated", id="torn zip"),
        pytest.param(b"\x7fELF" + bytes(range(32)) * 4, "format is not known", id="program"),
        pytest.param(b"<?xml version='1.0'?><note/>", "XML", id="XML"),
    ],
)
def test_refused(data: bytes, told: str) -> None:
    with pytest.raises(DocumentError, match=told):
        sniff(data, "a")


@given(
    st.sampled_from(
        [
            b"",
            b"%PDF-",
            b"PK\x03\x04",
            b"<html>",
            b"\xff\xfe",
            b"{\\rtf",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        ]
    ),
    st.binary(max_size=200),
)
def test_any_bytes_have_a_reader_or_are_refused(start: bytes, rest: bytes) -> None:
    with suppress(DocumentError):
        assert sniff(start + rest, "a") in FORMATS
