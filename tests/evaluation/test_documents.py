import json
from pathlib import Path

import pytest

from vnparty_nlp.evaluation.documents import header_counts, score_documents
from vnparty_nlp.evaluation.metrics import Counts

TEXT = "Chi bộ họp.\nĐ/c Bình | còn nợ đảng phí quý II.\n"
HEADER = {"kind": "minutes", "number": "05-BB/CB", "issued_on": None, "issuer": "Chi bộ A",
          "place": None, "meeting": None}  # fmt: skip
GOLD = {"source": "a.pdf", "label": "dues.unpaid", "status": "asserted",
        "evidence": "Bình còn nợ đảng phí", "slots": {"period": "XXXX-Q2"},
        "subject": {"mention": "Bình", "member_id": "M1"}}  # fmt: skip
FOUND = {"source": "in/a.pdf", "label": "dues.unpaid", "status": "asserted", "span": [23, 38],
         "slots": {"period": "XXXX-Q2"}, "subject": {"mention": "Bình", "member_id": "M1"},
         "disposition": "linked"}  # fmt: skip


def write(path: Path, *lines: object) -> None:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    out, gold = tmp_path / "out", tmp_path / "gold"
    (out / "text").mkdir(parents=True)
    gold.mkdir()
    (out / "text" / "d1.txt").write_text(TEXT, encoding="utf-8")
    write(out / "documents.jsonl", {"source": "in/a.pdf", "doc_id": "d1", **HEADER})
    write(gold / "documents.jsonl", {"source": "a.pdf", **HEADER})
    write(gold / "gold.jsonl", GOLD)
    return out, gold


def test_a_row_is_compared_whatever_parts_its_cells(folders: tuple[Path, Path]) -> None:
    write(folders[0] / "findings.jsonl", FOUND)
    scores = score_documents(*folders)
    assert scores.findings == Counts(1, 0, 0)
    assert scores.linked == Counts(1, 0, 0)
    assert scores.slots == Counts(1, 0, 0)
    assert (scores.status, scores.lost_evidence) == (1.0, 0)
    assert scores.header == Counts(3, 0, 0)


@pytest.mark.parametrize(
    ("changed", "findings", "linked"),
    [
        pytest.param({"label": "dues.paid"}, Counts(0, 1, 1), Counts(0, 0, 0), id="other label"),
        pytest.param(
            {"subject": {"mention": "Bình", "member_id": "M2"}},
            Counts(1, 0, 0),
            Counts(0, 1, 1),
            id="wrong member",
        ),
        pytest.param({"disposition": "review"}, Counts(1, 0, 0), Counts(0, 0, 1), id="not linked"),
    ],
)
def test_errors_count(
    folders: tuple[Path, Path], changed: dict[str, object], findings: Counts, linked: Counts
) -> None:
    write(folders[0] / "findings.jsonl", {**FOUND, **changed})
    scores = score_documents(*folders)
    assert (scores.findings, scores.linked) == (findings, linked)


def test_doubtful_gold_counts_neither_way(folders: tuple[Path, Path]) -> None:
    write(folders[1] / "gold.jsonl", {**GOLD, "doubtful": True})
    write(folders[0] / "findings.jsonl", FOUND)
    assert score_documents(*folders).findings == Counts()


@pytest.mark.parametrize(
    ("gold", "answer", "expected"),
    [
        pytest.param("05-BB/CB", "05 -bb/cb", Counts(4, 0, 0), id="case and spacing"),
        pytest.param("05-BB/CB", "06-BB/CB", Counts(3, 1, 1), id="another"),
        pytest.param("05-BB/CB", None, Counts(3, 0, 1), id="missing"),
        pytest.param(None, "05-BB/CB", Counts(3, 1, 0), id="invented"),
    ],
)
def test_header_counts(gold: str | None, answer: str | None, expected: Counts) -> None:
    rest = {**HEADER, "place": "Bãi Dâu", "meeting": {"chair": None, "present": None}}
    one, other = {**rest, "number": gold}, {**rest, "number": answer}
    assert header_counts(one, other) == expected
