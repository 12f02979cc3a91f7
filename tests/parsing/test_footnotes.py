import numpy as np
import pytest

from vnparty_nlp.parsing.footnotes import opens_note, take_footnotes
from vnparty_nlp.parsing.paper import PageWords
from vnparty_nlp.parsing.segments import rows_of

USUAL = 14.0
Piece = tuple[float, float, float, str]
"""Left edge, bottom edge, height, words."""


def page(*pieces: Piece, rule: float | None = None) -> PageWords:
    texts: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    for left, bottom, height, words in pieces:
        for number, word in enumerate(words.split()):
            x = left + 0.5 * height * (number and len(" ".join(words.split()[:number])) + 1)
            texts.append(word)
            boxes.append((x, bottom - height, x + 0.5 * height * len(word), bottom))
    rules = [] if rule is None else [(85.0, rule, 200.0, rule + 0.5)]
    return PageWords(
        1,
        595.0,
        842.0,
        texts,
        np.array(boxes, dtype=np.float32).reshape(-1, 4),
        np.array(rules, dtype=np.float32).reshape(-1, 4),
        upright=len(texts),
    )


def taken(sheet: PageWords) -> tuple[list[str], list[str]]:
    text, notes = take_footnotes(sheet, rows_of(sheet.edges), USUAL)
    return tuple(
        [" ".join(sheet.texts[w] for s in row for w in s.words) for row in rows]
        for rows in (text, notes)
    )  # type: ignore[return-value]


BODY = (85.0, 700.0, 14.0, "Chi bộ nộp đủ đảng phí.")


@pytest.mark.parametrize(
    ("sheet", "text", "notes"),
    [
        pytest.param(page(BODY), ["Chi bộ nộp đủ đảng phí."], [], id="none"),
        pytest.param(
            page(BODY, (85.0, 780.0, 10.0, "1 Theo sổ thu."), (85.0, 792.0, 10.0, "lưu ở chi bộ.")),
            ["Chi bộ nộp đủ đảng phí."],
            ["1 Theo sổ thu.", "lưu ở chi bộ."],
            id="small type",
        ),
        pytest.param(
            page(BODY, (85.0, 780.0, 14.0, "1 Theo sổ thu."), rule=760.0),
            ["Chi bộ nộp đủ đảng phí."],
            ["1 Theo sổ thu."],
            id="below a line",
        ),
        pytest.param(
            page(BODY, (250.0, 694.0, 8.0, "1"), (85.0, 780.0, 10.0, "1 Theo sổ thu.")),
            ["Chi bộ nộp đủ đảng phí."],
            ["1 Theo sổ thu."],
            id="the mark in the text is left out",
        ),
        pytest.param(
            page(
                (85.0, 700.0, 14.0, "Đất 620 m"), (150.0, 694.0, 8.0, "2"), (85.0, 720.0, *BODY[2:])
            ),
            ["Đất 620 m 2", "Chi bộ nộp đủ đảng phí."],
            [],
            id="another raised figure stays in its line",
        ),
        pytest.param(
            page(BODY, (85.0, 780.0, 10.0, "Nơi nhận: như trên.")),
            ["Chi bộ nộp đủ đảng phí.", "Nơi nhận: như trên."],
            [],
            id="small type without a number",
        ),
    ],
)
def test_footnotes(sheet: PageWords, text: list[str], notes: list[str]) -> None:
    assert taken(sheet) == (text, notes)


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        pytest.param("1 Theo sổ", "", True, id="the first"),
        pytest.param("2 Như trên", "1 Theo sổ", True, id="the next number"),
        pytest.param("12 biên lai cũ", "1 Theo sổ", False, id="a figure in a note"),
        pytest.param("lưu ở chi bộ", "1 Theo sổ", False, id="words"),
        pytest.param("** Như trên", "* Theo sổ", True, id="stars"),
    ],
)
def test_opens_note(text: str, before: str, expected: bool) -> None:
    assert opens_note(text, before) == expected
