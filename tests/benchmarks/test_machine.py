import platform
from pathlib import Path

import pytest

from benchmarks import machine
from benchmarks.plan import make_plan


def test_machine_has_no_name_and_no_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "model_id", lambda _: "linear-0")
    found = machine.facts(make_plan(quick=True).settings)
    told = " ".join(found.values())
    assert platform.node() not in told.split()
    assert str(Path.home()) not in told
    assert str(machine.ROOT) not in told
    assert int(found["cores"]) >= 1
    assert found["model"] == "linear-0"


def test_a_package_that_is_missing_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "model_id", lambda _: "linear-0")
    monkeypatch.setattr(machine, "PACKAGES", ("no-such-package-at-all",))
    found = machine.facts(make_plan(quick=True).settings)
    assert found["no-such-package-at-all"] == "not installed"


def test_commit_is_unknown_outside_a_repository(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(machine, "ROOT", tmp_path)
    monkeypatch.setattr(machine, "model_id", lambda _: "linear-0")
    assert machine.facts(make_plan(quick=True).settings)["commit"] == "unknown"
