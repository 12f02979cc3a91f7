"""Letterheads of many decades and offices: what stands there is read, what is blank stays None."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.parsing.flow import Draft, assemble
from vnparty_nlp.parsing.heading import read_heading
from vnparty_nlp.parsing.roles import assign_roles
from vnparty_nlp.records import Heading

BODY = "Chi bộ thôn Bãi Dâu đã họp và thống nhất các nội dung sau đây, có ghi biên bản đầy đủ."


def heading(*lines: str) -> Heading:
    drafts = [Draft("paragraph", (tuple(line.split()),)) for line in lines]
    text, blocks = assemble(assign_roles(drafts))
    return read_heading(text, blocks)[0]


PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            (
                "ĐẢNG BỘ XÃ CƯ PLAI",
                "CHI BỘ BUÔN KRÔNG",
                "*",
                "Số 07-BB/CB",
                PARTY,
                "Cư Plai, ngày 03 tháng 02 năm 2019",
                "BIÊN BẢN",
                BODY,
            ),
            ("minutes", "07-BB/CB", "2019-02-03", "CHI BỘ BUÔN KRÔNG", "Cư Plai"),
            id="party, guideline 36",
        ),
        pytest.param(
            (
                "UBND HUYỆN BẮC HÀM",
                "PHÒNG NỘI VỤ",
                "Số: 112/BC-NV",
                *STATE,
                "Bắc Hàm, ngày 05 tháng 7 năm 2021",
                "BÁO CÁO",
                "Về công tác quý II",
                BODY,
            ),
            ("report", "112/BC-NV", "2021-07-05", "PHÒNG NỘI VỤ", "Bắc Hàm"),
            id="state, decree 30",
        ),
        pytest.param(
            (
                "BCH ĐOÀN XÃ HÒA SƠN",
                "CHI ĐOÀN THÔN BÃI DÂU",
                "***",
                "ĐOÀN TNCS HỒ CHÍ MINH",
                "Hòa Sơn, ngày 26 tháng 3 năm 2018",
                "BIÊN BẢN",
                "Họp chi đoàn",
                BODY,
            ),
            ("minutes", None, "2018-03-26", "CHI ĐOÀN THÔN BÃI DÂU", "Hòa Sơn"),
            id="youth union",
        ),
        pytest.param(
            (
                "ĐẢNG ỦY PHƯỜNG AN TÂY",
                "TỔ KIỂM PHIẾU",
                "*",
                PARTY,
                "An Tây, ngày 12 tháng 5 năm 2020",
                "BIÊN BẢN KIỂM PHIẾU",
                "Bầu chi ủy nhiệm kỳ 2020 - 2025",
                BODY,
            ),
            ("minutes", None, "2020-05-12", "TỔ KIỂM PHIẾU", "An Tây"),
            id="ballot minutes",
        ),
        pytest.param(
            (PARTY, "CHI BỘ TRƯỜNG MẦM NON HOA SEN", "BIÊN BẢN", "Họp chi bộ", BODY),
            ("minutes", None, None, "CHI BỘ TRƯỜNG MẦM NON HOA SEN", None),
            id="motto first, neither number nor date",
        ),
        pytest.param(
            (
                "ĐẢNG BỘ XÃ HÒA SƠN",
                "CHI BỘ THÔN BÃI DÂU",
                "Số      -BB/CB",
                PARTY,
                "Hòa Sơn, ngày    tháng 6 năm 2023",
                "BIÊN BẢN",
                BODY,
            ),
            ("minutes", None, "2023-06", "CHI BỘ THÔN BÃI DÂU", "Hòa Sơn"),
            id="number and day left blank",
        ),
        pytest.param(
            (
                "TỈNH ỦY LẠC GIANG",
                "*",
                "Số 262-QÐ/TU",
                PARTY,
                "Lạc Giang, ngày 08 tháng 11 năm 2022",
                "QUYẾT ĐỊNH",
                "về chuẩn y chi ủy",
                BODY,
            ),
            ("decision", "262-QÐ/TU", "2022-11-08", "TỈNH ỦY LẠC GIANG", "Lạc Giang"),
            id="U+00D0 in the number",
        ),
        pytest.param(
            (
                "HUYỆN ỦY THANH BẰNG",
                "BAN TỔ CHỨC",
                "*",
                "Số 09-HD/BTCHU",
                PARTY,
                "Thanh Bằng, ngày 12 tháng 01 năm 2004",
                "HƯỚNG DẪN",
                "Về đánh giá chất lượng chi bộ",
                BODY,
            ),
            ("guidance", "09-HD/BTCHU", "2004-01-12", "BAN TỔ CHỨC", "Thanh Bằng"),
            id="guidance of 2004",
        ),
    ],
)
def test_whole_letterheads(lines: tuple[str, ...], expected: tuple[str | None, ...]) -> None:
    found = heading(*lines)
    assert (found.kind, found.number, found.issued_on, found.issuer, found.place) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Số      -/ĐU", None, id="blank with dash and stroke"),
        pytest.param("Số:       /QĐ-ĐU", None, id="blank before the code"),
        pytest.param("Số: ........-NQ/CB", None, id="points"),
        pytest.param("Số ___-NQ/CB", None, id="underscores"),
        pytest.param("Số 5-NQ/CB", "5-NQ/CB", id="not padded"),
        pytest.param("Số 05 - NQ/CB", "05 - NQ/CB", id="blanks around the dash"),
        pytest.param("Số 05 – NQ/CB", "05 – NQ/CB", id="long dash"),
        pytest.param("Số : 05-NQ/CB", "05-NQ/CB", id="blank before the colon"),
        pytest.param("Số. 05-NQ/CB", "05-NQ/CB", id="point instead of a colon"),
        pytest.param("So: 05-NQ/CB", "05-NQ/CB", id="mark lost"),
        pytest.param("Số 1204-CV/ĐUK", "1204-CV/ĐUK", id="four figures"),
        pytest.param("Số 05a-NQ/CB", "05a-NQ/CB", id="letter behind the figure"),
        pytest.param("Số 01-HD/VPTW", "01-HD/VPTW", id="of 1998"),
        pytest.param("Số: 43-CTr/ĐUBP", "43-CTr/ĐUBP", id="programme"),
        pytest.param("Số: 12-BB/CBTHCS", "12-BB/CBTHCS", id="long office code"),
    ],
)
def test_number(line: str, expected: str | None) -> None:
    found = heading("ĐẢNG BỘ XÃ HÒA SƠN", "CHI BỘ THÔN BÃI DÂU", "*", line, PARTY, "BIÊN BẢN", BODY)
    assert found.number == expected
    assert found.issuer == "CHI BỘ THÔN BÃI DÂU"


@pytest.mark.parametrize(
    ("line", "place", "issued_on"),
    [
        pytest.param(
            "Hà Hạ, ngày 05 tháng 7 năm 2021", "Hà Hạ", "2021-07-05", id="one-digit month"
        ),
        pytest.param("Hà Hạ, ngày 05 tháng 07 năm 2021", "Hà Hạ", "2021-07-05", id="padded month"),
        pytest.param("Hà Hạ, ngày … tháng … năm …", "Hà Hạ", None, id="all blank"),
        pytest.param(
            "Hà Hạ, ngày.....tháng.....năm 2021", "Hà Hạ", None, id="points without blanks"
        ),
        pytest.param(
            "Hà Hạ, ngày __ tháng 7 năm 2021", "Hà Hạ", "2021-07", id="underscores for the day"
        ),
        pytest.param(
            "Hà Hạ , ngày 5 tháng 7 năm 2021", "Hà Hạ", "2021-07-05", id="blank before the comma"
        ),
        pytest.param(
            "Ia H'Drai, ngày 15 tháng 8 năm 2017",
            "Ia H'Drai",
            "2017-08-15",
            id="apostrophe in the place",
        ),
        pytest.param(
            "Bà Rịa - Vũng Tàu, ngày 15 tháng 8 năm 2017",
            "Bà Rịa - Vũng Tàu",
            "2017-08-15",
            id="dash in the place",
        ),
        pytest.param(
            "Thôn 4, ngày 01 tháng 12 năm 2010", "Thôn 4", "2010-12-01", id="figure in the place"
        ),
    ],
)
def test_place_and_date(line: str, place: str | None, issued_on: str | None) -> None:
    found = heading("ĐẢNG BỘ XÃ HÒA SƠN", "CHI BỘ THÔN BÃI DÂU", PARTY, line, "BIÊN BẢN", BODY)
    assert (found.place, found.issued_on) == (place, issued_on)


@pytest.mark.parametrize(
    "motto",
    [
        pytest.param((PARTY,), id="party"),
        pytest.param(STATE, id="state"),
        pytest.param((STATE[0], "Độc lập – Tự do – Hạnh phúc"), id="long dashes"),
        pytest.param((STATE[0], "Độc lập-Tự do-Hạnh phúc"), id="dashes without blanks"),
        pytest.param((STATE[0], "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"), id="motto in capitals"),
        pytest.param((STATE[0], STATE[1], "-----------"), id="rule below"),
        pytest.param(("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", STATE[1]), id="hoà"),
        pytest.param(("Đảng cộng sản Việt Nam",), id="small letters"),
    ],
)
@pytest.mark.parametrize("first", [True, False], ids=["motto first", "body first"])
def test_a_motto_is_never_the_issuer(motto: tuple[str, ...], first: bool) -> None:
    left = ("ĐẢNG BỘ XÃ HÒA SƠN", "CHI BỘ THÔN BÃI DÂU", "Số 05-BB/CB")
    lines = (*motto, *left) if first else (*left, *motto)
    assert heading(*lines, "BIÊN BẢN", BODY).issuer == "CHI BỘ THÔN BÃI DÂU"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        pytest.param("BIÊN BẢN HỘI NGHỊ", "minutes", id="hội nghị"),
        pytest.param("BIÊN BẢN KIỂM PHIẾU", "minutes", id="kiểm phiếu"),
        pytest.param("QUY CHẾ", "guidance", id="quy chế"),
        pytest.param("QUI ĐỊNH", "guidance", id="qui định"),
        pytest.param("BÁO CÁO TỔNG KẾT", "report", id="report with its subject"),
        pytest.param("KẾT LUẬN", "other", id="kết luận"),
        pytest.param("CHƯƠNG TRÌNH", "other", id="chương trình"),
        pytest.param("TỜ TRÌNH", "other", id="tờ trình"),
        pytest.param("GIẤY MỜI", "other", id="giấy mời"),
        pytest.param("THÔNG BÁO", "other", id="thông báo"),
    ],
)
def test_the_title_outweighs_the_code(title: str, kind: str) -> None:
    assert heading("CHI BỘ THÔN BÃI DÂU", "Số 05-QĐ/CB", PARTY, title, BODY).kind == kind


@pytest.mark.parametrize(
    ("code", "kind"),
    [("BB", "minutes"), ("HD", "guidance"), ("QĐi", "guidance"), ("BC", "report"), ("KH", "other")],
)
def test_the_code_where_there_is_no_title(code: str, kind: str) -> None:
    assert heading("CHI BỘ THÔN BÃI DÂU", f"Số 05-{code}/CB", PARTY, BODY).kind == kind


@pytest.mark.parametrize(
    ("number", "date", "kind"),
    [
        pytest.param("05-QĐ/ĐU", "05 tháng 6 năm 2009", "decision", id="party, guideline 11"),
        pytest.param("05-QĐ/ĐU", "05 tháng 6 năm 2023", "decision", id="party, guideline 36"),
        pytest.param("05-QĐ/ĐU", "26 tháng 5 năm 2026", "decision", id="last day of guideline 36"),
        pytest.param(
            "05-QĐ/ĐU", "27 tháng 5 năm 2026", "other", id="decision or rule from then on"
        ),
        pytest.param("05-QĐ/ĐU", "… tháng … năm …", "other", id="undated"),
        pytest.param("05/QĐ-UBND", "27 tháng 5 năm 2026", "decision", id="state"),
        pytest.param("05/QyĐ-UBND", "27 tháng 5 năm 2026", "guidance", id="rule of a state body"),
    ],
)
def test_the_date_tells_what_a_code_means(number: str, date: str, kind: str) -> None:
    lines = ("ĐẢNG ỦY XÃ HÒA SƠN", f"Số {number}", PARTY, f"Hòa Sơn, ngày {date}", BODY)
    assert heading(*lines).kind == kind


@pytest.mark.parametrize(
    ("issuer", "number", "date", "doubts"),
    [
        pytest.param("HUYỆN ỦY BẮC HÀM", "05-NQ/HU", "30 tháng 6 năm 2025", 0, id="last day"),
        pytest.param("HUYỆN ỦY BẮC HÀM", "05-NQ/HU", "01 tháng 7 năm 2025", 2, id="no district"),
        pytest.param("HUYỆN ỦY BẮC HÀM", "05-NQ/HU", "… tháng … năm …", 0, id="undated"),
        pytest.param("TỈNH ỦY LẠC GIANG", "05-NQ/TU", "01 tháng 7 năm 2025", 0, id="province"),
        pytest.param("TỈNH ỦY LẠC GIANG", "05-QĐi/TU", "01 tháng 8 năm 2018", 0, id="QĐi in time"),
        pytest.param("TỈNH ỦY LẠC GIANG", "05-QĐi/TU", "01 tháng 8 năm 2026", 1, id="QĐi no more"),
        pytest.param("TỈNH ỦY LẠC GIANG", "05-XY/TU", "01 tháng 8 năm 2026", 0, id="never known"),
    ],
)
def test_names_that_ended_before_the_date_are_doubted(
    issuer: str, number: str, date: str, doubts: int
) -> None:
    lines = (issuer, f"Số {number}", PARTY, f"Lạc Giang, ngày {date}", "NGHỊ QUYẾT", BODY)
    drafts = [Draft("paragraph", (tuple(line.split()),)) for line in lines]
    text, blocks = assemble(assign_roles(drafts))
    found, said = read_heading(text, blocks)
    assert found.issuer == issuer
    assert len(said) == doubts
    assert all("không còn dùng" in each for each in said)


def test_minutes_without_a_title_are_known_by_their_people() -> None:
    people = ("Chủ trì: đ/c Hà Văn Mạc", "Thư ký: đ/c Phan Thị Nụ")
    lines = ("CHI BỘ THÔN BÃI DÂU", PARTY, "SINH HOẠT CHI BỘ ĐỊNH KỲ", *people)
    assert heading(*lines).kind == "minutes"
    assert heading(*lines[:-1]).kind == "other"


def test_contradicting_figures_give_a_warning_and_stay_as_written() -> None:
    lines = ("CHI BỘ THÔN BÃI DÂU", PARTY, "BIÊN BẢN", "Tổng số 20 đảng viên; có mặt 19; vắng 03.")
    drafts = assign_roles([Draft("paragraph", (tuple(line.split()),)) for line in lines])
    found, doubts = read_heading(*assemble(drafts))
    assert found.meeting is not None
    assert (found.meeting.present, found.meeting.total) == (19, 20)
    assert doubts == ("số liệu điểm danh không khớp: có mặt 19, vắng 3, tổng số 20",)


@given(
    st.integers(1, 9999),
    st.sampled_from(["BB", "NQ", "QĐ", "KH", "BC", "HD", "CTr"]),
    st.sampled_from(["CB", "ĐU", "TU", "HU", "ĐUK", "TW", "VPTW", "UBKTTU"]),
    st.sampled_from(
        ["Số {}-{}/{}", "Số: {}-{}/{}", "Số {} - {}/{}", "SỐ: {}-{}/{}", "Số: {}/{}-{}"]
    ),
)
def test_every_number_is_given_as_written(figure: int, code: str, office: str, form: str) -> None:
    line = form.format(figure, code, office)
    found = heading("CHI BỘ THÔN BÃI DÂU", line, PARTY, "BIÊN BẢN", BODY)
    assert found.number == line[2:].lstrip(": ")


@given(st.integers(1, 28), st.integers(1, 12), st.integers(1990, 2030), st.booleans())
def test_every_date_is_read_day_first(day: int, month: int, year: int, padded: bool) -> None:
    figures = f"{day:02d}", (f"{month:02d}" if padded else str(month))
    line = f"Hòa Sơn, ngày {figures[0]} tháng {figures[1]} năm {year}"
    found = heading("CHI BỘ THÔN BÃI DÂU", PARTY, line, "BIÊN BẢN", BODY)
    assert (found.place, found.issued_on) == ("Hòa Sơn", f"{year}-{month:02d}-{day:02d}")


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        pytest.param(
            ("Đảng bộ xã Hòa Sơn", "Chi bộ thôn Bãi Dâu", "--o0o--", "BIÊN BẢN"),
            "Chi bộ thôn Bãi Dâu",
            id="small letters",
        ),
        pytest.param(
            ("BIÊN BẢN", "Họp Chi bộ Trạm Y tế Hòa Sơn"), "Chi bộ Trạm Y tế Hòa Sơn", id="title"
        ),
        pytest.param(("BIÊN BẢN", "Họp chi bộ thường kỳ tháng 6"), None, id="no name"),
        pytest.param(("BÁO CÁO", "Kết quả đại hội Chi bộ Thôn 3"), None, id="report of another"),
    ],
)
def test_issuer_without_a_formal_letterhead(lines: tuple[str, ...], issuer: str | None) -> None:
    drafts = [Draft("paragraph", (tuple(line.split()),)) for line in lines]
    text, blocks = assemble(assign_roles(drafts))
    assert read_heading(text, blocks)[0].issuer == issuer
