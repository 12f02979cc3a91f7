import pytest

from vnparty_nlp.vietnamese.name_notes import note_full_name_end, note_given_end
from vnparty_nlp.vietnamese.name_scene import make_scene


@pytest.mark.parametrize(
    ("text", "titled", "words"),
    [
        pytest.param("nguyễn văn hùng chưa nộp", False, 3, id="surname, Văn, given name"),
        pytest.param("tran thi lan vang", False, 3, id="no diacritics"),
        pytest.param("lê thị thu hà vắng", True, 4, id="two given names"),
        pytest.param("tôn nữ hạ uyên: rồi", True, 4, id="surname of two syllables"),
        pytest.param("trịnh phúc khang tiến bộ", True, 3, id="behind a title"),
        pytest.param("uông gia bách - hoàn thành", False, 3, id="at the start of a line"),
        pytest.param("trần hùng vắng", True, 2, id="two syllables behind a title"),
        pytest.param("trần hùng vắng", False, None, id="two syllables alone"),
        pytest.param("từ thị trấn về", False, None, id="a surname that is a word"),
        pytest.param("danh văn nam vắng", False, None, id="Danh is a word without a title"),
        pytest.param("danh văn nam vắng", True, 3, id="behind a title it is a surname"),
        pytest.param("Nguyễn văn hùng", False, None, id="a capital is no note"),
        pytest.param("trần\tvăn hùng", False, None, id="a tabulator between"),
        pytest.param("hồ chí minh", True, None, id="Uncle Hồ"),
        pytest.param("lưu văn thư", False, None, id="filed by the office"),
        pytest.param("hoàn thành xuất sắc", False, None, id="a rating"),
        pytest.param("vi phạm quy định", False, None, id="a breach of rules"),
    ],
)
def test_full_names(text: str, titled: bool, words: int | None) -> None:
    assert note_full_name_end(make_scene(text), 0, titled=titled) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("bình chưa nộp", 1, id="verb behind"),
        pytest.param("bình, lan vắng", 1, id="comma behind"),
        pytest.param("nam vang 2 buoi", 1, id="a name that is a word, before a verb"),
        pytest.param("nam giới", None, id="a name that is a word, before another"),
        pytest.param("hoa", 1, id="nothing behind"),
        pytest.param("hoa\nlan", 1, id="line end behind"),
        pytest.param("hoa Lan", 1, id="a capital behind"),
        pytest.param("hội viên nộp", None, id="members of a union"),
        pytest.param("thanh niên xung kích", None, id="youth"),
        pytest.param("chuyên môn tốt", None, id="a word in two syllables"),
        pytest.param("tất cả các nhà", None, id="everybody"),
        pytest.param("thu ha nop du", 2, id="two syllables"),
        pytest.param("bích trâm xin vắng", 2, id="two syllables with marks"),
        pytest.param("giáo viên mầm non", None, id="the first half of a word"),
        pytest.param("xyz vắng", None, id="no name"),
    ],
)
def test_given_names(text: str, words: int | None) -> None:
    assert note_given_end(make_scene(text), 0) == words
