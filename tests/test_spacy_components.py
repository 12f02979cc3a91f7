import unicodedata
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

TEXT = "Chi bộ họp tối qua.\nĐồng chí Trần Văn Bình còn nợ đảng phí quý II năm 2023. Kết quả: 17/19 phiếu đồng ý."
PIPES = ("vnparty_passages", "vnparty_tagger", "vnparty_facts")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline("xx")


def pipeline(language: str) -> Language:
    tokenizer = {"@tokenizers": "spacy.vi.VietnameseTokenizer", "use_pyvi": False}
    config = {"nlp": {"tokenizer": tokenizer}} if language == "vi" else {}
    made = spacy.blank(language, config=config)
    for name in PIPES:
        made.add_pipe(name, config={"model": "linear"} if name == "vnparty_tagger" else {})
    return made


def told(doc: Doc) -> list[tuple[str, str, str]]:
    return [(f["label"], doc.text[slice(*f["evidence"])],
             doc.text[slice(*f["subject"])] if f["subject"] else "") for f in doc._.vnparty_facts]  # fmt: skip


EXPECTED = [
    ("dues.unpaid", "còn nợ đảng phí quý II năm 2023", "Trần Văn Bình"),
    ("meeting.ballot", "17/19 phiếu đồng ý", ""),
]


@pytest.mark.parametrize("language", ["xx", "vi", "en"])
def test_facts_in_anybody_s_pipeline(language: str) -> None:
    doc = pipeline(language)(TEXT)
    assert told(doc) == EXPECTED
    assert [span.text for span in doc.spans["vnparty_passages"]] == [
        "Chi bộ họp tối qua.",
        "Đồng chí Trần Văn Bình còn nợ đảng phí quý II năm 2023.",
        "Kết quả: 17/19 phiếu đồng ý.",
    ]
    assert [(s.label_, s.id_) for s in doc.spans["vnparty"]] == [
        ("dues.unpaid", "asserted"),
        ("meeting.ballot", "asserted"),
    ]


def test_offsets_are_those_of_the_text_given_not_of_its_composed_form(nlp: Language) -> None:
    found = told(nlp(unicodedata.normalize("NFD", TEXT)))
    assert [
        tuple(unicodedata.normalize("NFC", part) for part in fact) for fact in found
    ] == EXPECTED


@pytest.mark.parametrize("text", ["", " \n ", "…", "\u0301"])
def test_texts_without_words_have_no_facts(nlp: Language, text: str) -> None:
    assert nlp(text)._.vnparty_facts == []


def test_a_batch_gives_what_single_texts_give(nlp: Language) -> None:
    texts = [TEXT, "", TEXT.upper(), "Trời mưa."] * 3
    assert [told(doc) for doc in nlp.pipe(texts, batch_size=5)] == [told(nlp(t)) for t in texts]


def test_a_document_that_is_not_cut_is_one_passage() -> None:
    made = spacy.blank("xx")
    made.add_pipe("vnparty_tagger", config={"model": "linear"})
    (tagged,) = made("Đ/c Lụa còn nợ đảng phí quý II.")._.vnparty_tags
    assert (tagged["start"], tagged["end"]) == (0, 31)
    assert [tag["label"] for tag in tagged["tags"]] == ["dues.unpaid"]


def test_pipeline_and_documents_can_be_written_and_read(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "nlp")
    again = spacy.load(tmp_path / "nlp")
    assert told(again(TEXT)) == EXPECTED
    kept = DocBin(docs=[nlp(TEXT)], store_user_data=True).to_bytes()
    (doc,) = DocBin().from_bytes(kept).get_docs(again.vocab)
    assert told(doc) == EXPECTED
