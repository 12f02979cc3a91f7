import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parsing.drawn_pages import LEFT, PITCH, Sheet, told, words_of, wrap
from vnparty_nlp.parsing.flow import assemble, place_words
from vnparty_nlp.parsing.layout import read_pages

REPORT = (
    "Đồng chí Bí thư báo cáo: vụ xuân toàn thôn gặt xong trước ngày 02/6, năng suất ước 61 tạ/ha;"
    " tuyến mương Cầu Đá đã nạo vét được 400 m, còn 150 m do các hộ xóm Trên tự làm trong tháng."
)
SECOND = (
    "Đ/c Thìn được giao lập danh sách hộ dùng nước sạch trước ngày 20/5/2023, đến nay đã nộp danh"
    " sách cho chi ủy; chi bộ không có ý kiến gì thêm về việc này."
)


def paragraph(sheet: Sheet, text: str, top: float, indent: float = 0.0) -> float:
    """The text in wrapped lines from `top` on; where the next one may begin."""
    for number, line in enumerate(wrap(text, indent=indent)):
        sheet.put(line, LEFT + (0 if number else indent), top + number * PITCH)
    return top + (number + 1) * PITCH


def party_head(sheet: Sheet, left: tuple[str, ...], right: tuple[str, ...]) -> None:
    for number, line in enumerate(left):
        sheet.centre(line, 175, 80 + number * PITCH)
    for number, line in enumerate(right):
        sheet.centre(line, 425, 80 + number * PITCH)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            ("ĐẢNG BỘ XÃ HÒA SƠN", "CHI BỘ THÔN BÃI DÂU", "*", "Số 05-BB/CB"),
            ("ĐẢNG CỘNG SẢN VIỆT NAM", "Hòa Sơn, ngày 05 tháng 6 năm 2023"),
            id="party",
        ),
        pytest.param(
            ("UBND XÃ HÒA SƠN", "BAN VĂN HÓA", "Số: 05/BC-VH"),
            (
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Hòa Sơn, ngày 05 tháng 6 năm 2023",
            ),
            id="state",
        ),
        pytest.param(
            ("CHI ĐOÀN THÔN BÃI DÂU", "*"),
            ("ĐOÀN TNCS HỒ CHÍ MINH", "Hòa Sơn, ngày … tháng … năm 2023"),
            id="youth union",
        ),
        pytest.param(
            ("ĐẢNG BỘ XÃ HÒA SƠN", "CHI BỘ THÔN BÃI DÂU"),
            ("ĐẢNG CỘNG SẢN VIỆT NAM",),
            id="neither number nor date",
        ),
        pytest.param(
            (
                "ĐẢNG BỘ HUYỆN BẮC HÀM",
                "ĐẢNG ỦY XÃ HÒA SƠN",
                "CHI BỘ THÔN BÃI DÂU",
                "Số      -BB/CB",
            ),
            ("ĐẢNG CỘNG SẢN VIỆT NAM", "Hòa Sơn, ngày 05 tháng 6 năm 2023"),
            id="three bodies, blank number",
        ),
    ],
)
def test_letterhead_is_read_column_by_column(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    sheet = Sheet()
    party_head(sheet, left, right)
    sheet.centre("BIÊN BẢN", 318, 180, 14)
    paragraph(sheet, REPORT, 210)
    found = told(read_pages([sheet.words]).drafts)
    lines = [" ".join(line.split()) for line in (*left, *right)]
    heads = [line[2:] for line in found if line[0] == "L"]
    assert heads == lines
    assert found[len(lines) :] == ["p BIÊN BẢN", f"p {REPORT}"]


@pytest.mark.parametrize(
    "indent", [pytest.param(0.0, id="flush"), pytest.param(28.0, id="first line indented")]
)
def test_wrapped_lines_make_paragraphs(indent: float) -> None:
    sheet = Sheet()
    below = paragraph(sheet, REPORT, 100, indent)
    paragraph(sheet, SECOND, below + 8, indent)
    assert told(read_pages([sheet.words]).drafts) == [f"p {REPORT}", f"p {SECOND}"]


def test_list_items_stay_apart_and_their_wrapped_lines_do_not() -> None:
    sheet = Sheet()
    below = paragraph(sheet, f"- {REPORT}", 100)
    below = paragraph(sheet, f"- {SECOND}", below)
    paragraph(sheet, "- Việc khác: không.", below)
    found = told(read_pages([sheet.words]).drafts)
    assert found == [f"p - {REPORT}", f"p - {SECOND}", "p - Việc khác: không."]


def test_a_paragraph_goes_on_over_the_page_break() -> None:
    lines = wrap(REPORT)
    first, second = Sheet(1).lines(wrap(SECOND), 600), Sheet(2)
    first.lines(lines[:1], 760)
    second.centre("2", 318, 45)
    second.lines(lines[1:], 90)
    assert told(read_pages([first.words, second.words]).drafts) == [f"p {SECOND}", f"p {REPORT}"]


def test_signatures_are_read_column_by_column() -> None:
    sheet = Sheet()
    below = paragraph(sheet, REPORT, 100)
    for middle, lines in ((175, ("THƯ KÝ", "Phan Thị Nụ")), (425, ("CHỦ TRÌ", "Hà Văn Mạc"))):
        sheet.centre(lines[0], middle, below + 20)
        sheet.centre(lines[1], middle, below + 90)
    found = told(read_pages([sheet.words]).drafts)
    assert found == [f"p {REPORT}", "S THƯ KÝ", "S Phan Thị Nụ", "S CHỦ TRÌ", "S Hà Văn Mạc"]


def signatures(sheet: Sheet, *texts: tuple[str, str], top: float) -> Sheet:
    """Rows of an office or a name on the left and on the right."""
    for number, row in enumerate(texts):
        for middle, text in zip((175, 425), row, strict=True):
            sheet.centre(text, middle, top + 70 * number)
    return sheet


OFFICES, SIGNERS = ("THƯ KÝ", "CHỦ TRÌ"), ("Phan Thị Nụ", "Hà Văn Mạc")
SIGNED = ["S THƯ KÝ", "S Phan Thị Nụ", "S CHỦ TRÌ", "S Hà Văn Mạc"]
HEADS = [
    pytest.param(("ĐẢNG ỦY XÃ HÒA SƠN", "QUY ĐỊNH"), id="a body and the kind"),
    pytest.param(("ĐẢNG CỘNG SẢN VIỆT NAM", "HƯỚNG DẪN"), id="a motto and the kind"),
    pytest.param(("HỘI NGƯỜI CAO TUỔI", "KẾ HOẠCH"), id="another body"),
    pytest.param(("DANH SÁCH",), id="a list"),
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("broken", [False, True], ids=["signed", "names on the next page"])
def test_the_next_document_is_no_part_of_the_signatures(
    head: tuple[str, ...], broken: bool
) -> None:
    first, second = Sheet(1), Sheet(2)
    below = paragraph(first, REPORT, 500) + 30
    if broken:
        signatures(first, OFFICES, top=below)
        signatures(second, SIGNERS, top=80)
    else:
        signatures(first, OFFICES, SIGNERS, top=below)
    for number, text in enumerate(head):
        second.centre(text, 318, 120 + 24 * number)
    paragraph(second, SECOND, 240)
    found = told(read_pages([first.words, second.words]).drafts)
    assert found == [f"p {REPORT}", *SIGNED, *(f"p {text}" for text in head), f"p {SECOND}"]


def test_signed_twice_on_two_pages() -> None:
    first, second = Sheet(1), Sheet(2)
    signatures(first, OFFICES, SIGNERS, top=paragraph(first, REPORT, 500) + 30)
    signatures(second, ("NGƯỜI LẬP", "BÍ THƯ"), ("Tạ Đình Khiêm", "Lý Quốc Bảo"), top=80)
    found = told(read_pages([first.words, second.words]).drafts)
    second_signed = ["S NGƯỜI LẬP", "S Tạ Đình Khiêm", "S BÍ THƯ", "S Lý Quốc Bảo"]
    assert found == [f"p {REPORT}", *SIGNED, *second_signed]


def test_a_page_in_smaller_type_holds_no_footnotes() -> None:
    first, second = Sheet(1), Sheet(2)
    below = paragraph(first, REPORT, 100)
    paragraph(first, SECOND, paragraph(first, REPORT, below + PITCH) + PITCH)
    texts = ("Vắng mặt có lý do gồm:", "1. Ốm đau.", "2. Đi công tác.", "Việc khác: không.")
    for number, text in enumerate(texts):
        second.put(text, LEFT, 100 + 14 * number, size=10)
    drafts = read_pages([first.words, second.words]).drafts
    assert told(drafts)[3:] == [f"p {text}" for text in texts]


NAMES = ("TT", "Họ và tên", "Số phiếu", "Tỷ lệ")
ROWS = (
    ("1", "Trương Thị Hợi", "24", "96%"),
    ("2", "Lý Quốc Bảo", "19", "76%"),
    ("3", "Tạ Đình Khiêm", "8", "32%"),
)
XS = (85.0, 120.0, 300.0, 400.0, 552.0)


def ruled(sheet: Sheet, rows: tuple[tuple[str, ...], ...], top: float) -> None:
    sheet.grid(XS, [top + 20 * number for number in range(len(rows) + 1)])
    for number, row in enumerate(rows):
        for left, text in zip(XS, row, strict=False):
            sheet.put(text, left + 4, top + 20 * number + 14)


def test_ruled_table_between_paragraphs() -> None:
    sheet = Sheet()
    paragraph(sheet, "Kết quả bầu chi ủy như sau:", 100)
    ruled(sheet, (NAMES, *ROWS), 120)
    paragraph(sheet, REPORT, 240)
    drafts = read_pages([sheet.words]).drafts
    rows = [f"r {' | '.join(row)}" for row in (NAMES, *ROWS)]
    assert told(drafts) == ["p Kết quả bầu chi ủy như sau:", *rows, f"p {REPORT}"]
    assert [draft.columns for draft in drafts[2:5]] == [NAMES] * 3


def test_table_that_goes_on_repeats_its_header_once() -> None:
    first, second = Sheet(1), Sheet(2)
    ruled(first, (NAMES, *ROWS[:2]), 700)
    ruled(second, (NAMES, ROWS[2]), 90)
    drafts = read_pages([first.words, second.words]).drafts
    assert told(drafts) == [f"r {' | '.join(row)}" for row in (NAMES, *ROWS)]
    assert drafts[-1].columns == NAMES


def test_cell_with_two_lines_is_one_cell() -> None:
    sheet = Sheet().grid((85.0, 120.0, 300.0), (100.0, 150.0, 200.0))
    sheet.put("1", 90, 115).put("Nạo vét mương", 125, 115).put("Cầu Đá", 125, 133)
    sheet.put("2", 90, 165).put("Thu đảng phí", 125, 165)
    found = told(read_pages([sheet.words]).drafts)
    assert found == ["r 1 | Nạo vét mương Cầu Đá", "r 2 | Thu đảng phí"]


def test_table_without_rules() -> None:
    sheet = Sheet()
    for number, row in enumerate((NAMES, *ROWS)):
        for left, text in zip(XS, row, strict=False):
            sheet.put(text, left, 120 + number * PITCH)
    drafts = read_pages([sheet.words]).drafts
    assert told(drafts) == [f"r {' | '.join(row)}" for row in (NAMES, *ROWS)]
    assert drafts[-1].columns == NAMES


def test_two_columns_of_text_are_read_down_each_column() -> None:
    sheet = Sheet()
    for left in (60.0, 320.0):
        sheet.lines(wrap(REPORT, left, left + 215), 100, left)
    assert told(read_pages([sheet.words]).drafts) == [f"p {REPORT}", f"p {REPORT}"]


def test_drawn_rules_are_no_text() -> None:
    sheet = Sheet()
    sheet.centre("BIÊN BẢN", 318, 100, 14).centre("–––––––––", 318, 118)
    paragraph(sheet, REPORT, 150)
    assert told(read_pages([sheet.words]).drafts) == ["p BIÊN BẢN", f"p {REPORT}"]


def test_a_centred_title_on_two_lines_is_one_paragraph() -> None:
    sheet = Sheet()
    sheet.centre("Về việc phân công đảng viên theo dõi từng hộ gia đình trong thôn", 318, 100)
    sheet.centre("và thu đảng phí quý II năm 2023", 318, 118)
    paragraph(sheet, REPORT, 160)
    assert told(read_pages([sheet.words]).drafts)[-1] == f"p {REPORT}"


SYLLABLES = st.sampled_from(
    [
        "chi",
        "bộ",
        "thôn",
        "họp",
        "nộp",
        "đảng",
        "phí",
        "đủ",
        "Nụ",
        "Thìn",
        "25",
        "05/6",
        "đ/c",
        "xóm",
        "Trên",
        "ở",
    ]
)
TEXTS = st.lists(st.lists(SYLLABLES, min_size=1, max_size=40).map(" ".join), min_size=1, max_size=6)


@given(TEXTS, st.randoms(use_true_random=False))
def test_no_word_is_lost_in_whatever_order_it_was_drawn(texts: list[str], random) -> None:  # type: ignore[no-untyped-def]
    sheet = Sheet()
    top = 130.0
    for text in texts:
        top = paragraph(sheet, text, top) + 8
    words = sheet.words
    order = list(range(len(words.texts)))
    random.shuffle(order)
    words.texts[:] = [words.texts[number] for number in order]
    words.edges[:] = words.edges[order]
    assert words_of(read_pages([words])) == " ".join(texts).split()


@given(TEXTS)
def test_every_word_has_its_own_box(texts: list[str]) -> None:
    sheet = Sheet()
    top = 130.0
    for text in texts:
        top = paragraph(sheet, text, top) + 8
    page = sheet.words
    reading = read_pages([page])
    text, _ = assemble(reading.drafts)
    boxes = place_words(reading.drafts, reading.places)
    covered = [text[a:b] for a, b in zip(boxes.starts, boxes.ends, strict=True)]
    assert covered == words_of(reading) == page.texts
    assert np.allclose(np.array(boxes.edges).reshape(-1, 4), page.edges)


@given(
    st.lists(
        st.tuples(SYLLABLES, st.floats(0, 560), st.floats(20, 830), st.floats(4, 30)), max_size=40
    )
)
def test_words_strewn_over_a_page_all_come_out(
    strewn: list[tuple[str, float, float, float]],
) -> None:
    sheet = Sheet()
    for word, left, baseline, size in strewn:
        sheet.put(word, left, baseline, size)
    # Page numbers and notes' figures are taken for what they are; words never are.
    kept = sorted(word for word in words_of(read_pages([sheet.words])) if word.isalpha())
    assert kept == sorted(word for word, *_ in strewn if word.isalpha())
