from pathlib import Path

import pytest

from vnparty_nlp.batch.store import DUPLICATE_OF, Store
from vnparty_nlp.errors import UsageError
from vnparty_nlp.output import DOCUMENTS, FINDINGS, read_json_lines


def line(source: str, doc_id: str = "1", status: str = "ok") -> dict[str, str]:
    return {"source": source, "doc_id": doc_id, "status": status}


def fill(folder: Path) -> None:
    with Store(folder, {}, with_findings=True) as store:
        store.add(line("b", "2"), [{"source": "b"}], "chữ\n")
        store.add(line("a", "1"), [{"source": "a"}], "chữ")
        store.add(line("c", "3", "failed"), [], None)


def test_a_finished_document_is_on_disk_at_once(tmp_path: Path) -> None:
    with Store(tmp_path, {}, with_findings=True) as store:
        store.add(line("a"), [{"source": "a"}], "một\ndòng")
        assert (tmp_path / "text" / "1.txt").read_bytes() == "một\ndòng".encode()
        assert list(read_json_lines(tmp_path / DOCUMENTS)) == [line("a")]


def test_an_equal_run_keeps_what_is_unchanged_and_reads_the_rest_again(tmp_path: Path) -> None:
    fill(tmp_path)
    with Store(tmp_path, {"a": "1", "b": "other", "c": "3"}, with_findings=True) as store:
        assert list(store.kept) == ["a"]
    assert [x["source"] for x in read_json_lines(tmp_path / FINDINGS)] == ["a"]


@pytest.mark.parametrize(
    ("unchanged", "kept"),
    [
        pytest.param({"a": "1", "b": "1", "c": "1"}, ["a", "b", "c"], id="the first is there"),
        pytest.param({"a": "2", "b": "1"}, [], id="the first has changed"),
        pytest.param({"b": "1", "c": "1"}, [], id="the first is gone"),
    ],
)
def test_a_second_copy_is_kept_with_the_first_alone(
    tmp_path: Path, unchanged: dict[str, str], kept: list[str]
) -> None:
    with Store(tmp_path, {}, with_findings=True) as store:
        store.add(line("a"), [{"source": "a"}], "chữ")
        for copy in ("b", "c"):
            store.add({**line(copy), DUPLICATE_OF: "a"}, [], None)
    with Store(tmp_path, unchanged, with_findings=True) as store:
        assert list(store.kept) == kept


def test_findings_without_their_document_s_line_are_dropped(tmp_path: Path) -> None:
    fill(tmp_path)
    with (tmp_path / FINDINGS).open("a", encoding="utf-8") as out:
        out.write('{"source": "d"}\n{"source": "e"')
    with Store(tmp_path, {"a": "1", "d": "4"}, with_findings=True):
        assert [x["source"] for x in read_json_lines(tmp_path / FINDINGS)] == ["a"]


def test_lines_are_put_in_the_order_of_the_inputs(tmp_path: Path) -> None:
    fill(tmp_path)
    with Store(tmp_path, {"a": "1", "b": "2"}, with_findings=True) as store:
        store.sort(["a", "b"])
    assert [x["source"] for x in read_json_lines(tmp_path / DOCUMENTS)] == ["a", "b"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file, no folder")
    with pytest.raises(UsageError, match="cannot be written"):
        Store(tmp_path / "out", {}, with_findings=True)
