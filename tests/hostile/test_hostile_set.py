"""All hostile files in one run, ordinary documents among them: each gets its line, within limits."""

import json
import os
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from tests.hostile import archives, papers, pictures, texts
from vnparty_nlp.batch import Options, Progress, run_batch
from vnparty_nlp.output import DOCUMENTS, RUN, read_json_lines
from vnparty_nlp.settings import load_settings

MINUTES = """CHI BỘ THÔN BÃI DÂU
BIÊN BẢN
Họp chi bộ thường kỳ tháng 6/2023
Có mặt 25/28 đồng chí. Bản {number}.
"""
HOSTILE = {**archives.FILES, **papers.FILES, **texts.FILES, **pictures.FILES}
MAX_SECONDS, MAX_MEGABYTES = 6, 500
Line = Mapping[str, Any]


def fill(folder: Path) -> None:
    """The hostile files, odd things that are no files, and after every tenth an ordinary one."""
    for number, (name, make) in enumerate(HOSTILE.items()):
        (folder / f"{number:03d}-{name}").write_bytes(make())
        if number % 10 == 0:
            ordinary = MINUTES.format(number=number)
            (folder / f"{number:03d}-ordinary.txt").write_text(ordinary, encoding="utf-8")
    (folder / "folder.pdf").mkdir()
    (folder / "loop.pdf").symlink_to("loop.pdf")
    (folder / "nowhere.docx").symlink_to("no-such-file")
    (folder / "zeros.txt").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.pdf")
    (folder / "two\nlines\u202e.txt").write_text(MINUTES.format(number="2"), encoding="utf-8")
    (folder / os.fsdecode(b"b\xe1\xbb.txt")).write_text(MINUTES.format(number="3"), "utf-8")
    (folder / "large.pdf").touch()
    os.truncate(folder / "large.pdf", 1 << 32)
    (folder / "closed.txt").write_text("Chi bộ", encoding="utf-8")
    (folder / "closed.txt").chmod(0)


def run(folder: Path, out: Path) -> list[str]:
    """One run over the folder; how each file ended."""
    settings = load_settings()
    limits = replace(
        settings.batch,
        workers=2,
        max_seconds=MAX_SECONDS,
        max_megabytes_of_memory=MAX_MEGABYTES,
        recycle_after=40,
    )  # fmt: skip
    options = Options((folder,), None, out, replace(settings, batch=limits))
    vanishing = folder / "vanishing.txt"
    vanishing.write_text("Chi bộ", encoding="utf-8")
    steps: list[str] = []

    def on_progress(step: Progress) -> None:
        vanishing.unlink(missing_ok=True)
        name = Path(step.line["source"]).name
        steps.append(f"{step.line['status']:8} {name!r}: {step.error or ''}")

    assert run_batch(options, on_progress).exit_code == 1
    return steps


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Line]:
    """The line of each file by its name, after one run over the whole set."""
    folder, out = tmp_path_factory.mktemp("hostile"), tmp_path_factory.mktemp("out")
    fill(folder)
    started = time.perf_counter()
    # In a process of its own, whose children are those of this run alone.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        steps = pool.submit(run, folder, out).result()
    print(f"\n{len(steps)} files, {time.perf_counter() - started:.0f} s", *steps, sep="\n")
    found = {Path(line["source"]).name: line for line in read_json_lines(out / DOCUMENTS)}
    assert len(found) == len(steps)
    peak = json.loads((out / RUN).read_text("utf-8"))["peak_memory_megabytes"]["worker"]
    # What is mapped from libraries comes on top of the limit, which counts data.
    assert peak < MAX_MEGABYTES + 150
    return found


def test_the_set_is_large_enough() -> None:
    assert len(HOSTILE) >= 40


def test_every_file_has_a_line_of_its_own(lines: Mapping[str, Line]) -> None:
    wanted = {f"{number:03d}-{name}" for number, name in enumerate(HOSTILE)}
    assert wanted <= set(lines)


def test_ordinary_documents_are_read_among_them(lines: Mapping[str, Line]) -> None:
    ordinary = [line for name, line in lines.items() if name.endswith("ordinary.txt")]
    assert len(ordinary) >= 8
    assert {line["status"] for line in ordinary} == {"ok"}


def test_what_fails_says_why(lines: Mapping[str, Line]) -> None:
    for line in lines.values():
        assert line["status"] in {"ok", "partial", "failed"}
        assert line["status"] == "ok" or line["warnings"]


def test_no_file_meets_a_bug(lines: Mapping[str, Line]) -> None:
    bugs = {n: line["warnings"] for n, line in lines.items() if "lỗi chương trình" in str(line)}
    assert not bugs


# What is no document, and what is said of it.
ODD_THINGS = [
    pytest.param("loop.pdf", "không đọc được tệp", id="link to itself"),
    pytest.param("nowhere.docx", "không tìm thấy tệp", id="link to nothing"),
    pytest.param("zeros.txt", "không phải là tệp thông thường", id="device"),
    pytest.param("pipe.pdf", "không phải là tệp thông thường", id="pipe"),
    pytest.param("large.pdf", "quá giới hạn", id="too large"),
    pytest.param("vanishing.txt", "không tìm thấy tệp", id="gone before it is read"),
    pytest.param("closed.txt", "không có quyền đọc", id="without permission",
                 marks=pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "said"), ODD_THINGS)
def test_what_is_no_document_is_named(name: str, said: str, lines: Mapping[str, Line]) -> None:
    assert lines[name]["status"] == "failed"
    assert said in lines[name]["warnings"][0]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize("name", ["two\nlines\u202e.txt", "b\\udce1\\udcbb.txt"])
def test_file_names_of_any_bytes_are_written_down(name: str, lines: Mapping[str, Line]) -> None:
    assert lines[name]["status"] == "ok"
