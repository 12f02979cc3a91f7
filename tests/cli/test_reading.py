from pathlib import Path

import pytest

from vnparty_nlp.cli.language import Language
from vnparty_nlp.cli.reading import read_document, write_json
from vnparty_nlp.errors import UsageError
from vnparty_nlp.settings import load_settings


def test_warnings_go_to_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    misnamed = tmp_path / "a.pdf"
    misnamed.write_text("Chi bộ họp bàn việc nạo vét mương.", encoding="utf-8")
    document = read_document(misnamed, load_settings(), Language("vi"))
    assert document is not None
    told = capsys.readouterr()
    assert told.out == ""
    assert document.warnings[0] in told.err


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
