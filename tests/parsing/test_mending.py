import numpy as np
import pytest

from vnparty_nlp.parsing.mending import is_scattered, mend
from vnparty_nlp.parsing.paper import Edges

HEIGHT, LETTER, BLANK = 14.0, 6.0, 3.0


def line(*words: tuple[float, str]) -> tuple[list[str], Edges]:
    """Words of a line with the gap before each, letters of one width."""
    boxes, x = [], 0.0
    for gap, word in words:
        x += gap
        boxes.append((x, 100.0, x + LETTER * len(word), 100.0 + HEIGHT))
        x += LETTER * len(word)
    return [word for _, word in words], np.array(boxes, dtype=np.float32).reshape(-1, 4)


def mended(*words: tuple[float, str], gaps: dict[int, float] | None = None) -> list[str]:
    """What comes out; `gaps` are the gaps between the letters of the first word."""
    texts, boxes = line(*words)

    def letters(word: int) -> Edges:
        x, edges = float(boxes[word, 0]), []
        for number in range(len(texts[word])):
            x += (gaps or {}).get(number, 0.0) if word == 0 else 0.0
            edges.append((x, x + LETTER))
            x += LETTER
        return np.array(edges, dtype=np.float32)

    found, found_boxes = mend(texts, boxes, letters)
    assert len(found) == len(found_boxes)
    assert (found_boxes[:, 2] > found_boxes[:, 0]).all()
    return found


def spread(gap: float, *words: str) -> list[tuple[float, str]]:
    return [(gap, word) for word in words]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(spread(BLANK, "chi", "bộ", "họp"), ["chi", "bộ", "họp"], id="nothing to do"),
        pytest.param(
            [(BLANK, "ĐIỀ"), (BLANK, "U"), *spread(BLANK, "KHOẢN")],
            ["ĐIỀU", "KHOẢN"],
            id="what stands before is no syllable",
        ),
        pytest.param(
            [
                *spread(BLANK, "các", "điều"),
                (BLANK, "kho"),
                (1.4, "ản"),
                *spread(BLANK, "thi", "hành"),
            ],
            ["các", "điều", "khoản", "thi", "hành"],
            id="a gap much narrower than its neighbours",
        ),
        pytest.param(
            spread(BLANK, "quy", "ết"), ["quy", "ết"], id="two syllables at an ordinary gap"
        ),
        pytest.param(
            [*spread(BLANK, "thôn", "Niê"), (BLANK, "có"), *spread(BLANK, "mặt")],
            ["thôn", "Niê", "có", "mặt"],
            id="a name that is no syllable stays whole",
        ),
        pytest.param(
            [(BLANK, "nghị"), (1.0, "Ẩn")], ["nghị", "Ẩn"], id="capital after small letters"
        ),
        pytest.param(
            [(BLANK, "tháng"), (1.0, "6"), (BLANK, "năm")], ["tháng", "6", "năm"], id="figures"
        ),
        pytest.param(
            [*spread(2.0, "B", "Á", "O"), (6.0, "C"), *spread(2.0, "Á", "O")],
            ["BÁO", "CÁO"],
            id="letters set apart",
        ),
        pytest.param(
            spread(2.0, "a", "ệ", "b", "ồ"), ["a", "ệ", "b", "ồ"], id="letters that make no word"
        ),
    ],
)
def test_torn_syllables(words: list[tuple[float, str]], expected: list[str]) -> None:
    assert mended(*words) == expected


@pytest.mark.parametrize(
    ("text", "gaps", "expected"),
    [
        pytest.param("Chibộhọp", {3: 1.2, 5: 1.2}, ["Chi", "bộ", "họp"], id="gaps between words"),
        pytest.param("Chibộhọp.", {3: 1.2, 5: 1.2}, ["Chi", "bộ", "họp."], id="with a full stop"),
        pytest.param("Chibộhọp", {}, ["Chibộhọp"], id="no gap is no proof"),
        pytest.param("MAIĐồng", {}, ["MAI", "Đồng"], id="the case changes"),
        pytest.param("bộThôn", {}, ["bộ", "Thôn"], id="a capital inside"),
        pytest.param("ĐắkLắk", {}, ["ĐắkLắk"], id="parts that are no syllables"),
        pytest.param("Kbuôr", {2: 1.2}, ["Kbuôr"], id="a name is not cut"),
        pytest.param("HTXSNV", {3: 1.2}, ["HTXSNV"], id="an abbreviation is not cut"),
    ],
)
def test_fused_words(text: str, gaps: dict[int, float], expected: list[str]) -> None:
    assert mended((BLANK, text), gaps=gaps) == expected


def test_boxes_of_mended_words() -> None:
    texts, boxes = line((0.0, "ĐIỀ"), (BLANK, "U"))
    _, joined = mend(texts, boxes, lambda _: boxes[:, :2])
    assert joined.tolist() == [[0.0, 100.0, 4 * LETTER + BLANK, 100.0 + HEIGHT]]


@pytest.mark.parametrize(
    ("text", "scattered"),
    [
        pytest.param("Đ NG B B NH VI N Ả Ộ Ệ Ệ H ạ S ố", True, id="letters apart from their words"),
        pytest.param("Đảng bộ bệnh viện ở xã có ý kiến", False, id="ordinary"),
        pytest.param("đ) Trường hợp ở ô số 5", False, id="letters that are words"),
        pytest.param("The branch met on 5 June", False, id="English"),
    ],
)
def test_scattered_pages(text: str, scattered: bool) -> None:
    assert is_scattered(text.split() * 3) == scattered
