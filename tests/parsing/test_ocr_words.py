import numpy as np
import pytest

from vnparty_nlp.parsing.ocr_words import line_boxes, parse_words


def table(*words: tuple[str, float, tuple[int, int, int, int], int]) -> str:
    """What Tesseract prints for words: text, confidence, left, top, width, height, line."""
    rows = ["4\t1\t1\t1\t1\t0\t0\t0\t900\t40\t-1\t"]
    rows += [
        f"5\t1\t1\t1\t{line}\t1\t{box[0]}\t{box[1]}\t{box[2]}\t{box[3]}\t{confidence}\t{text}"
        for text, confidence, box, line in words
    ]
    return "\n".join(rows)


@pytest.mark.parametrize(
    ("text", "confidence", "expected"),
    [
        pytest.param("đảng", 93.0, ["đảng"], id="a word"),
        pytest.param("QÐ/ÐU", 93.0, ["QĐ/ĐU"], id="Icelandic letters"),
        pytest.param("2_", 80.0, ["2"], id="a figure beside a ruled line"),
        pytest.param("|", 96.0, [], id="a ruled line"),
        pytest.param("-", 40.0, ["-"], id="the dash of a list"),
        pytest.param("',", 30.0, [], id="specks"),
        pytest.param("ttr", 5.0, [], id="a word out of nothing"),
        pytest.param("bo\u0323\u0302", 90.0, ["bộ"], id="marks apart from their letter"),
    ],
)
def test_words_are_kept_and_specks_dropped(
    text: str, confidence: float, expected: list[str]
) -> None:
    assert parse_words(table((text, confidence, (10, 10, 50, 30), 1))).texts == expected


def test_a_page_without_words_has_no_boxes() -> None:
    words = parse_words(table())
    assert words.texts == []
    assert line_boxes(words).shape == (0, 4)


def test_words_of_a_line_are_equally_high_whatever_their_letters_are() -> None:
    # Type of 40 pixels on a baseline at 100: "an" reaches 18 pixels up, "Đảng" 36 up and 8 down.
    words = parse_words(
        table(
            ("an", 95.0, (0, 82, 40, 18), 1),
            ("Đảng", 95.0, (60, 73, 90, 35), 1),
            ("bộ", 95.0, (160, 73, 50, 35), 1),
            ("sau", 95.0, (230, 82, 60, 18), 1),
        )
    )
    boxes = line_boxes(words)
    assert np.ptp(boxes[:, 1]) < 2
    assert np.ptp(boxes[:, 3]) < 2
    assert boxes[0, 1] == pytest.approx(100 - 0.92 * 40, abs=5)
    assert boxes[0, 3] == pytest.approx(100 + 0.24 * 40, abs=5)
    assert boxes[:, 0].tolist() == [0, 60, 160, 230]
