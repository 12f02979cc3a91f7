from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("text", "task"),
    [
        pytest.param(
            "Đ/c Lò Văn Toản được giao rà soát hồ sơ hộ nghèo nhưng chưa làm.",
            "rà soát hồ sơ hộ nghèo",
            id="what was assigned",
        ),
        pytest.param(
            "Việc lập sổ nước sạch, đ/c Lò Văn Toản đến nay chưa làm.",
            "lập sổ nước sạch",
            id="behind việc, in the chunk before",
        ),
        pytest.param(
            "Đ/c Lò Văn Toản chưa nộp danh sách hộ hiến đất theo hạn 25/10/2023.",
            "nộp danh sách hộ hiến đất",
            id="object of the act, with its verb",
        ),
        pytest.param(
            "Báo cáo thu chi quỹ khuyến học do đ/c Lò Văn Toản phụ trách vẫn chưa xong.",
            "Báo cáo thu chi quỹ khuyến học",
            id="before the person",
        ),
        pytest.param(
            "Bảng tin thôn, hạn 30/6/2023, đ/c Lò Văn Toản chưa xong.",
            "Bảng tin thôn",
            id="with the deadline in between",
        ),
        pytest.param(
            "Đ/c Sầm Thị Nga, trưởng thôn, được phân công bàn giao sổ hộ, chưa làm.",
            "bàn giao sổ hộ",
            id="an office is no task",
        ),
    ],
)
def test_undone(extract: Extract, text: str, task: str) -> None:
    assert extract("duty.unfulfilled", text)[0].slots["task"] == task


def test_done_tasks_are_told_without_the_word_of_handing_in(extract: Extract) -> None:
    (fact,) = extract("duty.fulfilled", "Đ/c Lò Văn Toản đã nộp báo cáo thư viện đúng hạn.")
    assert fact.slots["task"] == "báo cáo thư viện"


def test_each_person_has_a_task_of_their_own(extract: Extract) -> None:
    text = (
        "Đ/c Lò Văn Toản đã xong việc kẻ khẩu hiệu, "
        "còn đ/c Sầm Thị Nga chưa nộp danh sách hộ cận nghèo."
    )
    assert extract("duty.unfulfilled", text)[0].slots["task"] == "nộp danh sách hộ cận nghèo"
    assert extract("duty.fulfilled", text)[0].slots["task"] == "kẻ khẩu hiệu"


def test_nothing_is_made_up_where_no_task_is_told(extract: Extract) -> None:
    assert "task" not in extract("duty.unfulfilled", "Chưa xong.")[0].slots
