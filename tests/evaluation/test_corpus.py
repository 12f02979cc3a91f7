import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from vnparty_nlp.errors import CatalogueError, CorpusError
from vnparty_nlp.evaluation.corpus import parse_passage, read_corpus, writer_problems

TEXT = "Đ/c Bình còn nợ đảng phí quý II, 180.000 đồng."
LABEL = {
    "label": "dues.unpaid",
    "status": "asserted",
    "evidence": [9, 45],
    "slots": {"period": "XXXX-Q2", "amount": 180000},
    "subject": [4, 8],
}


def entry(text: str = TEXT, **changed: object) -> dict[str, Any]:
    label = {**LABEL, **changed}
    return {"id": "1", "text": text, "kind": "minutes", "section": "dues", "labels": [label]}


def test_a_passage_is_read_with_its_spans() -> None:
    (annotation,) = parse_passage(entry(), writer="w99").annotations
    assert annotation.evidence.of(TEXT) == "còn nợ đảng phí quý II, 180.000 đồng"
    assert annotation.subject is not None
    assert annotation.subject.of(TEXT) == "Bình"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param({"label": "attitude.doubt"}, "catalogue is closed", id="label"),
        pytest.param({"status": "believed"}, "is none of", id="status"),
        pytest.param({"slots": {"reason": "ốm"}}, "has no slot", id="slot"),
        pytest.param({"slots": {"amount": "180.000"}}, "not a normalised value", id="value"),
        pytest.param({"label": "meeting.quorum", "slots": {}}, "takes no subject", id="subject"),
        pytest.param({"evidence": [10, 45]}, "cuts a syllable", id="syllable"),
        pytest.param({"evidence": [8, 45]}, "begins or ends with a space", id="space"),
        pytest.param({"evidence": [9, 99]}, "leaves the text", id="outside"),
    ],
)
def test_what_breaks_a_rule_is_refused(changed: Mapping[str, object], told: str) -> None:
    with pytest.raises((CatalogueError, ValueError), match=told):
        parse_passage(entry(**changed), writer="w99")


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "w99.jsonl"
    path.write_text(json.dumps(entry()) + '\n{"id": "2"}\n', encoding="utf-8")
    with pytest.raises(CorpusError, match="line 2"):
        list(read_corpus([path]))


def test_what_a_writer_repeats_is_told() -> None:
    sentence = "Chi bộ họp bàn việc nạo vét mương và sửa nhà văn hóa thôn"
    passages = [
        parse_passage({**entry(text), "id": str(n), "labels": []}, writer="w99")
        for n, text in enumerate([f"{sentence}.", f"{sentence} tháng sau.", "Trời mưa."])
    ]
    problems = " ".join(writer_problems(passages))
    assert "2 of 3 first four syllables are distinct" in problems
    assert "0, 1 share the run 'chi bộ họp bàn việc nạo vét mương'" in problems


def test_the_shipped_corpus_keeps_its_rules() -> None:
    corpora = Path(__file__).parents[2] / "corpora"
    for path in sorted((corpora / "passages").glob("*.jsonl")):
        passages = list(read_corpus([path]))
        assert writer_problems(passages) == [], path.name
    for passage in read_corpus(sorted((corpora / "everyday").glob("*.jsonl"))):
        assert passage.annotations == ()
