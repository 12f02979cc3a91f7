import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.parsing.numbering import Counter, Level, ListStyle, read_lists, write_number


def counter(*levels: Level, restarts: dict[int, int] | None = None) -> Counter:
    style = ListStyle("0", dict(enumerate(levels)), restarts or {})
    return Counter({"1": style, "2": style})


def numbers(counting: Counter, *levels: int, list_id: str = "1") -> list[str]:
    return [counting.next(list_id, level) for level in levels]


@pytest.mark.parametrize(
    ("levels", "steps", "expected"),
    [
        pytest.param((Level(text="%1."),), (0, 0, 0), ["1.", "2.", "3."], id="figures"),
        pytest.param((Level(style="upperRoman", text="%1."), Level(text="%2.")), (0, 1, 1, 0, 1), ["I.", "1.", "2.", "II.", "1."], id="sections and items"),
        pytest.param((Level(text="%1."), Level(text="%1.%2.")), (0, 1, 1, 0, 1), ["1.", "1.1.", "1.2.", "2.", "2.1."], id="two figures"),
        pytest.param((Level(style="upperRoman", text="%1"), Level(text="%1.%2", legal=True)), (0, 1), ["I", "1.1"], id="legal figures"),
        pytest.param((Level(style="lowerLetter", text="%1)"),), (0, 0, 0), ["a)", "b)", "c)"], id="letters"),
        pytest.param((Level(style="bullet", text="\uf0b7"),), (0, 0), ["\uf0b7", "\uf0b7"], id="bullets"),
        pytest.param((Level(style="bullet"),), (0,), ["•"], id="a bullet without a sign"),
        pytest.param((Level(style="none", text="%1"),), (0,), [""], id="no number"),
        pytest.param((Level(start=5, text="%1."),), (0, 0), ["5.", "6."], id="starts at five"),
        pytest.param((Level(text="%1."), Level(text="%2)", restart=0)), (0, 1, 0, 1), ["1.", "1)", "2.", "2)"], id="a level that never restarts"),
        pytest.param((Level(text="%1."), Level(text="%1.%2.")), (1, 1), ["1.1.", "1.2."], id="the level above was never used"),
        pytest.param((Level(text="Điều %1."),), (0, 0), ["Điều 1.", "Điều 2."], id="a word before the figure"),
    ],
)  # fmt: skip
def test_counting(levels: tuple[Level, ...], steps: tuple[int, ...], expected: list[str]) -> None:
    assert numbers(counter(*levels), *steps) == expected


def test_lists_of_one_definition_count_on_and_an_override_begins_anew() -> None:
    going_on = counter(Level(text="%1."))
    assert numbers(going_on, 0, 0) + numbers(going_on, 0, list_id="2") == ["1.", "2.", "3."]
    anew = counter(Level(text="%1."), restarts={0: 1})
    assert numbers(anew, 0, 0) + numbers(anew, 0, list_id="2") == ["1.", "2.", "1."]


def test_unknown_lists_and_levels_have_no_number() -> None:
    counting = counter(Level(text="%1."))
    assert counting.next("9", 0) == ""
    assert counting.next("1", 4) == ""


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        (4, "upperRoman", "IV"), (9, "lowerRoman", "ix"), (1994, "upperRoman", "MCMXCIV"),
        (1, "lowerLetter", "a"), (26, "lowerLetter", "z"), (27, "lowerLetter", "aa"), (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"), (12, "decimalZero", "12"), (3, "decimal", "3"), (3, "chicago", "3"), (0, "lowerLetter", "0"),
    ],
)  # fmt: skip
def test_figures(number: int, style: str, expected: str) -> None:
    assert write_number(number, style) == expected


@given(st.integers(1, 3999))
def test_roman_figures_read_back(number: int) -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    sizes = [values[letter] for letter in write_number(number, "upperRoman")]
    assert number == sum(-a if a < b else a for a, b in zip(sizes, [*sizes[1:], 0], strict=True))


def test_lists_of_a_file() -> None:
    root = parse_xml(
        f"<w:numbering {nsdecls('w')}><w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:start w:val='3'/>"
        "<w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>"
        "<w:num w:numId='2'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>"
        "<w:num w:numId='3'><w:abstractNumId w:val='99'/></w:num></w:numbering>"
    )
    counting = Counter(read_lists(root))
    assert numbers(counting, 0, 0) == ["III.", "IV."]
    assert numbers(counting, 0, list_id="2") == ["I."]
    assert numbers(counting, 0, list_id="3") == [""]
    assert read_lists(None) == {}
