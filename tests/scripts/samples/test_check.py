import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from samples.check import problems
from samples.markup import read_source

Read = Callable[..., Any]
FINDING = {"source": "nho.pdf", "label": "dues.paid", "status": "asserted",
           "evidence": "đã nộp đảng phí", "slots": {"period": "2023-Q2"},
           "subject": {"mention": "Lụa", "member_id": "M1"}}  # fmt: skip


def found(folder: Path, markup: Any, *sources: str, **changed: Any) -> list[str]:
    (folder / "gold.jsonl").write_text(json.dumps({**FINDING, **changed}) + "\n", encoding="utf-8")
    headers = [json.dumps({"source": name}) for name in sources or ("nho.pdf",)]
    (folder / "documents.jsonl").write_text("\n".join(headers), encoding="utf-8")
    (folder / "members.csv").write_text("member_id,full_name\nM1,Vi Thị Lụa\n", encoding="utf-8")
    return problems(folder, [markup])


def test_gold_that_fits_has_no_problem(source: Read, tmp_path: Path) -> None:
    assert found(tmp_path, source()) == []
    assert found(tmp_path, source(), subject=None) == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param({"source": "khac.pdf"}, "no source khac.pdf", id="source"),
        pytest.param({"label": "attitude.doubt"}, "no label attitude.doubt", id="label"),
        pytest.param({"evidence": "Điểm"}, "stands 2 times", id="evidence twice"),
        pytest.param({"evidence": "chưa nộp"}, "stands 0 times", id="deleted evidence"),
        pytest.param({"slots": {"reason": "ốm"}}, "slots ['reason'] are not of dues.paid", id="slot"),
        pytest.param({"status": "believed"}, "no status believed", id="status"),
        pytest.param({"label": "meeting.heard", "slots": {}}, "meeting.heard has no subject", id="subject"),
        pytest.param({"subject": {"mention": "Lụa", "member_id": "M9"}}, "no member M9", id="member"),
        pytest.param({"subject": {"mention": "Thìn", "member_id": None}}, "mention Thìn is not in the text", id="mention"),
    ],
)  # fmt: skip
def test_gold_that_cannot_be_right_is_named(
    changed: dict[str, Any], told: str, source: Read, tmp_path: Path
) -> None:
    (problem,) = found(tmp_path, source(), **changed)
    assert problem.startswith("gold.jsonl, line 1: ")
    assert told in problem


def test_a_document_without_a_header_line_is_named(source: Read, tmp_path: Path) -> None:
    (problem,) = found(tmp_path, source(), "khac.pdf")
    assert problem.startswith("documents.jsonl: names ['khac.pdf']")


def test_the_shipped_gold_fits(samples: Path) -> None:
    paths = sorted((samples / "sources").glob("[0-9]*.txt"))
    assert len(paths) == 12
    assert problems(samples, [read_source(path) for path in paths]) == []
