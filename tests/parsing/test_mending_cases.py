import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parsing.drawn_pages import LETTER
from vnparty_nlp.parsing.mending import is_scattered, mend
from vnparty_nlp.parsing.paper import Edges

SIZE = 12.0


def drawn(text: str) -> tuple[list[str], Edges]:
    """Words of a line: blanks are a quarter of the size wide, "~" is a tight blank."""
    words, boxes, left = [], [], 85.0
    for piece in text.replace("~", " ~").split():
        left += 0.08 * SIZE if piece[0] == "~" else 0.25 * SIZE
        word = piece.strip("~")
        right = left + LETTER * SIZE * len(word)
        words.append(word)
        boxes.append((left, 89.0, right, 103.0))
        left = right
    return words, np.array(boxes, dtype=np.float32).reshape(-1, 4)


def mended(text: str, wide: tuple[int, ...] = ()) -> str:
    """The words after mending; in fused words a gap stands before the letters numbered `wide`."""
    words, boxes = drawn(text)

    def letters(word: int) -> Edges:
        lefts, place = [], float(boxes[word, 0])
        for number in range(len(words[word])):
            place += 2.0 if number in wide else 0.0
            lefts.append((place, place + 5.0))
            place += 5.0
        return np.array(lefts, dtype=np.float32)

    found, places = mend(words, boxes, letters)
    assert len(found) == len(places)
    return " ".join(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("chi bộ họp thường kỳ", "chi bộ họp thường kỳ", id="nothing to mend"),
        pytest.param(
            "chi bộ ngh~ị quy~ết của chi bộ", "chi bộ nghị quyết của chi bộ", id="syllables torn"
        ),
        pytest.param("ĐIỀ~U KHO~ẢN THI HÀNH", "ĐIỀU KHOẢN THI HÀNH", id="capitals torn"),
        pytest.param(
            "ba~n sáng ở~xã",
            "ba~n sáng ở~xã".replace("~", " "),
            id="what is a word of its own stays",
        ),
        pytest.param(
            "Ia Drăng và Krông Bông", "Ia Drăng và Krông Bông", id="names in other tongues"
        ),
        pytest.param("15-QĐ/ĐU của TU", "15-QĐ/ĐU của TU", id="numbers and codes"),
    ],
)
def test_torn_words(text: str, expected: str) -> None:
    assert mended(text) == expected


@pytest.mark.parametrize(
    ("text", "wide", "expected"),
    [
        pytest.param("Nghịquyết", (4,), "Nghị quyết", id="a gap between the letters"),
        pytest.param("bộThôn", (), "bộ Thôn", id="a capital in the midst"),
        pytest.param("nghịquyết", (), "nghịquyết", id="no proof, no cut"),
    ],
)
def test_fused_words(text: str, wide: tuple[int, ...], expected: str) -> None:
    assert mended(text, wide) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["chi", "bộ", "họp", "thường", "kỳ"], False, id="ordinary"),
        pytest.param(
            ["ch", "ộ", "ọp", "thưng", "ỳ", "ươ", "ề", "ạ", "ế", "ố", "ệ"],
            True,
            id="letters drawn apart",
        ),
        pytest.param([], False, id="none"),
    ],
)
def test_scattered(texts: list[str], expected: bool) -> None:
    assert is_scattered(texts) is expected


@given(
    st.lists(
        st.sampled_from(
            [
                "chi",
                "bộ",
                "ngh",
                "ị",
                "quy",
                "ết",
                "ở",
                "ý",
                "ĐIỀ",
                "U",
                "25",
                "đ/c",
                "Nghịquyết",
                "~ị",
            ]
        ),
        min_size=1,
        max_size=15,
    )
)
def test_no_letter_is_lost_or_moved(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert mended(text).replace(" ", "") == text.replace(" ", "").replace("~", "")
