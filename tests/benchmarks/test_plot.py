from lxml import etree

from benchmarks.plot import as_svg
from benchmarks.rows import Row


def comments(svg: bytes) -> set[str]:
    # The letters are drawn; matplotlib names each text in a comment.
    return {str(each.text).strip() for each in etree.fromstring(svg).iter(etree.Comment)}


def test_bars_carry_label_value_and_count(rows: list[Row]) -> None:
    texts = comments(as_svg(rows))
    assert {"dues.unpaid", "dues.paid", "reading / pdfplumber"} <= texts
    assert {"0.912   (n = 31)", "0.500   (n = 7)", "× 8.47"} <= texts
    assert "labels, micro" not in texts


def test_the_same_rows_give_the_same_bytes(rows: list[Row]) -> None:
    assert as_svg(rows) == as_svg(list(rows))


def test_no_rows_give_an_empty_picture() -> None:
    assert as_svg([]).startswith(b"<?xml")
