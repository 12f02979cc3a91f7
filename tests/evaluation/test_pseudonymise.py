import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation.annotated import passage
from vnparty_nlp.evaluation.corpus import AnnotatedPassage, parse_passage, passage_line
from vnparty_nlp.evaluation.pseudonymise import pseudonymise
from vnparty_nlp.evaluation.pseudonyms import Pseudonyms
from vnparty_nlp.records import Span

KEY = b"khoa-thu-nhat-0123456789"
TEXT = "Đ/c Trần Văn Bình còn nợ đảng phí quý II; giao chị Lụa nhắc anh Bình."


def new_name(name: str, *, unmarked: bool = False) -> str:
    return Pseudonyms(KEY).of(name, unmarked=unmarked)


def texts(*given: str, people: tuple[str, ...] = ()) -> list[str]:
    return [p.text for p in pseudonymise([passage(text) for text in given], KEY, people)]


def test_names_change_and_all_else_stays() -> None:
    bình, lụa = new_name("Trần Văn Bình"), new_name("Lụa")
    expected = f"Đ/c {bình} còn nợ đảng phí quý II; giao chị {lụa} nhắc anh {bình.split()[-1]}."
    assert texts(TEXT) == [expected]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("Xe đi Thái Bình lúc 5 giờ, đ/c Bình đi cùng.", "Thái Bình", id="place"),
        pytest.param("Thư ký đọc biên bản; anh Thư nghe.", "Thư ký", id="word"),
        pytest.param("Đồng chí Bí thư chủ trì.", "Đồng chí Bí thư chủ trì.", id="office"),
    ],
)
def test_what_is_no_person_stays(text: str, kept: str) -> None:
    assert kept in texts(text)[0]


def test_a_name_known_from_another_passage_or_the_register_is_replaced() -> None:
    first, second = texts("Đ/c Lụa chủ trì.", "Vắng: Lụa, Sửu.", people=("Phạm Quang Sửu",))
    assert second == f"Vắng: {new_name('Lụa')}, {new_name('Sửu')}."
    assert "Lụa" not in first


def test_a_text_without_marks_stays_without_marks() -> None:
    assert (
        texts("dc Tran Van Binh nop du roi")[0]
        == f"dc {new_name('Tran Van Binh', unmarked=True)} nop du roi"
    )


def full() -> AnnotatedPassage:
    plain = passage(TEXT, ("dues.unpaid", "asserted", "còn nợ đảng phí quý II"),
                    ("support.assigned", "asserted", "giao chị Lụa nhắc anh Bình"))  # fmt: skip
    dues, help_given = plain.annotations
    helped = replace(help_given, slots={"helper": "chị Lụa"}, subject=Span(64, 68))
    return replace(plain, annotations=(replace(dues, subject=Span(4, 17)), helped))


def test_spans_and_slots_follow_the_names() -> None:
    (found,) = pseudonymise([full()], KEY)
    dues, help_given = found.annotations
    assert dues.evidence.of(found.text) == "còn nợ đảng phí quý II"
    assert dues.subject is not None
    assert dues.subject.of(found.text) == new_name("Trần Văn Bình")
    assert help_given.slots == {"helper": f"chị {new_name('Lụa')}"}
    assert help_given.subject is not None
    assert help_given.subject.of(found.text) == new_name("Bình")
    assert parse_passage(passage_line(found), writer="w") == found


def test_decomposed_text_comes_out_composed_with_its_spans() -> None:
    text = unicodedata.normalize("NFD", TEXT)
    evidence = unicodedata.normalize("NFD", "còn nợ đảng phí quý II")
    (found,) = pseudonymise([passage(text, ("dues.unpaid", "asserted", evidence))], KEY)
    assert found.text == texts(TEXT)[0]
    assert found.annotations[0].evidence.of(found.text) == "còn nợ đảng phí quý II"


def test_identifiers_are_masked_and_the_section_is_not_forgotten() -> None:
    plain = replace(passage("Chị Lụa, sinh năm 1962, ĐT 0900 000 123."), section="Đ/c Lụa báo cáo")
    (found,) = pseudonymise([plain], KEY)
    assert found.text.endswith("sinh năm 0000, ĐT 0000 000 000.")
    assert found.section == f"Đ/c {new_name('Lụa')} báo cáo"


@given(st.lists(st.sampled_from([*TEXT.split(), "Lê Thị Mạc", "0900000123", "họp;"]), min_size=2))
def test_whatever_stands_around_it_evidence_stays_sound(words: list[str]) -> None:
    text = " ".join(words)
    marks = [("dues.paid", "asserted", word) for word in words[:2]]
    (found,) = pseudonymise([passage(text, *marks)], KEY)
    assert parse_passage(passage_line(found), writer="w").annotations == found.annotations
