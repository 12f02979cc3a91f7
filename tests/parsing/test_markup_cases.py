"""Pages as Word, LibreOffice, mail programs and people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parsing.drawn_pages import told
from vnparty_nlp.parsing.markup import MarkupReader


def blocks(html: str) -> list[str]:
    return told(MarkupReader().read(html.encode(), "a.html").drafts)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<p>Chi&nbsp;bộ họp</p>", ["p Chi bộ họp"], id="a blank that does not break"),
        pytest.param("<p class=MsoNormal><span style='mso-tab-count:1'>\t</span>Chi bộ</p>", ["p Chi bộ"], id="Word's tabs"),
        pytest.param("<p><span style='mso-hide:all'>ẩn</span>hiện</p>", ["p hiện"], id="Word's hidden text"),
        pytest.param("<div title=header><p>Trang 1</p></div><p>Họp.</p>", ["p Họp."], id="LibreOffice's running head"),
        pytest.param("<p>đã <s>chưa</s> nộp</p>", ["p đã nộp"], id="struck out"),
        pytest.param("<p>đã <ins>nộp</ins></p>", ["p đã nộp"], id="inserted"),
        pytest.param("<!-- ghi chú --><p>Họp.</p>", ["p Họp."], id="comment"),
        pytest.param("<noscript>x</noscript><template><p>y</p></template><p>Họp.</p>", ["p Họp."], id="what no reader sees"),
        pytest.param("<form><label>Có mặt</label><input value=25><textarea>x</textarea></form>", ["p Có mặt"], id="form fields"),
        pytest.param("<h1>BIÊN BẢN</h1><h2>Họp chi bộ</h2>", ["p BIÊN BẢN", "p Họp chi bộ"], id="headings"),
        pytest.param("<dl><dt>Chủ trì<dd>Hà Văn Mạc</dl>", ["p Chủ trì", "p Hà Văn Mạc"], id="definitions"),
        pytest.param("<blockquote>Trích</blockquote>", ["p Trích"], id="quotation"),
        pytest.param("<ol><li>Một<ol type=a><li>Thu<li>Chi</ol><li>Hai</ol>", ["p 1. Một", "p a. Thu", "p b. Chi", "p 2. Hai"], id="lists in lists"),
        pytest.param("<ol start=x><li value=-3>Một</ol>", ["p 1. Một"], id="numbers that are none"),
        pytest.param("<ol type=I start=4><li>Kết luận</ol>", ["p IV. Kết luận"], id="Roman list"),
        pytest.param("<p>Một</p>hai<p>ba</p>bốn", ["p Một", "p hai", "p ba", "p bốn"], id="text between blocks"),
        pytest.param("<p>x<sup>1</sup> m<sup>2</sup></p>", ["p x1 m2"], id="raised figures"),
        pytest.param("<table><tr><td>Chỉ một ô</td></tr></table>", ["p Chỉ một ô"], id="a frame around text"),
        pytest.param("<table><tr><td>TT<td>Tên<tr><td>1<td><table><tr><td>Nụ<td>Lụa</table></table>", ["r TT | Tên", "r 1 | Nụ Lụa"], id="a table in a cell"),
        pytest.param("<table><caption>Bảng 1</caption><tr><td>TT<td>Tên<tr><td>1<td>Nụ</table>", ["p Bảng 1", "r TT | Tên", "r 1 | Nụ"], id="caption of a table"),
        pytest.param("<p>a < b và c > d</p>", ["p a < b và c > d"], id="signs that are no tags"),
        pytest.param("<p>chưa đóng<p>đoạn", ["p chưa đóng", "p đoạn"], id="tags left open"),
        pytest.param("<body></body>", [], id="nothing"),
    ],
)  # fmt: skip
def test_blocks(html: str, expected: list[str]) -> None:
    assert blocks(f"<html>{html}</html>") == expected


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("utf-8", "utf-8"), ("windows-1258", "utf-8"), ("iso-8859-1", "utf-8"), ("us-ascii", "utf-8"), ("khong-co", "utf-8"), ("utf-16", "utf-16")],
    ids=["right", "cannot hold it", "holds anything", "too small", "unknown", "utf-16"],
)  # fmt: skip
def test_a_declared_charset_counts_where_the_bytes_agree(charset: str, encoding: str) -> None:
    html = f"<html><meta charset={charset}><p>Đồng chí Nụ đã nộp đảng phí đủ ạ</p></html>"
    drafts = MarkupReader().read(html.encode(encoding), "a.html").drafts
    assert told(drafts) == ["p Đồng chí Nụ đã nộp đảng phí đủ ạ"]


def test_a_legacy_code_that_declares_windows_1252_is_converted() -> None:
    html = b"<html><meta charset=windows-1252><p>\xa7\xb6ng \xf1y x\xb7 H\xdfa S\xacn, chi b\xe9 th\xabn B\xb7i D\xa9u \xae\xb7 h\xe4p.</p></html>"
    reading = MarkupReader().read(html, "a.html")
    assert reading.drafts[0].text == "Đảng ủy xã Hòa Sơn, chi bộ thôn Bãi Dâu đã họp."
    assert reading.legacy_encoding == "tcvn3"


TEXTS = st.lists(
    st.lists(
        st.sampled_from(["Chi", "bộ", "họp,", "nộp", "25", "đ/c", "Nụ"]), min_size=1, max_size=6
    ).map(" ".join),
    min_size=1,
    max_size=5,
)


@given(TEXTS, st.sampled_from(["p", "div", "h2", "li", "blockquote", "section"]))
def test_a_block_for_each_element(texts: list[str], tag: str) -> None:
    found = blocks(
        "<html><body>" + "".join(f"<{tag}>{text}</{tag}>" for text in texts) + "</body></html>"
    )
    mark = "- " if tag == "li" else ""
    assert found == [f"p {mark}{text}" for text in texts]


@given(TEXTS, st.sampled_from(["b", "span", "font", "i", "u", "a"]))
def test_inline_tags_part_nothing(texts: list[str], tag: str) -> None:
    inner = " ".join(f"<{tag}>{text}</{tag}>" for text in texts)
    assert blocks(f"<html><body><p>{inner}</p></body></html>") == [f"p {' '.join(texts)}"]
