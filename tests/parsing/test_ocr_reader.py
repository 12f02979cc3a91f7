"""What is particular to one reading; what is read is tested with whole documents in test_ocr.py."""

from typing import Any

import numpy as np
import pytest

cv2 = pytest.importorskip("cv2")
pytest.importorskip("tesserocr")


class RefusalError(Exception):
    """Stands in for OpenCV's error, which only OpenCV can fill in."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code


@pytest.mark.parametrize(
    ("code", "raised"),
    [
        pytest.param(cv2.Error.StsNoMem, MemoryError, id="memory"),
        pytest.param(cv2.Error.StsBadArg, RefusalError, id="anything else stays what it is"),
    ],
)
def test_too_little_memory_is_named(
    code: int, raised: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    from vnparty_nlp.parsing.ocr_reader import PageReader

    def refuse(*_: Any) -> None:
        raise RefusalError(code)

    monkeypatch.setattr(cv2, "error", RefusalError)
    monkeypatch.setattr(PageReader, "_read", refuse)
    reader = PageReader.__new__(PageReader)
    with pytest.raises(raised):
        reader.read(np.zeros((4, 4), np.uint8), 300.0, 1)
