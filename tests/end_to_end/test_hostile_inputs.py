"""What an office may hand to `vnparty` by mistake: a clear line on stderr, the right exit code."""

import os
import shutil
from pathlib import Path

import pytest

from vnparty_nlp.batch.outcome import outcome_of
from vnparty_nlp.cli import main
from vnparty_nlp.output import DOCUMENTS, read_json_lines

FIXTURES = Path(__file__).parents[1] / "parsing" / "fixtures"
MINUTES = (FIXTURES / "minutes.pdf").read_bytes()
TEXT = "CHI BỘ THÔN BÃI DÂU\nBIÊN BẢN\nHọp chi bộ tháng 6/2023.\nCó mặt 25/28 đồng chí.\n"
BOTH = pytest.mark.parametrize("language", ["vi", "en"])

# File name, content, the problem and the remedy in Vietnamese and in English.
UNREADABLE = [
    pytest.param("a.txt", b"", ("tệp rỗng", "kiểm tra lại tệp gốc"), ("the file is empty", "check the original"), id="empty"),
    pytest.param("a.txt", b"\r\n \t\r\n", ("tệp rỗng", "kiểm tra lại tệp gốc"), ("the file is empty", "check the original"), id="blank"),
    pytest.param("a.pdf", MINUTES[:400], ("hỏng hoặc bị cắt cụt", "lấy lại bản gốc"), ("damaged or truncated", "get the original again"), id="truncated PDF"),
    pytest.param("a.pdf", b"%PDF-1.7\n" + bytes(200), ("hỏng hoặc bị cắt cụt", "lấy lại bản gốc"), ("damaged or truncated", "get the original again"), id="PDF in name only"),
    pytest.param("a.pdf", (FIXTURES / "locked.pdf").read_bytes(), ("có mật khẩu", "bỏ mật khẩu"), ("has a password", "remove the password"), id="PDF with a password"),
    pytest.param("a.pdf", (FIXTURES / "scan.pdf").read_bytes(), ("bản quét", "OCR"), ("a scan without a text layer", "OCR"), id="scan"),
    pytest.param("a.docx", b"PK\x03\x04 and no more", ("DOCX hỏng", "lấy lại bản gốc"), ("DOCX is damaged", "get the original again"), id="truncated DOCX"),
    pytest.param("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ("tệp DOC hỏng", "lấy lại bản gốc"), ("the DOC is damaged", "get the original again"), id="old Word"),
    pytest.param("a.jpg", b"\xff\xd8\xff\xe0" + bytes(99), ("tệp ảnh", "hãy"), ("picture", " and "), id="photograph"),
    pytest.param("a.pdf", b"MZ\x90\x00\x03\x00" + bytes(99), ("không nhận ra định dạng", "lưu lại"), ("format is not known", "save it as"), id="program"),
]  # fmt: skip


def run(language: str, *arguments: object) -> int:
    return main([*map(str, arguments), "--lang", language])


@BOTH
@pytest.mark.parametrize(("name", "content", "vi", "en"), UNREADABLE)
def test_a_file_that_cannot_be_read_is_named_with_a_remedy(
    name: str,
    content: bytes,
    vi: tuple[str, str],
    en: tuple[str, str],
    language: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("vnparty_nlp.batch.run.Workers", InProcess)
    (tmp_path / name).write_bytes(content)
    out = tmp_path / "out"
    assert run(language, "parse", tmp_path / name, "--out", out) == 1
    first, *rest = capsys.readouterr().err.splitlines()
    sign, (problem, remedy) = {"vi": ("lỗi", vi), "en": ("failed", en)}[language]
    assert first.startswith(f"{sign}: {tmp_path / name}: ")
    assert problem in first
    assert remedy.casefold() in first.casefold()
    assert not any(problem in line for line in rest)
    (line,) = read_json_lines(out / DOCUMENTS)
    assert line["status"] == "failed"
    assert vi[0] in line["warnings"][0]


class InProcess:
    """Reads files in this process; what a worker of its own adds is tested in tests/batch."""

    def __init__(self, count: int, build, _):  # type: ignore[no-untyped-def]
        assert count == 1
        self._processor = build()

    def results(self, paths):  # type: ignore[no-untyped-def]
        return (outcome_of(self._processor.process(path, str(path))) for path in paths)

    def __enter__(self):  # type: ignore[no-untyped-def]
        return self

    def __exit__(self, *_: object) -> None:
        pass


@BOTH
def test_a_wrong_extension_is_read_by_content_and_said(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bien-ban.docx").write_text(TEXT, encoding="utf-8")
    assert run(language, "parse", tmp_path / "bien-ban.docx", "--out", tmp_path / "out") == 0
    (line,) = read_json_lines(tmp_path / "out" / DOCUMENTS)
    assert line["status"] == "ok"
    assert line["warnings"][0] == "đuôi tệp là .docx nhưng nội dung là TXT"
    told = capsys.readouterr().err
    assert {"vi": "Tài liệu: 1 ok.", "en": "Documents: 1 ok."}[language] in told


@BOTH
def test_good_files_beside_bad_ones_are_read(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.pdf").write_bytes(MINUTES[:400])
    (tmp_path / "in" / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "c.txt").write_bytes(b"")
    out = tmp_path / "out"
    assert run(language, "parse", tmp_path / "in", "--out", out, "--workers", 1) == 1
    told = capsys.readouterr().err
    assert {"vi": "Tài liệu: 2 failed, 1 ok.", "en": "Documents: 2 failed, 1 ok."}[language] in told
    assert [line["status"] for line in read_json_lines(out / DOCUMENTS)] == [
        "failed",
        "ok",
        "failed",
    ]


# What is given instead of an input, and how the message names it.
WRONG_INPUTS = [
    pytest.param("", "thư mục không có tài liệu nào", "the folder holds no document", id="empty folder"),
    pytest.param("anh", "thư mục không có tài liệu nào", "the folder holds no document", id="no documents inside"),
    pytest.param("thieu.pdf", "không có tệp hoặc thư mục này", "no such file or folder", id="missing"),
]  # fmt: skip


@BOTH
@pytest.mark.parametrize(("name", "vi", "en"), WRONG_INPUTS)
def test_wrong_inputs_write_nothing(
    name: str, vi: str, en: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in" / "anh").mkdir(parents=True)
    (tmp_path / "in" / "anh" / "so-do.xyz").write_bytes(b"x")
    given = tmp_path / "in" / name
    assert run(language, "parse", given, "--out", tmp_path / "out") == 2
    told = capsys.readouterr().err
    assert told.startswith(f"vnparty: {given}: ")
    assert {"vi": vi, "en": en}[language] in told
    assert told.count("\n") == 1
    assert not (tmp_path / "out").exists()


# The register's content, and how the message names its fault.
REGISTERS = [
    pytest.param(None, "không có tệp này", "no such file", id="missing"),
    pytest.param(b"", "dòng 1: tệp rỗng", "line 1: the file is empty", id="empty"),
    pytest.param(b"stt,ghi_chu\n1,a\n", "thiếu cột 'member_id'", "column 'member_id' is missing", id="no columns"),
    pytest.param(b"member_id,full_name\n", "không có ai dưới dòng tiêu đề", "no members below the header", id="header alone"),
    pytest.param("member_id,full_name\nM1,Lê Thị Nụ\nM1,Hà Văn Mạc\n".encode(), "dòng 3: mã 'M1' có hai lần", "line 3: member_id 'M1' stands twice", id="id twice"),
    pytest.param("member_id,full_name,birth_year\nM1,Lê Thị Nụ,85\n".encode(), "dòng 2: năm sinh '85'", "line 2: birth_year '85'", id="no year"),
    pytest.param("member_id,full_name\nM1,Lê Thị Nụ\n".encode("cp1258", "replace"), "không phải UTF-8", "is not UTF-8", id="old encoding"),
    pytest.param(b"PK\x03\x04 no workbook", "không đọc được bảng tính", "the workbook cannot be read", id="broken workbook"),
    pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "Excel đời cũ", "an old Excel file", id="old Excel"),
]  # fmt: skip


@BOTH
@pytest.mark.parametrize(("content", "vi", "en"), REGISTERS)
def test_an_unreadable_register_stops_the_run_before_it_writes(
    content: bytes | None,
    vi: str,
    en: str,
    language: str,
    minutes: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    register, out = tmp_path / "so.csv", tmp_path / "out"
    if content is not None:
        register.write_bytes(content)
    assert run(language, "process", minutes, "--register", register, "--out", out) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"vnparty: {register}")
    assert {"vi": vi, "en": en}[language] in told
    assert told.count("\n") == 1
    assert not out.exists()


@BOTH
@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["parse", "IN"], id="parse"),
        pytest.param(["process", "IN", "--register", "REGISTER"], id="process"),
        pytest.param(["tag", "--in", "LINES"], id="tag"),
        pytest.param(["link", "--in", "LINES", "--register", "REGISTER"], id="link"),
    ],
)
def test_an_out_that_cannot_be_written_is_named(
    command: list[str],
    language: str,
    minutes: Path,
    register: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines, out = tmp_path / "in.jsonl", register / "out"
    lines.write_text('{"id": 1, "text": "Chi bộ họp.", "mention": "Bình"}\n', encoding="utf-8")
    places = {"IN": str(minutes), "REGISTER": str(register), "LINES": str(lines)}
    assert run(language, *(places.get(word, word) for word in command), "--out", out) == 2
    told = capsys.readouterr().err
    assert {"vi": "không ghi được", "en": "cannot be written"}[language] in told
    assert str(out) in told
    assert told.count("\n") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
@BOTH
def test_a_folder_without_permission_to_write_is_named(
    language: str, minutes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(0o500)
    assert run(language, "parse", minutes, "--out", locked / "out") == 2
    wanted = {"vi": "không ghi được", "en": "cannot be written"}[language]
    assert wanted in capsys.readouterr().err


# The settings file, and how the message names its fault.
SETTINGS = [
    pytest.param("[linking\n", "không đọc được như tệp TOML", "cannot be read as TOML", id="no TOML"),
    pytest.param("[scores]\nx = 1\n", "không có mục [scores]", "there is no stage [scores]", id="unknown stage"),
    pytest.param("[linking]\nbias = 1\n", "không có khóa 'bias'", "has no key 'bias'", id="unknown key"),
    pytest.param('[linking]\nthreshold = "high"\n', "phải có kiểu float", "must be a float", id="wrong type"),
    pytest.param('[tagging]\nmodel = "khong-co"\n', "không tìm thấy mô hình", "was not found", id="no such model"),
]  # fmt: skip


@BOTH
@pytest.mark.parametrize(("content", "vi", "en"), SETTINGS)
def test_unusable_settings_are_named(
    content: str,
    vi: str,
    en: str,
    language: str,
    minutes: Path,
    register: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings, out = tmp_path / "settings.toml", tmp_path / "out"
    settings.write_text(content, encoding="utf-8")
    arguments = ["process", minutes, "--register", register, "--out", out, "--settings", settings]
    assert run(language, *arguments) == 2
    assert {"vi": vi, "en": en}[language] in capsys.readouterr().err
    assert not out.exists()


def test_a_file_name_with_spaces_marks_and_brackets_is_read(tmp_path: Path) -> None:
    name = "Biên bản [dự thảo] (1) – tháng 6.pdf"
    shutil.copy(FIXTURES / "minutes.pdf", tmp_path / name)
    assert run("vi", "parse", tmp_path, "--out", tmp_path / "kết quả") == 0
    (line,) = read_json_lines(tmp_path / "kết quả" / DOCUMENTS)
    assert line["source"] == str(tmp_path / name)
