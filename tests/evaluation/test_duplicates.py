import pytest

from vnparty_nlp.evaluation.duplicates import near_duplicates

TEXT = "Chi bộ thống nhất nạo vét mương và sửa nhà văn hóa thôn trong tháng này"


@pytest.mark.parametrize(
    ("other", "likeness"),
    [
        pytest.param(TEXT.upper() + "!", 1.0, id="marks and capitals do not count"),
        pytest.param(f"{TEXT} ạ", 14 / 15, id="one word more"),
        pytest.param(TEXT.replace("mương", "ao").replace("thôn", "xã"), None, id="two words differ"),
        pytest.param("Trời mưa.", None, id="another text"),
    ],
)  # fmt: skip
def test_near_duplicates(other: str, likeness: float | None) -> None:
    found = list(near_duplicates(["Nắng.", TEXT, other]))
    assert found == ([] if likeness is None else [(1, 2, pytest.approx(likeness, abs=0.01))])


def test_a_formula_of_many_texts_is_still_found_where_the_texts_are_equal() -> None:
    assert len(list(near_duplicates(["Chủ tọa kết luận cuộc họp."] * 80))) == 79
