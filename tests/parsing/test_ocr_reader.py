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


def test_a_picture_that_tesseract_refuses_is_an_empty_page() -> None:
    from vnparty_nlp.parsing.ocr_reader import PageReader

    class Refuses:
        def SetPageSegMode(self, _: Any) -> None:  # noqa: N802
            pass

        def SetImage(self, _: Any) -> None:  # noqa: N802
            raise RuntimeError("Failed to read picture")

    class Agrees:
        def check(self, _: Any, words: Any, __: Any) -> tuple[Any, tuple[()]]:
            return words, ()

    reader = PageReader.__new__(PageReader)
    reader._tesseract = Refuses()
    reader._second = Agrees()  # type: ignore[assignment]
    page = reader.read(np.full((80, 60), 255, np.uint8), 220.0, 3)
    assert (page.words.number, page.words.texts, page.failed) == (3, [], True)


@pytest.mark.parametrize(
    ("rules", "mode"),
    [
        pytest.param([], "SINGLE_COLUMN", id="no lines"),
        pytest.param([[0, 10, 500, 12]] * 9, "SINGLE_COLUMN", id="underlined heads alone"),
        pytest.param([[9, 0, 11, 400]] * 2, "SINGLE_COLUMN", id="a frame"),
        pytest.param([[9, 0, 11, 400]] * 3, "SINGLE_BLOCK", id="a table of two columns"),
    ],
)
def test_a_table_is_read_as_one_block(rules: list[list[int]], mode: str) -> None:
    import tesserocr

    from vnparty_nlp.parsing.ocr_reader import _mode

    edges = np.array(rules, dtype=np.float32).reshape(-1, 4)
    assert _mode(edges) == getattr(tesserocr.PSM, mode)
