"""Small records and files that several rooms' tests start from. All people are invented."""

from array import array
from pathlib import Path

import pytest

from vnparty_nlp.records import (
    Block,
    Box,
    Candidate,
    Document,
    Finding,
    Heading,
    Link,
    Meeting,
    Page,
    Span,
    Subject,
    WordBoxes,
)

LINE = "Đồng chí Trần Văn Bình còn nợ đảng phí quý II."
MINUTES = """CHI BỘ THÔN BÃI DÂU

BIÊN BẢN
Họp chi bộ thường kỳ tháng 6/2023

I. THÀNH PHẦN
Tổng số đảng viên: 28 đồng chí; có mặt 25, vắng 03.
II. NỘI DUNG
Đồng chí Trần Văn Bình còn nợ đảng phí quý II năm 2023, số tiền 180.000 đồng.
Đồng chí Lan phát biểu: nên trồng thêm cây ở đường liên xóm cho mát.
"""
REGISTER = """member_id,full_name,birth_year,branch,position,aliases
M001,Trần Văn Bình,1962,Chi bộ thôn Bãi Dâu,,
M002,Lê Thị Lan,1970,Chi bộ thôn Bãi Dâu,Bí thư,
M003,Nguyễn Hữu Thọ,1958,Chi bộ thôn Bến Sậy,,
"""


UPDATE_GOLDEN = "--update-golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        UPDATE_GOLDEN,
        action="store_true",
        help="rebuild tests/golden from what the readers make of the samples; such a run fails",
    )


def pytest_sessionfinish(session: pytest.Session) -> None:
    # A run that rewrites what it compares with has tested nothing, so it never passes.
    if session.config.getoption(UPDATE_GOLDEN):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if config.getoption(UPDATE_GOLDEN):
        terminalreporter.write_line(
            "tests/golden was rebuilt: read `git diff tests/golden`, then run without the flag."
        )


@pytest.fixture
def document() -> Document:
    """One line of minutes, each word in a box of its own, ten points wide."""
    starts = [0, *(i + 1 for i, letter in enumerate(LINE) if letter == " ")]
    ends = [*(start - 1 for start in starts[1:]), len(LINE)]
    edges = [edge for i in range(len(starts)) for edge in (10.0 * i, 100.0, 10.0 * i + 9, 112.0)]
    return Document(
        doc_id="0123456789abcdef",
        source="bien-ban.pdf",
        text=LINE,
        pages=(Page(1, 595.0, 842.0),),
        blocks=(Block("paragraph", Span(0, len(LINE))),),
        words=WordBoxes(
            array("L", starts), array("L", ends), array("L", [1] * len(starts)), array("f", edges)
        ),
        heading=Heading(
            "minutes", "05-BB/CB", "2023-06-05", "Chi bộ thôn Bãi Dâu", None, Meeting()
        ),
    )


@pytest.fixture
def finding() -> Finding:
    return Finding(
        finding_id="f" * 16,
        doc_id="0123456789abcdef",
        source="bien-ban.pdf",
        page=1,
        bbox=Box(20.0, 100.0, 99.0, 112.0),
        span=Span(23, 45),
        text="còn nợ đảng phí quý II",
        label="dues.unpaid",
        status="asserted",
        probability=0.97,
        slots={"period": "XXXX-Q2"},
        subject=Subject("Trần Văn Bình", Link("M001", 0.96, (Candidate("M001", 0.96, ("a",)),))),
        disposition="linked",
        passage=Span(0, 46),
        section="",
    )


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    """A folder with the minutes of one meeting."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "bien-ban.txt").write_text(MINUTES, encoding="utf-8")
    return folder


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "members.csv"
    path.write_text(REGISTER, encoding="utf-8")
    return path
