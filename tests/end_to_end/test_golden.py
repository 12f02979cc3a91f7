"""What the readers make of the twelve samples, line by line, against tests/golden.

A golden file holds the header fields as JSON, a line `---`, and every block with its kind. Rebuild
after a change that is meant: `pytest tests/end_to_end/test_golden.py --update-golden`.
"""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from vnparty_nlp import parse
from vnparty_nlp.records import Document

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
FILES = sorted((ROOT / "corpora" / "samples" / "files").iterdir())


def portrait(document: Document) -> str:
    """Everything that a reader of the document would notice, in the order of reading."""
    header = {
        **asdict(document.heading),
        "pages": [f"{p.width_points:.1f} x {p.height_points:.1f}" for p in document.pages],
        "warnings": list(document.warnings),
    }
    blocks = [f"{block.kind}\t{block.span.of(document.text)}" for block in document.blocks]
    return "\n".join([json.dumps(header, ensure_ascii=False, indent=1), "---", *blocks, ""])


def test_every_sample_has_a_golden_file_and_no_golden_file_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == {path.stem for path in FILES}
    assert len(FILES) == 12


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_sample_is_read_as_before(path: Path, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / f"{path.stem}.txt"
    found = portrait(parse(path))
    if request.config.getoption("--update-golden"):
        golden.write_text(found, encoding="utf-8")
    assert found.splitlines() == golden.read_text("utf-8").splitlines()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_blocks_of_a_golden_file_are_the_whole_text(path: Path) -> None:
    blocks = (GOLDEN / f"{path.stem}.txt").read_text("utf-8").partition("\n---\n")[2]
    lines = [line.partition("\t")[2] or line for line in blocks.splitlines()]
    assert "\n".join(lines) == parse(path).text


def test_a_run_that_rebuilds_golden_files_fails_and_says_what_to_do() -> None:
    # Only collected, so nothing is rebuilt here.
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--update-golden", "--collect-only", __file__],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "run without the flag" in done.stdout
