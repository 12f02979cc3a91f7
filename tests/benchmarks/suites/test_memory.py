from pathlib import Path

import pytest

from benchmarks.plan import make_plan
from benchmarks.suites import memory
from benchmarks.suites.memory import growth


@pytest.mark.parametrize(
    ("resident", "expected"),
    [
        pytest.param([50.0] * 100, 1.0, id="flat"),
        pytest.param([10.0] * 10 + [50.0] * 90, 1.0, id="loading does not count"),
        pytest.param([50.0] * 90 + [75.0] * 10, 1.5, id="grown by half"),
        pytest.param([50.0], 1.0, id="one document"),
    ],
)
def test_growth(resident: list[float], expected: float) -> None:
    assert growth(resident) == expected


def test_rows_of_reading_and_of_all_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    def child(_: str, files: str, register: str, count: str) -> dict[str, object]:
        assert Path(files).is_dir()
        base = 80.0 if register == "-" else 400.0
        return {"resident": [base] * int(count), "peak": base + 20}

    monkeypatch.setattr(memory, "call", child)
    rows = {row.name: row for row in memory.run(make_plan(quick=True))}
    assert rows["reading, last tenth / second tenth"].value == 1.0
    assert rows["reading, peak"].value == 100.0
    assert rows["all stages, peak"].value == 420.0
    assert (rows["reading, peak"].count, rows["all stages, peak"].count) == (200, 120)
