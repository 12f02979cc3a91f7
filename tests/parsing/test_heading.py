import pytest

from vnparty_nlp.parsing.flow import Draft, assemble
from vnparty_nlp.parsing.heading import read_heading
from vnparty_nlp.parsing.roles import assign_roles
from vnparty_nlp.records import Heading


def heading(*lines: str) -> Heading:
    """The heading of a document in one column."""
    drafts = [Draft("paragraph", (tuple(line.split()),)) for line in lines]
    text, blocks = assemble(assign_roles(drafts))
    return read_heading(text, blocks)[0]


BODY = "Chi bộ thôn Bãi Dâu đã họp và thống nhất các nội dung sau đây, có ghi biên bản đầy đủ."
LEFT = ("ĐẢNG BỘ XÃ HÒA SƠN", "CHI BỘ THÔN BÃI DÂU", "*")
RIGHT = ("ĐẢNG CỘNG SẢN VIỆT NAM", "Hòa Sơn, ngày 05 tháng 6 năm 2023")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Số 05-BB/CB", "05-BB/CB", id="party"),
        pytest.param("Số: 367 - QĐ/TWĐTN", "367 - QĐ/TWĐTN", id="colon and blanks as written"),
        pytest.param("Số 09 -KH/ĐU", "09 -KH/ĐU", id="blank before the dash"),
        pytest.param("Số 07-QĐi/TW", "07-QĐi/TW", id="quy định"),
        pytest.param("Số: 12/2015-QĐ/ĐU", "12/2015-QĐ/ĐU", id="with the year"),
        pytest.param("Số: 05/QĐ-BNV", "05/QĐ-BNV", id="state"),
        pytest.param("Số: 30/2020/NĐ-CP", "30/2020/NĐ-CP", id="decree"),
        pytest.param("Số: 112/BC-UBND", "112/BC-UBND", id="state report"),
        pytest.param("Số 262-QÐ/TW", "262-QÐ/TW", id="eth, before composing"),
        pytest.param("Số 03-NQ/ĐUK.1", "03-NQ/ĐUK.1", id="point in the body's code"),
        pytest.param("Số:      -BB/CB", None, id="left blank"),
        pytest.param("Số: ……/BB-CB", None, id="dotted"),
        pytest.param("15-QĐ/ĐU", "15-QĐ/ĐU", id="without the word"),
        pytest.param("SỐ 15-QĐ/ĐU", "15-QĐ/ĐU", id="in capitals"),
        pytest.param("*", None, id="none"),
    ],
)
def test_number(line: str, expected: str | None) -> None:
    assert heading(*LEFT, line, *RIGHT, "BIÊN BẢN", BODY).number == expected


def test_number_broken_over_two_lines() -> None:
    assert heading(*LEFT, "Số 16 -", "HD/BTCTW", *RIGHT, "HƯỚNG DẪN", BODY).number == "16 -HD/BTCTW"


def test_a_number_in_the_text_is_not_the_documents() -> None:
    found = heading(*LEFT, *RIGHT, "BIÊN BẢN", f"{BODY} Căn cứ Quyết định số 15-QĐ/ĐU.")
    assert found.number is None


@pytest.mark.parametrize(
    ("line", "place", "issued_on"),
    [
        pytest.param(
            "Hòa Sơn, ngày 05 tháng 6 năm 2023", "Hòa Sơn", "2023-06-05", id="as the norm wants"
        ),
        pytest.param("Xã Hòa Sơn, ngày 5/6/2023", "Xã Hòa Sơn", "2023-06-05", id="short date"),
        pytest.param(
            "TP. Hồ Chí Minh, ngày 12 tháng 11 năm 2019",
            "TP. Hồ Chí Minh",
            "2019-11-12",
            id="point in the place",
        ),
        pytest.param("Cư Plai, ngày tháng 6 năm 2023", "Cư Plai", "2023-06", id="day left blank"),
        pytest.param("Cư Plai, ngày … tháng 6 năm 2023", "Cư Plai", "2023-06", id="day dotted"),
        pytest.param("An Tây, ngày … tháng … năm 2023", "An Tây", None, id="day and month blank"),
        pytest.param(
            "Hòa Sơn,ngày 05 tháng 6 năm 2023", "Hòa Sơn", "2023-06-05", id="blank forgotten"
        ),
        pytest.param("HÒA SƠN, NGÀY 05 THÁNG 6 NĂM 2023", "HÒA SƠN", "2023-06-05", id="capitals"),
        pytest.param("Ngày 05 tháng 6 năm 2023", None, "2023-06-05", id="no place"),
    ],
)
def test_place_and_date(line: str, place: str | None, issued_on: str | None) -> None:
    found = heading(*LEFT, "Số 05-BB/CB", "ĐẢNG CỘNG SẢN VIỆT NAM", line, "BIÊN BẢN", BODY)
    assert (found.place, found.issued_on) == (place, issued_on)


def test_the_date_may_stand_above_the_signatures() -> None:
    signed = ("Hòa Sơn, ngày 07 tháng 6 năm 2023", "T/M CHI BỘ", "BÍ THƯ", "Hà Văn Mạc")
    found = heading("NGHỊ QUYẾT", BODY, *signed)
    assert (found.place, found.issued_on) == ("Hòa Sơn", "2023-06-07")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(LEFT, "CHI BỘ THÔN BÃI DÂU", id="the lower of two"),
        pytest.param(("TỈNH ỦY LẠC GIANG", "*"), "TỈNH ỦY LẠC GIANG", id="one alone"),
        pytest.param(
            ("ĐẢNG BỘ HUYỆN BẮC HÀM", "ĐẢNG ỦY XÃ HÒA SƠN", "CHI BỘ THÔN BÃI DÂU"),
            "CHI BỘ THÔN BÃI DÂU",
            id="three levels",
        ),
        pytest.param(("HUYỆN ỦY THANH BẰNG", "ỦY BAN KIỂM TRA"), "ỦY BAN KIỂM TRA", id="committee"),
        pytest.param(
            ("ĐẢNG ỦY XÃ A", "CHI BỘ", "TRƯỜNG THCS LƯƠNG KHÊ"),
            "CHI BỘ TRƯỜNG THCS LƯƠNG KHÊ",
            id="body and its school on two lines",
        ),
        pytest.param(
            ("UBND HUYỆN KIM BÔI", "TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ", "NẬT SƠN"),
            "TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ NẬT SƠN",
            id="long name wrapped",
        ),
        pytest.param(
            ("ĐẢNG BỘ XÃ HÒA SƠN", "BAN CHẤP HÀNH"), "BAN CHẤP HÀNH", id="ban chấp hành below"
        ),
        pytest.param(
            ("Đảng bộ xã Hòa Sơn", "Chi bộ thôn Bãi Dâu"), "Chi bộ thôn Bãi Dâu", id="small letters"
        ),
        pytest.param(
            ("ĐẢNG ỦY XÃ HÒA SƠN", "CHI BỘ THÔN BÃI DÂU", "* * *"),
            "CHI BỘ THÔN BÃI DÂU",
            id="three stars",
        ),
        pytest.param(
            ("ĐẢNG UỶ PHƯỜNG AN TÂY", "CHI UỶ TỔ DÂN PHỐ SỐ 9"),
            "CHI UỶ TỔ DÂN PHỐ SỐ 9",
            id="new tone place",
        ),
    ],
)
def test_issuer(lines: tuple[str, ...], expected: str) -> None:
    assert heading(*lines, "Số 05-BB/CB", *RIGHT, "BIÊN BẢN", BODY).issuer == expected
    assert heading(RIGHT[0], *lines, "Số 05-BB/CB", RIGHT[1], "BIÊN BẢN", BODY).issuer == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("BIÊN BẢN", "minutes", id="biên bản"),
        pytest.param("TRÍCH BIÊN BẢN", "minutes", id="trích biên bản"),
        pytest.param("BIÊN BẢN SINH HOẠT CHI BỘ", "minutes", id="with its subject"),
        pytest.param("Biên bản họp chi bộ thường kỳ tháng 6", "minutes", id="small letters"),
        pytest.param("HƯỚNG DẪN", "guidance", id="hướng dẫn"),
        pytest.param("QUY ĐỊNH", "guidance", id="quy định"),
        pytest.param("QUYẾT ĐỊNH", "decision", id="quyết định"),
        pytest.param("BÁO CÁO", "report", id="báo cáo"),
        pytest.param("NGHỊ QUYẾT", "other", id="nghị quyết"),
        pytest.param("KẾ HOẠCH", "other", id="kế hoạch"),
    ],
)
def test_kind(title: str, expected: str) -> None:
    assert heading(*LEFT, "Số 05-XX/CB", *RIGHT, title, BODY).kind == expected


def test_the_number_tells_the_kind_where_no_title_does() -> None:
    found = heading("CHI BỘ THÔN BÃI DÂU", "Số 05-BB/CB", "ĐẢNG CỘNG SẢN VIỆT NAM", BODY)
    assert found.kind == "minutes"


def test_only_minutes_have_a_meeting() -> None:
    assert heading(*LEFT, *RIGHT, "BIÊN BẢN", BODY).meeting is not None
    assert heading(*LEFT, *RIGHT, "BÁO CÁO", BODY).meeting is None


def test_a_document_without_heading() -> None:
    assert heading("Đồng chí Nụ đọc bảng thu đảng phí.") == Heading()
