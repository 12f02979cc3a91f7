import pytest

from vnparty_nlp.parsing.markup import MarkupReader


def blocks(html: str) -> list[str]:
    drafts = MarkupReader().read(html.encode(), "a.html").drafts
    return [f"{draft.kind}: {draft.text}" for draft in drafts]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<p>Chi bộ <b>nhất</b> trí</p>", ["Chi bộ nhất trí"], id="inline marks"),
        pytest.param("<p>a<b> b</b>c <i>d</i></p>", ["a bc d"], id="blanks stay where they are"),
        pytest.param("<p>dòng\n  gãy</p>", ["dòng gãy"], id="line breaks of the source"),
        pytest.param(
            "<div>Trước<p>Giữa</p>Sau</div>", ["Trước", "Giữa", "Sau"], id="text around a block"
        ),
        pytest.param(
            "<style>p{}</style><script>x()</script><p>Chữ</p>", ["Chữ"], id="script and style"
        ),
        pytest.param(
            "<p style='display: none'>ẩn</p><p hidden>ẩn</p><p>hiện</p>", ["hiện"], id="hidden"
        ),
        pytest.param("<p>đã nộp <del>chưa nộp</del></p>", ["đã nộp"], id="deleted"),
        pytest.param(
            "<p>H&ocirc;&#803;i nghi&#803;</p>", ["Hội nghị"], id="entities and loose marks"
        ),
        pytest.param("<ol><li>Một<li>Hai</ol>", ["1. Một", "2. Hai"], id="numbered list"),
        pytest.param(
            "<ol start=3 type=a><li>Ba<li value=7>Bảy</ol>",
            ["c. Ba", "g. Bảy"],
            id="list with its own numbers",
        ),
        pytest.param(
            "<ol type=I><li><p>Đánh giá</p><p>Tiếp</p></li></ol>",
            ["I. Đánh giá", "Tiếp"],
            id="paragraphs in an item",
        ),
        pytest.param("<ul><li>Một<ul><li>Hai</ul></ul>", ["- Một", "- Hai"], id="nested list"),
        pytest.param(
            "<p>Bí thư chi bộ,<br>kiêm trưởng thôn</p>",
            ["Bí thư chi bộ, kiêm trưởng thôn"],
            id="break in a sentence",
        ),
        pytest.param(
            "<p>Xong.<br>- Việc khác</p>", ["Xong.", "- Việc khác"], id="break between lines"
        ),
        pytest.param("Chữ trần", ["Chữ trần"], id="no tags at all"),
    ],
)
def test_paragraphs(html: str, expected: list[str]) -> None:
    assert blocks(f"<html><body>{html}</body></html>") == [
        f"paragraph: {text}" for text in expected
    ]


def test_table_with_spans() -> None:
    html = """<table><thead><tr><th rowspan=2>TT</th><th rowspan=2>Họ và tên</th><th colspan=2>Số phiếu</th></tr>
    <tr><th>Đồng ý</th><th>Không đồng ý</th></tr></thead>
    <tr><td>1</td><td>Phan Thị Nụ</td><td>24</td><td>1</td></tr></table>"""
    drafts = MarkupReader().read(html.encode(), "a.html").drafts
    assert [draft.text for draft in drafts] == [
        "TT | Họ và tên | Số phiếu",
        "Đồng ý | Không đồng ý",
        "1 | Phan Thị Nụ | 24 | 1",
    ]
    assert drafts[-1].columns == ("TT", "Họ và tên", "Số phiếu Đồng ý", "Số phiếu Không đồng ý")


def test_letterhead_and_signature_tables() -> None:
    html = """<table><tr><td>ĐẢNG BỘ XÃ HÒA SƠN<br>CHI BỘ THÔN BÃI DÂU</td><td>ĐẢNG CỘNG SẢN VIỆT NAM</td></tr></table>
    <p>BIÊN BẢN</p><p>Chi bộ họp.</p>
    <table><tr><td>THƯ KÝ</td><td>CHỦ TRÌ</td></tr><tr><td>Phan Thị Nụ</td><td>Hà Văn Mạc</td></tr></table>"""
    assert blocks(html) == [
        "letterhead: ĐẢNG BỘ XÃ HÒA SƠN",
        "letterhead: CHI BỘ THÔN BÃI DÂU",
        "letterhead: ĐẢNG CỘNG SẢN VIỆT NAM",
        "paragraph: BIÊN BẢN",
        "paragraph: Chi bộ họp.",
        "signature: THƯ KÝ",
        "signature: Phan Thị Nụ",
        "signature: CHỦ TRÌ",
        "signature: Hà Văn Mạc",
    ]


def test_declared_charset_is_followed() -> None:
    html = "<html><head><meta charset=utf-16></head><body><p>Chi bộ</p></body></html>"
    drafts = MarkupReader().read(html.encode("utf-16"), "a.html").drafts
    assert [draft.text for draft in drafts] == ["Chi bộ"]


def test_deep_nesting_ends() -> None:
    html = "<div>" * 3000 + "sâu" + "</div>" * 3000
    assert blocks(f"<p>Đầu</p>{html}")[0] == "paragraph: Đầu"
