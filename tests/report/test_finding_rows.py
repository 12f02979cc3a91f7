from typing import Any

import pytest

from vnparty_nlp.report.finding_rows import ParagraphShelf, finding_row

Rows = dict[str, dict[str, Any]]


@pytest.fixture
def rows(output: Any) -> Rows:
    shelf = ParagraphShelf(output.documents[0]["text"])
    lines = [line for line in output.findings if line["doc_id"] == "bb-thang-6"]
    return {line["finding_id"]: finding_row(line, 0, shelf) for line in lines}


def row_of(rows: Rows, label: str, disposition: str) -> dict[str, Any]:
    (row,) = (r for r in rows.values() if (r["label"], r["disposition"]) == (label, disposition))
    return row


@pytest.mark.parametrize(
    ("label", "disposition", "why"),
    [
        pytest.param("dues.unpaid", "linked", "", id="linked"),
        pytest.param("meeting.quorum", "tagged", "", id="about the meeting"),
        pytest.param("dues.unpaid", "context", "", id="a rule"),
        pytest.param("attendance.unexcused", "review", "Chưa chắc là đảng viên", id="unsure"),
        pytest.param("dues.unpaid", "review", "Mới là phản ánh", id="alleged"),
        pytest.param("sanction.decided", "review", "luôn do người có thẩm quyền", id="sanction"),
        pytest.param("duty.unfulfilled", "incomplete", "chưa nêu: việc được giao.", id="slot"),
    ],
)  # fmt: skip
def test_says_why_nobody_is_linked(label: str, disposition: str, why: str, rows: Rows) -> None:
    given = row_of(rows, label, disposition)["why"]
    assert why in given
    assert bool(given) == bool(why)


def test_every_missing_slot_is_named(output: Any) -> None:
    (line,) = (f for f in output.findings if f["label"] == "sanction.decided")
    bare = {**line, "slots": {}, "disposition": "incomplete"}
    why = finding_row(bare, 0, ParagraphShelf(output.documents[0]["text"]))["why"]
    assert why == "Văn bản chưa nêu: hình thức; số quyết định hoặc thời điểm hoặc cấp quyết định."


def test_a_member_id_stands_only_where_the_link_is_certain(rows: Rows) -> None:
    assert row_of(rows, "attendance.unexcused", "linked")["subject"] == {
        "mention": "đ/c Đặng Văn Sửu",
        "member": "DV017",
        "probability": "97%",
        "reasons": ["trùng họ tên"],
        "candidates": [],
    }
    doubtful = row_of(rows, "attendance.unexcused", "review")["subject"]
    assert doubtful["member"] is None
    assert [(c["member"], c["probability"]) for c in doubtful["candidates"]] == [
        ("DV021", "52%"),
        ("DV044", "46%"),
    ]


def test_a_sanction_is_never_shown_as_linked(rows: Rows) -> None:
    sanction = row_of(rows, "sanction.decided", "review")
    assert sanction["subject"]["member"] is None
    assert len(sanction["subject"]["candidates"]) == 1


def test_a_meetings_fact_has_no_subject(rows: Rows) -> None:
    assert row_of(rows, "meeting.ballot", "tagged")["subject"] is None


def test_findings_of_one_paragraph_share_it(output: Any) -> None:
    shelf = ParagraphShelf(output.documents[0]["text"])
    lines = [line for line in output.findings if line["section"] == "Thành phần"]
    rows = [finding_row(line, 0, shelf) for line in lines]
    assert len(rows) == 3
    assert {row["paragraph"] for row in rows} == {0}
    (paragraph,) = shelf.paragraphs
    for row, line in zip(rows, lines, strict=True):
        start, end = row["evidence"]
        assert paragraph[start:end] == line["text"]
