import json
import sys
from pathlib import Path
from typing import Any

import locate_evidence
import pytest
from hypothesis import given
from hypothesis import strategies as st
from locate_evidence import convert, locate, occurrences

from vnparty_nlp.evaluation.corpus import parse_passage

TEXT = "Bình báo: Lan nợ quý I, Bình nợ quý II."


@pytest.mark.parametrize(
    ("text", "quoted", "starts"),
    [
        pytest.param(TEXT, "Lan", [10], id="once"),
        pytest.param(TEXT, "Bình", [0, 24], id="twice"),
        pytest.param(TEXT, "quý I", [17], id="whole words first"),
        pytest.param(TEXT, "Mạc", [], id="nowhere"),
        pytest.param("vắng3 buổi", "vắng", [0], id="inside a word where there is no other"),
        pytest.param("thu (đủ) rồi", "(đủ)", [4], id="signs are no pattern"),
    ],
)
def test_occurrences(text: str, quoted: str, starts: list[int]) -> None:
    assert occurrences(text, quoted) == starts


def label(evidence: str, subject: str | None = None) -> dict[str, Any]:
    return {"label": "dues.unpaid", "evidence": evidence, "subject": subject}


@pytest.mark.parametrize(
    ("evidence", "subject", "spans"),
    [
        pytest.param("nợ quý I", "Lan", ([14, 22], [10, 13]), id="before the evidence"),
        pytest.param("nợ quý II", "Bình", ([29, 38], [24, 28]), id="the nearer of two"),
        pytest.param("Bình báo", "Bình", ([0, 8], [0, 4]), id="inside the evidence"),
    ],
)
def test_a_quotation_becomes_offsets(
    evidence: str, subject: str, spans: tuple[list[int], list[int]]
) -> None:
    located = locate(label(evidence, subject), TEXT)
    assert (located["evidence"], located["subject"]) == spans
    assert TEXT[slice(*located["evidence"])] == evidence
    assert TEXT[slice(*located["subject"])] == subject


def test_nobody_is_left_out() -> None:
    assert "subject" not in locate(label("nợ quý I"), TEXT)


@pytest.mark.parametrize(
    ("evidence", "subject", "told"),
    [
        pytest.param("nợ quý III", "Lan", "occurs 0 times", id="evidence missing"),
        pytest.param("Bình", "Lan", "occurs 2 times", id="evidence twice"),
        pytest.param("nợ quý I", "Mạc", "'Mạc' does not occur", id="subject missing"),
    ],
)
def test_a_quotation_that_is_not_found_is_told(evidence: str, subject: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        locate(label(evidence, subject), TEXT)


@given(st.lists(st.sampled_from(["nợ", "Lan", "quý", "I."]), min_size=1, max_size=12), st.data())
def test_every_run_of_words_that_stands_once_is_found(
    words: list[str], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    quoted = " ".join(words[start:])
    text = " ".join(words)
    if text.count(quoted) == 1:
        (place,) = occurrences(text, quoted)
        assert text[place : place + len(quoted)] == quoted


def passage(number: int, text: str, *labels: dict[str, Any]) -> str:
    entry = {"id": f"p{number}", "text": text, "kind": "minutes", "section": "x", "labels": labels}
    return json.dumps(entry, ensure_ascii=False)


FULL = {"label": "dues.unpaid", "status": "asserted", "slots": {"period": "XXXX-Q1"},
        "evidence": "nợ quý I", "subject": "Lan"}  # fmt: skip


def run(draft: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["locate_evidence.py", str(draft), "--out", str(out)])
    return locate_evidence.main()


def test_a_sound_draft_is_written_as_a_corpus_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    draft, out = tmp_path / "w99.jsonl", tmp_path / "passages"
    out.mkdir()
    draft.write_text(f"{passage(1, TEXT, FULL)}\n\n{passage(2, 'Trời mưa.')}\n", encoding="utf-8")
    assert run(draft, out, monkeypatch) == 0
    told = capsys.readouterr().out
    assert told.startswith("2 passages, 1 without label, 1 findings, 0 of them not asserted (0%)")
    assert "OK: " in told
    first, second = (json.loads(x) for x in (out / "w99.jsonl").read_text("utf-8").splitlines())
    (annotation,) = parse_passage(first, writer="w99").annotations
    assert annotation.evidence.of(TEXT) == "nợ quý I"
    assert second["labels"] == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param(passage(1, TEXT, {**FULL, "evidence": "nợ"}), "line 2: ValueError: evidence 'nợ' occurs 2 times", id="ambiguous"),
        pytest.param(passage(1, TEXT, {**FULL, "label": "attitude.doubt"}), "line 2: CatalogueError", id="no label"),
        pytest.param(passage(1, TEXT, {**FULL, "slots": {"reason": "ốm"}}), "has no slot 'reason'", id="no slot"),
        pytest.param('{"id": 1}', "line 2: KeyError", id="no text"),
        pytest.param("{", "line 2: JSONDecodeError", id="no JSON"),
        pytest.param(passage(0, "Gió to."), "id p0 occurs more than once", id="id twice"),
    ],
)  # fmt: skip
def test_a_draft_with_a_problem_is_not_written(
    line: str,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    draft = tmp_path / "w99.jsonl"
    draft.write_text(f"{passage(0, 'Trời mưa.')}\n{line}\n", encoding="utf-8")
    assert run(draft, tmp_path / "nowhere", monkeypatch) == 1
    assert told in capsys.readouterr().out
    assert not (tmp_path / "nowhere").exists()


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    draft = tmp_path / "w99.jsonl"
    draft.write_text("{\n" + passage(1, "Trời mưa.") + "\n{}\n", encoding="utf-8")
    entries, passages, problems = convert(draft)
    assert [entry["id"] for entry in entries] == [given.id for given in passages] == ["p1"]
    assert [problem[:7] for problem in problems] == ["line 1:", "line 3:"]
