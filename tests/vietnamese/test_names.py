import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.records import Person
from vnparty_nlp.vietnamese.names import (
    NameParts,
    find_names,
    find_people,
    find_roles,
    fold_name,
    name_parts,
    strip_title,
)

MARKED = re.compile(r"\[([^\]]*)\]")


def names(marked: str) -> tuple[list[str], list[str]]:
    """The names found in a sentence, and those that are marked [so] in it."""
    text = MARKED.sub(r"\1", marked)
    found = find_names(text)
    assert all(match.span.of(text) == match.text for match in found)
    return [match.text for match in found], MARKED.findall(marked)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("[Trần Văn Bình] vắng 3 buổi", id="three syllables"),
        pytest.param("Giao [Lê Hùng] và [Vũ Thị Thu Hà] ghi biên bản", id="two and four syllables"),
        pytest.param("[Nguyễn Trần Văn Bình] chủ trì", id="double surname of two families"),
        pytest.param("Có mặt: [Tôn Nữ Thị Hoa], [Tôn Thất Khải]", id="surnames of two syllables"),
        pytest.param("Đảng viên [Trần Quốc Nghinh] chuyển đến", id="a given name of no list"),
        pytest.param("[Ngạc Văn Tiếu] nộp đủ", id="a surname of no list before Văn"),
        pytest.param("[Nguyên Văn Hùng], [Tran Thị Lan] vắng", id="surnames that lost marks"),
        pytest.param("1. [NGUYỄN VĂN HÙNG]  2. [LÊ THỊ LAN]", id="capitals"),
        pytest.param("[NGUYỄN VĂN AN] [TRẦN THỊ LAN]", id="two names in one signature line"),
        pytest.param("BÍ THƯ\n\n[Nguyễn Văn Hùng]", id="under an office"),
        pytest.param("[Nguyễn Văn\nHùng] vắng", id="broken behind Văn"),
        pytest.param("[Nguyễn Văn Hùng]\n[Trần Thị Lan]", id="a name a line"),
        pytest.param("[Nguyen Van Hung] va [Tran Thi Lan] vang", id="without diacritics"),
        pytest.param("[nguyễn văn hùng] chưa nộp, [trần thị lan] nộp rồi", id="in lower case"),
        pytest.param("[Nguyễn Văn Hùng] Bí thư chi bộ", id="an office ends the name"),
        pytest.param("[Trần Thị Lan] Chi bộ thôn Đông", id="a body ends the name"),
        pytest.param("[Nguyễn Văn A], [Trần Thị B]", id="letters for names"),
        pytest.param("[Nguyễn Văn Nam] và [Lê Thị Nữ]", id="given names that are words"),
    ],
)
def test_full_names(sentence: str) -> None:
    found, expected = names(sentence)
    assert found == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("[Y Bhăm Niê], [Y Thông Mlô] nộp đủ", id="Ê Đê men"),
        pytest.param("[H'Lan Êban], [H’ Blin Ayŭn], [H-Mai Kbuôr]", id="Ê Đê women"),
        pytest.param("đồng chí [Y Bhăm] và đ/c [H’ Lan] vắng", id="given names with their marker"),
        pytest.param("[Ksor H'Blin], [Siu Hyéo], [Rơ Châm Hmyư], [Kpă Đơ]", id="Gia Rai"),
        pytest.param("[K'Brêu] vắng".replace("[K'Brêu]", "anh [K'Brêu]"), id="Cơ Ho"),
        pytest.param("[Giàng A Páo], [Sùng Thị Mỷ], [Vừ Mí Sình]", id="Mông"),
        pytest.param("[Thạch Thị Sa Rây], [Sơn Minh Thạch], [Danh Hoài]", id="Khmer"),
        pytest.param("[Điểu Krang], [Điểu Thị Lôi]", id="Xtiêng"),
        pytest.param("[Lò Văn Ín], [Quàng Thị Dín], [Tòng Văn Nhủ]", id="Thái"),
        pytest.param("[Chảo Láo Lở] và [Tẩn A Sơn]", id="Dao"),
    ],
)
def test_names_of_all_peoples(sentence: str) -> None:
    found, expected = names(sentence)
    assert found == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Đồng chí [Bình] báo cáo", id="đồng chí"),
        pytest.param("Đ/c [Bình], đ/c: [Lan], D/C [Mai], đc [Hùng], đ.c [Tâm]", id="short forms"),
        pytest.param("đic [Bình] vắng", id="misread by a scanner"),
        pytest.param("Ông [Bình], bà [Lan], anh [Hùng], cô [Mai], thầy [Tâm]", id="kinship"),
        pytest.param("Thượng úy [Lê Văn Tám], BS. [Lan], ThS [Hùng]", id="ranks and degrees"),
        pytest.param("đ/c Thượng úy [Tám] và đồng chí Đại tá, TS [Lê Mạnh]", id="title on title"),
        pytest.param("đ/c Bí thư [Lan], Trưởng thôn [Bình], PBT [Hùng]", id="offices"),
        pytest.param("Bí thư chi bộ 3 [Lê Văn Tám] nêu", id="an office with its body"),
        pytest.param("đ/c [Thu Hà], đ/c [Minh Tuấn]", id="two syllables"),
        pytest.param("các đ/c [Lan], [Mai], [Trần Hùng] vắng", id="list"),
        pytest.param(
            "Các đồng chí [Lan] (ốm), [Mai] (công tác) và [Hùng]", id="list with brackets"
        ),
        pytest.param("Đ/c [Lan], [Mai] vắng", id="list behind one title"),
        pytest.param("đ/c [Lan] và đ/c [Mai]; đ/c [Tư]", id="a title each"),
        pytest.param("Đ/c [BÌNH] vắng", id="capitals"),
        pytest.param("a [Chước] bận, c [Sen] lo", id="letters for titles"),
        pytest.param("đ/c [N.V. Hùng], đ/c [Ng. Văn Hùng], đ/c [Nguyễn V. Hùng]", id="initials"),
        pytest.param("đ/c [A] và đ/c [B]", id="letters for names"),
        pytest.param("đ/c [Phạm Hùng], ông [Lê Lợi]", id="names that streets bear, too"),
    ],
)
def test_names_behind_titles(sentence: str) -> None:
    found, expected = names(sentence)
    assert found == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("dc [binh] vang 2 buoi", id="no diacritics"),
        pytest.param("dc [nam] vang, dc [thu ha] nop du", id="names that are words"),
        pytest.param("dc [nguyen van hung] chua nop", id="full name"),
        pytest.param(
            "đc [bình] chưa nộp, giao a [trịnh phúc khang] lo", id="lower case with marks"
        ),
        pytest.param("vắng: [lạc thùy dương], c [lệ]", id="a list in lower case"),
        pytest.param("chua dc duyet, da dc thong bao, ko dc tinh", id="dc is được"),
        pytest.param("hồ sơ đc xem xét, đc rõ rồi", id="đc is được"),
        pytest.param("anh em nộp đủ, bà con phấn khởi, cô giáo bận", id="kinship without names"),
        pytest.param(
            "từ thị trấn về, lưu văn thư, hoàn thành xuất sắc", id="words that look like names"
        ),
        pytest.param("co bao ve roi, ba thang nay, em van lo", id="words without marks"),
    ],
)
def test_notes_in_lower_case(sentence: str) -> None:
    found, expected = names(sentence)
    assert found == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("chị [Sáu], anh [Ba Lành], cô [Út]", id="behind titles"),
        pytest.param("Vắng: [Tư Loan], [Bảy Ghe Bầu] và [Năm Rớ]", id="without titles"),
        pytest.param("ông [Hai Đồng Hồ], cô [Chín Kế Toán]", id="nicknames that are trades"),
        pytest.param("Tháng Tư Âm lịch, thứ Năm Tuần thánh", id="numbers"),
        pytest.param("quận Ba Đình, núi Ba Vì, Hai Bà Trưng", id="places"),
        pytest.param("Hai Đảng viên dự bị, Ba Chi bộ", id="counts"),
    ],
)
def test_order_names(sentence: str) -> None:
    found, expected = names(sentence)
    assert found == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("đ/c [Hùng B] và đ/c [Hùng A]", id="letter"),
        pytest.param("chị [Lan (Thìn)] vắng", id="bracket"),
        pytest.param("anh [Hùng lớn] và anh [Hùng] lớn tuổi", id="word, but not an age"),
        pytest.param("[Nguyễn Văn Hùng B] vắng", id="behind a full name"),
        pytest.param("đ/c [Hùng] (Bí thư), đ/c [Lan] (vắng)", id="other brackets"),
    ],
)
def test_additions(sentence: str) -> None:
    found, expected = names(sentence)
    assert found == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "UBND thành phố Hồ Chí Minh, Đoàn TNCS Hồ Chí Minh", id="city and youth union"
        ),
        pytest.param("đường Lê Lợi, phố Nguyễn Văn Cừ, số 12 Trần Phú, Hà Nội", id="streets"),
        pytest.param("Trường THCS Nguyễn Huệ, trường tiểu học Lê Văn Tám", id="schools"),
        pytest.param("tỉnh Thái Bình, huyện Kim Sơn, xã Nguyễn Úy", id="districts"),
        pytest.param("Chi bộ Trần Phú, Đảng bộ Hoàng Mai", id="bodies"),
        pytest.param("Đoàn Thanh niên, Hội Phụ nữ, Công an xã, Lưu Văn phòng", id="organisations"),
        pytest.param("ĐẢNG CỘNG SẢN VIỆT NAM, CỘNG HÒA XÃ HỘI CHỦ NGHĨA", id="headers"),
        pytest.param("Bí thư chi bộ Vân Đê, Trưởng ban Kiểm phiếu", id="bodies behind offices"),
        pytest.param("Các đồng chí Đảng ủy viên, đ/c: số 5 ngõ Chùa", id="titles without names"),
        pytest.param("Tổng số: 25 đồng chí. Có mặt: 23", id="counts"),
        pytest.param("Quốc khánh, Tết Nguyên đán, Ngày Thương binh", id="holidays"),
        pytest.param("Theo Nghị quyết, Văn phòng và Thanh tra", id="words in capitals"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_person(sentence: str) -> None:
    assert names(sentence)[0] == []


def test_a_clause_behind_a_name_is_no_further_person() -> None:
    found, expected = names(
        "Theo đ/c [Bình], Nghị quyết đã triển khai; đ/c [Lan], Hội trưởng, Hà Nội"
    )
    assert found == expected


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param("Đ/c Bình", ["Đ/c"], id="title"),
        pytest.param("đ/c Bí thư Lê Văn An", ["đ/c Bí thư"], id="title and office"),
        pytest.param("các đ/c Lan, Mai", ["đ/c", "đ/c"], id="a title for a list"),
        pytest.param("Lê Văn An", [""], id="none"),
    ],
)
def test_titles(text: str, titles: list[str]) -> None:
    assert [match.title for match in find_names(text)] == titles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        pytest.param("đ/c Bí thư chi bộ kết luận", [("Bí thư chi bộ", "bí thư")], id="secretary"),
        pytest.param("đ/c PBT báo cáo", [("PBT", "phó bí thư")], id="abbreviation"),
        pytest.param(
            "các đồng chí Bí thư, Phó bí thư",
            [("Bí thư", "bí thư"), ("Phó bí thư", "phó bí thư")],
            id="list",
        ),
        pytest.param(
            "đ/c Trưởng ban CTMT vắng",
            [("Trưởng ban CTMT", "trưởng ban công tác mặt trận")],
            id="front committee",
        ),
        pytest.param("dc bi thu noi", [("bi thu", "bí thư")], id="no diacritics"),
        pytest.param("đ/c Bí thư Lê Văn An", [], id="a name follows"),
        pytest.param("Bí thư chi bộ kết luận", [], id="no title"),
        pytest.param(
            "đ/c Bí thư chi đoàn", [("Bí thư chi đoàn", "bí thư chi đoàn")], id="youth union"
        ),
    ],
)
def test_roles(text: str, roles: list[tuple[str, str]]) -> None:
    assert [(match.span.of(text), match.role) for match in find_roles(text)] == roles


def test_people_have_the_office_beside_their_name() -> None:
    text = (
        "Bí thư chi bộ Lê Văn Tám; Trần Thị Lan - Phó bí thư; Lò Văn Ín (thủ quỹ); đ/c Bình; Vũ An"
    )
    assert find_people(text) == (
        Person("Lê Văn Tám", "bí thư"),
        Person("Trần Thị Lan", "phó bí thư"),
        Person("Lò Văn Ín", "thủ quỹ"),
        Person("Vũ An"),
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("đ/c Trần Văn Bình", "Trần Văn Bình", id="one title"),
        pytest.param("Đồng chí Thượng úy Bình", "Bình", id="two titles"),
        pytest.param("đ/c: Bí thư Lê An", "Lê An", id="title and office"),
        pytest.param("Trần Văn Bình", "Trần Văn Bình", id="none"),
        pytest.param("Đ.T. Quân", "Đ.T. Quân", id="initials are no title"),
        pytest.param("đồng chí", "đồng chí", id="nothing but a title"),
    ],
)
def test_strip_title(text: str, name: str) -> None:
    assert strip_title(text) == name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        pytest.param("Nguyễn Thị Thu Hà", ("Nguyễn", "Thị Thu", "Hà"), id="plain"),
        pytest.param("Trần Hùng", ("Trần", "", "Hùng"), id="no middle name"),
        pytest.param("Tôn Nữ Thị Hoa", ("Tôn Nữ", "Thị", "Hoa"), id="double surname"),
        pytest.param("Y Bhăm Niê", ("Niê", "", "Y Bhăm"), id="surname last, men"),
        pytest.param("H'Lan Êban", ("Êban", "", "H'Lan"), id="surname last, women"),
        pytest.param("Giàng A Páo", ("Giàng", "A", "Páo"), id="Mông"),
        pytest.param("Thu Hà", ("", "Thu", "Hà"), id="no surname"),
        pytest.param("Bình", ("", "", "Bình"), id="given name"),
        pytest.param("Nguyen Van Hung", ("Nguyen", "Van", "Hung"), id="no diacritics"),
    ],
)
def test_name_parts(name: str, parts: tuple[str, str, str]) -> None:
    assert name_parts(name) == NameParts(*parts)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        pytest.param("TRẦN  VĂN BÌNH", "trần văn bình", id="case and spaces"),
        pytest.param("Lê Hoà", "lê hòa", id="place of the tone"),
        pytest.param("H’ Lan", "hlan", id="apostrophe and space"),
        pytest.param("H-Lan", "hlan", id="hyphen"),
        pytest.param("H Lan", "hlan", id="space"),
        pytest.param("Y-Bhăm", "y bhăm", id="Y stays a word"),
        pytest.param("N.V. Hùng", "n v hùng", id="points"),
        pytest.param("Va\u0306n Bi\u0300nh", "văn bình", id="NFD"),
    ],
)
def test_fold_name(name: str, folded: str) -> None:
    assert fold_name(name) == folded
    assert fold_name(folded) == folded


@given(st.text(alphabet="aăêBìnhĐ/cđ.,;:()'’ \nVănThịHùngLanY123-", max_size=60))
def test_spans_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    found = find_names(text)
    assert all(match.span.of(text) == match.text for match in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
