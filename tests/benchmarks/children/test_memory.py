from pathlib import Path

import pytest

from benchmarks.children import memory


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="Linux alone tells")
def test_memory_after_each_document(minutes: Path) -> None:
    answer = memory.main(minutes, "-", 3)
    assert len(answer["resident"]) == 3
    assert all(0 < each <= answer["peak"] + 1 for each in answer["resident"])
