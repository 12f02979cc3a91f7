import io
import sys

import pytest

from vnparty_nlp.batch import Progress, Summary
from vnparty_nlp.cli.language import Language
from vnparty_nlp.cli.progress import print_counts, progress
from vnparty_nlp.errors import DocumentError, Wording

EMPTY = DocumentError("a[1].pdf", Wording("tệp rỗng", "it is empty"), Wording("Sửa", "Mend it"))
FAILED = Progress(
    1, 2, {"status": "failed", "source": "a[1].pdf", "warnings": ["tệp rỗng."]}, EMPTY
)
PARTIAL = Progress(1, 2, {"status": "partial", "source": "b.pdf", "warnings": ["trang 2: ảnh."]})
SEALED = Progress(
    1,
    2,
    {
        "status": "partial",
        "source": "b.pdf",
        "warnings": ["trang 2: 2 từ nằm dưới con dấu, có thể đọc sai: «Lò Mận»"],
    },
)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_elsewhere_than_on_a_terminal_there_are_plain_lines(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with progress(Language("en")) as show:
        show(FAILED)
        show(Progress(2, 2, {"status": "ok"}))
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "failed: a[1].pdf: it is empty. Mend it."
    assert lines[1].startswith("2/2 documents, ")
    assert lines[1].endswith(" left")


def test_on_a_terminal_there_is_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    with progress(Language("vi")) as show:
        show(FAILED)
        show(Progress(2, 2, {"status": "ok"}))
    assert "lỗi: a[1].pdf: tệp rỗng. Sửa." in screen.getvalue()
    assert "2/2" in screen.getvalue()


@pytest.mark.parametrize(
    ("step", "language", "told"),
    [
        pytest.param(FAILED, "vi", "lỗi: a[1].pdf: tệp rỗng. Sửa.", id="failed"),
        pytest.param(FAILED, "en", "failed: a[1].pdf: it is empty. Mend it.", id="failed, English"),
        pytest.param(PARTIAL, "vi", "thiếu: b.pdf: trang 2: ảnh.", id="partial"),
        pytest.param(PARTIAL, "en", "partial: b.pdf: trang 2: ảnh.", id="partial, English"),
        pytest.param(
            SEALED,
            "vi",
            "thiếu: b.pdf: trang 2: 2 từ nằm dưới con dấu, có thể đọc sai: «…»",
            id="no words of the document",
        ),
    ],
)
def test_a_problem_is_told_at_once(
    step: Progress, language: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with progress(Language(language)) as show:
        show(step)
        assert capsys.readouterr().err.splitlines() == [told]


@pytest.mark.parametrize(
    ("summary", "language", "told"),
    [
        pytest.param(
            Summary(None, {"ok": 3, "failed": 1}, 0, 0),
            "vi",
            ["Tài liệu: 1 failed, 3 ok."],
            id="counts",
        ),
        pytest.param(
            Summary(None, {"ok": 3}, 0, 2),
            "en",
            ["Documents: 3 ok.", "2 documents were finished by an earlier run and kept."],
            id="continued",
        ),
    ],
)
def test_counts(
    summary: Summary, language: str, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    print_counts(summary, Language(language))
    assert capsys.readouterr().err.splitlines() == told
