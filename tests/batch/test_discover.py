import os
from pathlib import Path

import pytest

from vnparty_nlp.batch.discover import discover, source_name
from vnparty_nlp.errors import UsageError
from vnparty_nlp.parsing import ENDINGS


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def test_a_folder_stands_for_its_documents_in_sorted_order(tmp_path: Path) -> None:
    make(tmp_path, "b.PDF", "a/2.txt", "a/1.docx", "notes.xyz", ".hidden/c.pdf", "~$a.docx")
    found = [str(path.relative_to(tmp_path)) for path in discover([tmp_path])]
    assert found == ["a/1.docx", "a/2.txt", "b.PDF"]


def test_a_folder_is_searched_for_all_that_can_be_read_but_notes_and_data(tmp_path: Path) -> None:
    readable = {ending for endings in ENDINGS.values() for ending in endings}
    make(tmp_path, *(f"a{ending}" for ending in readable))
    found = {path.suffix for path in discover([tmp_path])}
    assert {".docm", ".dot", ".ott", ".bmp", ".xhtml", ".text"} <= found
    assert readable - found == {".md", ".csv", ".log"}


def test_a_named_file_is_taken_whatever_its_name_and_each_once(tmp_path: Path) -> None:
    make(tmp_path, "odd.xyz")
    odd = tmp_path / "odd.xyz"
    assert discover([odd, odd]) == (odd,)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("missing.pdf", "no such file or folder", id="missing"),
        pytest.param(".", "holds no document", id="empty folder"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        discover([tmp_path / name])


def test_links_that_lead_nowhere_are_missing_documents_and_folders_are_none(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.pdf").symlink_to("gone.pdf")
    (tmp_path / "b.pdf").symlink_to("b.pdf")
    (tmp_path / "c.pdf").mkdir()
    assert [path.name for path in discover([tmp_path])] == ["a.pdf", "b.pdf"]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        pytest.param("Biên bản.pdf", "Biên bản.pdf", id="Vietnamese"),
        pytest.param(os.fsdecode(b"b\xe1.pdf"), "b\\udce1.pdf", id="bytes that are no UTF-8"),
    ],
)
def test_a_path_can_always_be_written_down(name: str, written: str) -> None:
    assert source_name(Path(name)) == written
