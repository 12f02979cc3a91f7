import signal

import pytest

from vnparty_nlp.batch import troubles
from vnparty_nlp.errors import DocumentError


@pytest.mark.parametrize(
    ("error", "vi", "en"),
    [
        pytest.param(troubles.too_slow("a", 9), "quá 9 giây", "over 9 seconds", id="time"),
        pytest.param(troubles.too_much_memory("a", 9), "quá 9 MB", "over 9 MB", id="memory"),
        pytest.param(troubles.crashed("a", -signal.SIGSEGV), "(SIGSEGV)", "(SIGSEGV)", id="signal"),
        pytest.param(troubles.crashed("a", 3), "(exit code 3)", "(exit code 3)", id="exit code"),
        pytest.param(troubles.crashed("a", -9999), "(exit code -9999)", "(exit code -9999)", id="no signal"),
        pytest.param(troubles.program_error("a", "KeyError"), "lỗi chương trình (KeyError)", "program error (KeyError)", id="bug"),
        pytest.param(troubles.not_a_file("a"), "không phải là tệp", "not a regular file", id="no file"),
    ],
)  # fmt: skip
def test_trouble_is_told_in_both_languages(error: DocumentError, vi: str, en: str) -> None:
    assert vi in error.told("vi")
    assert en in error.told("en")
    assert error.told("vi").startswith("a: ")
