from dataclasses import replace
from pathlib import Path

import pytest

from vnparty_nlp.cli.language import Language
from vnparty_nlp.cli.reading import read_document, without_quotes, write_json
from vnparty_nlp.errors import UsageError
from vnparty_nlp.parsing.reader import ContentReader
from vnparty_nlp.settings import load_settings


def test_warnings_go_to_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    misnamed = tmp_path / "a.pdf"
    misnamed.write_text("Chi bộ họp bàn việc nạo vét mương.", encoding="utf-8")
    document = read_document(misnamed, load_settings(), Language("vi"))
    assert document is not None
    told = capsys.readouterr()
    assert told.out == ""
    assert document.warnings[0] in told.err


@pytest.mark.parametrize(
    ("warnings", "told"),
    [
        pytest.param(["trang 2: ảnh."], ["trang 2: ảnh."], id="nothing quoted"),
        pytest.param(
            [
                "trang 2: không chắc chữ «Mận» (bản đọc thứ hai: «Mẫn»)",
                "trang 2: không chắc chữ «1»» (bản đọc thứ hai: «16»)",
                "trang 3: không chắc chữ «15» (bản đọc thứ hai: «16»)",
            ],
            ["trang 2: không chắc chữ «…»", "trang 3: không chắc chữ «…»"],
            id="a page's doubts are told once",
        ),
        pytest.param(
            ["trang 2: 2 từ nằm dưới con dấu, có thể đọc sai: «Lò Thị"],
            ["trang 2: 2 từ nằm dưới con dấu, có thể đọc sai: «…»"],
            id="never closed",
        ),
    ],
)
def test_words_of_the_document_are_not_told(warnings: list[str], told: list[str]) -> None:
    assert without_quotes(warnings) == told


def test_words_under_a_seal_stay_out_of_stderr(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    warnings = ("trang 1: 2 từ nằm dưới con dấu, có thể đọc sai: «Lò Mận»",)
    path = tmp_path / "a.txt"
    path.write_text("Chi bộ họp bàn việc nạo vét mương.", encoding="utf-8")
    plain = ContentReader.read
    monkeypatch.setattr(
        ContentReader, "read", lambda *given: replace(plain(*given), warnings=warnings)
    )
    document = read_document(path, load_settings(), Language("vi"))
    assert document is not None
    assert document.warnings == warnings
    told = capsys.readouterr().err
    assert "trang 1: 2 từ nằm dưới con dấu" in told
    assert "Mận" not in told


def test_a_missing_file_is_told_and_is_no_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert read_document(tmp_path / "b.pdf", load_settings(), Language("en")) is None
    assert "b.pdf" in capsys.readouterr().err


def test_json_is_readable_by_people(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_json(path, [{"title": "Điều 1"}])
    assert '"title": "Điều 1"' in path.read_text("utf-8")
    with pytest.raises(UsageError, match="cannot be written"):
        write_json(tmp_path, [])
