import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.facts.protocol import Extractor
from vnparty_nlp.records import Fact, Passage, Span, Tag

Extract = Callable[..., tuple[Fact, ...]]


LABELS = list(load_catalogue().labels)
WORDS = [
    "đ/c",
    "Bình",
    "Lò",
    "Văn",
    "Toản",
    "chưa",
    "đã",
    "nộp",
    "đóng",
    "đảng",
    "phí",
    "quý",
    "II",
    "2023",
    "còn",
    "nợ",
    "vắng",
    "3",
    "buổi",
    "không",
    "phép",
    ",",
    ".",
    ";",
    ":",
    "(",
    ")",
    "bỏ",
    "phiếu",
    "kín",
    "17/19",
    "khiển",
    "trách",
    "quyết",
    "định",
    "số",
    "45-QĐ/ĐU",
    "ngày",
    "12/5",
    "hoàn",
    "thành",
    "tốt",
    "nhiệm",
    "vụ",
    "giao",
    "Sầm",
    "Thị",
    "Nga",
    "giúp",
    "đỡ",
    "nếu",
    "thì",
    "nghe",
    "nói",
    "\n",
    "|",
    "36.000đ",
]


def test_facts_stand_where_the_passage_stands(extractor: Extractor) -> None:
    text = "Đ/c Lò Văn Toản còn nợ đảng phí quý II/2023."
    document = "x" * 50 + text
    passage = Passage(text, Span(50, 50 + len(text)))
    (fact,) = extractor.extract(passage, Tag("dues.unpaid", 0.75))
    assert fact.evidence.of(document) == "còn nợ đảng phí quý II/2023"
    assert fact.subject is not None
    assert fact.subject.of(document) == "Lò Văn Toản"
    assert (fact.label, fact.probability) == ("dues.unpaid", 0.75)


@pytest.mark.parametrize("label", LABELS)
def test_a_tag_always_yields_a_fact(extract: Extract, label: str) -> None:
    assert extract(label, "Trời mưa to, lúa đổ hết.")
    assert extract(label, " ") == ()


def test_two_rounds_are_two_facts(extract: Extract) -> None:
    text = "Vòng một: 12 phiếu đồng ý, 5 phiếu trắng. Vòng hai: 16/17 phiếu đồng ý."
    one, two = extract("meeting.ballot", text)
    assert dict(one.slots) == {"for": 12, "blank": 5}
    assert dict(two.slots) == {"for": 16, "total": 17}


def test_decomposed_text_gives_the_same_facts(extract: Extract) -> None:
    text = "Đ/c Lò Văn Toản còn nợ đảng phí quý II/2023."
    decomposed = unicodedata.normalize("NFD", text)
    (one,), (other,) = extract("dues.unpaid", text), extract("dues.unpaid", decomposed)
    assert one.slots == other.slots
    written = other.evidence.of(decomposed)
    assert unicodedata.normalize("NFC", written) == one.evidence.of(text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25), st.sampled_from(LABELS))
def test_facts_lie_inside_the_passage_and_keep_the_catalogue(
    extract: Extract, words: list[str], label: str
) -> None:
    text = " ".join(words)
    for fact in extract(label, text):
        assert 0 <= fact.evidence.start < fact.evidence.end <= len(text)
        assert fact.subject is None or fact.subject.end <= len(text)
        assert fact.evidence.of(text) == fact.evidence.of(text).strip()
        load_catalogue().check_slots(label, fact.slots)
        assert fact.status in load_catalogue().statuses
