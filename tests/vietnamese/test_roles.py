import pytest

from vnparty_nlp.vietnamese.roles import find_role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param("Bí thư", "bí thư", id="plain"),
        pytest.param("BÍ THƯ CHI BỘ", "bí thư", id="capitals, with the body"),
        pytest.param("Phó Bí thư chi bộ 3", "phó bí thư", id="with the body's number"),
        pytest.param("PBT", "phó bí thư", id="abbreviation"),
        pytest.param("bt", "", id="an abbreviation needs capitals"),
        pytest.param("bi thu chi bo", "bí thư", id="no diacritics"),
        pytest.param("thu quỹ", "", id="thu is not thủ"),
        pytest.param("Chi uỷ viên", "chi ủy viên", id="place of the tone"),
        pytest.param("Bí thư, Trưởng thôn", "bí thư", id="the first of two"),
        pytest.param("Bí thư Đảng ủy xã", "bí thư đảng ủy", id="another body's secretary"),
        pytest.param("Trưởng ban CTMT", "trưởng ban công tác mặt trận", id="half abbreviated"),
        pytest.param("đ/c Phó Bí thư Trần Văn An", "phó bí thư", id="between title and name"),
        pytest.param("Đảng viên", "", id="no office"),
        pytest.param("", "", id="empty"),
    ],
)
def test_find_role(text: str, role: str) -> None:
    assert find_role(text) == role
