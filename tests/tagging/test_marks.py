import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.errors import ModelError
from vnparty_nlp.evaluation.corpus import parse_passage
from vnparty_nlp.tagging.marks import MARKS, MarkRestorer, form, load_marks, tokens
from vnparty_nlp.training.marks import count_marks, save_marks
from vnparty_nlp.vietnamese.unicode import compose, strip_marks

TEXTS = [
    "Đồng chí chưa nộp đảng phí quý II, hẹn tháng sau nộp.",
    "Đồng chí vắng mặt không lý do, chi bộ nhắc nhở.",
    "Chị báo vắng, có lý do; các đồng chí khác đủ mặt.",
    "Con đường vào xóm còn lầy, bà con góp đá.",
]
COUNTS = count_marks(
    [
        parse_passage(
            {"id": "1", "text": text, "kind": "minutes", "section": "x", "labels": []},
            writer=writer,
        )
        for writer in ("w1", "w2")
        for text in TEXTS
    ]
)
RESTORER = MarkRestorer(COUNTS)


@pytest.mark.parametrize(
    ("text", "restored"),
    [
        pytest.param("dong chi Lua chua nop dang phi", "đồng chí Lua chưa nộp đảng phí", id="line"),
        pytest.param("vang mat khong ly do", "vắng mặt không lý do", id="run decides"),
        pytest.param("DONG CHI VANG MAT", "ĐỒNG CHÍ VẮNG MẶT", id="capitals"),
        pytest.param("nop dang phi quy 2: 30.000d", "nộp đảng phí quý 2: 30.000d", id="figures"),
        pytest.param(
            "dong chi Lua chua nop hoc phi", "đồng chí Lua chưa nộp hoc phí", id="unknown stays"
        ),
        pytest.param(
            "dong chi Hoà chua nop phi", "đồng chí Hoà chưa nộp phí", id="typed marks stay"
        ),
        pytest.param(
            "The committee met on Monday morning",
            "The committee met on Monday morning",
            id="foreign",
        ),
        pytest.param("A1 B2 KPI ISO CTV", "A1 B2 KPI ISO CTV", id="codes"),
        pytest.param("dang phi", "dang phi", id="too short to tell"),
        pytest.param("Đồng chí Lua chưa nộp phi", "Đồng chí Lua chưa nộp phi", id="has marks"),
        pytest.param("chi bo nhac nho\nĐảng phí đủ", "chi bộ nhắc nhở\nĐảng phí đủ", id="by line"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_bare_lines_get_marks(text: str, restored: str) -> None:
    assert RESTORER.restore(text) == restored


@given(
    st.text(max_size=80)
    | st.lists(
        st.sampled_from(["dong", "chi", "Lua", "nop", "phị", "ẞ", "ǅ", "12", "\n", "\x00"])
    ).map(" ".join)
)
def test_only_marks_change(text: str) -> None:
    restored = RESTORER.restore(text)
    assert len(restored) == len(compose(text))
    assert strip_marks(restored) == strip_marks(compose(text))


def test_decomposed_text_is_composed_first() -> None:
    assert RESTORER.restore(unicodedata.normalize("NFD", TEXTS[0])) == TEXTS[0]


@pytest.mark.parametrize("text", TEXTS)
def test_text_with_marks_is_left_alone(text: str) -> None:
    assert RESTORER.restore(text) == text


def test_forms_have_one_spelling_and_no_figures() -> None:
    found = [form(token) for token in tokens("Uỷ ban thu 1.250.000đ")]
    assert found == ["ủy", "ban", "thu", "0", ".", "0", ".", "0", "đ"]


def test_a_long_bare_line_is_read_whole() -> None:
    chance = random.Random(0)
    words = [chance.choice(["dong", "chi", "chua", "nop", "dang", "phi"]) for _ in range(5_000)]
    assert len(RESTORER.restore(" ".join(words)).split()) == 5_000


def test_saved_counts_are_read_again(tmp_path: Path) -> None:
    save_marks(COUNTS, tmp_path / MARKS)
    assert load_marks(tmp_path) == COUNTS


def test_a_model_of_an_older_version_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="older version"):
        load_marks(tmp_path)
