from itertools import pairwise

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


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("Ths. Lụa và BS. Thìn dự. ‖Cả hai đều có ý kiến.", id="degrees"),
        pytest.param("TM. CHI BỘ ký, KT. BÍ THƯ đóng dấu.", id="signature codes"),
        pytest.param("Xem khoản 2, Điều 5. ‖Đoạn sau nói rõ hơn.", id="an article at the end"),
        pytest.param("Thu 1.250.000 đ. ‖Chi 900.000 đ.", id="money"),
        pytest.param("Đóng đảng phí 0,5%. ‖Riêng hưu trí 0,3%.", id="percent"),
        pytest.param("Số 07/BB-CB. ‖Ngày 3.2.2022.", id="numbers of documents"),
        pytest.param("II. Nội dung họp kéo dài. ‖Giải lao 10 phút.", id="roman numbering"),
        pytest.param("a. Thu quỹ đủ. ‖Không ai nợ.", id="letter numbering"),
        pytest.param("1.2. Đường liên xóm lầy. ‖Cần rải đá.", id="numbering in two steps"),
        pytest.param("Họp lúc 19h. ‖“Bắt đầu!” chủ tọa nói.", id="opening quotes"),
        pytest.param("Đã bàn (có ghi âm.) ‖Không ai phản đối.", id="closing bracket"),
        pytest.param("Sao lại thế?! ‖Không ai trả lời...", id="several marks"),
        pytest.param("ĐÃ HỌP XONG. ‖KẾT THÚC LÚC 22 GIỜ.", id="capitals"),
        pytest.param("Ô. Thìn, Ư. Lụa và bà H'Nen Ê. Ayun về dự.", id="initials with marks"),
        pytest.param("Có chi bộ 3. ‖12 đồng chí dự.", id="a figure at the end"),
    ],
)
def test_more_ends(marked: str) -> None:
    parts = marked.split("‖")
    assert split("".join(parts)) == [part.strip() for part in parts]


@pytest.mark.parametrize("text", ["", " ", "\n\t "])
def test_a_blank_has_no_sentence(text: str) -> None:
    assert split(text) == []


def test_only_a_sentence_that_is_too_long_is_cut_at_semicolons() -> None:
    assert split("Thu đủ; chi đủ. Một việc; hai việc; ba việc.", max_characters=16) == [
        "Thu đủ; chi đủ.",
        "Một việc;",
        "hai việc;",
        "ba việc.",
    ]


def test_a_long_sentence_without_semicolons_stays_whole() -> None:
    text = "Chi bộ " + "họp rồi lại " * 40 + "họp."
    assert split(text, max_characters=50) == [text]


@given(st.text(alphabet="aB .;!?đ", max_size=60), st.integers(5, 60))
def test_sentences_follow_each_other_and_begin_and_end_with_a_sign(text: str, limit: int) -> None:
    spans = list(sentences(text, max_characters=limit))
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for span in spans:
        assert span.of(text) == span.of(text).strip()
