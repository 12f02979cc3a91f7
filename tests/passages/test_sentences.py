import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.passages.sentences import sentences


def split(text: str, max_characters: int = 600) -> list[str]:
    return [span.of(text) for span in sentences(text, max_characters=max_characters)]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("Chi bộ họp lúc 19h30. ‖Có mặt 25/28 đồng chí.", id="two plain sentences"),
        pytest.param("Đ/c. Bình vắng, TS. Hòa chủ trì tại TP. Vinh Hạ.", id="abbreviations"),
        pytest.param(
            "Quyết định số 15-QĐ/ĐU ngày 12.5.2023. ‖Chi bộ đã nghe.", id="numbers, dates"
        ),
        pytest.param("Nộp 180.000 đồng. ‖1.250.000 đồng còn lại nộp sau.", id="grouped figures"),
        pytest.param("1. Đồng chí Lê N.V. Hùng trình bày. ‖Không ai hỏi thêm.", id="numbering"),
        pytest.param("Đồng chí nói: “Tôi xin nghỉ.” ‖Cuộc họp tiếp tục.", id="closing quotes"),
        pytest.param("Đã trồng cây, làm đường, v.v. và quét sân.", id="v.v. goes on"),
        pytest.param("vắng 2 đc. lý do đi làm xa. đã báo trước", id="phone notes stay together"),
        pytest.param("Ai đi họp? ‖Đủ cả! ‖Tốt…", id="other end marks"),
    ],
)
def test_sentences_end_where_marked(marked: str) -> None:
    parts = marked.split("‖")
    assert split("".join(parts)) == [part.strip() for part in parts]


def test_a_long_sentence_is_cut_at_semicolons() -> None:
    assert split("một việc; hai việc; ba việc", max_characters=10) == [
        "một việc;",
        "hai việc;",
        "ba việc",
    ]


@given(st.text(alphabet="aAđĐ .;?!1\n\t”", max_size=80))
def test_sentences_keep_every_letter_in_order(text: str) -> None:
    assert "".join("".join(split(text, 20)).split()) == "".join(text.split())
