"""Scans read by us beside plain Tesseract: worn pages of the samples, and public scans."""

import json
import os
import re
import resource
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pypdfium2

from benchmarks.plan import Plan
from benchmarks.rows import Row, share_interval
from benchmarks.suites.parsing import sample_texts
from vnparty_nlp import parsing
from vnparty_nlp.evaluation.corpus import syllables
from vnparty_nlp.parsing import DocumentReader
from vnparty_nlp.parsing.ocr import Ocr

SUITE = "ocr"
_OURS, _PLAIN = "ours", "plain Tesseract"
_SEED = 20_000
# Figures with their separators: 12/5/2023 and 180.000 count once each.
_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")
# nrl-ai/nom-vn, benchmarks/data/vn_documents_ocr_v2: signed government scans with their text.
_FOLDER, _PART = "VNPARTY_SCANS", "VNPARTY_SCANS_PART"
# The files whose name's SHA-256 begins so serve for building; the others for judging.
_PARTS = {"building": "01234567", "judging": "89abcdef"}
_PLAIN_DPI = 300


@dataclass(slots=True)
class _Tally:
    """Read and wanted syllables, syllables with marks, numbers; and the seconds it took."""

    read: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def add(self, gold: str, text: str, seconds: float) -> None:
        """Count one document."""
        self.seconds += seconds
        for kind, of in (
            ("syllables", syllables),
            ("syllables with marks", lambda t: [s for s in syllables(t) if not s.isascii()]),
            ("numbers", _NUMBER.findall),
        ):
            wanted = Counter(of(gold))
            self.wanted[kind] += wanted.total()
            self.read[kind] += (wanted & Counter(of(text))).total()


_Tallies = dict[str, _Tally]


def run(plan: Plan) -> list[Row]:
    """What of the text is read by us and by plain Tesseract, and the ratio of their times."""
    if shutil.which("tesseract") is None or not Ocr(max_pixels=1).available:
        why = "tesseract-ocr, tesseract-ocr-vie or the extra ocr is not installed"
        return [Row(SUITE, "scans", None, "share", why, plan.command(SUITE))]
    reader = parsing.build(plan.settings.parsing)
    rows = _worn_rows(plan, reader)
    folder = os.environ.get(_FOLDER)
    if folder is None:
        why = f"{_FOLDER} names no folder of public scans"
        return [*rows, Row(SUITE, "public scans", None, "share", why, plan.command(SUITE))]
    return rows + _public_rows(Path(folder), plan, reader)


def _worn_rows(plan: Plan, reader: DocumentReader) -> list[Row]:
    # The other suites run without the extra.
    from benchmarks.scans import WEARS, scan

    gold = {
        path: text for path, text in sample_texts(plan.samples).items() if path.suffix == ".pdf"
    }
    whole = {_OURS: _Tally(), _PLAIN: _Tally()}
    rows: list[Row] = []
    for number, wear in enumerate(WEARS):
        tallies = {_OURS: _Tally(), _PLAIN: _Tally()}
        for place, path in enumerate(sorted(gold)):
            # A quick run takes two kinds of wear of each document.
            if plan.quick and (number - place) % len(WEARS) not in {0, 3}:
                continue
            pages = list(scan(path, wear, _SEED + 100 * number + place))
            _read_both(gold[path], pages, reader, [tallies, whole])
        rows += _rows(f"worn pages, {wear.name}", tallies, plan, kinds=("syllables with marks",))
    return [*_rows("worn pages", whole, plan), _ratio("worn pages", whole, plan), *rows]


def _public_rows(folder: Path, plan: Plan, reader: DocumentReader) -> list[Row]:
    part = os.environ.get(_PART, "building")
    tallies = {_OURS: _Tally(), _PLAIN: _Tally()}
    for path, gold in _public(folder, _PARTS[part]):
        started = time.process_time()
        text = reader.read(path, path.name).text
        tallies[_OURS].add(gold, text, time.process_time() - started)
        tallies[_PLAIN].add(gold, *_plain(_picture(path)))
    name = f"public signed scans ({part})"
    return [*_rows(name, tallies, plan), _ratio(name, tallies, plan)]


def _public(folder: Path, first_digits: str) -> Iterator[tuple[Path, str]]:
    """The signed scans of one part, with the text of their only page."""
    with (folder / "metadata.jsonl").open(encoding="utf-8") as lines:
        for entry in map(json.loads, lines):
            path = folder / entry["pdf"]
            in_part = sha256(path.name.encode()).hexdigest()[0] in first_digits
            if entry["config"] == "real" and in_part:
                yield path, entry["text"]


def _picture(path: Path) -> bytes:
    """The first page as a PNG, drawn outside the time of plain Tesseract."""
    document = pypdfium2.PdfDocument(path)
    try:
        image = document[0].render(scale=_PLAIN_DPI / 72).to_pil()
    finally:
        document.close()
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        image.save(file, "PNG", dpi=(_PLAIN_DPI, _PLAIN_DPI))
        return Path(file.name).read_bytes()


def _read_both(
    gold: str, pages: Sequence[bytes], reader: DocumentReader, counted: Sequence[_Tallies]
) -> None:
    ours = [_ours(page, reader) for page in pages]
    plain = [_plain(page) for page in pages]
    for tallies in counted:
        for name, read in ((_OURS, ours), (_PLAIN, plain)):
            text = "\n".join(text for text, _ in read)
            tallies[name].add(gold, text, sum(seconds for _, seconds in read))


def _ours(picture: bytes, reader: DocumentReader) -> tuple[str, float]:
    """The text of the document, and CPU seconds."""
    with tempfile.NamedTemporaryFile(suffix=".jpg") as file:
        file.write(picture)
        file.flush()
        started = time.process_time()
        document = reader.read(Path(file.name), "scan.jpg")
        return document.text, time.process_time() - started


def _plain(picture: bytes) -> tuple[str, float]:
    """What `tesseract FILE stdout -l vie` prints, and CPU seconds, one thread."""
    with tempfile.NamedTemporaryFile(suffix=".img") as file:
        file.write(picture)
        file.flush()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(
            ["tesseract", file.name, "stdout", "-l", "vie"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            check=True,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout, seconds


def _rows(
    name: str,
    tallies: _Tallies,
    plan: Plan,
    kinds: Sequence[str] = ("syllables", "syllables with marks", "numbers"),
) -> list[Row]:
    return [
        Row(
            SUITE,
            f"{name}, {reader}: {kind} recalled",
            tally.read[kind] / max(1, tally.wanted[kind]),
            "share",
            f"{kind} of the text",
            plan.command(SUITE),
            tally.wanted[kind],
            share_interval(tally.read[kind], tally.wanted[kind]),
        )
        for kind in kinds
        for reader, tally in tallies.items()
        if tally.wanted[kind]
    ]


def _ratio(name: str, tallies: _Tallies, plan: Plan) -> Row:
    return Row(
        SUITE,
        f"{name}: time of ours / plain Tesseract",
        tallies[_OURS].seconds / tallies[_PLAIN].seconds,
        "×",
        "CPU seconds, one thread each",
        plan.command(SUITE),
    )
