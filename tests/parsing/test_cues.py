import pytest

from vnparty_nlp.parsing.cues import (
    LIST_MARK,
    PAGE_NUMBER,
    is_capitals,
    is_letterhead,
    is_ornament,
    is_signature,
    is_title,
    names_body,
    opens_title,
)


@pytest.mark.parametrize(
    "text",
    [
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Đảng Cộng sản Việt Nam",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Độc lập – Tự do – Hạnh phúc",
        "Độc lập-Tự do-Hạnh phúc",
        "dang cong san viet nam",
        "Số 05-BB/CB",
        "Số: 05/QĐ-BNV",
        "Số      -/ĐU",
        "Số: ……-NQ/CB",
        "Số ký hiệu: 12-BB/CB",
        "S0 12-NQ/ĐU",
        "Hàm Thuận, ngày 0l tháng 8 năm 2019",
        "Ngày 03 tháng 12 năm 2018",
        "V/v nộp đảng phí quý II",
        "Hòa Sơn, ngày 05 tháng 6 năm 2023",
        "Hòa Sơn, ngày … tháng … năm 2023",
        "Hà Hạ, ngày .... tháng .... năm ....",
        "CHI BỘ THÔN BÃI DÂU",
        "ĐẢNG ỦY XÃ HÒA SƠN",
        "ĐẢNG UỶ XÃ HOÀ SƠN",
        "TỈNH ỦY LẠC GIANG",
        "UBND HUYỆN BẮC HÀM",
        "ỦY BAN KIỂM TRA",
        "CHI UỶ TỔ DÂN PHỐ SỐ 9",
    ],
)
def test_lines_of_a_letterhead(text: str) -> None:
    assert is_letterhead(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chi bộ thôn Bãi Dâu họp thường kỳ",
        "BIÊN BẢN",
        "Số đảng viên có mặt: 25",
        "Căn cứ Quyết định số 15-QĐ/ĐU của Đảng ủy xã",
        "Hồi 19 giờ ngày 05 tháng 6 năm 2023 chi bộ họp",
        "Tôi xin hứa trước Đảng Cộng sản Việt Nam sẽ giữ gìn tư cách của mình",
        "THƯ KÝ",
        "Phan Thị Nụ",
        "Chi bộ đã nộp đủ; Hòa Sơn, ngày 05 tháng 6 năm 2023",
        "",
    ],
)
def test_lines_of_the_text(text: str) -> None:
    assert not is_letterhead(text)


@pytest.mark.parametrize(
    "text",
    [
        "THƯ KÝ",
        "CHỦ TRÌ",
        "CHỦ TỌA",
        "CHỦ TOẠ HỘI NGHỊ",
        "CHỦ TRÌ HỘI NGHỊ",
        "NGƯỜI GHI BIÊN BẢN",
        "Người lập biểu",
        "T/M CHI BỘ",
        "TM. BAN CHẤP HÀNH",
        "T/L BAN THƯỜNG VỤ",
        "TUQ. BÍ THƯ",
        "KT. CHỦ TỊCH",
        "BÍ THƯ",
        "PHÓ BÍ THƯ",
        "Bí thư chi bộ",
        "Nơi nhận:",
        "TỔ KIỂM PHIẾU",
        "TRƯỞNG BAN KIỂM PHIẾU",
        "Thư kí",
        "THƠ KÝ",
        "XÁC NHẬN CỦA ĐẢNG ỦY",
        "CHU TRI",
        "Ký tên",
    ],
)
def test_roles_of_signatures(text: str) -> None:
    assert is_signature(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hà Văn Mạc",
        "Chủ trì: đồng chí Hà Văn Mạc",
        "Bí thư chi bộ báo cáo kết quả tháng trước",
        "Thư ký đọc lại biên bản cho toàn thể chi bộ cùng nghe và mọi người đều nhất trí cả.",
        "Người ghi danh đầu tiên là đồng chí Nụ; sau đó là đồng chí Thìn.",
        "Quản lý đất đai",
        "",
    ],
)
def test_no_roles(text: str) -> None:
    assert not is_signature(text)


@pytest.mark.parametrize(
    ("text", "alone", "opens"),
    [
        pytest.param("BIÊN BẢN", True, True, id="biên bản"),
        pytest.param("TRÍCH BIÊN BẢN", True, True, id="trích"),
        pytest.param("BIÊN BẢN (trích)", False, True, id="with a bracket in small letters"),
        pytest.param("BIÊN BẢN HỌP CHI BỘ", False, True, id="with its subject"),
        pytest.param("BIÊN BẢN họp chi bộ", False, True, id="subject in small letters"),
        pytest.param("Biên bản họp chi bộ", False, False, id="small letters"),
        pytest.param("biên bản", False, False, id="a word"),
        pytest.param("NGHỊ QUYẾT", True, True, id="nghị quyết"),
        pytest.param("CÔNG VĂN ĐẾN", False, False, id="công văn đến is a heading of a book"),
        pytest.param("  QUYẾT ĐỊNH", True, True, id="blanks before it"),
        pytest.param("ĐÁNH GIÁ KẾT QUẢ", False, False, id="a section"),
        pytest.param("BIEN BAN", True, True, id="without marks"),
    ],
)
def test_titles(text: str, alone: bool, opens: bool) -> None:
    assert (is_title(text), opens_title(text)) == (alone, opens)


@pytest.mark.parametrize(
    "text",
    [
        "- Đ/c Nụ",
        "+ Có mặt",
        "* Ưu điểm",
        "• Việc",
        "-Đ/c Nụ",
        "1. Đánh giá",
        "1) Đánh giá",
        "1/ Đánh giá",
        "1- Đánh giá",
        "1.1. Kết quả",
        "1.1 Kết quả",
        "2.1.3- Thu",
        "I. THÀNH PHẦN",
        "II- NỘI DUNG",
        "IV/ KẾT LUẬN",
        "A. CÔNG TÁC ĐẢNG",
        "a) Việc",
        "đ) Việc",
        "a. Việc",
        "Điều 3. Hiệu lực",
        "Chương II",
        "Mục 1: Thu",
        "Phần thứ nhất",
        "(1) Việc",
        "b/ Việc",
    ],
)
def test_marks_of_list_items(text: str) -> None:
    assert LIST_MARK.match(text)


@pytest.mark.parametrize(
    "text",
    [
        "Đ/c Nụ",
        "05/6/2023 họp",
        "25/28 đồng chí",
        "1.500.000 đồng",
        "a.Q viết",
        "19h30 họp",
        "Điều đó đúng",
        "Phần việc của tôi",
        "Mục đích của việc này",
        "2023 là năm",
        "Ia Drăng",
        "Vị trí",
    ],
)
def test_what_only_looks_like_a_mark(text: str) -> None:
    assert not LIST_MARK.match(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2", "2"),
        ("- 2 -", "2"),
        ("Trang 12", "12"),
        ("3/10", "3"),
        ("trang 3 trên 10", "3"),
        ("(4)", "4"),
        ("25 đồng chí", None),
        ("12.500", None),
        ("Trang bìa", None),
    ],
)
def test_page_numbers(text: str, number: str | None) -> None:
    match = PAGE_NUMBER.fullmatch(text)
    assert (match["number"] if match else None) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("–––––", True),
        ("* * *", True),
        ("_____", True),
        ("……", False),
        (". . . . .", True),
        ("-", False),
        ("- Việc", False),
        ("***", True),
        ("Hết", False),
        ("1 - 2", False),
    ],
)
def test_ornaments(text: str, expected: bool) -> None:
    assert is_ornament(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("ĐÁNH GIÁ 05", True), ("Đánh giá", False), ("05/6", None), ("", None)]
)
def test_capitals(text: str, expected: bool | None) -> None:
    assert is_capitals(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Chi bộ thôn Bãi Dâu", True, id="small letters"),
        pytest.param("chi bo khu pho 8", True, id="without marks"),
        pytest.param("Chi bộ đã họp.", False, id="a sentence"),
        pytest.param("Chi bộ gồm:", False, id="goes on"),
        pytest.param("Thôn Bãi Dâu", False, id="no body"),
    ],
)
def test_names_of_bodies(text: str, expected: bool) -> None:
    assert names_body(text) is expected
