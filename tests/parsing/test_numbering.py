import pytest
from lxml import etree

from vnparty_nlp.parsing.numbering import Counter, Level, ListStyle, read_lists, write_number

SPACE = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        pytest.param(4, "decimal", "4", id="Arabic"),
        pytest.param(4, "decimalZero", "04", id="padded"),
        pytest.param(14, "upperRoman", "XIV", id="Roman"),
        pytest.param(9, "lowerRoman", "ix", id="small Roman"),
        pytest.param(3, "lowerLetter", "c", id="letter"),
        pytest.param(28, "upperLetter", "BB", id="letters go round"),
        pytest.param(7, "chineseCounting", "7", id="unknown style"),
    ],
)
def test_write_number(number: int, style: str, expected: str) -> None:
    assert write_number(number, style) == expected


def counter(*styles: ListStyle) -> Counter:
    return Counter({str(number): style for number, style in enumerate(styles, 1)})


OUTLINE = {
    0: Level(style="upperRoman", text="%1."),
    1: Level(text="%2."),
    2: Level(text="%2.%3."),
    3: Level(style="lowerLetter", text="%4)"),
    4: Level(style="bullet", text="-"),
}


def test_levels_count_on_their_own_and_begin_anew_under_a_higher_one() -> None:
    counts = counter(ListStyle("0", OUTLINE))
    levels = [0, 1, 2, 2, 3, 3, 1, 2, 0, 1, 4]
    shown = [counts.next("1", level) for level in levels]
    assert shown == ["I.", "1.", "1.1.", "1.2.", "a)", "b)", "2.", "2.1.", "II.", "1.", "-"]


def test_lists_with_one_definition_share_their_count() -> None:
    shared = ListStyle("7", {0: Level(text="%1.")})
    counts = counter(shared, shared, ListStyle("7", shared.levels, {0: 5}))
    assert [counts.next(name, 0) for name in ("1", "2", "1", "3", "3")] == [
        "1.",
        "2.",
        "3.",
        "5.",
        "6.",
    ]


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        pytest.param(Level(start=5, text="Điều %1."), "Điều 5.", id="start and words around"),
        pytest.param(Level(style="none", text=""), "", id="no number"),
        pytest.param(Level(style="bullet", text=""), "•", id="bullet without a sign"),
        pytest.param(Level(style="upperRoman", text="%1", legal=True), "1", id="legal"),
    ],
)
def test_how_a_number_is_shown(level: Level, expected: str) -> None:
    assert counter(ListStyle("0", {0: level})).next("1", 0) == expected


def test_a_list_that_is_not_defined_has_no_numbers() -> None:
    assert counter().next("9", 0) == ""
    assert counter(ListStyle("0", {})).next("1", 3) == ""


def test_lists_are_read_from_the_file() -> None:
    root = etree.fromstring(f"""<w:numbering {SPACE}>
      <w:abstractNum w:abstractNumId='3'><w:lvl w:ilvl='0'><w:start w:val='2'/>
        <w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1/'/></w:lvl></w:abstractNum>
      <w:num w:numId='8'><w:abstractNumId w:val='3'/></w:num>
      <w:num w:numId='9'><w:abstractNumId w:val='3'/>
        <w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride></w:num>
    </w:numbering>""")
    counts = Counter(read_lists(root))
    assert [counts.next(name, 0) for name in ("8", "8", "9", "9")] == [
        "II/",
        "III/",
        "VII/",
        "VIII/",
    ]
    assert read_lists(None) == {}
