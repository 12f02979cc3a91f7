import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing.sniff import sniff


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
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
        pytest.param(b"BM 25 dang vien", "txt", id="BM at the start is no picture"),
    ],
)
def test_format(data: bytes, expected: str) -> None:
    assert sniff(data, "a") == expected


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"\xff\xd8\xff\xe0" + bytes(50), "pictures", id="JPEG"),
        pytest.param(b"II*\x00" + bytes(50), "pictures", id="TIFF"),
        pytest.param(b"BM\x46\x00\x00\x00\x00\x00" + bytes(50), "pictures", id="BMP"),
        pytest.param(b"Rar!\x1a\x07", "archive", id="RAR"),
        pytest.param(b"7z\xbc\xaf\x27\x1c", "archive", id="7z"),
        pytest.param(b"\x1f\x8b\x08", "archive", id="gzip"),
        pytest.param(zipped("a.docx"), "archive", id="zip of documents"),
        pytest.param(zipped("ppt/slides/slide1.xml"), "PowerPoint", id="PowerPoint"),
        pytest.param(zipped("content.xml"), "ODT", id="ODT"),
        pytest.param(b"PK\x03\x04" + bytes(40), "damaged or truncated", id="torn zip"),
        pytest.param(b"  {\\rtf1\\ansi", "RTF", id="RTF behind blanks"),
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
        assert sniff(start + rest, "a") in {"pdf", "docx", "html", "txt"}
