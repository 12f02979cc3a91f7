"""One `vnparty process` over all samples: what must hold of every finding, whatever the model."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from vnparty_nlp import parse
from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.linking import read_register
from vnparty_nlp.output import DOCUMENTS, FINDINGS, RUN, read_json_lines
from vnparty_nlp.records import Document

SAMPLES = Path(__file__).parents[2] / "corpora" / "samples"
FILES = sorted((SAMPLES / "files").iterdir())
REGISTER = SAMPLES / "members.csv"
EDGE = 0.011  # boxes are written with two decimals

Line = dict[str, Any]


def process(out: Path, workers: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "vnparty_nlp", "process", str(SAMPLES / "files")]
    command += ["--register", str(REGISTER), "--out", str(out), "--workers", str(workers)]
    return subprocess.run(
        [*command, "--purpose", "thử nghiệm", "--lang", "en"],
        capture_output=True,
        text=True,
        check=False,
    )


@dataclass(frozen=True)
class Run:
    """A finished run with everything it is checked against."""

    out: Path
    done: subprocess.CompletedProcess[str]
    documents: dict[str, Line]
    findings: list[Line]
    read: dict[str, Document]

    def text(self, finding: Line) -> str:
        return (self.out / "text" / f"{finding['doc_id']}.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    out = tmp_path_factory.mktemp("samples") / "out"
    done = process(out, workers=1)
    return Run(
        out,
        done,
        {line["doc_id"]: line for line in read_json_lines(out / DOCUMENTS)},
        list(read_json_lines(out / FINDINGS)),
        {str(path): parse(path) for path in FILES},
    )


def says_something(finding: Line) -> bool:
    """Whether the evidence holds more than the line between two cells, which has no place."""
    return any(letter.isalnum() for letter in finding["text"])


def is_of(finding: Line, *statuses: str) -> bool:
    return finding["status"] in statuses


def candidates(finding: Line) -> list[Line]:
    return finding["subject"]["candidates"] if finding["subject"] else []


def member_ids(finding: Line) -> set[str]:
    subject = finding["subject"] or {}
    named = {candidate["member_id"] for candidate in candidates(finding)}
    return (named | {subject.get("member_id")}) - {None}


def test_every_document_is_read_and_the_run_ends_well(run: Run) -> None:
    assert run.done.returncode == 0, run.done.stderr
    assert "Documents: 12 ok." in run.done.stderr
    assert {Path(line["source"]).name for line in run.documents.values()} == {
        path.name for path in FILES
    }
    assert {line["status"] for line in run.documents.values()} == {"ok"}


def test_the_run_finds_something_in_every_kind_of_file(run: Run) -> None:
    suffixes = {Path(finding["source"]).suffix for finding in run.findings}
    assert suffixes == {".pdf", ".docx", ".html", ".txt"}
    assert len(run.findings) > 100


def test_the_report_is_written_and_named(run: Run) -> None:
    report = run.out / "report.html"
    assert run.done.stdout == f"Report: {report}\n"
    html = report.read_text("utf-8")
    assert html.startswith("<!doctype html>") or html.startswith("<!DOCTYPE html>")
    assert "thử nghiệm" in html


def test_the_run_file_counts_what_was_written(run: Run) -> None:
    told = json.loads((run.out / RUN).read_text("utf-8"))
    assert told["finished"] is True
    assert told["purpose"] == "thử nghiệm"
    assert told["counts"]["documents"] == {"ok": 12}
    assert told["counts"]["findings"] == len(run.findings)
    assert sum(told["counts"]["labels"].values()) == len(run.findings)
    assert sum(told["counts"]["dispositions"].values()) == len(run.findings)


def test_the_text_file_is_the_text_that_was_read(run: Run) -> None:
    for doc_id, line in run.documents.items():
        text = (run.out / "text" / f"{doc_id}.txt").read_text("utf-8")
        assert text == run.read[line["source"]].text
        assert line["text_chars"] == len(text)


def test_evidence_is_exactly_the_text_of_its_span(run: Run) -> None:
    for finding in run.findings:
        start, end = finding["span"]
        assert 0 <= start < end
        assert run.text(finding)[start:end] == finding["text"]
        assert finding["text"] == finding["text"].strip()


def test_evidence_says_something(run: Run) -> None:
    assert [f["text"] for f in run.findings if not says_something(f)] == []


def test_evidence_lies_inside_its_passage_and_cuts_no_word(run: Run) -> None:
    for finding in run.findings:
        (start, end), (first, last) = finding["span"], finding["passage"]
        assert first <= start < end <= last, finding["text"]
        text = run.text(finding)
        assert not (text[start - 1 : start].isalnum() and text[start].isalnum()), finding["text"]
        assert not (text[end - 1].isalnum() and text[end : end + 1].isalnum()), finding["text"]


def test_a_box_lies_on_its_page(run: Run) -> None:
    boxed = [finding for finding in run.findings if finding["bbox"]]
    assert {Path(f["source"]).suffix for f in boxed} == {".pdf"}
    for finding in boxed:
        page = run.read[finding["source"]].pages[finding["page"] - 1]
        left, top, right, bottom = finding["bbox"]
        assert page.number == finding["page"]
        assert 0 <= left < right <= page.width_points + EDGE, finding["text"]
        assert 0 <= top < bottom <= page.height_points + EDGE, finding["text"]


def test_every_finding_of_a_pdf_has_a_box_and_no_other(run: Run) -> None:
    for finding in run.findings:
        is_pdf = Path(finding["source"]).suffix == ".pdf"
        assert (finding["bbox"] is not None) == is_pdf, finding["text"]


def test_labels_statuses_and_slots_are_the_catalogue_s(run: Run) -> None:
    catalogue = load_catalogue()
    for finding in run.findings:
        catalogue.check_slots(finding["label"], finding["slots"])
        assert finding["status"] in catalogue.statuses
        assert 0 < finding["probability"] <= 1


def test_a_meeting_s_finding_is_about_nobody(run: Run) -> None:
    for finding in run.findings:
        if load_catalogue().label(finding["label"]).subject == "meeting":
            assert finding["subject"] is None
            assert finding["disposition"] in {"tagged", "context", "incomplete"}


def test_a_mention_stands_in_the_text(run: Run) -> None:
    for finding in run.findings:
        if finding["subject"]:
            assert finding["subject"]["mention"].strip() in run.text(finding)


def test_a_member_is_named_in_linked_findings_only(run: Run) -> None:
    for finding in run.findings:
        named = finding["subject"] is not None and finding["subject"]["member_id"] is not None
        assert named == (finding["disposition"] == "linked"), finding["text"]


def test_only_what_is_stated_or_settled_is_linked_and_a_sanction_never(run: Run) -> None:
    linked = [finding for finding in run.findings if finding["disposition"] == "linked"]
    assert linked
    for finding in linked:
        assert is_of(finding, "asserted", "resolved")
        assert load_catalogue().label(finding["label"]).link
        assert finding["label"] != "sanction.decided"
        assert load_catalogue().label(finding["label"]).is_complete(finding["slots"])


def test_nobody_is_looked_up_for_what_is_only_alleged(run: Run) -> None:
    for finding in run.findings:
        if is_of(finding, "alleged"):
            assert candidates(finding) == []
            assert finding["disposition"] in {"review", "incomplete", "tagged"}


def test_what_did_not_happen_is_context(run: Run) -> None:
    for finding in run.findings:
        is_context = finding["disposition"] == "context"
        assert is_of(finding, "negated", "conditional") == is_context
        assert not is_context or candidates(finding) == []


def test_every_member_named_is_in_the_register(run: Run) -> None:
    known = {member.member_id for member in read_register(REGISTER)}
    named = set().union(*map(member_ids, run.findings))
    assert named
    assert named <= known


def test_candidates_stand_best_first_and_share_at_most_the_whole(run: Run) -> None:
    for finding in run.findings:
        chances = [candidate["probability"] for candidate in candidates(finding)]
        assert chances == sorted(chances, reverse=True)
        assert sum(chances) <= 1.001
        assert all(candidate["reasons"] for candidate in candidates(finding))


def test_ids_tell_findings_apart_and_findings_stand_in_reading_order(run: Run) -> None:
    assert len({finding["finding_id"] for finding in run.findings}) == len(run.findings)
    places = [(finding["source"], finding["span"]) for finding in run.findings]
    assert places == sorted(places)


def test_nothing_adds_up_over_a_person(run: Run) -> None:
    told = (run.out / RUN).read_text("utf-8")
    assert not any(member.member_id in told for member in read_register(REGISTER))


def test_one_worker_and_two_write_the_same_bytes_and_a_rerun_keeps_all(
    run: Run, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert process(out, workers=2).returncode == 0
    for name in (DOCUMENTS, FINDINGS):
        assert (out / name).read_bytes() == (run.out / name).read_bytes(), name
    again = process(out, workers=2)
    assert again.returncode == 0
    assert "12 documents were finished by an earlier run and kept." in again.stderr
    for name in (DOCUMENTS, FINDINGS):
        assert (out / name).read_bytes() == (run.out / name).read_bytes(), name
