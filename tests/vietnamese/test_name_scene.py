import pytest

from vnparty_nlp.vietnamese.name_scene import make_scene


@pytest.mark.parametrize(
    ("text", "unmarked", "notes"),
    [
        pytest.param("Đ/c Bình vắng", False, False, id="sentence with a name"),
        pytest.param("dc binh vang", True, True, id="note without marks"),
        pytest.param("Dc Binh vang", True, False, id="no diacritics, but capitals"),
        pytest.param("ĐẢNG BỘ XÃ", False, True, id="capitals only are no names"),
        pytest.param("họp. Hùng vắng", False, True, id="a capital that opens a sentence"),
        pytest.param("họp\nHùng vắng", False, True, id="a capital that opens a line"),
        pytest.param("vắng Hùng", False, False, id="a capital inside a sentence"),
        pytest.param("25/28", True, True, id="figures"),
        pytest.param("", True, True, id="nothing"),
        pytest.param(
            "Đc bình vắng. Còn hùng có mặt, CB ghi", False, True, id="sentences, no names"
        ),
    ],
)
def test_scene(text: str, unmarked: bool, notes: bool) -> None:
    scene = make_scene(text)
    assert (scene.unmarked, scene.notes) == (unmarked, notes)
    assert len(scene.key) == len(scene.bare) == len(text)


def test_index_from() -> None:
    scene = make_scene("một hai ba")
    assert [scene.index_from(offset) for offset in (0, 1, 4, 9)] == [0, 1, 1, 3]
