import pytest

from vnparty_nlp.parsing.speakers import begins_with_somebody, names_speaker, parted, speaks_up


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Đồng chí Trần Văn Bình: tôi thấy chậm", True, id="a title and a name"),
        pytest.param("D/c Hung: lam cham", True, id="without marks"),
        pytest.param("Lan: nên trồng cây", True, id="a given name"),
        pytest.param("Lan (đảng viên): nên trồng cây", True, id="with an aside"),
        pytest.param("Đ/c Lan: đ/c Bình làm chậm", True, id="the words begin with a person"),
        pytest.param("Đồng chí chủ trì: Võ Văn Tám", False, id="who attends"),
        pytest.param("Đồng chí vắng: 2", False, id="a number of people"),
        pytest.param("Đ/c Bình báo cáo: quỹ còn đủ", False, id="a step"),
        pytest.param("Đ/c Bình góp ý vào báo cáo: nên rõ hơn", True, id="an opinion on a step"),
        pytest.param("Thu: 2.000.000 đồng", False, id="an amount"),
        pytest.param("Ưu điểm: thu đủ quỹ", False, id="a heading"),
        pytest.param("Co so vat chat: da sua", False, id="a heading without marks"),
        pytest.param("Anh huong cua mua: it", False, id="no kinship without marks"),
        pytest.param("Lan nên trồng cây", False, id="no colon"),
    ],
)
def test_whose_words_follow_a_colon(line: str, *, expected: bool) -> None:
    assert speaks_up(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Lan thấy đường hỏng", True, id="a verb of speech"),
        pytest.param("THU HÀ", True, id="a name in capitals"),
        pytest.param("KIẾN NGHỊ", False, id="a heading in capitals"),
        pytest.param("Các ý kiến thảo luận", False, id="no name"),
        pytest.param("Thu - chi quỹ", False, id="everyday words"),
    ],
)
def test_lines_that_begin_with_somebody(line: str, *, expected: bool) -> None:
    assert begins_with_somebody(line) is expected


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        pytest.param("Thay mặt các hộ, anh Hưng nói", True, id="a person further on"),
        pytest.param("Trưởng thôn", True, id="an office"),
        pytest.param("Đảng viên Lan", True, id="a given name at the end"),
        pytest.param("Vệ sinh môi trường", False, id="a heading"),
        pytest.param("Học tập Nghị quyết", False, id="a capital inside a heading"),
    ],
)
def test_leads_that_name_somebody(lead: str, *, expected: bool) -> None:
    assert names_speaker(lead) is expected


def test_a_time_holds_no_colon() -> None:
    assert parted("Khai mạc 7:30") == ("Khai mạc 7:30", "", "")
    assert parted("Lúc 7:30: khai mạc") == ("Lúc 7:30", ":", " khai mạc")
