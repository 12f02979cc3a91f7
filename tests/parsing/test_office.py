import io
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import pytest

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing.docx import DocxReader
from vnparty_nlp.parsing.flow import Reading
from vnparty_nlp.parsing.office import OfficeReader

FIXTURE = Path(__file__).parent / "fixtures" / "minutes.doc"
LIMIT = 1_000_000
needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None and shutil.which("libreoffice") is None,
    reason="LibreOffice is not installed",
)


def read(data: bytes, seconds: int = 100) -> Reading:
    return OfficeReader(DocxReader(LIMIT), seconds=seconds, max_bytes=LIMIT).read(data, "a.doc")


@needs_office
def test_a_document_of_word_97() -> None:
    reading = read(FIXTURE.read_bytes())
    assert [f"{draft.kind}: {draft.text}" for draft in reading.drafts] == [
        "letterhead: ĐẢNG BỘ XÃ HÒA SƠN",
        "letterhead: CHI BỘ THÔN BÃI DÂU",
        "letterhead: Số 05-BB/CB",
        "letterhead: ĐẢNG CỘNG SẢN VIỆT NAM",
        "letterhead: Hòa Sơn, ngày 05 tháng 6 năm 2023",
        "paragraph: BIÊN BẢN",
        "paragraph: Hồi 19h30 ngày 05/6/2023, chi bộ thôn Bãi Dâu họp thường kỳ.",
        "paragraph: Chi bộ nhất trí thông qua nghị quyết; đảng viên nộp đủ đảng phí.",
        "paragraph: 1. Đánh giá tháng 5",
        "paragraph: 2. Nhiệm vụ tháng 6",
        "row: TT | Họ và tên | Đã nộp",
        "row: 1 | Hà Văn Mạc | 15.000",
        "row: 2 | Phan Thị Nụ | 15.000",
        "paragraph: Biên bản kết thúc lúc 21 giờ.",
    ]
    assert reading.legacy_encoding == "tcvn3"


@needs_office
def test_two_at_once_do_not_wait_for_each_other() -> None:
    data = FIXTURE.read_bytes()
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(read, [data, data])
    assert first == second


@needs_office
def test_a_damaged_document() -> None:
    with pytest.raises(DocumentError, match="LibreOffice cannot open the DOC"):
        read(FIXTURE.read_bytes()[:512])


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A program that stands for LibreOffice, and nothing else, on the path."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_libreoffice_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DocumentError, match="apt-get install libreoffice-writer-nogui") as caught:
        read(b"x")
    assert "lưu lại thành DOCX" in caught.value.told("vi")


@pytest.mark.parametrize(
    ("script", "told"),
    [
        pytest.param("exit 1", "cannot open the DOC", id="gives up"),
        pytest.param("echo Error: source file could not be loaded >&2", "cannot open the DOC", id="writes nothing"),
        pytest.param("/bin/mkdir made; /bin/echo x > made/document.docx", "DOCX is damaged", id="writes nonsense"),
        pytest.param("/bin/mkdir made; exec > made/document.docx; /usr/bin/head -c 2000000 /dev/zero", "unpacks to over 1 MB", id="writes too much"),
    ],
)  # fmt: skip
def test_libreoffice_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], script: str, told: str
) -> None:  # fmt: skip
    install(tmp_path, monkeypatch, script)
    with pytest.raises(DocumentError, match=told):
        read(b"x")
    assert capfd.readouterr() == ("", "")


def test_libreoffice_and_its_children_end_at_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, f"/bin/sleep 50 & echo $! > {tmp_path}/child\nwait")
    start = time.monotonic()
    with pytest.raises(DocumentError, match="more than 1 seconds"):
        read(b"x", seconds=1)
    assert time.monotonic() - start < 10
    assert_ends(int((tmp_path / "child").read_text()))


def assert_ends(child: int) -> None:
    for _ in range(50):
        if not Path(f"/proc/{child}").exists() or ") Z " in Path(f"/proc/{child}/stat").read_text():
            break
        time.sleep(0.1)
    else:
        pytest.fail("the child lives on")


def test_libreoffice_ends_with_the_process_that_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(
        tmp_path,
        monkeypatch,
        f"/bin/sleep 50 & echo $! > {tmp_path}/new; /bin/mv {tmp_path}/new {tmp_path}/child\nwait",
    )
    code = (
        "from vnparty_nlp.parsing.docx import DocxReader; from vnparty_nlp.parsing.office import OfficeReader;"
        "OfficeReader(DocxReader(9), seconds=60, max_bytes=9).read(b'x', 'a.doc')"
    )
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with subprocess.Popen([sys.executable, "-c", code]) as asking:
        while not (tmp_path / "child").exists():
            assert asking.poll() is None
            time.sleep(0.05)
        asking.kill()
    assert_ends(int((tmp_path / "child").read_text()))


def test_a_private_profile_without_macros_is_used_and_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    buffer = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Chi bộ họp.")
    document.save(buffer)
    (tmp_path / "answer").write_bytes(buffer.getvalue())
    told = tmp_path / "told"
    install(
        tmp_path,
        monkeypatch,
        f'echo "$PWD $@" > {told}; /bin/cat profile/user/registrymodifications.xcu >> {told}\n'
        f"/bin/mkdir made; /bin/cp {tmp_path}/answer made/document.docx",
    )
    assert [draft.text for draft in read(b"x").drafts] == ["Chi bộ họp."]
    folder = told.read_text().split()[0]
    assert f"-env:UserInstallation=file://{folder}/profile" in told.read_text()
    assert 'name="DisableMacrosExecution" oor:op="fuse"><value>true' in told.read_text()
    assert not os.path.exists(folder)  # noqa: PTH110
