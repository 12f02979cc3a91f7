import numpy as np
import pytest

from vnparty_nlp.parsing.ocr_mend import mend
from vnparty_nlp.parsing.ocr_words import ReadWords


def line(*texts: str) -> ReadWords:
    """Words of one line, each in a box of 100 pixels."""
    boxes = [[110 * n, 0, 110 * n + 100, 40] for n in range(len(texts))]
    count = len(texts)
    return ReadWords(
        list(texts), np.array(boxes, np.float32), np.full(count, 90.0), np.zeros(count, np.int64)
    )


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["quý", "1I/2015,"], ["quý", "II/2015,"], id="second quarter"),
        pytest.param(["Quý", "11/2015"], ["Quý", "II/2015"], id="there is no eleventh quarter"),
        pytest.param(["quý", "1V"], ["quý", "IV"], id="fourth quarter"),
        pytest.param(["quý", "1/2015"], ["quý", "1/2015"], id="a first quarter may be a figure"),
        pytest.param(["tháng", "11/2015"], ["tháng", "11/2015"], id="November"),
        pytest.param(["HI.", "KẾT", "QUẢ"], ["III.", "KẾT", "QUẢ"], id="a heading"),
        pytest.param(["1I.", "NỘI", "DUNG"], ["II.", "NỘI", "DUNG"], id="a heading with a figure"),
        pytest.param(["11.", "Trần"], ["11.", "Trần"], id="the eleventh of a list"),
        pytest.param(["khoản", "HI."], ["khoản", "HI."], id="not at the beginning of a line"),
        pytest.param(["đồng", "chíVương"], ["đồng", "chí", "Vương"], id="set too close"),
        pytest.param(["Lê Quang"], ["Lê", "Quang"], id="two words in one box"),
        pytest.param(["45-QĐ/ĐU"], ["45-QĐ/ĐU"], id="a number"),
        pytest.param(["QĐ-TTg"], ["QĐ-TTg"], id="an abbreviation"),
        pytest.param(["pH"], ["pH"], id="not a syllable"),
    ],
)
def test_repairs(texts: list[str], expected: list[str]) -> None:
    assert mend(line(*texts)).texts == expected


def test_divided_words_share_their_box() -> None:
    done = mend(line("họp", "chíVương"))
    assert done.ink[:, 0].tolist() == pytest.approx([0, 110, 147.5])
    assert done.ink[:, 2].tolist() == pytest.approx([100, 147.5, 210])
    assert len(done.confidences) == len(done.lines) == 3
