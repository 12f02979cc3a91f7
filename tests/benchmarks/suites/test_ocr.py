import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from benchmarks.plan import make_plan
from benchmarks.suites import ocr


@pytest.mark.parametrize(
    ("gold", "text", "shares"),
    [
        pytest.param("chi bộ họp ngày 05/6/2023", "Chi bộ họp, ngày 05/6/2023", (1, 1, 1), id="all"),
        pytest.param("chi bộ họp", "chi bo họp", (2 / 3, 0.5, None), id="a mark is lost"),
        pytest.param("nợ 180.000 đồng", "nợ 18.000 đồng", (3 / 4, 1, 0), id="a figure is wrong"),
        pytest.param("12 12 phiếu", "12 phiếu", (2 / 3, 1, 0.5), id="one of two"),
    ],
)  # fmt: skip
def test_what_counts_as_read(gold: str, text: str, shares: tuple[float | None, ...]) -> None:
    tally = ocr._Tally()
    tally.add(gold, text, 1.0)
    kinds = ("syllables", "syllables with marks", "numbers")
    got = [tally.read[k] / tally.wanted[k] if tally.wanted[k] else None for k in kinds]
    assert got == pytest.approx(list(shares))


def test_public_scans_are_parted_by_the_hash_of_their_names(tmp_path: Path) -> None:
    names = [f"real_{number}.pdf" for number in range(40)]
    entries = [{"pdf": f"docs/{n}", "text": n, "config": "real"} for n in names]
    entries.append({"pdf": "docs/synth.pdf", "text": "synth", "config": "synthetic_scan"})
    (tmp_path / "metadata.jsonl").write_text("\n".join(map(json.dumps, entries)), "utf-8")
    halves = [{text for _, text in ocr._public(tmp_path, part)} for part in ocr._PARTS.values()]
    assert halves[0] | halves[1] == set(names)
    assert not halves[0] & halves[1]
    assert all(sha256(name.encode()).hexdigest()[0] < "8" for name in halves[0])


def test_without_tesseract_nothing_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    (row,) = ocr.run(replace(make_plan(quick=True), corpora=Path("nowhere")))
    assert row.value is None
    assert "not installed" in row.of
