import io
import os
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.parsing.ole_files import ole
from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import build
from vnparty_nlp.settings import load_settings

FIXTURES = Path(__file__).parent / "fixtures"
SETTINGS = replace(load_settings().parsing, max_megabytes=1, max_pages=2, max_unpacked_megabytes=1)
READER = build(SETTINGS)
TEXT = "Biên bản họp chi bộ\nHồi 19h30 ngày 05/6/2023, chi bộ thôn Bãi Dâu họp."


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


MINUTES = (FIXTURES / "minutes.pdf").read_bytes()


@pytest.mark.parametrize(
    ("name", "data", "problem", "remedy"),
    [
        pytest.param("a.txt", b"", "tệp rỗng", "kiểm tra lại", id="empty"),
        pytest.param("a.txt", b" \n\t ", "tệp rỗng", "kiểm tra lại", id="blank"),
        pytest.param("a.txt", b"* * *\n-----\n", "không có chữ nào", "kiểm tra lại", id="no text"),
        pytest.param("a.pdf", MINUTES[:300], "hỏng hoặc bị cắt cụt", "bản gốc", id="truncated PDF"),
        pytest.param(
            "a.pdf", b"%PDF-1.7\nrubbish", "hỏng hoặc bị cắt cụt", "bản gốc", id="broken PDF"
        ),
        pytest.param(
            "a.pdf",
            (FIXTURES / "locked.pdf").read_bytes(),
            "mật khẩu",
            "bỏ mật khẩu",
            id="locked PDF",
        ),
        pytest.param("a.pdf", (FIXTURES / "scan.pdf").read_bytes(), "bản quét", "OCR", id="scan"),
        pytest.param(
            "a.docx", zipped("word/document.xml"), "DOCX hỏng", "bản gốc", id="broken DOCX"
        ),
        pytest.param(
            "a.docx", zipped("word/document.xml")[:60], "DOCX hỏng", "bản gốc", id="truncated DOCX"
        ),
        pytest.param(
            "a.docx",
            ole({"EncryptedPackage": b""}),
            "Word có mật khẩu",
            "bỏ mật khẩu",
            id="locked Word",
        ),
        pytest.param(
            "a.doc", ole({"WordDocument": b""})[:600], "DOC hỏng", "bản gốc", id="broken DOC"
        ),
        pytest.param("a.msi", ole({"x": b""}), "không nhận ra", "PDF, DOCX", id="other OLE file"),
        pytest.param("a.rtf", b"{\\rtf1 {\\v x}}", "không có chữ nào", "tệp gốc", id="empty RTF"),
        pytest.param(
            "a.odt", zipped("mimetype", "content.xml"), "ODT hỏng", "bản gốc", id="broken ODT"
        ),
        pytest.param(
            "a.xlsx",
            zipped("xl/workbook.xml"),
            "Excel không phải là văn bản",
            "PDF, DOCX",
            id="Excel",
        ),
        pytest.param("a.png", b"\x89PNG\r\n\x1a\n" + bytes(99), "ảnh", "Hãy", id="picture"),
        pytest.param(
            "a.mht",
            b"MIME-Version: 1.0\nContent-Type: multipart/related",
            "MHT không có trang nào",
            "PDF, DOCX",
            id="web archive",
        ),
        pytest.param(
            "a.xml",
            b"<?xml version='1.0'?><w:wordDocument/>",
            "XML chưa đọc được",
            "PDF, DOCX",
            id="Word XML",
        ),
        pytest.param("a.zip", zipped("a.txt"), "tệp nén", "giải nén", id="archive"),
        pytest.param(
            "a.exe",
            b"MZ\x90\x00\x03\x00\x00\x00" + bytes(99),
            "không nhận ra định dạng",
            "PDF, DOCX",
            id="program",
        ),
        pytest.param(
            "a.txt", b"\xff" * 1_000_001, "quá giới hạn 1 MB", "max_megabytes", id="too large"
        ),
    ],
)
def test_bad_files_tell_what_and_what_to_do(
    tmp_path: Path, name: str, data: bytes, problem: str, remedy: str
) -> None:
    with pytest.raises(DocumentError) as caught:
        READER.read(write(tmp_path, name, data), "thư mục/" + name)
    message = caught.value.told("vi")
    assert message.startswith(f"thư mục/{name}: ")
    assert problem in message
    assert remedy in message
    assert "\n" not in message


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no such file"):
        READER.read(tmp_path / "a.pdf", "a.pdf")
    with pytest.raises(DocumentError, match="a folder, not a file"):
        READER.read(tmp_path, "thư mục")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_forbidden_file(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"x")
    path.chmod(0)
    with pytest.raises(DocumentError, match="no permission"):
        READER.read(path, "a.txt")


def test_too_many_pages(tmp_path: Path) -> None:
    reader = build(
        replace(load_settings().parsing, max_megabytes=1, max_pages=1, max_unpacked_megabytes=1)
    )
    with pytest.raises(DocumentError, match="2 pages, the limit is 1"):
        reader.read(write(tmp_path, "a.pdf", MINUTES), "a.pdf")


def test_content_wins_over_the_extension(tmp_path: Path) -> None:
    document = READER.read(write(tmp_path, "a.docx", TEXT.encode()), "a.docx")
    assert document.text.startswith("Biên bản họp chi bộ")
    assert document.warnings == ("đuôi tệp là .docx nhưng nội dung là TXT",)


def test_a_page_without_text_is_named() -> None:
    document = READER.read(FIXTURES / "mixed.pdf", "mixed.pdf")
    # Why it holds none depends on whether OCR is installed.
    assert [warning[:9] for warning in document.warnings] == ["trang 2: "]
    assert len(document.pages) == 2


def test_same_bytes_same_document(tmp_path: Path) -> None:
    first = READER.read(write(tmp_path, "a.pdf", MINUTES), "x")
    second = build(SETTINGS).read(write(tmp_path, "b.pdf", MINUTES), "x")
    assert first == second
    assert re.fullmatch(r"[0-9a-f]{16}", first.doc_id)


@pytest.mark.parametrize(
    "name", ["minutes.pdf", "shuffled.pdf", "columns.pdf", "torn.pdf", "turned.pdf"]
)
def test_spans_and_boxes_are_exact(name: str) -> None:
    document = READER.read(FIXTURES / name, name)
    words = document.words
    covered = [document.text[a:b] for a, b in zip(words.starts, words.ends, strict=True)]
    assert covered == [word for word in document.text.split() if word != "|"]
    assert list(words.starts) == sorted(words.starts)
    assert "\n".join(block.span.of(document.text) for block in document.blocks) == document.text
    for number, page in enumerate(words.pages):
        left, top, right, bottom = words.edges[4 * number : 4 * number + 4]
        sheet = document.pages[page - 1]
        assert 0 <= left < right <= sheet.width_points + 2
        assert 0 <= top < bottom <= sheet.height_points
    for block in document.blocks:
        if block.kind == "row":
            cells = " | ".join(cell.of(document.text) for cell in block.cells)
            assert cells == block.span.of(document.text)
            assert len(block.columns) == len(block.cells)


def test_control_characters_are_removed(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "Chi\u200b bộ\u00ad họp\x07.\ufeff".encode())
    assert READER.read(path, "a.txt").text == "Chi bộ họp."
