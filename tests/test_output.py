import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.errors import DocumentError, Wording
from vnparty_nlp.output import (
    document_line,
    failed_line,
    finding_line,
    read_json_lines,
    write_json_line,
)
from vnparty_nlp.records import Document, Finding


def test_a_finding_line_is_the_contract_s(finding: Finding) -> None:
    line = json.loads(write_json_line(finding_line(finding)))
    assert line["span"] == [23, 45]
    assert line["bbox"] == [20.0, 100.0, 99.0, 112.0]
    assert line["subject"]["member_id"] == "M001"
    assert line["subject"]["candidates"][0]["member_id"] == "M001"


def test_a_failed_document_has_the_same_fields_as_a_read_one(document: Document) -> None:
    error = DocumentError("a.pdf", Wording("tệp rỗng", "empty"), Wording("Hãy xuất lại", "Redo"))
    failed = failed_line("0" * 16, "a.pdf", error)
    assert failed.keys() == document_line(document).keys()
    assert failed["status"] == "failed"
    assert failed["warnings"] == ["tệp rỗng. Hãy xuất lại."]


@given(st.lists(st.dictionaries(st.text(), st.text() | st.integers() | st.none())))
def test_json_lines_are_read_back_as_written(
    tmp_path_factory: pytest.TempPathFactory, entries: list[dict[str, object]]
) -> None:
    path = tmp_path_factory.mktemp("lines") / "a.jsonl"
    path.write_bytes("".join(write_json_line(entry) for entry in entries).encode())
    assert list(read_json_lines(path)) == entries


def test_a_line_cut_short_by_a_kill_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"a": 1}\n{"a": 2', encoding="utf-8")
    assert list(read_json_lines(path)) == [{"a": 1}]
