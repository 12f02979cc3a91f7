"""Own pages, in whatever order their words were drawn, are read whole and in order."""

from pathlib import Path

import pytest

from benchmarks.drawn.pages import drawings
from benchmarks.drawn.sheet import ORDERS, Drawing, draw
from vnparty_nlp import parse
from vnparty_nlp.evaluation.corpus import syllables

DRAWINGS = drawings()


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.name)
def test_a_page_is_read_as_it_was_written(drawing: Drawing, order: str, tmp_path: Path) -> None:
    found = syllables(parse(draw(drawing, order, tmp_path / "page.pdf")).text)
    wanted = syllables(drawing.gold)
    if drawing.name == "stamps":
        # A stamp over the text may stand anywhere in it; the one in the margin comes at the end.
        found, wanted = ([s for s in part if s not in {"đã", "ký"}] for part in (found, wanted))
        found = found[: len(wanted)]
    assert found == wanted


@pytest.mark.parametrize(
    ("name", "kind", "text"),
    [
        pytest.param("table over a page break", "row", "4 | Mè Thị Sáo | 20.000 | Được miễn giảm theo nghị quyết tháng trước", id="a cell over a page break"),
        pytest.param("footnote", "footnote", "1 Theo sổ thu của thủ quỹ, có chữ ký của từng người nộp và dấu của chi ủy.", id="a note with its raised number"),
        pytest.param("spaced capitals", "paragraph", "ĐIỀU KHOẢN THI HÀNH", id="capitals set wide"),
        pytest.param("open table", "row", "1 | Lường Thị Mận | 45.000 | Nộp đủ", id="a table without rules"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("order", ["words in order", "shuffled"])
def test_a_block_is_found(name: str, kind: str, text: str, order: str, tmp_path: Path) -> None:
    drawing = next(drawing for drawing in DRAWINGS if drawing.name == name)
    document = parse(draw(drawing, order, tmp_path / "page.pdf"))
    assert (kind, text) in [(b.kind, b.span.of(document.text)) for b in document.blocks]


@pytest.mark.parametrize("order", ["words in order", "letter by letter", "shuffled"])
def test_a_stamp_up_the_margin_is_read_from_below(order: str, tmp_path: Path) -> None:
    drawing = next(drawing for drawing in DRAWINGS if drawing.name == "stamps")
    assert parse(draw(drawing, order, tmp_path / "page.pdf")).text.endswith("BẢN LƯU VĂN PHÒNG")


@pytest.mark.parametrize("order", ["words in order", "shuffled"])
@pytest.mark.parametrize("name", ["running heads", "columns over pages"])
def test_a_paragraph_goes_on_over_the_break(name: str, order: str, tmp_path: Path) -> None:
    drawing = next(drawing for drawing in DRAWINGS if drawing.name == name)
    document = parse(draw(drawing, order, tmp_path / "page.pdf"))
    found = [block.span.of(document.text) for block in document.blocks]
    assert found == drawing.gold.splitlines()
