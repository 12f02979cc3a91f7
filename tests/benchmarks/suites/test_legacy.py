from pathlib import Path

import pytest

from benchmarks.plan import make_plan
from benchmarks.suites import legacy


def test_our_files_come_out_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(legacy.VARIABLE, raising=False)
    *rows, public = legacy.run(make_plan(quick=True))
    assert {row.name for row in rows} == {
        f"our files, {suffix}: marked syllables" for suffix in ("DOCX", "HTML", "PDF", "TXT")
    }
    assert all(row.value == 1.0 for row in rows)
    assert public.value is None


def test_public_files_are_measured_where_they_are(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "transcripts").mkdir()
    (tmp_path / "transcripts" / "a.txt").write_text("Chi bộ đã họp", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Chi bộ họp", encoding="utf-8")
    (tmp_path / "b.txt").write_text("không có bản chép", encoding="utf-8")
    monkeypatch.setenv(legacy.VARIABLE, str(tmp_path))
    last = legacy.run(make_plan(quick=True))[-1]
    assert (last.name, last.count) == ("public files, TXT: marked syllables", 3)
    assert last.value == pytest.approx(2 / 3)


def test_marked() -> None:
    assert legacy.marked("BỘ bộ chi 5") == {"bộ": 2}
