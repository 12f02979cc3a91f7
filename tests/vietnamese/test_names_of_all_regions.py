"""Names of every region and people, written every way: [so] is each person marked in a sentence."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.vietnamese.names import find_names, fold_name, name_parts, strip_title
from vnparty_nlp.vietnamese.unicode import compose, strip_marks

MARKED = re.compile(r"\[([^\]]*)\]")


def check(marked: str) -> None:
    text = MARKED.sub(r"\1", marked)
    assert [match.text for match in find_names(text)] == MARKED.findall(marked)


def limit(sentence: str, *, id: str, why: str) -> object:  # noqa: A002
    """A sentence that is known to be read wrongly."""
    return pytest.param(sentence, id=id, marks=pytest.mark.xfail(strict=True, reason=why))


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("[Hoàng Thị Vân Khánh] và [Vũ Đình Thắng] dự họp", id="north"),
        pytest.param("[Huỳnh Ngọc Ẩn] và [Võ Hoàng Yến] dự họp", id="south"),
        pytest.param("[Phan Thị Mộng Tuyền], [Châu Văn Liêm] vắng", id="Mekong delta"),
        pytest.param("[Tôn Thất Bảo], [Tôn Nữ Thị Diên]", id="Huế"),
        pytest.param("[Nguyễn Phúc Vĩnh Lộc] ghi biên bản", id="Huế, five syllables at most"),
        pytest.param("[Nông Đức Thượng], [Bế Thị Nết], [Ma Seo Lử]", id="Tày, Nùng"),
        pytest.param("[Bàn Văn Phúc] và [Đặng Mùi Mấy] chuyển đến", id="Dao"),
        pytest.param("[Lý A Sử], [Thào Thị Dua], [Hờ Bá Pó]", id="Mông"),
        pytest.param("[Lường Văn Pâng], [Cà Thị Ọi], [Đèo Văn Hặc]", id="Thái"),
        pytest.param("[Quách Công Đạt], [Đinh Thị Pheo], [Bùi Văn Nỏm]", id="Mường"),
        pytest.param("[Hồ Văn Xoan], [Hồ Thị Cơi]", id="Vân Kiều"),
        pytest.param("[Hồ A Tút] và [Hồ Kăn Hơi]", id="Pa Kô"),
        pytest.param("[Đinh Văn Rứt], [Hồ Thị Dưng]", id="Co"),
        pytest.param("[Đàng Năng Thọ], [Chế Thị Mai], [Từ Công Phụng]", id="Chăm"),
        pytest.param("[Sơn Thị Sà Thum], [Neáng Sóc Kha], [Danh Út]", id="Khmer"),
        pytest.param("[Điểu K'Rứa] vắng có phép", id="Xtiêng"),
        pytest.param("đồng chí [Y-Blăm Kbuôr] và [H-Ngôn Niê]", id="Ê Đê with hyphens"),
        pytest.param("[Y Nguê Buôn Krông], [H'Bliăk Hmŏk]", id="Ê Đê, longer surnames"),
        pytest.param("[Siu H'Nhiên], [Nay Blum], [Rmah Thuyn], [Kpă Ksor Blúi]", id="Gia Rai"),
        pytest.param("[Lìm Thị Mấy] và [Lò Mý Sèng]", id="Lô Lô"),
        pytest.param("đ/c [Ka Hiếu] và đ/c [K' Tẻo] nộp đủ", id="Cơ Ho, behind titles"),
        pytest.param("anh [A Thút], chị [Y Blưh], ông [A Nglao]", id="Ba Na, Xơ Đăng: no surname"),
        pytest.param("đ/c [Thị Ngơi] vắng", id="Xtiêng woman behind a title"),
        limit("[Công Tằng Tôn Nữ Thị Diên]", id="six syllables", why="a name has five at most"),
        limit("[Triệu Mùi Chài] nộp đủ", id="Dao, alone", why="Mùi is no listed middle name"),
        limit("[Thạch Sa Phon] nộp đủ", id="Khmer, alone", why="both syllables are unlisted"),
        limit(
            "[Ka Hiếu] và [K' Tẻo] vắng", id="Cơ Ho, alone", why="Kinh-like syllables need a title"
        ),
    ],
)
def test_regions_and_peoples(sentence: str) -> None:
    check(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Đại úy [Trần Văn Bảy], Thiếu tá CN [Lê Hữu Đức]", id="army"),
        pytest.param("Đại tá, PGS.TS [Nguyễn Mạnh Hà]", id="rank and degrees"),
        pytest.param("Th.S [Lê Hữu Đức], BSCKII [Hoàng Văn Thái]", id="degrees"),
        pytest.param("NGƯT [Lê Thị Mận], cô giáo [Hạnh]", id="teachers"),
        pytest.param("D/C [Lụa] ốm, đic [Khiêm] công tác, đ / c [Sửu]", id="scanned đ/c"),
        pytest.param("Đồng chí: [Lụa]; Đồng chí - [Khiêm]", id="colon and dash"),
        pytest.param("cụ [Phan Văn Thọ], mợ [Lành], dượng [Tư]", id="kin of all regions"),
        pytest.param("o [Thắm] và mệ [Gái] dự", id="centre"),
        pytest.param("ông [Tư Hổ], bà [Sáu Nhàn], chú [Út Mười]", id="order of birth"),
        pytest.param("Đ/c [Hai Lành] (tức [Trần Văn Lành])", id="alias with its name"),
        pytest.param("Các bác [Thìn], [Ngọ] và cô [Mùi]", id="years as names"),
        pytest.param(
            "quần chúng [Lê Thị Sen], đảng viên dự bị [Mai Văn Bé]", id="before admission"
        ),
        pytest.param("đ/c [Nam] (TCN), đ/c [Hoa] (y tế)", id="trades in brackets"),
        pytest.param("cô [Hoa] y tế, anh [Tuấn] KT", id="trades behind"),
        pytest.param("các đ/c: [Lan], [Mai], [Trần Hùng] (ốm), [Hoa]", id="list behind a colon"),
        pytest.param("Vắng: đ/c [Lụa], [Khiêm] - công tác", id="list with a reason"),
        pytest.param("đ/c [Hòa], [Hoà], [Thuỷ] vắng", id="both places of the tone"),
        pytest.param("(đã ký) [Hà Văn Mạc]", id="signed"),
        pytest.param("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n[Hà Văn Mạc]", id="signed for another"),
        pytest.param("T/M CHI BỘ\nBÍ THƯ\n(đã ký)\n[Hà Văn Mạc]", id="branch's signature"),
        pytest.param("ông [Nguyễn Văn B]. trình bày", id="letter for a name"),
        pytest.param("Bà [Trịnh Thị Bảy]; ông [Lê Văn Tư]", id="numbers as given names"),
        pytest.param("[Nguyễn Vãn Hùng], [Lê Vǎn Tám]", id="Văn misread"),
        pytest.param("[Nguyễn Ván Hừng] nộp", id="two tones misread"),
        pytest.param("dong chi [Tran Van Binh], [Le Thi Lan] vang", id="no diacritics"),
        pytest.param("[Tran Van Binh] nop 50k", id="no diacritics, no title"),
        limit("vắng 03 đ/c ([Lụa], [Khiêm])", id="list in brackets", why="a bracket ends a title"),
        limit("[NguyễnVăn Hùng] vắng", id="joined words", why="no word list splits syllables"),
    ],
)
def test_ways_of_writing(sentence: str) -> None:
    check(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Công ty TNHH Hoàng Anh, Công ty Cổ phần Lê Trần", id="firms"),
        pytest.param("HTX Lê Hồng Phong, xưởng Trần Gia", id="cooperative and workshop"),
        pytest.param(
            "ngõ 12 Nguyễn Trãi, số 5 Lê Duẩn, số nhà 7/3 Phan Đình Phùng", id="addresses"
        ),
        pytest.param("đường Nguyễn Văn Linh, phố Tô Hiến Thành", id="streets"),
        pytest.param("ấp Trần Văn Thời, huyện Trần Văn Thời", id="a district"),
        pytest.param("khu phố Lê Văn Duyệt, Khu dân cư Lương Văn Tri", id="quarters"),
        pytest.param("Trường Nguyễn Thị Minh Khai, THPT Lê Quý Đôn", id="schools"),
        pytest.param("cầu Nguyễn Văn Trỗi, chợ Lê Hồng Phong", id="bridge and market"),
        pytest.param("đài tưởng niệm Trần Văn Ơn, tượng đài Lê Thị Riêng", id="monuments"),
        pytest.param("học tập tấm gương Lý Tự Trọng, anh hùng Trần Phú", id="heroes"),
        pytest.param("Quỹ khuyến học Lê Quý Đôn, giải thưởng Lương Định Của", id="fund and prize"),
        pytest.param("tàu Trần Đại Nghĩa, sân vận động Mai Xuân Thưởng", id="ship and stadium"),
        pytest.param("bệnh viện Phạm Ngọc Thạch, trạm y tế Lê Lợi", id="hospitals"),
        pytest.param("sông Hồng, núi Bà Đen, hồ Trị An", id="rivers, hills and lakes"),
        pytest.param("xã Hồ Đắc Kiện, phường Võ Thị Sáu", id="communes"),
        pytest.param("Kính gửi: Đảng ủy phường Mai Dịch", id="addressee"),
        pytest.param("Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII", id="congress"),
        pytest.param(
            "Vũ khí, Trần nhà, Đỗ xe, Lê la, Mai sau", id="words that begin with a surname"
        ),
        pytest.param("Hoàng hôn, Dương lịch, Cao điểm, Lâm nghiệp", id="more of them"),
        pytest.param("Thành phố, Thanh niên, Phương án, Hạnh phúc", id="given names in words"),
        pytest.param("Tết Giáp Thìn, năm Ất Tỵ, xuân Bính Ngọ", id="years of the calendar"),
        pytest.param("Hoàn thành xuất sắc, Hoàn thành tốt", id="ratings"),
        pytest.param("Thứ Hai, thứ Tư, Chủ nhật, tháng Ba", id="days"),
        pytest.param("Nam: 20, Nữ: 8, Kinh: 25, Tày: 3", id="columns of a list"),
        pytest.param("bà con nhân dân, ông bà, cha mẹ, anh chị em", id="kin in general"),
        pytest.param("đồng chí nào chưa nộp, các đồng chí có mặt", id="comrades in general"),
    ],
)
def test_nobody(sentence: str) -> None:
    check(sentence)


@pytest.mark.parametrize(
    ("name", "surname", "given_name"),
    [
        pytest.param("Huỳnh Ngọc Ẩn", "Huỳnh", "Ẩn", id="south"),
        pytest.param("Công Tằng Tôn Nữ Thị Diên", "Công Tằng", "Diên", id="royal"),
        pytest.param("Âu Dương Thanh", "Âu Dương", "Thanh", id="Chinese double surname"),
        pytest.param("Rơ Châm Hyéo", "Rơ Châm", "Hyéo", id="Gia Rai double surname"),
        pytest.param("Niê Kđăm Y Lơ", "Niê Kđăm", "Lơ", id="Ê Đê, surname first"),
        pytest.param("Y Nguê Buôn Krông", "Buôn Krông", "Y Nguê", id="Ê Đê, surname last"),
        pytest.param("H’ Lan Êban", "Êban", "H’ Lan", id="Ê Đê woman"),
        pytest.param(
            "Tôn Nữ",
            "",
            "Nữ",
            id="nothing behind a double surname",
            marks=pytest.mark.xfail(
                strict=True, reason="two syllables: Tôn is a surname of its own"
            ),
        ),
        pytest.param("Bích Hường", "", "Hường", id="no surname"),
        pytest.param("N.V. Hùng", "N.V.", "Hùng", id="initials"),
        pytest.param("  Lê   Lan ", "Lê", "Lan", id="spaces"),
        pytest.param("", "", "", id="empty"),
    ],
)
def test_parts(name: str, surname: str, given_name: str) -> None:
    parts = name_parts(name)
    assert (parts.surname, parts.given) == (surname, given_name)


PEOPLE = st.sampled_from(
    [
        "Huỳnh Ngọc Ẩn", "Vũ Đình Thắng", "Nông Đức Thượng", "Y Bhăm Niê", "H'Lan Êban", "Lò Văn Ín",
        "Thào Thị Dua", "Quách Công Đạt", "Điểu Krang", "Nguyễn Thị Thu Hà", "Trần Hùng", "Lê Hoà",
    ]
)  # fmt: skip
TITLES = st.sampled_from(["", "đ/c ", "Đồng chí ", "ông ", "Thượng úy ", "Bí thư "])
BEHIND = st.sampled_from(["", " vắng", ", sinh năm 1962", ".", " (ốm)", "\n", " - Chi ủy viên"])


@given(PEOPLE, TITLES, BEHIND)
def test_title_and_text_around_do_not_change_the_name(name: str, title: str, behind: str) -> None:
    text = f"{title}{name}{behind}"
    (match,) = find_names(text)
    assert (match.text, match.title) == (name, title.strip())
    assert strip_title(title + name) == name


@given(
    st.lists(PEOPLE, min_size=1, max_size=5, unique=True),
    st.sampled_from([", ", "; ", " và ", "\n"]),
)
def test_all_persons_of_a_list_are_found_in_its_order(names: list[str], between: str) -> None:
    found = [match.text for match in find_names("Vắng: " + between.join(names))]
    assert found == names


@given(PEOPLE, TITLES)
def test_composed_text_finds_what_decomposed_text_names(name: str, title: str) -> None:
    text = unicodedata.normalize("NFD", title + name)
    assert [match.text for match in find_names(compose(text))] == [name]


@given(PEOPLE, st.sampled_from([str.lower, str.upper, str.title]))
def test_folding_forgets_case_spaces_and_the_form_of_the_letters(
    name: str, spell: type[str]
) -> None:
    assert fold_name(spell(name).replace(" ", "  ")) == fold_name(name)
    assert fold_name(unicodedata.normalize("NFD", name)) == fold_name(name)
    assert fold_name(fold_name(name)) == fold_name(name)


@given(PEOPLE)
def test_parts_hold_all_of_a_name_and_no_more(name: str) -> None:
    parts = name_parts(name)
    told = " ".join((parts.surname, parts.middle, parts.given)).split()
    assert sorted(told) == sorted(name.split())


@given(st.text(alphabet="abcdeghiklmnopqrstuvxy ,.;:()0123456789\n", max_size=60))
def test_lower_case_text_without_titles_names_nobody_it_does_not_hold(text: str) -> None:
    for match in find_names(text):
        assert match.text in text
        assert len(match.text.split()) > 1 or match.title


@given(PEOPLE)
def test_names_are_found_without_diacritics_behind_a_title(name: str) -> None:
    bare = strip_marks(name)
    assert [match.text for match in find_names(f"Dc {bare} vang")] == [bare]
