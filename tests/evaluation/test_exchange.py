import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.evaluation.annotated import CATALOGUE, passage, passages
from vnparty_nlp.errors import CorpusError
from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.evaluation.exchange import FORMATS, export, keep_details
from vnparty_nlp.records import Span

DUES = passage(
    "Đ/c Lụa còn nợ đảng phí quý II, anh Mạc đã nộp.",
    ("dues.unpaid", "asserted", "còn nợ đảng phí quý II"),
    ("dues.paid", "alleged", "đã nộp"),
)


def bare(given: Sequence[AnnotatedPassage]) -> list[AnnotatedPassage]:
    return [replace(passage, writer="") for passage in given]


@pytest.mark.parametrize("name", FORMATS)
@given(given_passages=st.lists(passages(), max_size=4))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_goes_out_comes_back(name: str, given_passages: list[AnnotatedPassage]) -> None:
    with TemporaryDirectory() as folder:
        out, *_ = export(name, given_passages, Path(folder) / "new" / "file")
        assert bare(FORMATS[name].read(out)) == given_passages


@pytest.mark.parametrize("name", ["labelstudio", "doccano"])
def test_the_labels_to_choose_from_are_the_catalogue_s(name: str, tmp_path: Path) -> None:
    _, settings_file = export(name, [DUES], tmp_path / "file.json")
    text = settings_file.read_text("utf-8")
    for term in (*CATALOGUE.labels, *CATALOGUE.statuses):
        assert term in text


@pytest.mark.parametrize("name", ["labelstudio", "doccano"])
@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("dues.paid", "attitude.doubt", "catalogue is closed", id="label"),
        pytest.param("alleged", "believed", "is none of", id="status"),
    ],
)
def test_what_the_catalogue_does_not_hold_is_refused_with_its_line(
    name: str, old: str, new: str, told: str, tmp_path: Path
) -> None:
    out, *_ = export(name, [passage("Trời mưa."), DUES], tmp_path / "file.json")
    out.write_text(out.read_text("utf-8").replace(old, new), encoding="utf-8")
    line = 3 if name == "labelstudio" else 2
    with pytest.raises(CorpusError, match=rf"line {line}: .*{told}"):
        FORMATS[name].read(out)


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_of_another_kind_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b'{"text": 1\n')
    with pytest.raises(CorpusError):
        FORMATS[name].read(path)


TASK = {"data": {"text": "Đã nộp đủ.", "id": "1"}}
REGION = {"id": "r", "type": "labels", "value": {"start": 0, "end": 7, "labels": ["dues.paid"]}}
STATUS = {"id": "r", "type": "choices", "value": {"choices": ["asserted"]}}


@pytest.mark.parametrize(
    ("annotations", "told"),
    [
        pytest.param([{"result": [REGION]}], "no status", id="no status"),
        pytest.param([{"result": []}, {"result": []}], "one annotator", id="two annotators"),
        pytest.param(
            [{"result": [{**REGION, "value": {**REGION["value"], "text": "nộp đủ"}}, STATUS]}],  # type: ignore[dict-item]
            "does not cover",
            id="shifted",
        ),
    ],
)
def test_what_label_studio_may_leave_open(annotations: object, told: str, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps([{**TASK, "annotations": annotations}], indent=1), encoding="utf-8")
    with pytest.raises(CorpusError, match=told):
        FORMATS["labelstudio"].read(path)


def test_a_careless_click_and_a_cancelled_annotation_do_no_harm(tmp_path: Path) -> None:
    cancelled = {"was_cancelled": True, "result": []}
    task = {**TASK, "annotations": [cancelled, {"result": [REGION, STATUS]}]}
    path = tmp_path / "export.json"
    path.write_text(json.dumps([task]), encoding="utf-8")
    (found,) = FORMATS["labelstudio"].read(path)
    assert [a.evidence for a in found.annotations] == [Span(0, 6)]


def test_doccano_s_other_ways_to_name_spans_are_read(tmp_path: Path) -> None:
    span = {"start_offset": 0, "end_offset": 6, "label": "dues.paid/resolved"}
    line = json.dumps({"id": 7, "text": "Đã nộp đủ.", "entities": [span]})
    (tmp_path / "x.jsonl").write_text(line, encoding="utf-8")
    (found,) = FORMATS["doccano"].read(tmp_path / "x.jsonl")
    assert found.id == "x-0001"
    assert [(a.label, a.status) for a in found.annotations] == [("dues.paid", "resolved")]


def test_details_of_unchanged_labels_are_kept() -> None:
    first, second = DUES.annotations
    full = replace(first, slots={"period": "XXXX-Q2"}, subject=Span(4, 7))
    original = replace(DUES, annotations=(full, replace(second, slots={"amount": 1})))
    changed = replace(DUES, annotations=(first, replace(second, evidence=Span(36, 39))))
    (kept,) = keep_details([changed], [original])
    assert kept.annotations[0] == full
    assert kept.annotations[1].slots == {}
