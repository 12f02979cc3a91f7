"""Any text through every stage that reads text: it gives facts or none, and never an exception."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from vnparty_nlp import facts, parsing, passages
from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.errors import DocumentError
from vnparty_nlp.pipeline import passage_of
from vnparty_nlp.records import Passage, Tag
from vnparty_nlp.settings import load_settings
from vnparty_nlp.vietnamese.names import find_people

SETTINGS = load_settings()
READER = parsing.build(SETTINGS.parsing)
SPLITTER = passages.build(SETTINGS.passages)
EXTRACTOR = facts.build()
LABELS = sorted(load_catalogue().labels)

# What names, titles, numbers and dates are made of, and what breaks them.
TITLES = [
    "đồng chí",
    "Đ/c",
    "đ/c:",
    "ông",
    "Bà",
    "Bí thư",
    "P.",
    "Trưởng thôn",
    "Đ.c",
    "các đ/c",
    "TS.",
    "Thượng tọa",
]
NAMES = [
    "H'Me",
    "H’Hen Niê",
    "Y'Bhĩ",
    "K'",
    "'Anh",
    "Nguyễn",
    "Văn",
    "Thị",
    "Lò",
    "A",
    "Bh'riu",
    "Trần Văn Bình",
    "NGUYỄN THỊ",
    "Đ",
]
NUMBERS = [
    "0",
    "00/00/0000",
    "05/6/2023",
    "31/02/2023",
    "25/28",
    "1.000.000.000",
    "-3",
    "½",
    "٣",
    "²",
    "IV",
    "100 %",
    "180.000đ",
    "99999999999999999999",
    "Quý",
    "tháng 13",
    "năm",
]
WORDS = [
    "nợ",
    "đảng phí",
    "chưa nộp",
    "kỷ luật",
    "khiển trách",
    "vắng",
    "không lý do",
    "bầu",
    "phiếu",
    "chuyển sinh hoạt",
    "được",
    "không",
    "hoàn thành",
    "kết nạp",
    "giao",
    "trước ngày",
]
MARKS = [
    "'",
    "’",
    "ʼ",
    "\u0301",
    "\u0323",
    "\u00ad",
    "\u200b",
    "\u202e",
    "\ufeff",
    "(",
    ")",
    "“",
    ":",
    ";",
    ",",
    ".",
    "/",
    "|",
    "-",
    "–",
    "…",
    "\t",
    "\n",
    " ",
    "\u2028",
    "\x0c",
    "İ",
    "ß",
    "ﬁ",
    "🙂",
    "\ud7ff",
]
PIECES = st.sampled_from(TITLES + NAMES + NUMBERS + WORDS + MARKS) | st.text(
    st.characters(codec="utf-8"), max_size=3
)
TEXTS = st.tuples(st.sampled_from(["", " "]), st.lists(PIECES, max_size=25)).map(
    lambda pair: pair[0].join(pair[1])
)  # fmt: skip
FUZZ = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def extract_all(passage: Passage) -> None:
    """Every label on the passage; what is found stays inside it."""
    for label in LABELS:
        for fact in EXTRACTOR.extract(passage, Tag(label, 0.9)):
            for span in filter(None, (fact.evidence, fact.subject)):
                assert passage.span.start <= span.start < span.end <= passage.span.end


@FUZZ
@given(TEXTS)
@example("H'Me")
@example("đ/c H'")
@example("'")
def test_people_are_found_inside_the_text(text: str) -> None:
    for person in find_people(text):
        assert person.name.strip()


@FUZZ
@given(TEXTS)
@example("Đồng chí H'Me còn nợ đảng phí quý II.")
@example("Đ/c\u0301 nợ 00/00/0000")
def test_facts_of_any_passage(text: str) -> None:
    extract_all(passage_of(text))


@FUZZ
@given(st.lists(TEXTS, max_size=6).map("\n".join))
def test_passages_and_facts_of_any_document(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    try:
        document = READER.read(path, "a.txt")
    except DocumentError:
        return
    find_people(document.text)
    for passage in SPLITTER.split(document):
        assert passage.span.of(document.text).strip()
        extract_all(passage)


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("place", range(4), ids=["before", "in the title", "in the name", "after"])
def test_a_mark_anywhere_about_a_name(place: int, mark: str) -> None:
    pieces = ["Đồ", "ng chí H", "Me Niê", " nợ đảng phí."]
    passage = passage_of(mark.join([*pieces[:place], ""]) + "".join(pieces[place:]))
    find_people(passage.text)
    extract_all(passage)
