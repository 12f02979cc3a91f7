"""The report for people: one self-contained page that opens without a network."""

from pathlib import Path

from vnparty_nlp.report.page import render
from vnparty_nlp.report.reading import read_output

REPORT = "report.html"


def write_report(out: Path) -> Path:
    """Write `report.html` from the other files in `out`, and say where it is."""
    report = out / REPORT
    report.write_text(render(read_output(out)), "utf-8", newline="\n")
    return report
