import io
import sys

import pytest

from vnparty_nlp.batch import Progress
from vnparty_nlp.cli.language import Language
from vnparty_nlp.cli.progress import progress

FAILED = {"status": "failed", "source": "a[1].pdf", "warnings": ["tệp rỗng."]}


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_elsewhere_than_on_a_terminal_there_are_plain_lines(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with progress(Language("en")) as show:
        show(Progress(1, 2, FAILED))
        show(Progress(2, 2, {"status": "ok"}))
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "failed: a[1].pdf: tệp rỗng."
    assert lines[1].startswith("2/2 documents, ")
    assert lines[1].endswith(" left")


def test_on_a_terminal_there_is_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    with progress(Language("vi")) as show:
        show(Progress(1, 1, FAILED))
    assert "lỗi: a[1].pdf: tệp rỗng." in screen.getvalue()
    assert "1/1" in screen.getvalue()
