import pytest

from vnparty_nlp.evaluation.identifiers import find_identifiers, mask


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Liên hệ 0900 000 123 gặp chị Lụa", ["0900 000 123"], id="phone"),
        pytest.param("ĐT: 0900.000.123; +84 900 000 123", ["0900.000.123", "+84 900 000 123"], id="phones"),
        pytest.param("CCCD số 001062000123", ["001062000123"], id="twelve digits"),
        pytest.param("so CMND: 012 345 678", ["012 345 678"], id="nine digits, no marks"),
        pytest.param("Số thẻ đảng viên 31.012345", ["31.012345"], id="card"),
        pytest.param("gửi về lua.mac@chibo.example trước thứ Sáu", ["lua.mac@chibo.example"], id="e-mail"),
        pytest.param("sinh ngày 12/5/1962, quê Bãi Dâu", ["12/5/1962"], id="birth"),
        pytest.param("sinh năm 1962", ["1962"], id="year of birth"),
        pytest.param("SN 1962", ["1962"], id="year in short"),
        pytest.param("sinh ngày 12 tháng 5 năm 1962", ["12 tháng 5 năm 1962"], id="birth in words"),
        pytest.param("họp ngày 12/5/2023, thu 12.000.000 đồng", [], id="meeting and money"),
        pytest.param("sinh hoạt tháng 5 năm 2023", [], id="a meeting is no birth"),
        pytest.param("Quyết định số 45-QĐ/ĐU, 17/19 phiếu", [], id="decision and ballot"),
        pytest.param("còn nợ 180000 đồng từ 2021-2022", [], id="plain figures"),
    ],
)  # fmt: skip
def test_identifiers(text: str, found: list[str]) -> None:
    assert sorted({span.of(text) for span in find_identifiers(text)}) == sorted(found)


def test_masked_they_keep_their_length() -> None:
    assert mask("0900 000 123") == "0000 000 000"
    assert mask("lua.mac@chibo.example") == "xxx.xxx@xxxxx.xxxxxxx"
