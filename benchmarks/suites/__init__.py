"""The suites in the order of the report: name → what runs it."""

from collections.abc import Callable

from benchmarks.plan import Plan
from benchmarks.rows import Row
from benchmarks.suites import (
    accuracy,
    documents,
    end_to_end,
    everyday,
    headings,
    legacy,
    linking,
    memory,
    ocr,
    parsing,
    tagging,
)

SUITES: dict[str, Callable[[Plan], list[Row]]] = {
    accuracy.SUITE: accuracy.run,
    everyday.SUITE: everyday.run,
    documents.SUITE: documents.run,
    headings.SUITE: headings.run,
    linking.SUITE: linking.run,
    parsing.SUITE: parsing.run,
    legacy.SUITE: legacy.run,
    ocr.SUITE: ocr.run,
    tagging.SUITE: tagging.run,
    end_to_end.SUITE: end_to_end.run,
    memory.SUITE: memory.run,
}
