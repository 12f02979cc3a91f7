from pathlib import Path
from typing import Any

import pytest

from vnparty_nlp.report.document_rows import DocumentRow, document_row, worst_first

EMPTY_MEETING = dict.fromkeys(
    ("held_on", "chair", "secretary", "present", "excused", "unexcused", "total")
)


@pytest.fixture
def rows(output: Any) -> dict[str, DocumentRow]:
    made = [document_row(line, 4, Path("/ra")) for line in output.documents]
    return {row.doc_id: row for row in made}


def test_a_row_is_ready_to_be_read(rows: dict[str, DocumentRow]) -> None:
    assert rows["bb-thang-6"] == DocumentRow(
        doc_id="bb-thang-6",
        title="Biên bản số 06-BB/CB",
        file_name="bb-thang-6.pdf",
        address="../du-lieu/bb-thang-6.pdf",
        has_pages=True,
        issued_on="5/6/2023",
        issuer="Chi bộ thôn Bãi Dâu",
        pages=2,
        ocr_pages=0,
        status="ok",
        meeting="họp ngày 5/6/2023; có mặt 25/28, vắng có lý do 1, vắng không lý do 2",
        warnings=(),
        findings=4,
    )


def test_a_document_that_could_not_be_read_is_called_by_its_file(
    rows: dict[str, DocumentRow],
) -> None:
    assert rows["loi"].title == "quet-hong.pdf"
    assert rows["loi"].warnings == ("Tệp PDF bị cắt cụt. Hãy xin lại tệp gốc.",)


def test_what_needs_a_remedy_stands_first(rows: dict[str, DocumentRow]) -> None:
    assert [row.doc_id for row in worst_first(rows.values())] == ["loi", "qd-khen", "bb-thang-6"]


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        pytest.param(None, "", id="no meeting"),
        pytest.param({}, "", id="nothing said"),
        pytest.param({"held_on": "2023-06-05"}, "họp ngày 5/6/2023", id="day alone"),
        pytest.param({"present": 25}, "có mặt 25", id="present alone"),
        pytest.param({"total": 28}, "tổng số 28", id="total alone"),
        pytest.param({"present": 28, "unexcused": 0}, "có mặt 28, vắng không lý do 0", id="nobody"),
    ],
)
def test_meeting_counts(meeting: dict[str, Any] | None, expected: str, output: Any) -> None:
    full = None if meeting is None else {**EMPTY_MEETING, **meeting}
    line = {**output.documents[0], "meeting": full}
    assert document_row(line, 0, Path("/ra")).meeting == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({"number": None}, "Biên bản họp ngày 5/6/2023", id="minutes without number"),
        pytest.param({"number": None, "meeting": None}, "Biên bản", id="neither number nor day"),
        pytest.param({"kind": "decision"}, "Quyết định số 06-BB/CB", id="decision"),
    ],
)  # fmt: skip
def test_titles(fields: dict[str, Any], expected: str, output: Any) -> None:
    assert document_row({**output.documents[0], **fields}, 0, Path("/ra")).title == expected
