"""Every maker's file, read back by the toolkit's own readers."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from samples import office, plain, web, word

from vnparty_nlp import parse

Read = Callable[..., Any]
SENTENCE = "Đồng chí Lụa đã nộp đảng phí & quỹ"


def read_back(folder: Path, name: str, content: bytes) -> str:
    (folder / name).write_bytes(content)
    return parse(folder / name).text


def paper_bytes(source: Any) -> bytes:
    reportlab = pytest.importorskip("reportlab")
    assert reportlab
    from samples import paper

    if not (paper.FONTS / "croscore").exists():
        pytest.skip("needs Debian's fonts-croscore")
    return paper.pdf_bytes(source)


MAKERS = [
    pytest.param("a.docx", word.docx_bytes, id="docx"),
    pytest.param("a.html", web.html_bytes, id="html"),
    pytest.param("a.txt", plain.txt_bytes, id="txt"),
    pytest.param("a.pdf", paper_bytes, id="pdf"),
]


@pytest.mark.parametrize(("name", "make"), MAKERS)
def test_a_made_file_is_read_back(
    name: str, make: Callable[[Any], bytes], source: Read, tmp_path: Path
) -> None:
    text = read_back(tmp_path, name, make(source()))
    for words in ("BIÊN BẢN", "CHI BỘ THÔN BÃI DÂU", "Hà Văn Mạc", "Điểm hai", "Việc nhỏ"):
        assert words in text, words


@pytest.mark.parametrize(("name", "make"), MAKERS)
def test_the_same_source_gives_the_same_bytes(
    name: str, make: Callable[[Any], bytes], source: Read
) -> None:
    assert make(source()) == make(source()), name


# Web pages and drawn pages know no tracked changes, and no source for them has any.
@pytest.mark.parametrize(("name", "make"), [MAKERS[0], MAKERS[2]])
def test_deleted_text_is_not_read_and_inserted_text_is(
    name: str, make: Callable[[Any], bytes], source: Read, tmp_path: Path
) -> None:
    text = read_back(tmp_path, name, make(source()))
    assert SENTENCE in text
    assert "chưa nộp" not in text


def test_plain_text_is_windows_1258_with_tones_behind_their_letters(source: Read) -> None:
    content = plain.txt_bytes(source("output: a.txt\n---\nĐồng chí Thế đã họp.\n"))
    assert content.endswith(b"\r\n")
    decoded = content.decode("cp1258")
    assert "ê\u0301" in decoded
    assert "ế" not in decoded


def test_plain_text_is_wrapped_and_its_rows_are_parted_by_tabs(source: Read) -> None:
    lines = plain.txt_bytes(source(f"output: a\n---\n{'họp ' * 60}\n@table 1,1\na | b\n@end\n"))
    decoded = lines.decode("cp1258").split("\r\n")
    assert max(map(len, decoded)) <= plain.WIDTH + 60  # tones stand apart
    assert "a\tb" in decoded


def test_another_encoding_may_be_asked_for(source: Read) -> None:
    content = plain.txt_bytes(source("output: a.txt\nencoding: utf-8\n---\nĐã họp.\n"))
    assert content == "Đã họp.\r\n\r\n".encode().removesuffix(b"\r\n")


def test_a_web_page_escapes_signs_and_takes_letters_apart_where_asked(source: Read) -> None:
    markup = "output: a.html\nform: NFD\n---\nVắng <3> & nghỉ.\n"
    page = web.html_bytes(source(markup)).decode()
    assert "va\u0306\u0301ng".lower() in page.lower()
    assert "&lt;3&gt; &amp; nghi\u0309" in page


def test_a_list_of_a_web_page_is_opened_and_closed_once(source: Read) -> None:
    page = web.html_bytes(source()).decode()
    assert page.count("<ol>") == page.count("</ol>") == 1
    assert page.count("<li>") == 2
    assert page.count("<th") == 3 + page.count("<thead")


def test_a_docx_holds_tracked_changes_numbering_and_notes(source: Read) -> None:
    with zipfile.ZipFile(io.BytesIO(word.docx_bytes(source()))) as archive:
        body = archive.read("word/document.xml").decode()
        notes = archive.read("word/footnotes.xml").decode()
    assert "<w:ins " in body
    assert "<w:delText" in body
    assert body.count("<w:numPr>") == 2
    assert body.count("<w:footnoteReference") == 1
    assert "Theo sổ thu." in notes


def test_runs_may_be_cut_inside_words(source: Read) -> None:
    markup = f"output: a.docx\nmaker: docx\n{{}}---\n{SENTENCE} cho chi bộ trong quý một.\n"
    whole = word.docx_bytes(source(markup.format("size: 14\n")))
    cut = word.docx_bytes(source(markup.format("size: 14\nruns: split\n")))
    counts = []
    for content in (whole, cut):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            counts.append(archive.read("word/document.xml").count(b"<w:r>"))
    assert counts[0] < counts[1]


def test_a_box_is_written_with_the_old_copy_that_word_adds(source: Read, tmp_path: Path) -> None:
    content = word.docx_bytes(
        source("output: a.docx\nmaker: docx\n---\n@box\nLưu ý\n@end\nChi bộ họp.\n")
    )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.read("word/document.xml").decode().count("Lưu ý") == 2
    assert read_back(tmp_path, "a.docx", content).count("Lưu ý") == 1


def test_a_missing_office_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(office.OfficeError, match="soffice is not installed"):
        office.pdf_bytes(b"", "a.pdf")


@pytest.mark.parametrize(
    ("pdf", "fixed"),
    [
        pytest.param(b"/CreationDate (D:20260101123456+07", b"/CreationDate (D:20200101080000+07", id="made on"),
        pytest.param(b"/ModDate(D:20260101123456Z)", b"/ModDate(D:20200101080000Z)", id="changed on"),
        pytest.param(b"/DocChecksum /" + b"A1" * 16, b"/DocChecksum /" + b"0" * 32, id="checksum"),
        pytest.param(b"/ID [ <" + b"AB" * 16 + b">\n<" + b"CD" * 16 + b"> ]", b"/ID [ <" + b"0" * 32 + b">\n<" + b"0" * 32 + b"> ]", id="ids"),
        pytest.param(b"BT (20260101123456) ET", b"BT (20260101123456) ET", id="the text stays"),
    ],
)  # fmt: skip
def test_what_changes_with_the_hour_is_fixed(pdf: bytes, fixed: bytes) -> None:
    assert office._fixed(pdf) == fixed
    assert len(office._fixed(pdf)) == len(pdf)
